import type { Command } from 'commander';
import { runCommand } from './command-input.ts';
import type { EndpointOptions } from './endpoint-commands.ts';

const load = () => import('./webhook-work.ts');

export interface DeliveriesOptions extends EndpointOptions {
  readonly state?: string;
  readonly limit: string;
}
export interface ReplayOptions extends EndpointOptions {
  readonly delivery?: string;
  readonly dead?: boolean;
  readonly from?: string;
  readonly to?: string;
}

/** `crossdock webhook`: what is posted to partners. */
export function addWebhookCommands(program: Command): void {
  const webhook = program
    .command('webhook')
    .description('Events that are posted to partners: deliveries, log, replay, test, rotate, retire')
    .addHelpText(
      'after',
      `
A webhook is an endpoint of the channel webhook: \`crossdock endpoint add NAME --channel webhook --set url=https://…\` adds one and prints its secret.
What is not taken is tried again after 5 seconds, 5 minutes, 30 minutes, 2 hours, then every 4 hours, for a day; then it is a dead letter. While nothing
answers at all, one event asks now and then, and the others go when it answers. After a day of failures only, or an answer 410, the endpoint is stopped.
On the database of DATABASE_URL, else that of the running hub in CROSSDOCK_HOME.
Exit codes: 0 fine, 1 there are dead letters or a test was not taken, 2 wrong usage or refused.`,
    );
  const one = (name: string, description: string) =>
    webhook
      .command(`${name} <endpoint>`)
      .description(description)
      .requiredOption('--partner <name>', 'whose endpoint')
      .option('--environment <name>', 'production or sandbox', 'production')
      .option('--json', 'print one JSON object');
  one('deliveries', 'Print what was and is to be posted, newest first')
    .option('--state <name>', 'waiting, delivered or dead')
    .option('--limit <count>', 'so many at most', '50')
    .action((name: string, options: DeliveriesOptions) =>
      runCommand(async () => (await load()).deliveries(name, options)),
    );
  one('log', 'Print the newest tries: what was answered, and after how long').action(
    (name: string, options: EndpointOptions) => runCommand(async () => (await load()).log(name, options)),
  );
  one('replay', 'Post events once more, under the ids that they had')
    .option('--delivery <id>', 'this one')
    .option('--dead', 'all dead letters')
    .option('--from <time>', 'all that was received since, such as 2026-11-23T12:00:00Z')
    .option('--to <time>', 'and until then; until now unless given')
    .action((name: string, options: ReplayOptions) => runCommand(async () => (await load()).replay(name, options)));
  one('test', 'Post a made-up event, marked as a test')
    .requiredOption('--type <name>', 'type of the event, such as shipment.milestone.v1')
    .action((name: string, options: EndpointOptions & { readonly type: string }) =>
      runCommand(async () => (await load()).test(name, options)),
    );
  one('rotate', 'Make a further secret, and print it once; the former ones sign too').action(
    (name: string, options: EndpointOptions) => runCommand(async () => (await load()).rotate(name, options)),
  );
  one('retire', 'Take all secrets out of use but the newest').action((name: string, options: EndpointOptions) =>
    runCommand(async () => (await load()).retire(name, options)),
  );
}
