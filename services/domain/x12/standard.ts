import {
  compileElements,
  compileSegments,
  type ElementDefinition,
  type SegmentDefinition,
} from './segment-definition.ts';
import { compileSet, type SetDefinition } from './set-definition.ts';
import type { SetFile, StandardFile } from './standard-data.ts';

export type { ElementDefinition, ElementUse, SegmentDefinition } from './segment-definition.ts';
export type { LoopNode, SegmentNode, SetDefinition } from './set-definition.ts';
export type { StandardFile } from './standard-data.ts';

/** What is known of one version of the standard. */
export interface VersionDefinition {
  /** Six digits, such as `004010`. */
  readonly version: string;
  readonly elements: ReadonlyMap<string, ElementDefinition>;
  readonly segments: ReadonlyMap<string, SegmentDefinition>;
  readonly segmentsByKey: ReadonlyMap<number, SegmentDefinition>;
  readonly sets: ReadonlyMap<string, SetDefinition>;
  /** Functional ids of the sets, such as SW. */
  readonly functionalIds: ReadonlySet<string>;
}

/** The standards data, compiled for checking. */
export interface Standards {
  /** Known versions, rising. */
  readonly versions: readonly string[];
  /**
   * The definitions for a version as GS08 states it (`004010`, `004010UCS`): its own, else those of the newest known version before it,
   * else the oldest. `exact` tells which; undefined when the text is no version or nothing is known at all.
   */
  forVersion(version: string): { readonly definition: VersionDefinition; readonly exact: boolean } | undefined;
}

/** Compiles parsed standards files of any number of versions. Throws an Error that names the file's fault when the data contradict themselves. */
export function compileStandards(files: Iterable<StandardFile>): Standards {
  const byVersion = new Map<string, StandardFile[]>();
  for (const file of files) byVersion.set(file.version, [...(byVersion.get(file.version) ?? []), file]);
  const versions = [...byVersion.keys()].sort();
  const compiled = new Map(versions.map((version) => [version, compileVersion(version, byVersion.get(version)!)]));
  return {
    versions,
    forVersion(text) {
      const wanted = /^\d{6}/.exec(text)?.[0];
      if (wanted === undefined || versions.length === 0) return undefined;
      const nearest = versions.findLast((version) => version <= wanted) ?? versions[0]!;
      return { definition: compiled.get(nearest)!, exact: nearest === wanted };
    },
  };
}

function compileVersion(version: string, files: readonly StandardFile[]): VersionDefinition {
  const elements = compileElements(files.flatMap((file) => ('elements' in file ? Object.entries(file.elements) : [])));
  const segments = compileSegments(
    files.flatMap((file) => ('segments' in file ? Object.entries(file.segments) : [])),
    elements,
  );
  const sets = new Map<string, SetDefinition>();
  for (const file of files) if (isSet(file)) sets.set(file.set, compileSet(file, segments));
  return {
    version,
    elements,
    segments,
    segmentsByKey: new Map([...segments.values()].map((segment) => [segment.key, segment])),
    sets,
    functionalIds: new Set([...sets.values()].map((set) => set.functionalId)),
  };
}

function isSet(file: StandardFile): file is SetFile {
  return 'body' in file;
}
