import type { Command } from 'commander';
import { runCommand } from './command-input.ts';

const load = () => import('./company-work.ts');

export interface CompanyIdOptions {
  readonly qualifier: string;
  readonly id: string;
  readonly group?: string;
  readonly environment?: string;
  readonly json?: boolean;
}

/** `crossdock company`: the company that runs this hub, as partners address it. */
export function addCompanyCommands(program: Command): void {
  const company = program
    .command('company')
    .description('Your own company: how it is called in envelopes')
    .addHelpText(
      'after',
      '\nOn the database of DATABASE_URL, else that of the running hub in CROSSDOCK_HOME.\nExit codes: 0 fine, 2 wrong usage or refused.',
    );
  company
    .command('show')
    .description('Print the name and the trading ids, which partners write as the receiver')
    .option('--json', 'print one JSON object')
    .action((options: { json?: boolean }) => runCommand(async () => (await load()).show(options)));
  company
    .command('id')
    .description('Say how you are called in envelopes, in place of what was said before')
    .requiredOption('--qualifier <code>', 'qualifier in ISA, such as ZZ, 02 or 12')
    .requiredOption('--id <id>', 'id in ISA, at most 15 characters')
    .option('--group <id>', 'id in GS, where that is another')
    .option('--environment <name>', 'production or sandbox; both unless given')
    .option('--json', 'print one JSON object')
    .action((options: CompanyIdOptions) => runCommand(async () => (await load()).setId(options)));
}
