import type { Command } from 'commander';
import { runCommand } from './command-input.ts';
import type { CheckOptions } from './mapping-check.ts';
import type { DiffOptions } from './mapping-diff.ts';
import type { ExplainOptions } from './mapping-explain.ts';
import type { RunOptions } from './mapping-files.ts';

const exits = `
Exit codes: 0 fine, 1 faults, findings or differences, 2 wrong usage or a file that cannot be used.`;

/** `mapping check`, `run`, `explain` and `diff`. Each loads its parts when it runs. */
export function addMappingCommands(program: Command): void {
  const mapping = program
    .command('mapping')
    .description('Work on the mappings and guides of a partner: check, run, explain, compare')
    .addHelpText(
      'after',
      `
Examples:
  crossdock mapping check partners/standard-3pl
  crossdock mapping run partners/standard-3pl/mappings/945-in.yaml 945.x12
  crossdock mapping explain partners/standard-3pl/mappings/945-in.yaml 945.x12 --field /lines/0/product
  crossdock mapping diff 945-in.old.yaml partners/standard-3pl/mappings/945-in.yaml documents/`,
    );
  addCheck(mapping);
  addRun(mapping);
  addExplain(mapping);
  addDiff(mapping);
}

function addCheck(mapping: Command): void {
  mapping
    .command('check')
    .description('Tell every fault of mappings, guides, tables and configurations, with its line')
    .argument('<path...>', 'files, or folders of configurations')
    .option(
      '--coverage',
      'tell for each mapping which mandatory elements it takes, which fields it fills, what it drops',
    )
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  crossdock mapping check mappings/945-in.yaml
  crossdock mapping check --coverage partners/standard-3pl
${exits}`,
    )
    .action((paths: string[], options: CheckOptions) =>
      runCommand(async () => (await import('./mapping-check.ts')).checkMappings(paths, options)),
    );
}

/** What run and explain take alike. */
function withRunOptions(command: Command): Command {
  return command
    .argument('<mapping>', 'mapping file; tables, zone and guides of the configuration that it lies in are used')
    .argument('<document>', 'document to read, or for a mapping to X12 the event as JSON; - for standard input')
    .option('--configuration <dir>', 'folder of a configuration, for a mapping that lies in none')
    .option('--context <file>', 'JSON file with zone, values and lookups that the hub would know')
    .option('--json', 'print one JSON object');
}

function addRun(mapping: Command): void {
  withRunOptions(mapping.command('run'))
    .description('Print the events that a mapping makes of a document, or the set that it makes of an event')
    .addHelpText(
      'after',
      `
Examples:
  crossdock mapping run partners/standard-carrier/mappings/214-in.yaml 214.x12
  crossdock mapping run partners/standard-3pl/mappings/940-out.yaml order.event.json
${exits}`,
    )
    .action((file: string, document: string, options: RunOptions) =>
      runCommand(async () => (await import('./mapping-run.ts')).runMapping(file, document, options)),
    );
}

function addExplain(mapping: Command): void {
  withRunOptions(mapping.command('explain'))
    .description('Tell for each field where its value comes from: place, bytes and line of the mapping')
    .option(
      '--field <pointer>',
      'only this field and what is in it, such as /lines/0; to X12 an element such as W05-02',
    )
    .addHelpText(
      'after',
      `
Examples:
  crossdock mapping explain partners/standard-carrier/mappings/214-in.yaml 214.x12
  crossdock mapping explain partners/standard-3pl/mappings/940-out.yaml order.event.json --field W01-05
${exits}`,
    )
    .action((file: string, document: string, options: ExplainOptions) =>
      runCommand(async () => (await import('./mapping-explain.ts')).explainMapping(file, document, options)),
    );
}

function addDiff(mapping: Command): void {
  mapping
    .command('diff')
    .description('Run two versions of a mapping or configuration over a folder of documents and tell what differs')
    .argument('<old>', 'mapping file or configuration folder')
    .argument('<new>', 'the same, changed')
    .argument('<documents>', 'folder; all files in it and below are read')
    .option('--configuration <dir>', 'folder of a configuration, for mappings that lie in none')
    .option('--context <file>', 'JSON file with zone, values and lookups that the hub would know')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  git show HEAD:partners/standard-3pl/mappings/945-in.yaml > /tmp/945-in.yaml
  crossdock mapping diff /tmp/945-in.yaml partners/standard-3pl/mappings/945-in.yaml documents/ --configuration partners/standard-3pl
${exits}`,
    )
    .action((before: string, after: string, documents: string, options: DiffOptions) =>
      runCommand(async () => (await import('./mapping-diff.ts')).diffMappings(before, after, documents, options)),
    );
}
