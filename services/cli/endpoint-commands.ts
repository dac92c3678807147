import type { Command } from 'commander';
import { runCommand } from './command-input.ts';

const load = () => import('./endpoint-work.ts');

export interface EndpointOptions {
  readonly partner?: string;
  readonly environment: string;
  readonly json?: boolean;
}

/** `crossdock endpoint`: where documents are exchanged. */
export function addEndpointCommands(program: Command): void {
  const endpoint = program
    .command('endpoint')
    .description('Where documents are exchanged: the HTTPS inbox and outbox, as partners must know them')
    .addHelpText(
      'after',
      `
Addresses are those under which the hub was last started; set CROSSDOCK_URL to the one that partners reach it by.
On the database of DATABASE_URL, else that of the running hub in CROSSDOCK_HOME.
Exit codes: 0 fine, 2 wrong usage.`,
    );
  const command = (name: string, description: string) =>
    endpoint
      .command(name)
      .description(description)
      .option('--partner <name>', 'with what is agreed with this partner')
      .option(
        '--environment <name>',
        'production or sandbox: whose agreements; the key decides where a document goes',
        'production',
      )
      .option('--json', 'print one JSON object');
  command('list', 'Print the endpoints with their addresses').action((options: EndpointOptions) =>
    runCommand(async () => (await load()).list(options)),
  );
  command('show <endpoint>', 'Print one: address, key, and a command to try it with (inbox or outbox)').action(
    (id: string, options: EndpointOptions) => runCommand(async () => (await load()).show(id, options)),
  );
}
