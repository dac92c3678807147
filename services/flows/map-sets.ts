import { hash } from 'node:crypto';
import type { Configuration } from '../domain/configuration/configuration.ts';
import type { MappedEvent } from '../domain/events.ts';
import type { Finding } from '../domain/finding.ts';
import { FindingRoom, FindingTotals } from '../domain/finding-list.ts';
import type { Limits } from '../domain/limits.ts';
import { append } from '../domain/lists.ts';
import { translateSet } from '../domain/translate/translate-set.ts';
import type { Interchange, TransactionSet } from '../domain/x12/model.ts';
import { eventTooLarge, tooMany } from '../domain/x12/read/ceiling.ts';
import type { CrossReferences } from '../store/cross-references.ts';
import type { Envelopes, GroupRow, InterchangeRow, SetRow } from '../store/envelopes.ts';

/** A canonical event with the id it will always have. */
export interface ReadEvent {
  readonly id: string;
  /** Null for a document that has no sets. */
  readonly setId: string | null;
  readonly mapped: MappedEvent;
}

/** A document makes more events than it may, or a larger one: it is refused as a whole. */
export class BeyondCeiling extends Error {
  readonly documentId: string;
  readonly finding: Finding;

  constructor(documentId: string, finding: Finding) {
    super(`Document ${documentId}: ${finding.explanation}`);
    this.documentId = documentId;
    this.finding = finding;
  }
}

/** Rows and events that checked interchanges turn into. */
export interface MappedSets {
  readonly rows: Envelopes;
  readonly events: readonly ReadEvent[];
  /** Accepted sets out of which the mapping could make nothing: each wants a person. */
  readonly unmapped: readonly { set: Pick<TransactionSet, 'code' | 'control'>; finding: Finding }[];
  readonly totals: FindingTotals;
}

/** Turns checked interchanges into rows, and each set that is not rejected into events. Pure but for the ids it is given. @throws BeyondCeiling */
export function mapSets(
  documentId: string,
  interchanges: readonly Interchange[],
  configuration: Configuration,
  newId: () => string,
  lookups: CrossReferences = new Map(),
  limits?: Pick<Limits, 'findings' | 'events' | 'eventBytes'>,
): MappedSets {
  const rows = { interchanges: [] as InterchangeRow[], groups: [] as GroupRow[], sets: [] as SetRow[] };
  const events: ReadEvent[] = [];
  const unmapped: { set: TransactionSet; finding: Finding }[] = [];
  const totals = new FindingTotals();
  const listed = new FindingRoom(limits?.findings);
  interchanges.forEach((interchange, i) => {
    const interchangeId = newId();
    rows.interchanges.push(interchangeRow(interchangeId, documentId, i, interchange));
    totals.add(interchange.findings);
    interchange.groups.forEach((group, g) => {
      const groupId = newId();
      rows.groups.push({
        id: groupId,
        document_id: documentId,
        interchange_id: interchangeId,
        ordinal: g,
        functional_id: group.functionalId,
        control: group.control,
        version: group.version,
        status: group.status,
        findings: group.findings,
      });
      totals.add(group.findings);
      group.sets.forEach((set, s) => {
        const setId = newId();
        const mapped = translateSet(set, group, configuration, { lookups, listed });
        const all = [...set.findings, ...mapped.findings];
        totals.add(all);
        rows.sets.push({
          id: setId,
          document_id: documentId,
          group_id: groupId,
          ordinal: s,
          code: set.code,
          control: set.control,
          status: set.status,
          start_byte: set.range[0],
          end_byte: set.range[1],
          findings: all,
        });
        append(
          events,
          mapped.events.map((event, e) => ({ id: eventId(documentId, i, g, s, e), setId, mapped: event })),
        );
        if (limits) holdCeilings(documentId, set, mapped.events, events.length, limits);
        const fault = mapped.findings.find((finding) => finding.level === 'business');
        if (mapped.events.length === 0 && fault) unmapped.push({ set, finding: fault });
      });
    });
  });
  return { rows, events, unmapped, totals };
}

/** @throws BeyondCeiling */
export function holdCeilings(
  documentId: string,
  set: Parameters<typeof eventTooLarge>[0],
  made: readonly MappedEvent[],
  count: number,
  limits: Pick<Limits, 'events' | 'eventBytes'>,
): void {
  if (count > limits.events)
    throw new BeyondCeiling(documentId, tooMany('events', limits.events, { offset: 0, size: 0 }));
  for (const { data, provenance } of made) {
    const bytes = Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(provenance));
    if (bytes > limits.eventBytes) throw new BeyondCeiling(documentId, eventTooLarge(set, bytes, limits.eventBytes));
  }
}

function interchangeRow(id: string, documentId: string, ordinal: number, x: Interchange): InterchangeRow {
  return {
    id,
    document_id: documentId,
    ordinal,
    sender: `${x.sender.qualifier}/${x.sender.id}`,
    receiver: `${x.receiver.qualifier}/${x.receiver.id}`,
    control: x.control,
    usage: x.usage,
    version: x.version,
    status: x.status,
    findings: x.findings,
  };
}

/** The same place in the same document gives the same id, so that nothing read twice counts twice. */
export function eventId(documentId: string, ...place: readonly number[]): string {
  return hash('sha256', `${documentId}/${place.join('/')}`, 'hex').slice(0, 32);
}
