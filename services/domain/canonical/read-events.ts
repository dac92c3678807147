import { type DocumentNode, placeOfNode } from '../documents/document-node.ts';
import { readDocument } from '../documents/read-document.ts';
import { type EventType, isEventType, type MappedEvent, type Origin, type Provenance } from '../events.ts';
import type { Finding } from '../finding.ts';
import type { Limits } from '../limits.ts';
import { eventFault } from '../mapping/run/valid-events.ts';
import { fromPartners, routes } from '../routes.ts';
import { childrenIn, escaped, type PlacedValue, valuesIn } from './json-places.ts';
import { momentFaults } from './moments.ts';
import { faultOfValue } from './plain-value.ts';

/** What is wrong with an event that somebody sent. */
export interface EventFault {
  /** JSON pointer into the body. */
  readonly pointer: string;
  readonly message: string;
  /** Bytes of the body; absent where nothing stands. */
  readonly range?: readonly [number, number];
}

/** One event of a body, or what is wrong with it. */
export type ReadEvent = { readonly pointer: string; readonly node: DocumentNode | undefined } & (
  | { readonly event: MappedEvent }
  | {
      readonly faults: readonly [EventFault, ...EventFault[]];
      /** The data, where nothing else is wrong than that they break the schema of their type. */
      readonly breaks?: { readonly type: EventType; readonly data: PlacedValue };
    }
);

/** Events as canonical JSON: one, or several below `events`; or why the body is neither. */
export type ReadEvents =
  | { readonly isBatch: boolean; readonly events: readonly ReadEvent[] }
  | { readonly fault: EventFault; readonly finding?: Finding };

export const mostEvents = 500;
/** Faults of one event that are looked for; it is not taken however many more there are. */
const mostFaults = 100;
const mostValues = 200_000;

/**
 * Reads canonical events with the place of every field. Never throws. Numbers, texts and keys that another reader might take for something else are faults: what
 * is kept is what was sent.
 */
export function readEvents(bytes: Uint8Array, limits: Pick<Limits, 'eventBytes'>): ReadEvents {
  const { root, nodes, findings } = readDocument(bytes, { name: 'json' });
  const [finding] = findings;
  if (!root) {
    const { explanation = 'This is no JSON.', offset = 0, end = offset } = finding ?? {};
    return { fault: { pointer: '', message: explanation, range: [offset, end] }, ...(finding && { finding }) };
  }
  if (nodes > mostValues)
    return { fault: { pointer: '', message: `holds more than ${mostValues} values; send it in parts` } };
  const body: PlacedValue = { pointer: '', value: parsed(bytes), node: root };
  const list = isObject(body.value) ? childrenIn(body).find(({ pointer }) => pointer === '/events') : undefined;
  if (!list && !isObject(body.value))
    return { fault: { pointer: '', message: 'must be an event, or an object with a list of `events`' } };
  if (!list) return { isBatch: false, events: [readOne(body, limits)] };
  const [twice] = root.repeated ?? [];
  if (twice !== undefined) return { fault: { pointer: `/${escaped(twice)}`, message: isTwice } };
  if (!Array.isArray(list.value)) return { fault: { pointer: '/events', message: 'must be a list' } };
  const stray = Object.keys(body.value as object).find((key) => key !== 'events');
  if (stray !== undefined) return { fault: { pointer: `/${escaped(stray)}`, message: 'is not known here' } };
  if (list.value.length === 0) return { fault: { pointer: '/events', message: 'must hold one event at least' } };
  if (list.value.length > mostEvents)
    return {
      fault: {
        pointer: '/events',
        message: `holds ${list.value.length} events; at most ${mostEvents} are taken at once`,
      },
    };
  return { isBatch: true, events: childrenIn(list).map((one) => readOne(one, limits)) };
}

/** What the reader of places has taken is JSON; should the two ever differ, the body counts as empty. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ours = new Set(['type', 'subject', 'time', 'data']);
/** How CloudEvents name their attributes. Those that we give ourselves, and extensions of the sender's, are let through and not kept. */
const attribute = /^[a-z0-9]+$/;
const longestSubject = 200;
const isTwice = 'stands twice in one object';

/** Why an attribute beside ours is none that CloudEvents allow; undefined where it may stand there. */
function faultOfAttribute(name: string, value: unknown): string | undefined {
  if (!attribute.test(name) || name === 'data_base64')
    return 'is not known here; further attributes are named by lower-case letters and digits, as CloudEvents says';
  const isPlain = value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isInteger(value);
  return isPlain ? undefined : 'must be text, a whole number, true or false, as CloudEvents says of its attributes';
}

function readOne(one: PlacedValue, limits: Pick<Limits, 'eventBytes'>): ReadEvent {
  const { pointer, node, value } = one;
  const faults: EventFault[] = [];
  const add = (at: PlacedValue | undefined, key: string, message: string) =>
    faults.push({ pointer: at?.pointer ?? `${pointer}${key}`, message, ...(at?.node && { range: at.node.range }) });
  if (!isObject(value)) {
    add(one, '', 'must be an object');
    return { pointer, node, faults: faults as [EventFault] };
  }
  const parts = new Map(childrenIn(one).map((part) => [part.pointer.slice(pointer.length + 1), part]));
  for (const [key, inner] of Object.entries(value)) {
    const message = ours.has(key) ? undefined : faultOfAttribute(key, inner);
    if (message !== undefined) add(parts.get(escaped(key)), '', message);
    if (faults.length > mostFaults) break;
  }
  for (const part of valuesIn(one)) {
    const message = faultOfValue(part);
    if (message !== undefined) add(part, '', message);
    for (const key of part.node?.repeated ?? []) {
      const inner = `${part.pointer}/${escaped(key)}`;
      add(
        childrenIn(part).find((child) => child.pointer === inner),
        inner.slice(pointer.length),
        isTwice,
      );
    }
    if (faults.length > mostFaults) break;
  }
  const [type, subject, time, data] = ['type', 'subject', 'time', 'data'].map((key) => parts.get(key));
  if (!isEventType(type?.value) || !fromPartners.includes(type.value))
    add(type, '/type', type ? `must be one of ${fromPartners.join(', ')}` : 'is missing');
  if (typeof subject?.value !== 'string' || subject.value.trim() === '' || subject.value.length > longestSubject)
    add(subject, '/subject', subject ? `must be text of 1 to ${longestSubject} characters` : 'is missing');
  const instant = time && (typeof time.value === 'string' ? instantOf(time.value) : undefined);
  if (time && instant === undefined)
    add(time, '', 'must be a date and time with its zone, such as 2026-03-03T16:45:00Z');
  if (!isObject(data?.value)) add(data, '/data', data ? 'must be an object' : 'is missing');
  if (faults.length > 0) return { pointer, node, faults: faults as [EventFault] };
  return withData(
    one,
    { type: type!.value as EventType, subject: subject!.value as string, instant, data: data! },
    limits,
  );
}

interface Parts {
  readonly type: EventType;
  readonly subject: string;
  readonly instant: string | undefined;
  readonly data: PlacedValue;
}

function withData(
  { pointer, node }: PlacedValue,
  { type, subject, instant, data }: Parts,
  limits: Pick<Limits, 'eventBytes'>,
): ReadEvent {
  const broken = eventFault(type, data.value);
  if (broken) {
    const at = faultAt(data, broken.pointer, broken.message);
    return { ...{ pointer, node, breaks: { type, data } }, faults: [at] };
  }
  const fields = data.value as Record<string, unknown>;
  const unreal = momentFaults(fields).slice(0, mostFaults);
  const [first, ...others] = unreal.map((fault) => faultAt(data, fault.pointer, fault.message));
  if (first) return { pointer, node, faults: [first, ...others] };
  const provenance = provenanceOf(data);
  const bytes = Buffer.byteLength(JSON.stringify(fields)) + Buffer.byteLength(JSON.stringify(provenance));
  if (bytes > limits.eventBytes) {
    const message = `takes ${Math.ceil(bytes / 1024)} KB with the places of its fields; at most ${Math.floor(limits.eventBytes / 1024)} KB are kept`;
    return { pointer, node, faults: [faultAt(data, '', message)] };
  }
  const { time: timeField = '' } = routes[type];
  const utc = utcOf(fields[timeField]);
  const happened = instant ?? utc;
  return { pointer, node, event: { type, subject, data: fields, provenance, ...(happened && { time: happened }) } };
}

/** A fault at a pointer into data, with the bytes that stand there. */
export function faultAt(data: PlacedValue, inside: string, message: string): EventFault {
  const pointer = data.pointer + inside;
  for (const { pointer: found, node } of valuesIn(data))
    if (found === pointer && node) return { pointer, message, range: node.range };
  return { pointer, message };
}

/** The byte range of every single value, by its pointer into the data. */
function provenanceOf(data: PlacedValue): Provenance {
  const found: Record<string, Origin> = {};
  for (const { pointer, value, node } of valuesIn(data))
    if (node && (typeof value !== 'object' || value === null))
      found[pointer.slice(data.pointer.length)] = { ranges: [node.range], place: placeOfNode(node) };
  return found;
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

function instantOf(text: string): string | undefined {
  const at = moment.test(text) ? new Date(text) : undefined;
  if (!at || Number.isNaN(at.getTime())) return undefined;
  // To JavaScript 30 February is 2 March, and PostgreSQL has neither a year 0 nor one that is written with a sign.
  const hasDay = new Date(text.slice(0, 10)).getUTCDate() === Number(text.slice(8, 10));
  return hasDay && /^[1-9]\d{3}-/.test(at.toISOString()) ? at.toISOString() : undefined;
}

const utcOf = (value: unknown): string | undefined =>
  isObject(value) && typeof value.utc === 'string' ? value.utc : undefined;
