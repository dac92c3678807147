import type {
  CodesData,
  CompositeElementData,
  ElementChange,
  SegmentChange,
  SegmentData,
  SimpleElementData,
} from './standard-data.ts';

type ElementData = SimpleElementData | CompositeElementData;

/** The element with the change; without an old one the change must say everything. `refuse` hears what is missing. */
export function changedElement(
  name: string,
  old: ElementData | undefined,
  change: ElementChange,
  refuse: (message: string) => void,
): ElementData | undefined {
  const composite = change.components !== undefined || (old !== undefined && 'components' in old && !change.type);
  if (composite) {
    const made = { ...(old && { name: old.name }), ...(old && 'components' in old && old), ...change };
    if (made.name !== undefined) return made as CompositeElementData;
    refuse(`${name} is new and has no name. Give it one.`);
    return undefined;
  }
  const { codes, ...rest } = change;
  const { codes: oldCodes, ...oldRest }: Partial<SimpleElementData> =
    old === undefined || 'components' in old ? { ...(old && { name: old.name }) } : old;
  const made = { ...oldRest, ...rest };
  const missing = (['name', 'type', 'min', 'max'] as const).filter((key) => made[key] === undefined);
  if (missing.length > 0) {
    refuse(`${name} is new and lacks ${missing.join(', ')}. Give all of name, type, min and max.`);
    return undefined;
  }
  const list = changedCodes(oldCodes, codes);
  return { ...(made as SimpleElementData), ...(list && { codes: list }) };
}

/** A partial list adds to the old codes and leaves a complete one complete; a complete list replaces them. */
function changedCodes(old: CodesData | undefined, change: ElementChange['codes']): CodesData | undefined {
  if (change === undefined) return old;
  if (change === null) return undefined;
  const partial = change.partial && (old?.partial ?? true);
  const known = change.partial ? (change.known ?? old?.known) : undefined;
  const also = known === undefined ? {} : { known };
  if (change.values === undefined) return old && { ...old, partial };
  const values = { ...(change.partial ? old?.values : {}), ...change.values };
  const kept = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null);
  return { partial, ...also, values: Object.fromEntries(kept) };
}

/** The segment with the change; `refuse` hears that a new one has no name. */
export function changedSegment(
  name: string,
  old: SegmentData | undefined,
  change: SegmentChange,
  refuse: (message: string) => void,
): SegmentData | undefined {
  const made = { ...old, ...change };
  if (made.name !== undefined) return made as SegmentData;
  refuse(`${name} is new and has no name. Give it one.`);
  return undefined;
}
