import { type Command, InvalidArgumentError } from 'commander';
import { scopes } from '../store/api-keys.ts';
import { runCommand } from './command-input.ts';

const load = () => import('./key-work.ts');

export interface KeyOptions {
  readonly organization?: string;
  readonly environment?: string;
  readonly json?: boolean;
}
export interface CreateKeyOptions extends KeyOptions {
  readonly organization: string;
  readonly environment: string;
  readonly name: string;
  readonly scope?: readonly string[];
  readonly days: number;
}

const several = (text: string, before: readonly string[] = []) => [...before, text];
function days(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 730)
    throw new InvalidArgumentError('It is a number of days, 1 to 730.');
  return value;
}

/** `crossdock key`: API keys, with which machines of partners call. */
export function addKeyCommands(program: Command): void {
  const key = program
    .command('key')
    .description("API keys of partners' machines: list, create, revoke")
    .addHelpText(
      'after',
      '\nOn the database of DATABASE_URL, else that of the running hub in CROSSDOCK_HOME.\nExit codes: 0 fine, 2 wrong usage or refused.',
    );
  key
    .command('list')
    .description('Print the keys of all partners, or of one: what they may do, when they end, when they were last used')
    .option('--organization <name>', 'name or id of the partner')
    .option('--environment <name>', 'production or sandbox; both unless given')
    .option('--json', 'print one JSON object')
    .action((options: KeyOptions) => runCommand(async () => (await load()).list(options)));
  key
    .command('create')
    .description('Make a key; it is printed once and kept nowhere')
    .requiredOption('--organization <name>', 'name or id of the partner')
    .requiredOption('--environment <name>', 'production or sandbox')
    .requiredOption('--name <name>', 'what the key is called in messages and in the audit trail')
    .option('--scope <scope>', `what it may do; repeat it. All unless given: ${scopes.join(', ')}`, several)
    .option('--days <n>', 'how long it lives', days, 365)
    .option('--json', 'print one JSON object')
    .action((options: CreateKeyOptions) => runCommand(async () => (await load()).create(options)));
  key
    .command('revoke <key>')
    .description('Revoke a key, by its prefix (cdk_…) or id: it opens nothing any more, at once and for good')
    .option('--json', 'print one JSON object')
    .action((wanted: string, options: KeyOptions) => runCommand(async () => (await load()).revoke(wanted, options)));
}
