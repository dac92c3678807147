import type { Finding } from '../domain/finding.ts';
import { FindingTotals } from '../domain/finding-list.ts';
import { numbersIn } from '../domain/numbers.ts';
import { statusOf } from '../domain/obligations/status.ts';
import { toldAsMilestones } from '../domain/shipment-facts.ts';
import { audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { envelope } from '../store/deliveries.ts';
import { addNumbers, type NumberedDocument } from '../store/document-numbers.ts';
import { markTranslated, type TranslatedRow } from '../store/documents.ts';
import { insertEnvelopes } from '../store/envelopes.ts';
import { type EventRow, insertEvents } from '../store/events.ts';
import { forgetTranslated } from '../store/wake-ups.ts';
import type { CheckedDocument } from './check-agreements.ts';
import type { Pinned, Terms } from './configuration.ts';
import type { Context } from './context.ts';
import { countDeliveries, deliveriesOf, goesToOdoo } from './destinations.ts';
import type { EventEndpoint } from './endpoint-in-use.ts';
import { isReadPlain, nameOfPlain } from './map-plain.ts';
import type { MappedSets } from './map-sets.ts';
import { advance, type Expected, type Met, type NewCase, raise } from './obligations.ts';

/** A document with all that was read out of it. */
export interface Translated extends CheckedDocument {
  readonly found: MappedSets;
}

/** Where the events of one partner go. */
interface Going {
  /** The connection to Odoo, or what stands for one that is missing. */
  readonly scope: string;
  readonly terms: Terms;
  readonly webhooks: readonly EventEndpoint[];
}

/** Writes what was read out of one partner's documents: one statement for each table, however many documents there are. */
export async function record(
  context: Context,
  tx: Tx,
  translated: readonly Translated[],
  { at, ...going }: Going & { readonly at: Date },
): Promise<void> {
  const { terms } = going;
  const { orgId, environment } = translated[0]!.document;
  const { pinned } = terms;
  await insertEnvelopes(tx, orgId, {
    interchanges: translated.flatMap((t) => t.found.rows.interchanges),
    groups: translated.flatMap((t) => t.found.rows.groups),
    sets: translated.flatMap((t) => t.found.rows.sets),
  });
  await insertEvents(
    tx,
    { orgId, environment, releaseId: pinned.releaseId },
    translated.flatMap((t) => eventRows(context, t, going)),
  );
  await raise(
    context,
    tx,
    translated.flatMap((t) => [...unmappedCases(t, at), ...notAgreedCases(t, at)]),
  );
  await markTranslated(
    tx,
    translated.map((t) => documentRow(t, terms)),
    at,
  );
  await addNumbers(tx, translated.map(numbered));
  await advance(tx, {
    met: translated.flatMap(metBy),
    expected: translated.flatMap(expectedOf),
    // Whether an acknowledgement is owed or not: it is made in this transaction.
    ended: translated.map((t) => ({ documentId: t.document.id, clock: 'acknowledge', at })),
  });
  await audit(
    tx,
    translated.map((t) => auditEntry(t, at, pinned)),
  );
  await forgetTranslated(
    tx,
    translated.map((t) => t.document.id),
  );
}

/** Control numbers of interchanges and groups, and what its events name, and the name of the file. */
function numbered({ document, interchanges, found }: Translated): NumberedDocument {
  const events = found.events.flatMap(({ mapped }) => [mapped.subject, ...numbersIn(mapped.data)]);
  const controls = [...interchanges.map(({ control }) => control), ...found.rows.groups.map(({ control }) => control)];
  return { id: document.id, orgId: document.orgId, numbers: [document.fileName ?? '', ...controls, ...events] };
}

const isReadable = (t: Translated) => (t.plain ? isReadPlain(t.plain) : t.interchanges.length > 0);
/** The code of what is wrong with a document that cannot be read; null where it can. */
const unreadableBy = (t: Translated) =>
  isReadable(t) ? null : (t.reading.findings.find(({ level }) => level !== 'note')?.code ?? '');
function forOdoo({ found: { events }, document: { environment } }: Translated): number {
  const told = toldAsMilestones(events);
  return events.filter((one) => !told.has(one) && goesToOdoo(one.mapped.type, { ...one.mapped, environment })).length;
}

function eventRows({ newId }: Context, { document, found }: Translated, of: Going): readonly EventRow[] {
  const { scope, terms, webhooks } = of;
  const told = toldAsMilestones(found.events);
  return found.events.map((one, turn) => {
    const { id, setId, mapped } = one;
    const occurredAt = mapped.time ? new Date(mapped.time) : document.receivedAt;
    return {
      event: envelope({ ...mapped, id, orgId: document.orgId, occurredAt }),
      documentId: document.id,
      setId,
      receivedAt: document.receivedAt,
      documentSeq: document.seq,
      turn,
      provenance: mapped.provenance,
      deliveries: deliveriesOf(
        { ...mapped, id, toldElsewhere: told.has(one) },
        { odoo: scope, newId, terms, webhooks },
      ),
    };
  });
}

function documentRow(t: Translated, terms: Terms): TranslatedRow {
  const { pinned } = terms;
  const { found, reading } = t;
  const totals = found.totals.with(reading.findings);
  const counts = new Map<string, number>();
  for (const set of found.rows.sets) counts.set(set.code, (counts.get(set.code) ?? 0) + 1);
  const plainName = t.plain && nameOfPlain(t.plain);
  if (plainName !== undefined) counts.set(plainName, 1);
  const total = forOdoo(t);
  const told = toldAsMilestones(found.events);
  const all = found.events.reduce(
    (sum, one) => sum + countDeliveries({ ...one.mapped, toldElsewhere: told.has(one) }, terms),
    0,
  );
  const rejected = found.rows.sets.filter((set) => set.status === 'R').length;
  return {
    id: t.document.id,
    state: isReadable(t) ? 'translated' : 'unreadable',
    sets: [...counts].map(([code, count]) => ({ code, count })),
    subjects: [...new Set(found.events.map((e) => e.mapped.subject))].slice(0, 100),
    control_number: t.interchanges[0]?.control ?? null,
    delivery_count: all,
    configuration_hash: pinned.hash,
    release_id: pinned.releaseId,
    findings: reading.findings,
    finding_counts: totals.byLevel,
    finding_totals: totals.byCode,
    ...statusOf({
      unreadable: unreadableBy(t),
      isFile: t.plain?.kind === 'attachment',
      sets: found.rows.sets.length,
      rejected,
      interchanges: t.interchanges.length,
      rejectedInterchanges: t.interchanges.filter((x) => x.status === 'R').length,
      unread: new FindingTotals(reading.findings).byLevel.standard,
      total,
      open: total,
      good: 0,
      refused: 0,
      unwritten: 0,
      cases: found.unmapped.length + notAgreedCases(t, t.document.receivedAt).length,
      reason: null,
      fault: firstFault(t),
    }),
  };
}

/** The first finding in what was rejected, the outermost first, as `refreshStatus` looks for it later. */
function firstFault({ found: { rows }, reading }: Translated): string | null {
  const rejected = [...rows.interchanges, ...rows.groups, ...rows.sets].filter(({ status }) => status === 'R');
  if (rejected.length === 0) return null;
  const findings = [reading.findings, ...rejected.map((row) => row.findings)];
  const weighs = ({ level, count }: Finding) => level !== 'note' && count === undefined;
  return findings.flatMap((each) => each.find(weighs) ?? [])[0]?.explanation ?? null;
}

/** A case is one for each kind of set, however many of the kind there are. */
function unmappedCases({ document, found }: Translated, at: Date): readonly NewCase[] {
  const { id: documentId, orgId, environment } = document;
  const kinds = new Map(found.unmapped.map((one) => [`${one.finding.code}/${one.set.code}`, one]));
  return [...kinds.values()].map(({ set, finding: { code, explanation } }) => ({
    ...{ orgId, environment, at, about: { type: 'document', id: documentId } },
    ...{ kind: 'document.unmapped', facts: { code, set: set.code, control: set.control, explanation } },
  }));
}

/** Somebody sends what nobody has agreed: the partner was told, and the team has to know. */
function notAgreedCases({ document, plain }: Translated, at: Date): readonly NewCase[] {
  if (plain?.kind !== 'unknown') return [];
  const { id, orgId, environment } = document;
  const { code, explanation } = plain.finding;
  const about = { type: 'document', id } as const;
  return [{ orgId, environment, at, about, kind: 'document.not-agreed', facts: { code, explanation } }];
}

function metBy(t: Translated): readonly Met[] {
  const of = { documentId: t.document.id, orgId: t.document.orgId };
  const detail = t.plain
    ? 'Only X12 is acknowledged by a 997; how this document stands is its acknowledgement'
    : 'There is nothing that a 997 could answer';
  const isAcknowledged = isReadable(t) && !t.plain;
  return [
    { ...of, rung: 'transport', at: t.document.receivedAt, detail: 'Stored before the answer' },
    ...(isAcknowledged ? [] : [{ ...of, rung: 'functional-ack', state: 'not-expected', detail } as const]),
  ];
}

function expectedOf(t: Translated): readonly Expected[] {
  const total = forOdoo(t);
  if (total === 0) return [];
  return [{ documentId: t.document.id, orgId: t.document.orgId, rung: 'odoo', detail: `0 of ${total} applied` }];
}

function auditEntry(t: Translated, at: Date, { hash, releaseId }: Pinned) {
  const { document, found, reading } = t;
  return {
    orgId: document.orgId,
    at,
    actor: 'hub',
    action: isReadable(t) ? ('document.translated' as const) : ('document.refused' as const),
    documentId: document.id,
    detail: {
      sets: found.rows.sets.length,
      events: found.events.length,
      findings: found.totals.with(reading.findings).all,
      ...(hash !== null && { configuration: hash }),
      ...(releaseId !== null && { release: releaseId }),
    },
  };
}
