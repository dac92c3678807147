import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { MappingFault } from '../domain/language/fault.ts';
import { entriesBelow } from '../library/templates.ts';
import type { ConfigurationFiles } from '../store/configurations.ts';
import { UsageError } from './command-input.ts';

// A partner's configuration as a folder of files, as it goes into git.

const crossReferencePath = /^cross-references\/([a-z][a-z0-9-]{0,39})\.csv$/;
const ownPaths = [
  /^(partner|tables|lookups)\.yaml$/,
  /^mappings\/[A-Za-z0-9._-]+\.ya?ml$/,
  /^guides\/([A-Za-z0-9-]+\/)?[A-Za-z0-9-]+\.ya?ml$/,
  /^samples\/[A-Za-z0-9._-]+$/,
  /^[A-Za-z0-9._-]+\.md$/,
];
const isOwn = (path: string) => ownPaths.some((form) => form.test(path));
const largestBytes = 2 * 1024 * 1024;
const largestTableBytes = 32 * 1024 * 1024;
const mostFiles = 1000;

/** Cross references of a partner, by name of the look-up. */
export type CrossReferenceTables = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface ConfigurationFolder {
  readonly files: ConfigurationFiles;
  /** CSV by name of the look-up. */
  readonly crossReferences: ReadonlyMap<string, Buffer>;
  readonly faults: readonly MappingFault[];
}

/** Reads a folder; hidden files, such as those of git, are left alone. @throws UsageError when it holds no configuration */
export function readConfigurationFolder(folder: string): ConfigurationFolder {
  if (!holdsConfiguration(folder)) throw new UsageError(`${folder} holds no configuration: it has no partner.yaml.`);
  const files = new Map<string, Buffer>();
  const crossReferences = new Map<string, Buffer>();
  const faults: MappingFault[] = [];
  const fault = (file: string, message: string) => void faults.push({ file, line: 1, column: 1, message });
  const entries = entriesBelow(folder);
  if (entries.length > mostFiles) fault('partner.yaml', `A configuration has at most ${mostFiles} files.`);
  for (const { path, isFile } of entries.slice(0, mostFiles)) {
    const file = join(folder, path);
    const [, name] = crossReferencePath.exec(path) ?? [];
    const largest = name === undefined ? largestBytes : largestTableBytes;
    if (!isFile) fault(path, 'This is a link or no file, which is not followed; put the file itself there.');
    else if (name === undefined && !isOwn(path))
      fault(path, 'This is no file of a configuration; take it out of the folder.');
    else if (statSync(file).size > largest) fault(path, `The file has more than ${largest} bytes.`);
    else take(path, name, readFileSync(file));
  }
  return { files, crossReferences, faults };

  function take(path: string, name: string | undefined, content: Buffer): void {
    if (name !== undefined) crossReferences.set(name, content);
    else if (!path.startsWith('samples/') && !isUtf8(content)) fault(path, 'The file is not UTF-8.');
    else files.set(path, content);
  }
}

const holdsConfiguration = (folder: string) =>
  statSync(join(folder, 'partner.yaml'), { throwIfNoEntry: false })?.isFile() ?? false;

function isUtf8(content: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}

/**
 * Writes a configuration into a folder that is empty, or with `replace` over one that was written before; whatever is no file of a configuration stays.
 * @throws UsageError
 */
export function writeConfigurationFolder(
  folder: string,
  files: ConfigurationFiles,
  tables: CrossReferenceTables,
  { replace }: { readonly replace: boolean },
): readonly string[] {
  const isThere = existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith('.'));
  if (isThere && !replace)
    throw new UsageError(
      `${folder} is not empty. Choose another folder, or add --replace to write over a former export.`,
    );
  if (isThere && !existsSync(join(folder, 'partner.yaml')))
    throw new UsageError(`${folder} holds something else than a configuration; nothing was written.`);
  if (isThere) {
    const entries = entriesBelow(folder);
    // Whatever is written through a link lands beyond the folder.
    const link = entries.find(({ path }) => lstatSync(join(folder, path)).isSymbolicLink());
    if (link)
      throw new UsageError(`${join(folder, link.path)} is a link; nothing was written. Take it out of the folder.`);
    for (const { path } of entries) if (isOwn(path) || crossReferencePath.test(path)) rmSync(join(folder, path));
  }
  const all = new Map(files);
  for (const [name, entries] of tables) all.set(`cross-references/${name}.csv`, csvOf(entries));
  for (const [path, content] of all) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return [...all.keys()].sort();
}

/** The entries in the order of their keys, so that the same entries are the same bytes. */
function csvOf(entries: ReadonlyMap<string, string>): Buffer {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => `${cell(key)},${cell(value)}\n`);
  return Buffer.from(`key,value\n${rows.join('')}`);
}
