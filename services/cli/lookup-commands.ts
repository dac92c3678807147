import type { Command } from 'commander';
import { secretKeys } from '../bin/config.ts';
import { readDocument } from '../domain/documents/read-document.ts';
import { resolveHome } from '../embedded/home.ts';
import type { Tx } from '../store/database.ts';
import { contentOf, runCommand, UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';

interface LookupOptions {
  readonly partner: string;
  readonly name?: string;
  readonly replace?: boolean;
  readonly json?: boolean;
}

const lookupName = /^[a-z][a-z0-9-]{0,39}$/;

/** `lookups import` and `lookups list`: cross references of partners, which mappings ask for by `lookup:`. */
export function addLookupCommands(program: Command): void {
  const lookups = program
    .command('lookups')
    .description('Cross references of partners: what their own keys mean to us, as mappings look them up')
    .addHelpText('after', '\nOn the database of DATABASE_URL, else that of the running hub in CROSSDOCK_HOME.');
  lookups
    .command('import <file>')
    .description('Write the entries of a CSV file with the columns key and value; - is standard input')
    .requiredOption('--partner <name>', 'name of the organisation')
    .requiredOption('--name <lookup>', 'name of the look-up, such as ship-to')
    .option('--replace', 'remove entries that the file does not have')
    .option('--json', 'print the counts as JSON')
    .action((file: string, options: LookupOptions) => runCommand(() => importFile(file, options)));
  lookups
    .command('list')
    .description('Print the entries of a partner')
    .requiredOption('--partner <name>', 'name of the organisation')
    .option('--name <lookup>', 'only this look-up')
    .option('--json', 'print one JSON object per entry')
    .action((options: LookupOptions) => runCommand(() => list(options)));
}

async function importFile(file: string, options: LookupOptions): Promise<number> {
  const { name = '' } = options;
  if (!lookupName.test(name)) throw new UsageError('--name is a word of small letters, digits and -, such as ship-to.');
  const entries = entriesOf(file, await contentOf(file));
  const { importCrossReferences } = await import('../store/cross-references.ts');
  const counts = await withPartner(options.partner, (tx, orgId) =>
    importCrossReferences(tx, orgId, name, entries, { replace: options.replace ?? false, at: new Date() }),
  );
  if (options.json) console.log(JSON.stringify({ partner: options.partner, name, ...counts }));
  else console.log(`${counts.written} entries of ${name} written for ${options.partner}, ${counts.removed} removed.`);
  return exitCodes.fine;
}

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

async function list(options: LookupOptions): Promise<number> {
  const { listCrossReferences } = await import('../store/cross-references.ts');
  const found = await withPartner(options.partner, (tx, orgId) => listCrossReferences(tx, orgId, options.name));
  for (const entry of found) {
    console.log(options.json ? JSON.stringify(entry) : `${entry.name}\t${entry.key}\t${entry.value}`);
  }
  return exitCodes.fine;
}

async function withPartner<T>(partner: string, work: (tx: Tx, orgId: string) => Promise<T>): Promise<T> {
  const [{ openDatabase }, { commandLogins }, { reachable }] = await Promise.all([
    import('../store/database.ts'),
    import('../bin/database.ts'),
    import('./command-context.ts'),
  ]);
  const home = resolveHome(process.env);
  const logins = await commandLogins(reachable(process.env, home), () => secretKeys(process.env, home));
  const db = openDatabase({ logins, keys: undefined, maxConnections: 4 });
  try {
    return await db.system.transaction(async (tx) => {
      const found = (await tx('organization').where({ name: partner }).select('id')) as { id: string }[];
      const [only] = found;
      if (!only) throw new UsageError(`There is no organisation called ${partner}.`);
      if (found.length > 1) throw new UsageError(`${found.length} organisations are called ${partner}.`);
      return work(tx, only.id);
    });
  } finally {
    await db.close();
  }
}
