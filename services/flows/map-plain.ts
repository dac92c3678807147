import { documentFindings } from '../domain/documents/findings.ts';
import type { MappedEvent } from '../domain/events.ts';
import type { Finding } from '../domain/finding.ts';
import { FindingRoom, FindingTotals } from '../domain/finding-list.ts';
import type { Limits } from '../domain/limits.ts';
import { mapRead } from '../domain/mapping/run/map-document.ts';
import { validEvents } from '../domain/mapping/run/valid-events.ts';
import type { Recognised } from '../domain/translate/recognise.ts';
import type { CrossReferences } from '../store/cross-references.ts';
import type { Terms } from './configuration.ts';
import { eventId, holdCeilings, type MappedSets } from './map-sets.ts';

/** A document that is no X12, as it was recognised; one that turned out to hold more than it may is `refused` too. */
export type Plain = Exclude<Recognised, { kind: 'x12' }>;

/** What was made of a document that is no X12: events without sets, and findings of the document itself. */
export interface MappedPlain {
  readonly found: MappedSets;
  readonly findings: readonly Finding[];
}

interface Made {
  readonly events: readonly MappedEvent[];
  readonly findings: readonly Finding[];
  readonly lost?: number;
}

/** What a document is called where documents are counted by their kind. */
export const nameOfPlain = (plain: Plain): string | undefined =>
  plain.kind === 'document' ? plain.name : 'finding' in plain ? undefined : plain.kind;

/** Whether it could be read at all. */
export function isReadPlain(plain: Plain): boolean {
  if (plain.kind === 'document') return plain.read.root !== undefined;
  return plain.kind === 'events' ? 'events' in plain.read : plain.kind === 'attachment';
}

/** Makes events of a document that is no X12. Pure. @throws BeyondCeiling */
export function mapPlain(
  document: { readonly id: string; readonly bytes: Uint8Array },
  plain: Plain,
  { configuration }: Pick<Terms, 'configuration'>,
  lookups: CrossReferences,
  limits: Pick<Limits, 'findings' | 'events' | 'eventBytes'>,
): MappedPlain {
  const made = madeOf(document.bytes, plain, { configuration }, lookups, limits);
  const name = nameOfPlain(plain) ?? '';
  const set = { code: name, control: '' };
  holdCeilings(document.id, { ...set, range: [0, document.bytes.length] }, made.events, made.events.length, limits);
  const fault = made.findings.find(({ level }) => level === 'business');
  const found = {
    rows: { interchanges: [], groups: [], sets: [] },
    events: made.events.map((mapped, nth) => ({ id: eventId(document.id, nth), setId: null, mapped })),
    unmapped: made.lost && fault ? [{ set, finding: fault }] : [],
    totals: new FindingTotals(),
  };
  return { found, findings: made.findings };
}

function madeOf(
  bytes: Uint8Array,
  plain: Plain,
  { configuration: { zone, lookups: own } }: Pick<Terms, 'configuration'>,
  lookups: CrossReferences,
  limits: Pick<Limits, 'findings'>,
): Made {
  if (plain.kind === 'attachment') return { events: [], findings: [] };
  if ('finding' in plain) return { events: [], findings: [plain.finding] };
  if (plain.kind === 'events') return ofEvents(plain.read);
  const context = {
    lookups: new Map([...own, ...lookups]),
    ...(zone !== undefined && { partnerZone: zone }),
    listed: new FindingRoom(limits.findings),
  };
  return validEvents(mapRead(plain.read, bytes.length, plain.mapping, context));
}

const mostFaults = 500;

function ofEvents(read: Extract<Plain, { kind: 'events' }>['read']): Made {
  if ('fault' in read) {
    const { pointer, message, range = [0, 1] } = read.fault;
    return { events: [], findings: [read.finding ?? invalid(pointer, message, range)] };
  }
  const events = read.events.flatMap((one) => ('event' in one ? [one.event] : []));
  const faults = read.events.flatMap((one) => ('event' in one ? [] : one.faults));
  return {
    events,
    findings: faults.slice(0, mostFaults).map(({ pointer, message, range }) => invalid(pointer, message, range)),
  };
}

function invalid(pointer: string, message: string, range?: readonly [number, number]): Finding {
  const explanation = `${pointer || 'The document'} ${message}; this event was not taken. ${documentFindings['event.invalid'].remedy}`;
  return {
    ...{ code: 'event.invalid', level: 'standard', place: pointer, explanation },
    ...(range && { offset: range[0], end: range[1] }),
  };
}

/** The number that the id of an event of canonical JSON is made of counts taken events only. */
export const eventIdsOf = (documentId: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, nth) => eventId(documentId, nth));
