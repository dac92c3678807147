import type { Command } from 'commander';
import { runCommand } from './command-input.ts';

const load = () => import('./journey-work.ts');

export interface JourneyOptions {
  readonly partner: string;
  readonly json?: boolean;
}
export interface ListOptions {
  readonly turn?: string;
  readonly json?: boolean;
}
export interface WaiveOptions extends JourneyOptions {
  readonly why: string;
  readonly until: string;
}

const beside = `
On the database of DATABASE_URL, else that of the running hub in CROSSDOCK_HOME.
Exit codes: 0 fine, 1 something is past due, 2 wrong usage or refused.`;

/** `crossdock journey` and `crossdock requirement`: where partners stand on their way to production. */
export function addJourneyCommands(program: Command): void {
  const journey = program
    .command('journey')
    .description('Where partners stand on their way to production: list, show')
    .addHelpText('after', `\nComputed from the evidence; nothing of it is ticked by hand.${beside}`);
  journey
    .command('list')
    .description('Print all partners by whose turn it is, ours first')
    .option('--turn <side>', 'those where something waits for partner or team')
    .option('--json', 'print one JSON object')
    .action((options: ListOptions) => runCommand(async () => (await load()).list(options)));
  journey
    .command('show')
    .description('Print stage, whose turn it is, what is due, what comes later, and what is met by what')
    .requiredOption('--partner <name>', 'name of the partner')
    .option('--json', 'print one JSON object')
    .action((options: JourneyOptions) => runCommand(async () => (await load()).show(options)));
  const requirement = program
    .command('requirement')
    .description('What is asked for before documents go live: waive')
    .addHelpText('after', beside);
  requirement
    .command('waive <id>')
    .description('Let a requirement be until a day; `crossdock journey show` prints the ids')
    .requiredOption('--partner <name>', 'name of the partner')
    .requiredOption('--why <reason>', 'stands beside the requirement, for both sides')
    .requiredOption('--until <day>', 'such as 2027-03-01; in the past it ends the waiver that is there')
    .option('--json', 'print one JSON object')
    .action((id: string, options: WaiveOptions) => runCommand(async () => (await load()).waiveIt(id, options)));
}
