import type { CodesData, StandardFile } from '../../domain/x12/standard/standard-data.ts';
import { buildVersions, type Layer, type VersionData } from '../../domain/x12/standard/standard-versions.ts';

/** What an import does to one element, segment, set or version. */
export interface StandardsChange {
  readonly part: 'version' | 'element' | 'segment' | 'set';
  readonly key: string;
  readonly name: string;
  readonly change: 'added' | 'changed' | 'removed' | 'unchanged';
  /** Of an element with codes; `complete` when its list has all of them afterwards. */
  readonly codes?: {
    readonly added: number;
    readonly replaced: number;
    readonly removed: number;
    readonly complete: boolean;
  };
}

/** What each file changes in its version, given all layers without and with the new ones. */
export function changesOf(
  files: readonly StandardFile[],
  before: readonly Layer[],
  after: readonly Layer[],
): readonly (readonly StandardsChange[])[] {
  const old = byVersion(before);
  const made = byVersion(after);
  return files.map((file) => fileChanges(file, old.get(file.version), made.get(file.version)));
}

const byVersion = (layers: readonly Layer[]) =>
  new Map(buildVersions(layers).versions.map((version) => [version.version, version]));

function fileChanges(
  file: StandardFile,
  old: VersionData | undefined,
  made: VersionData | undefined,
): readonly StandardsChange[] {
  if ('elements' in file)
    return Object.keys(file.elements).map((key) => {
      const [was, is] = [old?.elements.get(key), made?.elements.get(key)];
      const codes = codeChanges(
        was && 'codes' in was ? was.codes : undefined,
        is && 'codes' in is ? is.codes : undefined,
      );
      return { part: 'element', key, name: (is ?? was)?.name ?? key, change: kindOf(was, is), ...(codes && { codes }) };
    });
  if ('segments' in file)
    return Object.keys(file.segments).map((key) => {
      const [was, is] = [old?.segments.get(key), made?.segments.get(key)];
      return { part: 'segment', key, name: (is ?? was)?.name ?? key, change: kindOf(was, is) };
    });
  if ('body' in file) {
    const { set: key, name } = file;
    return [{ part: 'set', key, name, change: kindOf(old?.sets.get(key), made?.sets.get(key)) }];
  }
  const { version: key, extends: parent } = file;
  return [{ part: 'version', key, name: `extends ${parent}`, change: kindOf(old, made) }];
}

function kindOf(was: unknown, is: unknown): StandardsChange['change'] {
  if (was === undefined) return 'added';
  if (is === undefined) return 'removed';
  return JSON.stringify(was) === JSON.stringify(is) ? 'unchanged' : 'changed';
}

function codeChanges(was: CodesData | undefined, is: CodesData | undefined): StandardsChange['codes'] {
  if (was === undefined && is === undefined) return undefined;
  const [old, made] = [was?.values ?? {}, is?.values ?? {}];
  return {
    added: Object.keys(made).filter((code) => !Object.hasOwn(old, code)).length,
    replaced: Object.entries(made).filter(([code, meaning]) => Object.hasOwn(old, code) && old[code] !== meaning)
      .length,
    removed: Object.keys(old).filter((code) => !Object.hasOwn(made, code)).length,
    complete: is?.partial === false,
  };
}
