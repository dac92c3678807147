import type { Command } from 'commander';
import { readDocument } from '../domain/documents/read-document.ts';
import { contentOf, runCommand, UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import { addKeyQuestionCommands } from './key-question-commands.ts';

interface LookupOptions {
  readonly partner: string;
  readonly name: string;
  readonly replace?: boolean;
  readonly json?: boolean;
}
type ListOptions = Pick<LookupOptions, 'partner' | 'json'> & { readonly name?: string };

const lookupName = /^[a-z][a-z0-9-]{0,39}$/;

/** `crossdock lookups`: cross references of partners, which mappings ask for by `lookup:`. */
export function addLookupCommands(program: Command): void {
  const lookups = program
    .command('lookups')
    .description('Cross references of partners: what their own keys mean to us, as mappings look them up')
    .addHelpText(
      'after',
      `
Changes hold at once, for documents that are translated from then on, and what waits for a key goes on; each is in the audit trail
with what was there before.
On the database of DATABASE_URL, else that of the running hub in CROSSDOCK_HOME.`,
    );
  const change = (usage: string, description: string) =>
    lookups
      .command(usage)
      .description(description)
      .requiredOption('--partner <name>', 'name of the partner')
      .requiredOption('--name <lookup>', 'name of the look-up, such as ship-to')
      .option('--json', 'print the counts as JSON');
  change('import <file>', 'Write the entries of a CSV file with the columns key and value; - is standard input')
    .option('--replace', 'remove entries that the file does not have')
    .action((file: string, options: LookupOptions) =>
      runCommand(async () => write(options, entriesOf(file, await contentOf(file)))),
    );
  change('set <key> <value>', 'Say what a key means').action((key: string, value: string, options: LookupOptions) =>
    runCommand(() => write(options, new Map([[key, value]]))),
  );
  change('remove <key>', 'Remove an entry').action((key: string, options: LookupOptions) =>
    runCommand(() => write(options, new Map([[key, null]]))),
  );
  addKeyQuestionCommands(lookups);
  lookups
    .command('list')
    .description('Print the entries of a partner')
    .requiredOption('--partner <name>', 'name of the partner')
    .option('--name <lookup>', 'only this look-up')
    .option('--json', 'print one JSON object per entry')
    .action((options: ListOptions) => runCommand(() => list(options)));
}

async function write(options: LookupOptions, changes: ReadonlyMap<string, string | null>): Promise<number> {
  const { partner, name, replace = false, json } = options;
  if (!lookupName.test(name)) throw new UsageError('--name is a word of small letters, digits and -, such as ship-to.');
  const [[{ inTransaction, partnerCalled }, { changeLookup }], { takeUpAnswered }] = await Promise.all([
    load(),
    import('../flows/cross-references/resume.ts'),
  ]);
  const { written, removed, resumed } = await inTransaction(async ({ tx, tools, who }) => {
    const orgId = await partnerCalled(tx, partner);
    const changed = await changeLookup(tx, { orgId, ...who, name, changes, replace, at: tools.now() });
    const taken = await takeUpAnswered(tools, tx, { orgId, actor: who.actor });
    return { ...changed, resumed: taken.reduce((sum, { total }) => sum + total, 0) };
  });
  const more = resumed > 0 ? ` ${resumed} that waited ${resumed === 1 ? 'goes' : 'go'} on.` : '';
  if (json) console.log(JSON.stringify({ partner, name, written, removed, resumed }));
  else console.log(`${name} of ${partner}: ${written} written, ${removed} removed.${more}`);
  return exitCodes.fine;
}

const load = () => Promise.all([import('./partner-choice.ts'), import('../flows/lookups.ts')]);

/** @throws UsageError with the first thing that is wrong, and its line. */
export function entriesOf(file: string, bytes: Uint8Array): ReadonlyMap<string, string> {
  const { root, findings } = readDocument(bytes, { name: 'csv', csv: { delimiter: ',', quote: '"', header: true } });
  const [fault] = findings;
  if (!root || fault) throw new UsageError(`${file}: ${fault?.explanation ?? 'It cannot be read.'}`);
  const entries = new Map<string, string>();
  for (const [index, row] of root.children.entries()) {
    const [key, value] = ['key', 'value'].map((name) => row.children.find((cell) => cell.name === name)?.text);
    const at = `${file}: row ${index + 1}`;
    if (key === undefined || value === undefined)
      throw new UsageError(`${file}: The columns must be called key and value.`);
    if (key === '' || value === '') throw new UsageError(`${at} has no ${key === '' ? 'key' : 'value'}.`);
    if (entries.has(key)) throw new UsageError(`${at}: the key ${key} stands there a second time.`);
    entries.set(key, value);
  }
  if (entries.size === 0) throw new UsageError(`${file} has no entries.`);
  return entries;
}

async function list({ partner, name, json }: ListOptions): Promise<number> {
  const [[{ inTransaction, partnerCalled }], { listCrossReferences }] = await Promise.all([
    load(),
    import('../store/cross-references.ts'),
  ]);
  const found = await inTransaction(async ({ tx }) => listCrossReferences(tx, await partnerCalled(tx, partner), name));
  for (const entry of found) {
    console.log(json ? JSON.stringify(entry) : `${entry.name}\t${entry.key}\t${entry.value}`);
  }
  return exitCodes.fine;
}
