import { changedElement, changedSegment } from './standard-change.ts';
import type {
  CompositeElementData,
  SegmentData,
  Selection,
  SetFile,
  SimpleElementData,
  StandardFile,
  VersionFile,
} from './standard-data.ts';
import type { StandardsFault } from './standards-error.ts';

/** By id the version that an entry rests on, where nobody knows whether it holds in the version itself; what is not in it is known. */
export type Basis = ReadonlyMap<string, string>;

/** The data of one version with everything that it inherits. */
export interface VersionData {
  readonly version: string;
  readonly extends: string | undefined;
  readonly elements: ReadonlyMap<string, SimpleElementData | CompositeElementData>;
  readonly segments: ReadonlyMap<string, SegmentData>;
  readonly sets: ReadonlyMap<string, SetFile>;
  /** Sets with the layout of another version that nobody compared with this one, and that version. */
  readonly borrowed: Basis;
  /** What types and lengths of elements, elements of segments, and syntax rules of segments rest on. */
  readonly basis: { readonly [Part in ComparedPart]: Basis };
  /** What this version has from one public source only. */
  readonly oneSource: { readonly [Part in SourcedPart]: ReadonlySet<string> };
}

/** The parts of a version's data that are compared with another version one by one. */
export const comparedParts = ['elements', 'segments', 'rules'] as const;
export type ComparedPart = (typeof comparedParts)[number];

/** The parts of a version's data that may rest on one source. */
export const sourcedParts = ['sets', ...comparedParts] as const;
export type SourcedPart = (typeof sourcedParts)[number];

/** Standards files that belong together: the product's own, or one import. Within one, nothing is said twice. */
export type Layer = readonly StandardFile[];

interface Building {
  readonly version: string;
  readonly extends: string | undefined;
  readonly elements: Map<string, SimpleElementData | CompositeElementData>;
  readonly segments: Map<string, SegmentData>;
  readonly sets: Map<string, SetFile>;
  readonly borrowed: Map<string, string>;
  readonly basis: { readonly [Part in ComparedPart]: Map<string, string> };
  readonly oneSource: { readonly [Part in SourcedPart]: Set<string> };
}

/**
 * Puts the versions together: what a version inherits, then its files layer by layer, later ones over earlier ones.
 * Answers the versions that could be built, rising, and every fault.
 */
export function buildVersions(layers: readonly Layer[]): {
  readonly versions: readonly VersionData[];
  readonly faults: readonly StandardsFault[];
} {
  const faults: StandardsFault[] = [];
  const names = [...new Set(layers.flat().map(({ version }) => version))].sort();
  const parents = parentsOf(layers, names, faults);
  const built = new Map<string, Building>();
  const build = (version: string): Building => {
    const known = built.get(version);
    if (known !== undefined) return known;
    const parent = parents.get(version);
    const made = inherited(version, parent && build(parent.extends));
    built.set(version, made);
    for (const layer of layers) {
      applyLayer(made, layer, faults);
      if (parent === undefined || !layer.includes(parent)) continue;
      settleInherited(made, parent, faults);
      markOneSource(made, parent, faults);
    }
    if (made.sets.size === 0) {
      const message = `It has no sets, so that nothing could be checked with it. Write a version file that says which version it extends.`;
      faults.push({ version, part: 'version', key: '', message });
    }
    return made;
  };
  return { versions: names.map(build), faults };
}

/** The version file of each version that has a usable one. */
function parentsOf(
  layers: readonly Layer[],
  names: readonly string[],
  faults: StandardsFault[],
): Map<string, VersionFile> {
  const parents = new Map<string, VersionFile>();
  const refuse = (version: string, message: string) => faults.push({ version, part: 'version', key: '', message });
  for (const file of layers.flat()) {
    if (!('extends' in file)) continue;
    if (parents.has(file.version)) refuse(file.version, 'Two version files say what it extends. Keep one.');
    else if (names.includes(file.extends)) parents.set(file.version, file);
    else refuse(file.version, `It extends ${file.extends}, of which there are no files.`);
  }
  for (const start of [...parents.keys()].sort()) {
    const path = [start];
    for (let at = parents.get(start); at !== undefined; at = parents.get(at.extends)) {
      if (path.includes(at.extends)) {
        refuse(start, `It extends itself: ${[...path, at.extends].join(' → ')}. Take one of these out.`);
        parents.delete(start);
        break;
      }
      path.push(at.extends);
    }
  }
  return parents;
}

/** A complete code list is complete in its own version only: the next one may have more codes. */
function inherited(version: string, parent: Building | undefined): Building {
  const elements = [...(parent?.elements ?? [])].map(([reference, element]) => {
    const codes = 'codes' in element ? element.codes : undefined;
    return [reference, codes ? { ...element, codes: { ...codes, partial: true } } : element] as const;
  });
  const sets = [...(parent?.sets ?? [])];
  const restOn = (keys: Iterable<string> | undefined, basis: Basis | undefined) =>
    new Map([...(keys ?? [])].map((key) => [key, basis?.get(key) ?? parent!.version]));
  return {
    version,
    extends: parent?.version,
    elements: new Map(elements),
    segments: new Map(parent?.segments),
    sets: new Map(sets),
    borrowed: restOn(parent?.sets.keys(), parent?.borrowed),
    basis: {
      elements: restOn(parent?.elements.keys(), parent?.basis.elements),
      segments: restOn(parent?.segments.keys(), parent?.basis.segments),
      rules: restOn(parent?.segments.keys(), parent?.basis.rules),
    },
    oneSource: { sets: new Set(), elements: new Set(), segments: new Set(), rules: new Set() },
  };
}

function applyLayer(version: Building, layer: Layer, faults: StandardsFault[]): void {
  const received = new Set<string>();
  const once = (part: StandardsFault['part'], key: string): boolean => {
    if (received.has(`${part} ${key}`)) {
      const message = `${part[0]!.toUpperCase()}${part.slice(1)} ${key} is defined twice. Keep one.`;
      faults.push({ version: version.version, part, key, message });
      return false;
    }
    received.add(`${part} ${key}`);
    return true;
  };
  const refuse = (part: StandardsFault['part'], key: string) => (message: string) =>
    faults.push({ version: version.version, part, key, message });
  for (const file of layer) {
    if (file.version !== version.version) continue;
    if ('elements' in file) {
      for (const [key, change] of Object.entries(file.elements)) {
        if (!once('element', key)) continue;
        put(version.elements, key, changedElement, change, refuse('element', key), 'Element');
        const received = change?.type ?? change?.min ?? change?.max ?? change?.components;
        if (change === null || received !== undefined) isSaid(version, 'elements', key);
      }
    } else if ('segments' in file) {
      for (const [key, change] of Object.entries(file.segments)) {
        if (!once('segment', key)) continue;
        put(version.segments, key, changedSegment, change, refuse('segment', key), 'Segment');
        if (change === null || change.elements !== undefined) isSaid(version, 'segments', key);
        if (change === null || change.rules !== undefined) isSaid(version, 'rules', key);
      }
    } else if ('body' in file && once('set', file.set)) {
      version.sets.set(file.set, file);
      version.borrowed.delete(file.set);
      version.oneSource.sets.delete(file.set);
    }
  }
}

/** A file of the version itself says it: it rests on nothing else, and what an import says not on the one source that the product had. */
function isSaid(version: Building, part: ComparedPart, key: string): void {
  version.basis[part].delete(key);
  version.oneSource[part].delete(key);
}

function put<Data, Change>(
  entries: Map<string, Data>,
  key: string,
  changed: (name: string, old: Data | undefined, change: Change, refuse: (message: string) => void) => Data | undefined,
  change: Change | null,
  refuse: (message: string) => void,
  part: string,
): void {
  if (change === null) {
    if (!entries.delete(key)) refuse(`${part} ${key} is taken away, and there is none. Take the entry out.`);
    return;
  }
  const made = changed(`${part} ${key}`, entries.get(key), change, refuse);
  if (made !== undefined) entries.set(key, made);
}

function settleInherited(version: Building, file: VersionFile, faults: StandardsFault[]): void {
  const refuse = (key: string, message: string) => faults.push({ version: version.version, part: 'set', key, message });
  for (const code of file.reviewed ?? []) {
    if (!version.sets.has(code)) refuse(code, `Set ${code} is named as reviewed, and there is none.`);
    version.borrowed.delete(code);
  }
  for (const code of file.removed ?? []) {
    if (!version.sets.delete(code)) refuse(code, `Set ${code} is named as removed, and there is none.`);
    version.borrowed.delete(code);
  }
  for (const part of comparedParts) {
    const selection = file.compared?.[part];
    if (selection === undefined) continue;
    checkNamed(version, part, selection, 'compared', faults);
    for (const key of [...version.basis[part].keys()]) if (selects(selection, key)) version.basis[part].delete(key);
  }
}

/** Marks what the version has from one source; what rests on another version does so already. */
function markOneSource(version: Building, file: VersionFile, faults: StandardsFault[]): void {
  for (const part of sourcedParts) {
    const selection = file.oneSource?.[part];
    if (selection === undefined) continue;
    checkNamed(version, part, selection, 'of one source', faults);
    const resting = part === 'sets' ? version.borrowed : version.basis[part];
    for (const key of entriesOf(version, part).keys())
      if (!resting.has(key) && selects(selection, key)) version.oneSource[part].add(key);
  }
}

function entriesOf(version: Building, part: SourcedPart): ReadonlyMap<string, unknown> {
  return part === 'rules' ? version.segments : version[part];
}

function checkNamed(
  version: Building,
  part: SourcedPart,
  selection: Selection,
  as: string,
  faults: StandardsFault[],
): void {
  const kind = ({ sets: 'set', elements: 'element', segments: 'segment', rules: 'segment' } as const)[part];
  for (const key of namedIn(selection)) {
    if (entriesOf(version, part).has(key)) continue;
    const message = `${kind[0]!.toUpperCase()}${kind.slice(1)} ${key} is named as ${as}, and there is none.`;
    faults.push({ version: version.version, part: kind, key, message });
  }
}

function namedIn(selection: Selection): readonly string[] {
  if (selection === 'all') return [];
  return 'except' in selection ? selection.except : selection;
}

function selects(selection: Selection, key: string): boolean {
  if (selection === 'all') return true;
  return 'except' in selection ? !selection.except.includes(key) : selection.includes(key);
}
