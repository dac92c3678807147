import type { MappedEvent } from '../../events.ts';
import type { Finding } from '../../finding.ts';

/** A value that differs; `before` or `after` is absent where there is none. */
export interface ValueChange {
  /** JSON pointer into the event's data, or `subject`, or `time`. */
  readonly pointer: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What became of one event. */
export interface EventChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly type: MappedEvent['type'];
  readonly subject: string;
  /** Of a changed event. */
  readonly changes: readonly ValueChange[];
}

export interface FindingChange {
  readonly kind: 'appeared' | 'vanished';
  readonly finding: Finding;
}

type Event = Pick<MappedEvent, 'type' | 'subject' | 'time' | 'data'>;

/**
 * What differs between two lists of events that were made of the same document. Events belong together by type and subject in their order, and where no
 * subject fits by type alone. Pure; cost is linear in the number of values.
 */
export function compareEvents(before: readonly Event[], after: readonly Event[]): readonly EventChange[] {
  const partners = pairs(before, after);
  const taken = new Set(partners.values());
  const found: EventChange[] = [];
  for (const old of before) {
    const now = partners.get(old);
    if (now === undefined) found.push({ kind: 'removed', type: old.type, subject: old.subject, changes: [] });
    else {
      const changes = differences(old, now);
      if (changes.length > 0) found.push({ kind: 'changed', type: old.type, subject: old.subject, changes });
    }
  }
  for (const { type, subject } of after.filter((event) => !taken.has(event)))
    found.push({ kind: 'added', type, subject, changes: [] });
  return found;
}

function pairs(before: readonly Event[], after: readonly Event[]): Map<Event, Event> {
  const partners = new Map<Event, Event>();
  const pair = (keyOf: (event: Event) => string) => {
    const taken = new Set(partners.values());
    const waiting = Map.groupBy(after.filter((event) => !taken.has(event)).reverse(), keyOf);
    for (const old of before) {
      const now = partners.has(old) ? undefined : waiting.get(keyOf(old))?.pop();
      if (now !== undefined) partners.set(old, now);
    }
  };
  pair(({ type, subject }) => `${type} ${subject}`);
  pair(({ type }) => type);
  return partners;
}

function differences(before: Event, after: Event): ValueChange[] {
  const found: ValueChange[] = [];
  for (const key of ['subject', 'time'] as const)
    if (before[key] !== after[key]) found.push(changeOf(key, before[key], after[key]));
  compareValues('', before.data, after.data, found);
  return found;
}

function compareValues(pointer: string, before: unknown, after: unknown, found: ValueChange[]): void {
  if (!isHolder(before) || !isHolder(after) || Array.isArray(before) !== Array.isArray(after)) {
    if (JSON.stringify(before) !== JSON.stringify(after)) found.push(changeOf(pointer, before, after));
    return;
  }
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
    compareValues(`${pointer}/${escaped(key)}`, before[key], after[key], found);
}

function changeOf(pointer: string, before: unknown, after: unknown): ValueChange {
  return { pointer, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A key as RFC 6901 writes it in a pointer. */
function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Findings that only one of two lists has; the same finding twice counts twice. */
export function compareFindings(before: readonly Finding[], after: readonly Finding[]): readonly FindingChange[] {
  const counts = new Map<string, number>();
  const count = (finding: Finding, by: number) => counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + by);
  for (const finding of before) count(finding, 1);
  const appeared = after.filter((finding) => count(finding, -1).get(keyOf(finding))! < 0);
  const vanished = before.filter((finding) => counts.get(keyOf(finding))! > 0 && count(finding, -1));
  return [
    ...vanished.map((finding) => ({ kind: 'vanished' as const, finding })),
    ...appeared.map((finding) => ({ kind: 'appeared' as const, finding })),
  ];
}

function keyOf({ code, level, offset, segment, position, element, component, received, explanation }: Finding): string {
  return JSON.stringify([code, level, offset, segment, position, element, component, received, explanation]);
}
