import type { ConfiguredDocument } from '../domain/configuration/configuration.ts';
import { isOfType } from '../domain/events.ts';
import { tightened } from '../domain/go-live/hypercare.ts';
import type { OutboundMapping } from '../domain/mapping/language/plan.ts';
import type { MappingContext } from '../domain/mapping/run/run.ts';
import { numbersIn } from '../domain/numbers.ts';
import { collectClock } from '../domain/obligations/due.ts';
import { answersTo } from '../domain/routes.ts';
import { withoutDeceit } from '../domain/visible-text.ts';
import type { Tx } from '../store/database.ts';
import { addDeliveries, type EventHead } from '../store/deliveries.ts';
import { isInHypercare } from '../store/go-live/production.ts';
import { endBusinessAnswers } from './answers.ts';
import { type Terms, termsOf } from './configuration.ts';
import type { Context } from './context.ts';
import { documentDeliveries, goesToOdoo } from './destinations.ts';
import { type WayOut, wayCalled } from './endpoint-in-use.ts';
import { recordUnsent } from './go-live/compare.ts';
import { ruleFor } from './go-live/production-rule.ts';
import { recordHeld } from './go-live/record-held.ts';
import { lookUp } from './look-up.ts';
import { expect } from './obligations.ts';
import { putInOutbox, waitsAt } from './outbound.ts';
import { recordOutcome } from './record-outcome.ts';
import { type Obstacle, prepareWriting, type Writing } from './write-document.ts';

/** What is needed to write an event as a document. */
export interface Plan {
  readonly terms: Terms;
  readonly document: ConfiguredDocument;
  readonly way: WayOut;
  readonly writing: Writing;
}

/**
 * Writes one event as a document that was agreed with the partner and makes it ready to go out: control numbers, document, ladder and clocks in one transaction.
 * How it gets to the partner is for its endpoint to see to, so that one that does not answer never holds up the writing.
 */
export async function render(context: Context, head: EventHead<'document'>): Promise<void> {
  const rule = await ruleFor(context, head);
  if (rule.kind === 'held') return recordHeld(context, head, rule.reason);
  const terms = await termsOf(context, head.orgId, head.environment);
  const plan = await prepare(context, head, terms);
  const at = context.now();
  if (rule.kind === 'withheld') return recordUnsent(context, head, rule.key, await obstacleOf(context, head, plan, at));
  const touched = await context.db.system.transaction(async (tx) => {
    const held = ({ reason, code }: Obstacle) =>
      recordOutcome(context, tx, head, { state: 'held', reason, reasonCode: code });
    if ('reason' in plan) return held(plan);
    const made = await writeOrGiveBack(context, tx, head, plan, at);
    if (typeof made !== 'string') return held(made);
    if (head.place === '') await addOthers(context, tx, head, plan);
    const ended = isCancel(head) ? await endBusinessAnswers(tx, head, made, at) : [];
    const outcome = { state: 'applied', documentId: made, place: plan.document.set } as const;
    return [made, ...ended, ...(await recordOutcome(context, tx, head, outcome))];
  });
  for (const documentId of touched) context.changes.moved(head.orgId, documentId);
}

/** Why it could not be written; it is written, and given back in any case. */
function obstacleOf(context: Context, head: EventHead, plan: Plan | Obstacle, at: Date): Promise<string | undefined> {
  if ('reason' in plan) return Promise.resolve(plan.reason);
  return context.db.system.transaction(async (tx) => {
    const made = await writeDocument(context, tx, head, plan, at);
    await tx.rollback();
    return typeof made === 'string' ? undefined : made.reason;
  });
}

const isCancel = ({ event }: Pick<EventHead, 'event'>): boolean => event.data.purpose === 'cancel';

/** What was agreed only after the event came: it becomes the first of the documents by this delivery, and each other one by its own. */
async function addOthers(
  context: Context,
  tx: Tx,
  head: EventHead<'document'>,
  { document, terms }: Plan,
): Promise<void> {
  const all = documentDeliveries(head.event.type, { terms, newId: context.newId });
  await addDeliveries(
    tx,
    head,
    all.filter(({ place }) => place !== document.set),
  );
}

/** An event of a partner that is written as a document. */
export type Writable = Pick<EventHead<'document'>, 'event' | 'place' | 'orgId' | 'environment'>;

/** @param name the endpoint that it goes to; that of the agreement unless given */
export async function prepare(
  context: Context,
  { event, place, orgId, environment }: Writable,
  terms: Terms | undefined,
  name?: string,
): Promise<Plan | Obstacle> {
  const agreed = terms && documentFor(terms, event.type, place);
  if (!agreed) {
    const which = place === '' ? 'No document is' : `The ${place} is not`;
    return { code: 'agreement.none', reason: `${which} agreed with the partner for ${event.type}.` };
  }
  const { document, mapping } = agreed;
  const wanted = name ?? document.endpoint;
  const way = await wayCalled(context, { orgId, environment, name: wanted });
  if (!way)
    return {
      code: 'agreement.no-endpoint',
      reason: `The ${document.set} is to go out at the endpoint “${wanted}”, and the partner has none of that name in ${environment}. Add it, or name another one in the agreement; then retry.`,
    };
  const lookups = await lookUp(context, terms, [{ data: event.data, mapping }]);
  const { zone } = terms.configuration;
  const run: MappingContext = { ...(zone !== undefined && { partnerZone: zone }), lookups };
  const writing = prepareWriting(context, { terms, document, mapping, event, run });
  return 'reason' in writing ? writing : { terms, document, way, writing };
}

/** The document that an event of this type is written as: the one of this name, or the first. */
function documentFor(
  { configuration }: Terms,
  type: string,
  place: string,
): { readonly document: ConfiguredDocument; readonly mapping: OutboundMapping } | undefined {
  for (const document of configuration.documents) {
    const { compiled } = document;
    if (compiled.direction !== 'outbound' || compiled.renders !== type) continue;
    if (place === '' || place === document.set) return { document, mapping: compiled };
  }
  return undefined;
}

/** Writes inside a savepoint: when nothing can be written, the control numbers that were taken go back and leave no gap. */
async function writeOrGiveBack(
  context: Context,
  tx: Tx,
  head: EventHead,
  plan: Plan,
  at: Date,
): Promise<string | Obstacle> {
  const savepoint = await tx.transaction();
  const made = await writeDocument(context, savepoint, head, plan, at);
  await (typeof made === 'string' ? savepoint.commit() : savepoint.rollback());
  return made;
}

/** Writes an event as a document, with its ladder. @param replaces the document that it is written anew for. @returns the id of the document */
export async function writeDocument(
  context: Context,
  tx: Tx,
  head: Omit<Writable, 'place'>,
  { document, terms, way, writing }: Plan,
  at: Date,
  replaces?: string,
): Promise<string | Obstacle> {
  const written = await writing(tx, at);
  if ('reason' in written) return written;
  const [documentId = ''] = await putInOutbox(context, tx, [
    {
      ...written,
      orgId: head.orgId,
      environment: head.environment,
      way,
      answers: null,
      eventId: head.event.id,
      replaces,
      at,
      pinned: terms.pinned,
      headline: withoutDeceit(`${document.set} for ${head.event.subject}`),
      subjects: [head.event.subject],
      numbers: numbersIn(head.event.data),
    },
  ]);
  await expectAnswers(context, tx, head, { ...document, way }, documentId, at);
  return documentId;
}

/** What the ladder of a sent document waits for, and from its handing over on how long. Until then only its way to the partner has an end, where the partner comes for it. */
async function expectAnswers(
  context: Context,
  tx: Tx,
  head: Omit<Writable, 'place'>,
  document: Pick<ConfiguredDocument, 'set' | 'version' | 'sla' | 'format'> & { readonly way: WayOut },
  documentId: string,
  at: Date,
): Promise<void> {
  const { orgId, environment, event } = head;
  const { format, way, set, version } = document;
  const of = { documentId, orgId };
  const isInCare =
    environment === 'production' && (await isInHypercare(tx, { orgId, direction: 'outbound', set, version }));
  const sla = isInCare ? tightened(document.sla) : document.sla;
  const detail = waitsAt(way) + (isInCare ? '. In hypercare its deadlines are half of those that are agreed' : '');
  // A cancel is acknowledged, and answered by nothing that the trade knows.
  const answers = isCancel(head) ? [] : answersTo(event.type);
  const respondBy = isOfType(event, 'shipment.tendered.v1') ? event.data.respondBy : undefined;
  const askedFor = respondBy && instant(respondBy.utc);
  const isX12 = format === 'x12';
  const { ta1WithinMinutes: ta1, acknowledgedWithinMinutes, answeredWithinMinutes } = sla;
  const transport = { ...of, rung: 'transport', withinMinutes: sla.collectedWithinMinutes } as const;
  await expect(context, tx, [
    way.isPushed
      ? { ...transport, detail }
      : { ...transport, environment, detail, clock: collectClock(at, sla.collectedWithinMinutes) },
    ...(isX12 && ta1 !== undefined ? [{ ...of, rung: 'ta1', withinMinutes: ta1 } as const] : []),
    // Only X12 is acknowledged by a 997.
    ...(isX12 ? [{ ...of, rung: 'functional-ack', withinMinutes: acknowledgedWithinMinutes } as const] : []),
    ...(answers.length > 0
      ? [{ ...of, rung: 'business-answer', withinMinutes: answeredWithinMinutes, askedFor } as const]
      : []),
    ...(answers.some((type) => goesToOdoo(type, { environment, ...event })) ? [{ ...of, rung: 'odoo' } as const] : []),
  ]);
}

/** An instant in ISO 8601; undefined where it is none. */
function instant(text: string): Date | undefined {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
