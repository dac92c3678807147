import type { Command } from 'commander';
import type { Environment } from '../store/documents.ts';
import { commandActor, withContext } from './command-context.ts';
import { runCommand, UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import { textTable } from './text-table.ts';

interface RetryOptions {
  readonly cause?: string;
  readonly allFailed?: boolean;
  readonly environment: string;
  readonly json?: boolean;
}

/** `crossdock retry`: what failed, by cause, and another try for all of one cause. */
export function addRetryCommands(program: Command): void {
  program
    .command('retry')
    .description('Print what failed, by cause; with --cause or --all-failed try it again')
    .option('--cause <id>', 'everything that failed of this, as the list names it')
    .option('--all-failed', 'everything that failed')
    .option('--environment <name>', 'production or sandbox', 'production')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      '\nDeliveries keep their keys, so nothing is applied twice. The workers of the hub do the work.\nExit codes: 0 nothing failed, or handed over; 1 something has failed (the list); 2 wrong usage.',
    )
    .action((options: RetryOptions) => runCommand(() => retry(options)));
}

async function retry(options: RetryOptions): Promise<number> {
  const { cause, allFailed, environment, json } = options;
  if (environment !== 'production' && environment !== 'sandbox')
    throw new UsageError(`--environment is "${environment}"; it must be production or sandbox.`);
  if (cause !== undefined && allFailed) throw new UsageError('Say --cause or --all-failed, not both.');
  if (cause !== undefined && !/^[0-9a-f]{12}$/.test(cause))
    throw new UsageError(`--cause is "${cause}"; \`crossdock retry\` prints the causes there are.`);
  if (cause === undefined && !allFailed) return list(environment, json ?? false);
  const [{ continueRetries, retryMany }, { findBulkRetry, outcomeOfBulkRetry }] = await Promise.all([
    import('../flows/retry-many.ts'),
    import('../store/bulk-retries.ts'),
  ]);
  return withContext(process.env, async (context) => {
    const begun = await retryMany(context, { environment, cause }, commandActor());
    await continueRetries(context);
    const row = (await findBulkRetry(context.db.system, { id: begun.id })) ?? begun;
    const { id, total, done } = row;
    if (json) console.log(JSON.stringify({ id, total, done, ...(await outcomeOfBulkRetry(context.db.system, id)) }));
    else if (total === 0) console.log('Nothing has failed of this.');
    else console.log(`${done} of ${total} deliveries are tried again.`);
    return exitCodes.fine;
  });
}

async function list(environment: Environment, json: boolean): Promise<number> {
  const { readFailures } = await import('../store/read/failures.ts');
  return withContext(process.env, async (context) => {
    const failures = await context.db.system.transaction((tx) => readFailures(tx, environment));
    if (json) console.log(JSON.stringify({ failures }));
    else if (failures.length === 0) console.log(`Nothing has failed in ${environment}.`);
    else
      console.log(
        textTable(
          ['cause', 'count', 'since', 'code', 'partners', 'the newest says'],
          failures.map((one) => [
            ...[one.cause, String(one.count), one.firstAt?.toISOString() ?? '', one.code],
            ...[one.partners.join(', '), one.reason],
          ]),
        ),
      );
    return failures.length > 0 ? exitCodes.findings : exitCodes.fine;
  });
}
