import type { CompositeElementData, LoopUseData, SegmentUseData, SetFile, SimpleElementData } from './standard-data.ts';
import type { Basis, SourcedPart, VersionData } from './standard-versions.ts';

/**
 * The data for versions that have none of their own: those of the nearest known version. An entry is known there only where the version beyond the
 * gap says the same by data of its own; everything else rests on the nearest version. Without a version beyond, nothing is known.
 * What one of the two has from one source only is of one source in the gap.
 */
export function dataForGap(nearest: VersionData, beyond: VersionData | undefined): VersionData {
  const resting = <Entry>(
    entriesOf: (version: VersionData) => ReadonlyMap<string, Entry>,
    basisOf: (version: VersionData) => Basis,
    said: (entry: Entry) => string,
  ): Basis => {
    const basis = new Map<string, string>();
    for (const [key, entry] of entriesOf(nearest)) {
      const other = beyond && entriesOf(beyond).get(key);
      const known = !basisOf(nearest).has(key) && other !== undefined && !basisOf(beyond!).has(key);
      if (!known || said(entry) !== said(other)) basis.set(key, basisOf(nearest).get(key) ?? nearest.version);
    }
    return basis;
  };
  const oneSource = (part: SourcedPart) => new Set([...nearest.oneSource[part], ...(beyond?.oneSource[part] ?? [])]);
  return {
    ...nearest,
    oneSource: {
      sets: oneSource('sets'),
      elements: oneSource('elements'),
      segments: oneSource('segments'),
      rules: oneSource('rules'),
    },
    borrowed: resting(
      ({ sets }) => sets,
      ({ borrowed }) => borrowed,
      ({ functionalId, body }) => JSON.stringify([functionalId, bodyOf(body)]),
    ),
    basis: {
      elements: resting(
        ({ elements }) => elements,
        ({ basis }) => basis.elements,
        (element) =>
          'components' in element ? usesOf(element.components) : `${element.type} ${element.min} ${element.max}`,
      ),
      segments: resting(
        ({ segments }) => segments,
        ({ basis }) => basis.segments,
        ({ elements }) => usesOf(elements ?? []),
      ),
      rules: resting(
        ({ segments }) => segments,
        ({ basis }) => basis.rules,
        ({ rules }) => (rules ?? []).toSorted().join(' '),
      ),
    },
    elements: new Map(
      [...nearest.elements].map(([key, element]) => [key, withCodesOfBoth(element, beyond?.elements.get(key))]),
    ),
  };
}

type Element = SimpleElementData | CompositeElementData;

/** A list that is complete in the nearest version may have grown since, unless the version beyond has the same complete one. */
function withCodesOfBoth(element: Element, other: Element | undefined): Element {
  const codes = codesOf(element);
  const others = other && codesOf(other);
  if (codes === undefined || codes.partial) return element;
  const keys = Object.keys(codes.values);
  const same = others?.partial === false && keys.every((code) => code in others.values);
  if (same && keys.length === Object.keys(others.values).length) return element;
  return { ...element, codes: { ...codes, partial: true } };
}

function codesOf(element: Element): SimpleElementData['codes'] {
  return 'codes' in element ? element.codes : undefined;
}

function usesOf(uses: readonly { readonly ref: string; readonly use: string; readonly max?: unknown }[]): string {
  return uses.map(({ ref, use, max }) => `${ref} ${use === 'M'} ${max ?? 1}`).join();
}

/** A layout without what only names its parts. */
function bodyOf(body: SetFile['body']): unknown {
  return body.map((item: SegmentUseData | LoopUseData) =>
    'loop' in item ? [item.loop, item.use, item.max ?? 1, bodyOf(item.body)] : [item.segment, item.use, item.max ?? 1],
  );
}
