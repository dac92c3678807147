import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Standards } from '../domain/x12/standard/standard.ts';
import { resolveHome } from '../embedded/home.ts';
import { ImportError } from '../library/standards/import-error.ts';
import {
  compileWithImports,
  importNames,
  importsFolder,
  productStandards,
  readImports,
  removeImport,
  saveImport,
} from '../library/standards/imports.ts';
import {
  type ImportSource,
  type PlannedImport,
  planImport,
  type SourceFault,
} from '../library/standards/plan-import.ts';
import { standardsFault } from '../library/templates.ts';
import { runCommand, UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import { formatStandards, listStandards } from './standards-list.ts';

interface ImportOptions {
  readonly version?: string;
  readonly complete?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `standards import`, `standards list` and `standards remove`: fuller tables of X12 beside those of the product. */
export function addStandardsCommands(program: Command): void {
  const standards = program
    .command('standards')
    .description('Load fuller tables of the X12 standard, see what is known');
  standards
    .command('import')
    .description("Check files with standards data and add them to the hub's; nothing is written when one has a fault")
    .argument('<file...>', 'standards files (JSON, see specs/x12/README.md) or code lists (CSV)')
    .option('--version <version>', 'of a code list: the version that it belongs to, such as 004010')
    .option('--complete', 'of a code list: it has all codes, so that any other is a fault and not a remark')
    .option('--dry-run', 'say what would be added and replaced, and write nothing')
    .option('--json', 'print one JSON object')
    .addHelpText(
      'after',
      `
A code list is CSV whose first line names the columns element, code and meaning:
  element,code,meaning
  355,CA,Case
What is imported is kept in the folder "standards" of CROSSDOCK_HOME. You are answerable for the licence of what you load.`,
    )
    .action((files: string[], options: ImportOptions) => runCommand(() => importFiles(files, options)));
  standards
    .command('list')
    .description('Show the versions and sets that are known, how many codes, and what was imported')
    .option('--json', 'print one JSON object')
    .action((options: { json?: boolean }) =>
      runCommand(() => {
        const list = listStandards(folder());
        console.log(options.json ? JSON.stringify(list, null, 2) : formatStandards(list));
        return exitCodes.fine;
      }),
    );
  standards
    .command('remove')
    .description('Take imports away again')
    .argument('<name...>', 'names as `standards list` shows them')
    .option('--json', 'print one JSON object')
    .action((names: string[], options: { json?: boolean }) => runCommand(() => remove(names, options)));
}

const folder = () => importsFolder(resolveHome(process.env));

function importFiles(paths: readonly string[], options: ImportOptions): number {
  const { version, complete = false, dryRun = false } = options;
  const sources = paths.map(sourceAt);
  const present = { product: productStandards(), imports: readImports(folder()) };
  const planned = planImport(sources, { version, complete }, present);
  const { plans } = planned;
  const faults = planned.standards === undefined ? planned.faults : unfit(paths, planned.standards);
  const fine = faults.length === 0;
  if (fine && !dryRun) for (const { name, file } of plans) saveImport(folder(), name, file);
  if (options.json) {
    const imports = plans.map(({ file, ...plan }) => ({ ...plan, version: file.version }));
    console.log(JSON.stringify({ written: fine && !dryRun, folder: folder(), imports, faults }, null, 2));
  } else if (!fine) {
    console.error(faultLines(faults).join('\n'));
  } else {
    for (const plan of plans) console.log(planLines(plan).join('\n'));
    console.log(
      dryRun
        ? 'Nothing was written: this was a dry run.'
        : `Imported into ${folder()}. A hub that is running takes it up at its next start.`,
    );
  }
  return fine ? exitCodes.fine : exitCodes.findings;
}

/** Our guides speak of elements and codes too, and must still be right. */
function unfit(paths: readonly string[], standards: Standards): readonly SourceFault[] {
  const why = standardsFault(standards);
  if (why === undefined) return [];
  return [{ path: paths.join(', '), message: `The data of the product do not go with it. ${why}` }];
}

function sourceAt(path: string): ImportSource {
  try {
    return { path, text: readFileSync(path, 'utf8') };
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}`);
  }
}

/** A terminal holds so many; --json has them all. */
const MOST_FAULTS = 100;

function faultLines(faults: readonly SourceFault[]): readonly string[] {
  const lines = faults.map(({ path, line, message }) => `${path}${line === undefined ? '' : `:${line}`}: ${message}`);
  const more = lines.length - MOST_FAULTS;
  const count = `${counted(faults.length, 'fault')}; nothing was imported.`;
  return [...lines.slice(0, MOST_FAULTS), ...(more > 0 ? [`… and ${more} more, which --json lists.`] : []), count];
}

function planLines({ name, path, file, again, changes }: PlannedImport): readonly string[] {
  const title = `${name} (X12 ${file.version}, from ${path})${again ? ', in place of the import of this name' : ''}:`;
  const lines = changes.map(({ part, key, name: what, change, codes }) => {
    const counts = codes
      ? [
          codes.added > 0 && `${counted(codes.added, 'code')} added`,
          codes.replaced > 0 && `${counted(codes.replaced, 'meaning')} replaced`,
          codes.removed > 0 && `${counted(codes.removed, 'code')} taken away`,
          codes.complete ? 'the list is complete' : 'other codes stay possible',
        ]
      : [];
    return `  ${part} ${key} ${what}: ${[change, ...counts].filter(Boolean).join(', ')}`;
  });
  return [title, ...lines];
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

function remove(names: readonly string[], options: { json?: boolean }): number {
  const there = importNames(folder());
  const unknown = names.filter((name) => !there.includes(name));
  if (unknown.length > 0) {
    const known = there.length === 0 ? 'nothing is imported' : `there are ${there.join(', ')}`;
    throw new UsageError(`There is no import ${unknown.join(', ')}; ${known}.`);
  }
  const wrong = usable([]) === undefined ? usable(names) : undefined;
  if (wrong !== undefined) {
    console.error(`Without ${names.join(', ')} the others cannot be used. Remove these too:\n${wrong}`);
    return exitCodes.findings;
  }
  for (const name of names) removeImport(folder(), name);
  if (options.json) console.log(JSON.stringify({ removed: names }));
  else console.log(`Removed: ${names.join(', ')}. A hub that is running lets go of it at its next start.`);
  return exitCodes.fine;
}

/** Why the imports without the ones to skip cannot be used; undefined when they can. */
function usable(skip: readonly string[]): string | undefined {
  try {
    compileWithImports(productStandards(), readImports(folder(), skip));
    return undefined;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return error.message;
  }
}
