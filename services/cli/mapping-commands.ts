import { type Command, InvalidArgumentError, Option } from 'commander';
import { runCommand } from './command-input.ts';
import type { CheckOptions } from './mapping-check.ts';
import type { DiffOptions } from './mapping-diff.ts';
import type { ExplainOptions } from './mapping-explain.ts';
import type { RunOptions } from './mapping-files.ts';
import type { ReviewOptions, WhatIfOptions } from './mapping-review.ts';

const exits = `
Exit codes: 0 fine, 1 faults, findings or differences, 2 wrong usage or a file that cannot be used.`;

/** `mapping check`, `run`, `explain` and `diff`, and what is done to mappings of a partner: `review`, `approve`, `return`, `what-if`. Each loads its parts when it runs. */
export function addMappingCommands(program: Command): void {
  const mapping = program
    .command('mapping')
    .description('Work on the mappings and guides of a partner: check, run, explain, compare, review')
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
  addReviews(mapping);
  addWhatIf(mapping);
}

const loadReview = () => import('./mapping-review.ts');
const onTheHub = `
On the database of DATABASE_URL, else that of the running hub in CROSSDOCK_HOME.`;

/** What is done to a mapping of a partner's draft, beside the hub. */
function addReviews(mapping: Command): void {
  const command = (name: string, what: 'ask' | 'approve' | 'return', description: string) => {
    const made = mapping
      .command(name)
      .description(description)
      .argument('<mapping>', 'its file below mappings/ of the draft, such as 945-in.yaml')
      .requiredOption('--partner <name>', 'name of the partner')
      .option('--json', 'print one JSON object')
      .addHelpText('after', `${onTheHub}\nExit codes: 0 fine, 2 wrong usage or refused.`)
      .action((file: string, options: ReviewOptions) =>
        runCommand(async () => (await loadReview()).review(what, file, options)),
      );
    return what === 'return'
      ? made.requiredOption('--note <text>', 'what has to change')
      : made.option('--note <text>', 'what to say with it');
  };
  command('review', 'ask', 'Ask for a review of a mapping as the draft has it');
  command('approve', 'approve', 'Approve it; whoever wrote it cannot');
  command('return', 'return', 'Return it with a note; whoever wrote it cannot');
}

function addWhatIf(mapping: Command): void {
  mapping
    .command('what-if')
    .description('Tell what a mapping of the draft, or a file, would make of the partner’s last documents')
    .requiredOption('--partner <name>', 'name of the partner')
    .requiredOption('--mapping <file>', 'its file below mappings/ of the draft, such as 945-in.yaml')
    .option('--file <path>', 'a text to take in its place')
    .addOption(
      new Option('--environment <name>', 'whose documents').choices(['production', 'sandbox']).default('production'),
    )
    .option('--count <number>', 'how many documents, the newest first; 50 at most', countOf, 50)
    .option('--json', 'print one JSON object')
    .addHelpText('after', `${onTheHub}\nExit codes: 0 nothing would change, 1 something would, 2 wrong usage.`)
    .action((options: WhatIfOptions) => runCommand(async () => (await loadReview()).whatIf(options)));
}

function countOf(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 50) return count;
  throw new InvalidArgumentError('It must be a number from 1 to 50.');
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
