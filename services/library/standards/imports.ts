import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileStandards, type StandardFile, type Standards } from '../../domain/x12/standard/standard.ts';
import { StandardsError, type StandardsFault } from '../../domain/x12/standard/standards-error.ts';
import { ImportError } from './import-error.ts';
import { type ReadStandardFile, readStandardFile } from './standard-file.ts';

/** Standards data that an operator loaded: one file below the hub's home, laid over the product's own. */
export interface StandardsImport {
  /** Its file's name without `.json`; later names lie over earlier ones. */
  readonly name: string;
  readonly path: string;
  readonly file: StandardFile;
  readonly lineOf: ReadStandardFile['lineOf'];
}

/** Where the imports of a hub are, below its home. */
export const importsFolder = (home: string): string => join(home, 'standards');

/** The product's own standards data. */
export function productStandards(): readonly StandardFile[] {
  const folder = fileURLToPath(new URL('../../../specs/x12', import.meta.url));
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as StandardFile);
}

/** Reads the imports of a folder but the ones to skip, by name; none when there is no folder. @throws ImportError that tells every fault. */
export function readImports(folder: string, skip: readonly string[] = []): readonly StandardsImport[] {
  const faults: string[] = [];
  const imports = importNames(folder).flatMap((name) => {
    if (skip.includes(name)) return [];
    const path = join(folder, `${name}.json`);
    const { data, faults: found, lineOf } = readStandardFile(contentOf(path));
    for (const { line, message } of found) faults.push(`${path}:${line}: ${message} ${remedy(name)}`);
    return data === undefined ? [] : [{ name, path, file: data, lineOf }];
  });
  if (faults.length > 0) throw new ImportError(faults.join('\n'));
  return imports;
}

/** The product's standards with the imports over them. @throws ImportError when these do not go together. */
export function compileWithImports(product: readonly StandardFile[], imports: readonly StandardsImport[]): Standards {
  try {
    return compileStandards(
      product,
      imports.map(({ file }) => [file]),
    );
  } catch (error) {
    if (!(error instanceof StandardsError) || imports.length === 0) throw error;
    const sentences = error.faults.map((fault) => {
      const at = sourceOf(fault, imports);
      return at === undefined
        ? `The imported standards do not fit the product's: X12 ${fault.version}: ${fault.message}`
        : `${at.source.path}:${at.line}: ${fault.message} ${remedy(at.source.name)}`;
    });
    throw new ImportError(sentences.join('\n'));
  }
}

/** The last import that speaks of what a fault is about, and the line there. */
export function sourceOf<Source extends Pick<StandardsImport, 'file' | 'lineOf'>>(
  { version, part, key }: StandardsFault,
  sources: readonly Source[],
): { readonly source: Source; readonly line: number } | undefined {
  for (const source of sources.toReversed()) {
    if (source.file.version !== version) continue;
    const line = source.lineOf(part, key);
    if (line !== undefined) return { source, line };
  }
  const [only] = part === 'version' ? sources.filter(({ file }) => file.version === version) : [];
  return only && { source: only, line: 1 };
}

/** Writes an import, whole or not at all. @throws ImportError when the folder cannot be written. */
export function saveImport(folder: string, name: string, file: StandardFile): string {
  const path = join(folder, `${name}.json`);
  const draft = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    // What is in here may be licensed to this company only.
    chmodSync(folder, 0o700);
    writeFileSync(draft, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600 });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new ImportError(`${path} cannot be written: ${(error as Error).message}`);
  }
  return path;
}

/** Takes an import away. @throws ImportError when there is none of this name. */
export function removeImport(folder: string, name: string): void {
  try {
    rmSync(join(folder, `${name}.json`));
  } catch (error) {
    throw new ImportError(`The import ${name} cannot be removed: ${(error as Error).message}`);
  }
}

/** Names of the imports in the folder, whether they can be used or not. @throws ImportError when it cannot be read. */
export function importNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new ImportError(`The folder of imported standards ${folder} cannot be read: ${(error as Error).message}`);
  }
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new ImportError(`${path} cannot be read: ${(error as Error).message}`);
  }
}

const remedy = (name: string) => `Correct the file, or take it out with \`crossdock standards remove ${name}\`.`;
