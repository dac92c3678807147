import type { Command } from 'commander';
import { runCommand } from './command-input.ts';

export interface GuideImportOptions {
  readonly partner?: string;
  readonly set?: string;
  readonly version?: string;
  readonly accept?: boolean;
  readonly json?: boolean;
}

/** `crossdock guide`: the specifications that partners have, as guides. */
export function addGuideCommands(program: Command): void {
  const guide = program
    .command('guide')
    .description('Guides of partners: take a specification that they have, list what there is');
  guide
    .command('import')
    .description('Show what a specification would become, and with --accept take it into the draft of a partner')
    .argument(
      '<file>',
      'SEF, OpenEDI JSON, MuleSoft ESL, layout table (XLSX, CSV), guide (YAML, JSON); PDF and Word are kept',
    )
    .option('--partner <name>', 'name or id of the partner; without it nothing but the file is looked at')
    .option('--set <set>', 'which set of the file, or which one it is for where the file does not say')
    .option(
      '--version <version>',
      'version that the guide is written for, such as 004010; that of the file unless given',
    )
    .option('--accept', 'take it into the draft; needs --partner')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  crossdock guide import their-945.sef
  crossdock guide import layout.xlsx --set 945 --partner "Harbour Row Storage"
  crossdock guide import layout.xlsx --set 945 --partner "Harbour Row Storage" --accept

Without --partner no hub is needed, and the mapping fields that it affects are not told.
Exit codes: 0 all of the file is in the guide, 1 something is not, 2 wrong usage or a file that cannot be taken.`,
    )
    .action((file: string, options: GuideImportOptions) =>
      runCommand(async () => (await import('./guide-work.ts')).importGuide(file, options)),
    );
  guide
    .command('list')
    .description('List the guides of a partner with the files that they were made of, and the agreed deviations')
    .requiredOption('--partner <name>', 'name or id of the partner')
    .option('--json', 'print one JSON object')
    .action((options: { partner: string; json?: boolean }) =>
      runCommand(async () => (await import('./guide-work.ts')).listGuides(options)),
    );
}
