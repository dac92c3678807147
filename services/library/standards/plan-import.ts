import { basename, extname } from 'node:path';
import { append } from '../../domain/lists.ts';
import { compileStandards, type StandardFile, type Standards } from '../../domain/x12/standard/standard.ts';
import { buildVersions, type Layer } from '../../domain/x12/standard/standard-versions.ts';
import { StandardsError } from '../../domain/x12/standard/standards-error.ts';
import { changesOf, type StandardsChange } from './changes.ts';
import { readCodeList } from './code-list.ts';
import { ImportError } from './import-error.ts';
import { type StandardsImport, sourceOf } from './imports.ts';
import { type FileFault, type ReadStandardFile, readStandardFile } from './standard-file.ts';

/** A file that somebody wants to import. */
export interface ImportSource {
  readonly path: string;
  readonly text: string;
}

/** An import that can be saved, and what it does. */
export interface PlannedImport {
  readonly name: string;
  readonly path: string;
  readonly file: StandardFile;
  /** There is an import of this name, which gives way. */
  readonly again: boolean;
  readonly changes: readonly StandardsChange[];
}

/** A fault of a file that is to be imported; without a line when it concerns the file as a whole. */
export interface SourceFault extends Partial<FileFault> {
  readonly path: string;
  readonly message: string;
}

interface Draft {
  readonly path: string;
  readonly name: string;
  readonly file: StandardFile;
  readonly lineOf: ReadStandardFile['lineOf'];
}

/**
 * Says what importing the files would do, or every fault of them; nothing is written.
 * `version` and `complete` are for code lists (CSV); a file in our own form says both itself.
 * @throws ImportError when a code list has no known version.
 */
export function planImport(
  sources: readonly ImportSource[],
  options: { readonly version?: string | undefined; readonly complete: boolean },
  present: { readonly product: readonly StandardFile[]; readonly imports: readonly StandardsImport[] },
): {
  readonly plans: readonly PlannedImport[];
  readonly faults: readonly SourceFault[];
  /** All standards as they would be; undefined when there are faults. */
  readonly standards: Standards | undefined;
} {
  const faults: SourceFault[] = [];
  const drafts: Draft[] = [];
  for (const { path, text } of sources.filter(isJson)) {
    const { data, faults: found, lineOf } = readStandardFile(text.replace(/^\uFEFF/, ''));
    append(
      faults,
      found.map((fault) => ({ path, ...fault })),
    );
    if (data !== undefined) drafts.push({ path, name: nameOf(path, data.version), file: data, lineOf });
  }
  const lists = sources.filter((source) => !isJson(source));
  if (lists.length > 0) append(drafts, codeLists(lists, options, layersOf(present, drafts), faults));
  for (const { path, name } of drafts) {
    const other = drafts.find((draft) => draft.name === name && draft.path !== path);
    if (other !== undefined)
      faults.push({
        path,
        message: `It would be imported as ${name}, and so would ${other.path}. Rename one of them.`,
      });
  }
  const standards = faults.length === 0 ? together(drafts, present, faults) : undefined;
  if (standards === undefined) return { plans: [], faults, standards };
  const before = [present.product, ...present.imports.map(({ file }) => [file])];
  const changes = changesOf(
    drafts.map(({ file }) => file),
    before,
    layersOf(present, drafts),
  );
  const plans = drafts.map(({ path, name, file }, nth) => {
    const again = present.imports.some((old) => old.name === name);
    return { name, path, file, again, changes: changes[nth]! };
  });
  return { plans, faults, standards };
}

const isJson = ({ text }: ImportSource) => /^\uFEFF?\s*[{[]/.test(text);

/** Version and file name: what is imported for one version does not push out what is imported for another. */
function nameOf(path: string, version: string): string {
  const stem = basename(path, extname(path)).replaceAll(/[^\w.-]+/g, '-');
  return stem.startsWith(version) ? stem : `${version}-${stem}`;
}

/** The layers with the drafts among the imports that stay, in the order in which they will be read. */
function layersOf(
  { product, imports }: { readonly product: readonly StandardFile[]; readonly imports: readonly StandardsImport[] },
  drafts: readonly Pick<Draft, 'name' | 'file'>[],
): readonly Layer[] {
  const kept = imports.filter(({ name }) => !drafts.some((draft) => draft.name === name));
  const all = [...kept, ...drafts].sort((a, b) => (a.name < b.name ? -1 : 1));
  return [product, ...all.map(({ file }) => [file])];
}

function codeLists(
  lists: readonly ImportSource[],
  { version, complete }: { readonly version?: string | undefined; readonly complete: boolean },
  layers: readonly Layer[],
  faults: SourceFault[],
): readonly Draft[] {
  const { versions } = buildVersions(layers);
  const known = versions.find((data) => data.version === version);
  if (known === undefined) {
    const names = versions.map((data) => data.version).join(', ');
    throw new ImportError(
      `A code list needs --version with one of the versions that are known: ${names}${version ? `; ${version} is none of them` : ''}.`,
    );
  }
  return lists.flatMap(({ path, text }) => {
    const { data, faults: found } = readCodeList(text, known, complete);
    append(
      faults,
      found.map((fault) => ({ path, ...fault })),
    );
    return data === undefined ? [] : [{ path, name: nameOf(path, data.version), file: data, lineOf: () => undefined }];
  });
}

/** Puts all together; tells what only shows then, such as a segment whose element is nowhere. */
function together(
  drafts: readonly Draft[],
  present: { readonly product: readonly StandardFile[]; readonly imports: readonly StandardsImport[] },
  faults: SourceFault[],
): Standards | undefined {
  const [product, ...layers] = layersOf(present, drafts);
  try {
    return compileStandards(product!, layers);
  } catch (error) {
    if (!(error instanceof StandardsError)) throw error;
    for (const fault of error.faults) {
      const at = sourceOf(fault, drafts);
      const received = `It does not fit what is there: X12 ${fault.version}: ${fault.message}`;
      if (at === undefined) faults.push({ path: drafts[0]!.path, message: received });
      else faults.push({ path: at.source.path, line: at.line, message: fault.message });
    }
    return undefined;
  }
}
