import type { StandardFile } from '../domain/x12/standard/standard.ts';
import {
  compileWithImports,
  productStandards,
  readImports,
  type StandardsImport,
} from '../library/standards/imports.ts';

/** What is known of the standard, and where it comes from. */
export interface StandardsList {
  readonly versions: readonly VersionEntry[];
  readonly folder: string;
  readonly imports: readonly ImportEntry[];
}

interface VersionEntry {
  readonly version: string;
  readonly extends?: string;
  /** `from`: the product or an import; `layoutOf`: the version that the layout was described for, when it is another. */
  readonly sets: readonly {
    readonly set: string;
    readonly name: string;
    readonly from: string;
    readonly layoutOf?: string;
  }[];
  readonly elements: number;
  readonly codeLists: number;
  readonly completeCodeLists: number;
  readonly codes: number;
}

interface ImportEntry {
  readonly name: string;
  readonly path: string;
  readonly version: string;
  readonly elements: number;
  readonly segments: number;
  readonly sets: number;
  readonly codes: number;
}

/** Reads all standards data, the imports of the folder included. @throws ImportError when an import cannot be used. */
export function listStandards(folder: string): StandardsList {
  const imports = readImports(folder);
  const standards = compileWithImports(productStandards(), imports);
  const versions = standards.versions.map((version): VersionEntry => {
    const { sets, elements, borrowed, extends: parent } = standards.forVersion(version)!.definition;
    const lists = [...elements.values()].filter(({ codes }) => codes !== undefined);
    return {
      version,
      ...(parent !== undefined && { extends: parent }),
      sets: [...sets.values()].map(({ code, name }) => {
        const layoutOf = borrowed.get(code);
        const from = originOf(code, layoutOf ?? version, imports);
        return { set: code, name, from, ...(layoutOf !== undefined && { layoutOf }) };
      }),
      elements: elements.size,
      codeLists: lists.length,
      completeCodeLists: lists.filter(({ partial }) => !partial).length,
      codes: lists.reduce((sum, { codes }) => sum + codes!.size, 0),
    };
  });
  return { versions, folder, imports: imports.map(entryOf) };
}

function originOf(set: string, version: string, imports: readonly StandardsImport[]): string {
  const own = imports.findLast(({ file }) => 'set' in file && file.set === set && file.version === version);
  return own?.name ?? 'product';
}

function entryOf({ name, path, file }: StandardsImport): ImportEntry {
  const { version } = file;
  const count = (entries: object) => Object.keys(entries).length;
  return {
    name,
    path,
    version,
    elements: 'elements' in file ? count(file.elements) : 0,
    segments: 'segments' in file ? count(file.segments) : 0,
    sets: 'set' in file ? 1 : 0,
    codes: codesOf(file),
  };
}

function codesOf(file: StandardFile): number {
  if (!('elements' in file)) return 0;
  return Object.values(file.elements).reduce(
    (sum, element) => sum + Object.keys(element?.codes?.values ?? {}).length,
    0,
  );
}

/** The list as text for a terminal. */
export function formatStandards({ versions, folder, imports }: StandardsList): string {
  const lines = versions.flatMap((entry) => {
    const parent = entry.extends === undefined ? '' : `, as differences to ${entry.extends}`;
    const lists = `${entry.codes} codes in ${entry.codeLists} lists, ${entry.completeCodeLists} of them complete`;
    return [
      `X12 ${entry.version}${parent}: ${entry.sets.length} sets, ${entry.elements} elements, ${lists}`,
      ...entry.sets.map(({ set, name, from, layoutOf }) => {
        const notes = [from !== 'product' && `from ${from}`, layoutOf && `layout of ${layoutOf}`].filter(Boolean);
        return `  ${set} ${name}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
      }),
    ];
  });
  const from = imports.map(({ name, version, elements, segments, sets, codes }) => {
    const what = [
      sets > 0 && `${sets} set`,
      segments > 0 && `${segments} segments`,
      elements > 0 && `${elements} elements`,
      codes > 0 && `${codes} codes`,
    ].filter(Boolean);
    return `  ${name} (X12 ${version}): ${what.join(', ') || 'what the version extends'}`;
  });
  const none = ['  nothing; `crossdock standards import --help` tells how to load fuller tables'];
  return [...lines, `Imported into ${folder}:`, ...(from.length > 0 ? from : none)].join('\n');
}
