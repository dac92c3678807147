import type { ConfiguredDocument, Sla } from '../domain/configuration/configuration.ts';
import { type EventType, isOfType } from '../domain/events.ts';
import type { Finding } from '../domain/finding.ts';
import type { OutboundMapping } from '../domain/mapping/language/plan.ts';
import { type Rendering, renderEvent } from '../domain/mapping/render/render-event.ts';
import { renderedProvenance } from '../domain/mapping/render/rendered-provenance.ts';
import { numbersIn } from '../domain/numbers.ts';
import type { ClockName } from '../domain/obligations/clock-kinds.ts';
import { businessAnswerDue, functionalAckDue } from '../domain/obligations/due.ts';
import { answersTo } from '../domain/routes.ts';
import { withoutDeceit } from '../domain/visible-text.ts';
import { delimitersFor } from '../domain/x12/read/delimiters.ts';
import { write } from '../domain/x12/write/write.ts';
import { takeControlNumbers } from '../store/control-numbers.ts';
import type { Tx } from '../store/database.ts';
import type { LaneHead } from '../store/deliveries.ts';
import { setProvenance } from '../store/translation.ts';
import { endBusinessAnswers } from './answers.ts';
import { type Terms, termsOf } from './configuration.ts';
import type { Context } from './context.ts';
import { lookUp } from './look-up.ts';
import { expect } from './obligations.ts';
import { addresses, envelopeTime, putInOutbox } from './outbound.ts';
import { recordOutcome } from './record-outcome.ts';
import { subscriberOf } from './subscriber.ts';

/** What is needed to write an event as a document. */
interface Plan {
  readonly terms: Terms;
  readonly document: ConfiguredDocument;
  readonly functionalId: string;
  readonly to: NonNullable<ReturnType<typeof addresses>>;
  readonly rendering: Rendering;
}

/**
 * Writes one event as the document that was agreed with the partner and puts it into the outbox: control numbers, document, ladder and
 * clocks in one transaction.
 */
export async function send(context: Context, head: LaneHead): Promise<void> {
  const plan = await prepare(context, head);
  const at = context.now();
  const touched = await context.db.system.transaction(async (tx) => {
    const made = 'reason' in plan ? plan : await writeOrGiveBack(context, tx, head, plan, at);
    if (typeof made !== 'string')
      return recordOutcome(context, tx, head, { state: 'held', reason: made.reason, reasonCode: made.code });
    const ended = isCancel(head) ? await endBusinessAnswers(tx, head, made, at) : [];
    return [made, ...ended, ...(await recordOutcome(context, tx, head, { state: 'applied', documentId: made }))];
  });
  for (const documentId of touched) context.changes.moved(head.orgId, documentId);
}

const isCancel = ({ event }: LaneHead): boolean => event.data.purpose === 'cancel';

interface Obstacle {
  readonly code: string;
  readonly reason: string;
}

async function prepare(context: Context, head: LaneHead): Promise<Plan | Obstacle> {
  const terms = await termsOf(context, head.orgId, head.environment);
  const agreed = terms && documentFor(terms, head.event.type);
  if (!agreed)
    return { code: 'agreement.none', reason: `No document is agreed with the partner for ${head.event.type}.` };
  const { document, mapping } = agreed;
  const functionalId = context.catalog.standards
    .forVersion(document.version)
    ?.definition.sets.get(document.set)?.functionalId;
  if (!functionalId)
    return { code: 'x12.set-unknown', reason: `Nothing is known of ${document.set} in ${document.version}.` };
  const to = addresses(terms);
  if (!to)
    return {
      code: 'agreement.no-identity',
      reason: `An identity for ${head.environment} is missing: ours or the partner's.`,
    };
  const lookups = await lookUp(context, terms, [{ data: head.event.data, mapping }]);
  const { zone } = terms.configuration;
  const rendering = renderEvent(head.event, mapping, { ...(zone !== undefined && { partnerZone: zone }), lookups });
  const obstacle = worst(rendering.findings);
  return obstacle ?? { terms, document, functionalId, to, rendering };
}

/** The X12 document that an event of this type is written as. */
function documentFor(
  { configuration }: Terms,
  type: EventType,
): { readonly document: ConfiguredDocument; readonly mapping: OutboundMapping } | undefined {
  for (const document of configuration.documents) {
    const { compiled } = document;
    if (document.format === 'x12' && compiled.direction === 'outbound' && compiled.renders === type)
      return { document, mapping: compiled };
  }
  return undefined;
}

function worst(findings: readonly Finding[]): Obstacle | undefined {
  const fault = findings.find((finding) => finding.level !== 'note');
  return fault && { code: fault.code, reason: fault.explanation };
}

/** Writes inside a savepoint: when nothing can be written, the control numbers that were taken go back and leave no gap. */
async function writeOrGiveBack(
  context: Context,
  tx: Tx,
  head: LaneHead,
  plan: Plan,
  at: Date,
): Promise<string | Obstacle> {
  const savepoint = await tx.transaction();
  const made = await writeDocument(context, savepoint, head, plan, at);
  await (typeof made === 'string' ? savepoint.commit() : savepoint.rollback());
  return made;
}

async function writeDocument(
  context: Context,
  tx: Tx,
  head: LaneHead,
  plan: Plan,
  at: Date,
): Promise<string | Obstacle> {
  const { document, to, terms } = plan;
  const { delimiters: usual } = terms.configuration;
  const numbers = await takeControlNumbers(tx, head.orgId, head.environment, { interchange: 1, group: 1, set: 1 });
  const time = envelopeTime(at);
  // 004010 in GS08 is 00401 in ISA12.
  const interchangeVersion = document.version.slice(0, 5);
  const delimiters = delimitersFor(
    plan.rendering.segments.flatMap((s) => s.elements),
    { ...usual, ...(interchangeVersion > '00401' ? { repetition: '^' } : {}) },
  );
  if (!delimiters)
    return { code: 'x12.write.delimiters', reason: 'The data uses every character that could delimit it.' };
  const written = write(
    {
      sender: to.sender,
      receiver: to.receiver,
      date: time.short,
      time: time.time,
      version: interchangeVersion,
      control: String(numbers.interchange).padStart(9, '0'),
      ackRequested: false,
      usage: head.environment === 'production' ? 'P' : 'T',
      delimiters,
      groups: [
        {
          functionalId: plan.functionalId,
          sender: to.groupSender,
          receiver: to.groupReceiver,
          date: time.long,
          time: time.time,
          control: String(numbers.group),
          version: document.version,
          sets: [
            { code: document.set, control: String(numbers.set).padStart(4, '0'), segments: plan.rendering.segments },
          ],
        },
      ],
    },
    { newline: usual.lineBreaks ? '\n' : '' },
  );
  if (!written.bytes) return worst(written.findings) ?? { code: 'x12.write', reason: 'It could not be written.' };
  const provenance = renderedProvenance(plan.rendering.provenance, written.sets[0]?.segments ?? []);
  await setProvenance(tx, head.event.id, provenance);
  const [documentId = ''] = await putInOutbox(context, tx, [
    {
      orgId: head.orgId,
      environment: head.environment,
      channel: document.endpoint,
      bytes: written.bytes,
      answers: null,
      at,
      pinned: terms.pinned,
      headline: withoutDeceit(`${document.set} for ${head.event.subject}`),
      subjects: [head.event.subject],
      numbers: numbersIn(head.event.data),
    },
  ]);
  await expectAnswers(context, tx, head, document.sla, documentId, at);
  return documentId;
}

/** What the ladder of a sent document still waits for, and until when. */
async function expectAnswers(
  context: Context,
  tx: Tx,
  head: LaneHead,
  sla: Sla,
  documentId: string,
  at: Date,
): Promise<void> {
  const { orgId, environment, event } = head;
  const of = { documentId, orgId, environment };
  const clock = <Kind extends ClockName>(kind: Kind, dueAt: Date) => ({ kind, startedAt: at, dueAt });
  // A cancel is acknowledged, and answered by nothing that the trade knows.
  const answers = isCancel(head) ? [] : answersTo(event.type);
  const respondBy = isOfType(event, 'shipment.tendered.v1') ? event.data.respondBy : undefined;
  const goesToOdoo = answers.some((answer) => subscriberOf(answer) === 'odoo');
  const answerClock = clock('business-answer', businessAnswerDue(at, sla, respondBy?.utc));
  await expect(context, tx, [
    { ...of, rung: 'functional-ack', clock: clock('functional-ack', functionalAckDue(at, sla)) },
    ...(answers.length > 0 ? [{ ...of, rung: 'business-answer', clock: answerClock } as const] : []),
    ...(goesToOdoo ? [{ ...of, rung: 'odoo' } as const] : []),
  ]);
}
