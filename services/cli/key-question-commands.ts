import type { Command } from 'commander';
import { type KeyKind, keyKinds } from '../domain/cross-references.ts';
import { runCommand, UsageError } from './command-input.ts';

export interface QuestionOptions {
  readonly partner: string;
  readonly environment: 'production' | 'sandbox';
  readonly kind?: KeyKind;
  readonly find?: string;
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly acceptExact?: boolean;
}

const help = {
  waiting: `
A key is asked for once, however many events wait for it. --csv prints a file to fill in and to hand to \`lookups answer\`.
Exit codes: 0 nothing waits; 1 something does; 2 wrong usage.`,
  suggest: `
Looks in the Odoo of the environment now: by barcode, internal reference, number of a vendor and name. Nothing is written without --accept-exact.`,
  answer: `
Either <key> <value> with --kind, or --file with the columns kind, key and value; rows without a value are left open.
An item is said by its internal reference or barcode, a location by the short name of its warehouse, a unit by its name, a number
of pieces or "packaging", a contact by its reference or id:42. Everything goes on of which each key has an answer then.`,
};

/** \`crossdock lookups waiting|suggest|answer\`: keys of partners that Odoo knows nothing by. */
export function addKeyQuestionCommands(lookups: Command): void {
  const command = (usage: string, description: string, more: string) =>
    lookups
      .command(usage)
      .description(description)
      .requiredOption('--partner <name>', 'name of the partner')
      .option('--environment <name>', 'production or sandbox', 'production')
      .option('--kind <kind>', `kind of key: ${keyKinds.join(', ')}`)
      .option('--json', 'print one JSON object')
      .addHelpText('after', more);
  const work = () => import('./key-question-work.ts');
  command('waiting', 'Print the keys that Odoo knows nothing by, and how much waits for each', help.waiting)
    .option('--find <words>', 'only what holds these words')
    .option('--csv', 'print a CSV file with an empty column for what each is')
    .action((options: QuestionOptions) => runCommand(async () => (await work()).waiting(checked(options))));
  command('suggest', 'Print what the keys may be in Odoo, each with its reason', help.suggest)
    .option('--find <words>', 'only what holds these words')
    .option('--accept-exact', 'write those that can mean nothing else, and let go on what waits for them')
    .action((options: QuestionOptions) => runCommand(async () => (await work()).suggest(checked(options))));
  command(
    'answer [key] [value]',
    'Say what keys are in Odoo, and let everything go on that waited for them',
    help.answer,
  )
    .option('--file <file>', 'a CSV file; - is standard input')
    .action(
      (key: string | undefined, value: string | undefined, options: QuestionOptions & { readonly file?: string }) =>
        runCommand(async () => (await work()).answerKeys(checked(options), { key, value, file: options.file })),
    );
}

function checked<T extends QuestionOptions>(options: T): T {
  const { environment, kind } = options;
  if (environment !== 'production' && environment !== 'sandbox')
    throw new UsageError(`--environment is "${environment}"; it must be production or sandbox.`);
  if (kind !== undefined && !keyKinds.includes(kind))
    throw new UsageError(`--kind is "${kind}"; it must be one of ${keyKinds.join(', ')}.`);
  return options;
}
