import { dataForGap } from './gap-version.ts';
import {
  compileElements,
  compileSegments,
  type ElementDefinition,
  ONE_SOURCE,
  type Refuse,
  restingOn,
  type SegmentDefinition,
} from './segment-definition.ts';
import { compileSet, type SetDefinition } from './set-definition.ts';
import type { StandardFile } from './standard-data.ts';
import { type Basis, buildVersions, type Layer, type SourcedPart, type VersionData } from './standard-versions.ts';
import { StandardsError, type StandardsFault } from './standards-error.ts';
import { witnessData, witnessesOf } from './witness-data.ts';

export type { ElementDefinition, ElementUse, SegmentDefinition } from './segment-definition.ts';
export type { LoopNode, SegmentNode, SetDefinition } from './set-definition.ts';
export type { StandardFile } from './standard-data.ts';
export type { Layer } from './standard-versions.ts';

/** What is known of one version of the standard. */
export interface VersionDefinition {
  /** Six digits, such as `004010`. */
  readonly version: string;
  /** The version that this one is written as differences to. */
  readonly extends: string | undefined;
  readonly elements: ReadonlyMap<string, ElementDefinition>;
  readonly segments: ReadonlyMap<string, SegmentDefinition>;
  readonly segmentsByKey: ReadonlyMap<number, SegmentDefinition>;
  readonly sets: ReadonlyMap<string, SetDefinition>;
  /** Sets with the layout of another version that nobody compared with this one, and that version. */
  readonly borrowed: ReadonlyMap<string, string>;
  /** Functional ids of the sets, such as SW. */
  readonly functionalIds: ReadonlySet<string>;
  /** The well-known versions around, which must find the same fault before what is known from one source only rejects anything. Compiled when first asked for. */
  witnesses(): readonly VersionDefinition[];
}

/** The standards data, compiled for checking. */
export interface Standards {
  /** Known versions, rising. */
  readonly versions: readonly string[];
  /**
   * The definitions for a version as GS08 states it (`004010`, `004010UCS`, `005010X231A1`): its own, else those of the nearest known one,
   * which is the newest older one, else the oldest newer one. `exact` tells which; undefined when the text is no version or nothing is known.
   * In the nearest one's all that the next known version on the other side does not say too has a `basis`.
   */
  forVersion(version: string): { readonly definition: VersionDefinition; readonly exact: boolean } | undefined;
}

/**
 * Compiles parsed standards files of any number of versions: the product's own, and over them what an operator imported, in this order.
 * @throws StandardsError with every fault, when the data contradict themselves.
 */
export function compileStandards(files: Iterable<StandardFile>, imports: readonly Layer[] = []): Standards {
  const { versions: data, faults: found } = buildVersions([[...files], ...imports]);
  const faults = [...found];
  const witnesses = (version: string, own: VersionData) => () =>
    witnessesOf(version, data).map((witness) => compileVersion(witnessData(witness, own), [], () => []));
  const compiled = new Map(data.map((own) => [own.version, compileVersion(own, faults, witnesses(own.version, own))]));
  if (faults.length > 0) throw new StandardsError(withoutInherited(faults, data));
  const versions = [...compiled.keys()];
  const gaps = new Map<number, VersionDefinition>();
  const gapAfter = (older: number): VersionDefinition => {
    let gap = gaps.get(older);
    if (gap === undefined) {
      const own = older < 0 ? dataForGap(data[0]!, undefined) : dataForGap(data[older]!, data[older + 1]);
      // What was sound in the nearest version is sound again.
      gap = compileVersion(own, [], witnesses(older < 0 ? '' : `${own.version}+`, own));
      gaps.set(older, gap);
    }
    return gap;
  };
  return {
    versions,
    forVersion(text) {
      const wanted = /^\d{6}/.exec(text)?.[0];
      if (wanted === undefined || versions.length === 0) return undefined;
      const known = compiled.get(wanted);
      if (known !== undefined) return { definition: known, exact: true };
      return { definition: gapAfter(versions.findLastIndex((version) => version <= wanted)), exact: false };
    },
  };
}

/** What a version is wrong in, those that inherit it are wrong in too: it is told once, of the version that it comes from. */
function withoutInherited(faults: readonly StandardsFault[], data: readonly VersionData[]): readonly StandardsFault[] {
  const parents = new Map(data.map((version) => [version.version, version.extends]));
  const idOf = ({ part, key, message }: StandardsFault, version: string) => [version, part, key, message].join('\n');
  const once = new Map(faults.map((fault) => [idOf(fault, fault.version), fault]));
  const isInherited = (fault: StandardsFault): boolean => {
    for (let from = parents.get(fault.version); from !== undefined; from = parents.get(from))
      if (once.has(idOf(fault, from))) return true;
    return false;
  };
  return [...once.values()].filter((fault) => fault.part === 'version' || !isInherited(fault));
}

function compileVersion(
  data: VersionData,
  faults: StandardsFault[],
  witnesses: () => readonly VersionDefinition[],
): VersionDefinition {
  const { version } = data;
  const refuse =
    (part: StandardsFault['part']): Refuse =>
    (key, message) =>
      faults.push({ version, part, key, message });
  const elements = compileElements(data.elements, basisOf(data, 'elements'), refuse('element'));
  const bases = { segments: basisOf(data, 'segments'), rules: basisOf(data, 'rules') };
  const segments = compileSegments(data.segments, elements, bases, refuse('segment'));
  const sets = new Map<string, SetDefinition>();
  const layouts = basisOf(data, 'sets');
  let found: readonly VersionDefinition[] | undefined;
  for (const [code, file] of data.sets) {
    const set = compileSet(file, segments, restingOn(layouts, code), refuse('set'));
    if (set !== undefined) sets.set(code, set);
  }
  return {
    version,
    extends: data.extends,
    elements,
    segments,
    segmentsByKey: new Map([...segments.values()].map((segment) => [segment.key, segment])),
    sets,
    borrowed: data.borrowed,
    functionalIds: new Set([...sets.values()].map((set) => set.functionalId)),
    witnesses() {
      found ??= witnesses();
      return found;
    },
  };
}

/** What entries rest on: another version, or one source of their own. */
function basisOf(data: VersionData, part: SourcedPart): Basis {
  const oneSource = [...data.oneSource[part]].map((key) => [key, ONE_SOURCE] as const);
  return new Map([...oneSource, ...(part === 'sets' ? data.borrowed : data.basis[part])]);
}
