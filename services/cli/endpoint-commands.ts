import type { Command } from 'commander';
import { runCommand } from './command-input.ts';

const load = () => import('./endpoint-work.ts');

export interface ListOptions {
  readonly partner?: string;
  readonly environment?: string;
  readonly json?: boolean;
}
export interface EndpointOptions {
  readonly partner: string;
  readonly environment: string;
  readonly json?: boolean;
}
export interface SettingOptions extends EndpointOptions {
  readonly set?: readonly string[];
  readonly setFile?: readonly string[];
}
export interface AddOptions extends SettingOptions {
  readonly channel: string;
}
export interface ChangeOptions extends SettingOptions {
  readonly rename?: string;
  readonly unset?: readonly string[];
}

const several = (text: string, before: readonly string[] = []) => [...before, text];

/** `crossdock endpoint`: where documents of partners are exchanged. */
export function addEndpointCommands(program: Command): void {
  const endpoint = program
    .command('endpoint')
    .description('Where documents of partners are exchanged: list, show, add, change, test, pause, resume, remove')
    .addHelpText(
      'after',
      `
An agreement names the endpoint at which its document is exchanged. While one does not answer, what is for it waits in its order and goes out by itself.
Commands about a folder need CROSSDOCK_FOLDERS as the hub has it.
Addresses are those under which the hub was last started; set CROSSDOCK_URL to the one that partners reach it by.
On the database of DATABASE_URL, else that of the running hub in CROSSDOCK_HOME.
Exit codes: 0 fine, 1 a test says that the endpoint does not work, 2 wrong usage or refused.`,
    );
  endpoint
    .command('list')
    .description('Print endpoints with their state, what waits there, and addresses ready to copy')
    .option('--partner <name>', 'of this partner; of all unless given')
    .option('--environment <name>', 'production or sandbox; both unless given')
    .option('--json', 'print one JSON object')
    .action((options: ListOptions) => runCommand(async () => (await load()).list(options)));
  endpoint
    .command('channels')
    .description('Print the channels of this hub and what their endpoints are set up with')
    .option('--json', 'print one JSON object')
    .action((options: { readonly json?: boolean }) => runCommand(async () => (await load()).channels(options)));
  const one = (name: string, description: string) =>
    endpoint
      .command(`${name} <endpoint>`)
      .description(description)
      .requiredOption('--partner <name>', 'whose endpoint')
      .option('--environment <name>', 'production or sandbox', 'production')
      .option('--json', 'print one JSON object');
  const settings = (command: Command) =>
    command
      .option('--set <name=value>', 'a setting of its channel; repeat it', several)
      .option('--set-file <name=file>', 'a setting from a file, or from standard input for -; for secrets', several);
  one('show', 'Print one: settings, state, addresses, and commands to try them with').action(
    (name: string, options: EndpointOptions) => runCommand(async () => (await load()).show(name, options)),
  );
  settings(one('add', 'Add an endpoint under a name that agreements can say'))
    .requiredOption(
      '--channel <name>',
      'such as https, folder or webhook; `crossdock endpoint channels` prints what each is set up with',
    )
    .action((name: string, options: AddOptions) => runCommand(async () => (await load()).add(name, options)));
  settings(one('change', 'Change settings or the name; what is not said stays as it is'))
    .option('--unset <name>', 'a setting that is to have no value; repeat it', several)
    .option('--rename <name>', 'what it is to be called')
    .action((name: string, options: ChangeOptions) => runCommand(async () => (await load()).change(name, options)));
  one('test', 'Try its settings now; nothing is sent').action((name: string, options: EndpointOptions) =>
    runCommand(async () => (await load()).test(name, options)),
  );
  one('pause', 'Hold back what is for it, and do not look there').action((name: string, options: EndpointOptions) =>
    runCommand(async () => (await load()).pause(name, options, 'paused')),
  );
  one('resume', 'Let what is for it go on, at once').action((name: string, options: EndpointOptions) =>
    runCommand(async () => (await load()).pause(name, options, 'resumed')),
  );
  one('remove', 'Remove it; refused while an agreement names it or documents wait for it').action(
    (name: string, options: EndpointOptions) => runCommand(async () => (await load()).remove(name, options)),
  );
}
