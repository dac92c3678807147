import type { VersionData } from './standard-versions.ts';

/**
 * The versions that a version's own one-source entries are held against: the nearest ones on both sides that have nothing from one source only.
 * `data` rise; `version` need not be one of them.
 */
export function witnessesOf(version: string, data: readonly VersionData[]): readonly VersionData[] {
  const sound = data.filter((one) => one.version !== version && !hasOneSource(one));
  const older = sound.findLast((one) => one.version < version);
  const newer = sound.find((one) => one.version > version);
  return [older, newer].filter((one) => one !== undefined);
}

export function hasOneSource({ oneSource }: VersionData): boolean {
  return Object.values(oneSource).some((entries) => entries.size > 0);
}

/** The tables of a witness with what the version itself knows well put in, so that the two differ only where the version is in doubt. */
export function witnessData(witness: VersionData, own: VersionData): VersionData {
  const doubted = {
    sets: (code: string) => own.borrowed.has(code) || own.oneSource.sets.has(code),
    elements: (key: string) => own.basis.elements.has(key) || own.oneSource.elements.has(key),
    segments: (id: string) =>
      own.basis.segments.has(id) ||
      own.oneSource.segments.has(id) ||
      own.basis.rules.has(id) ||
      own.oneSource.rules.has(id),
  };
  const merged = <Entry>(
    theirs: ReadonlyMap<string, Entry>,
    ours: ReadonlyMap<string, Entry>,
    isDoubted: (key: string) => boolean,
  ) => new Map([...theirs, ...[...ours].filter(([key]) => !isDoubted(key))]);
  const without = (basis: VersionData['borrowed'], isDoubted: (key: string) => boolean) =>
    new Map([...basis].filter(([key]) => isDoubted(key)));
  return {
    ...witness,
    sets: merged(witness.sets, own.sets, doubted.sets),
    elements: merged(witness.elements, own.elements, doubted.elements),
    segments: merged(witness.segments, own.segments, doubted.segments),
    borrowed: without(witness.borrowed, doubted.sets),
    basis: {
      elements: without(witness.basis.elements, doubted.elements),
      segments: without(witness.basis.segments, doubted.segments),
      rules: without(witness.basis.rules, doubted.segments),
    },
  };
}
