import type { ResendRule } from '../domain/configuration/configuration.ts';
import { usualResend } from '../domain/configuration/configuration.ts';
import { laneOf } from '../domain/destinations.ts';
import { CodedError } from '../domain/errors.ts';
import { type ActedBy, audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { insertHandovers } from '../store/deliveries.ts';
import { lockDocuments } from '../store/documents.ts';
import { readEventOf } from '../store/events.ts';
import {
  insertResending,
  markReplaced,
  type Resendable,
  readResendable,
  supersedeHandovers,
} from '../store/resendings.ts';
import { type Terms, termsOf } from './configuration.ts';
import type { Context } from './context.ts';
import { type WayOut, wayAt, wayBack, wayCalled } from './endpoint-in-use.ts';
import { expectAgain, replaceLadder } from './ladder-again.ts';
import { refreshStatusOfSent, resolveOfDeliveries, setOutcome } from './obligations.ts';
import { prepare, writeDocument } from './render.ts';

/** `same`: the same bytes once more, a resend. `new`: written anew from its event under new control numbers, a reissue. */
export type Numbers = 'same' | 'new';

/** What can be done with a document that we sent. */
export interface ResendOffer {
  /** Which sending the next one is. It goes with the order, so that two orders are one. */
  readonly sending: number;
  readonly numbers: readonly Numbers[];
  /** What a reissue is written with. */
  readonly configuration: ResendRule['configuration'];
  /** Name of the endpoint that it would go to; undefined for the mailbox of the partner's keys, and where there is none. */
  readonly endpoint?: string;
  /** Whether the hub brings it there; else the partner comes for it. */
  readonly isPushed: boolean;
  /** The endpoint that it went to was removed, and none is agreed: one has to be named. */
  readonly needsEndpoint: boolean;
  /** Why nothing is offered, and what to do instead. */
  readonly obstacle?: string;
}

export interface ResendOrder {
  readonly numbers: Numbers;
  /** As the offer said it. */
  readonly sending: number;
  /** Name of the endpoint to send it to; where it went before, or as agreed, unless given. */
  readonly endpoint?: string | undefined;
}

/** What goes out: the document, or the one that takes its place. */
export interface Resent {
  readonly documentId: string;
  readonly sending: number;
  /** False where an order of before had done it. */
  readonly isNew: boolean;
}

const conflict = (detail: string) => new CodedError('http.conflict', { detail });
const inUse = 'It is being handed over at this moment. Wait until that has ended.';

/** What may be done with a document; undefined for what the partner sent, and where there is none with this id. */
export async function offerOf(
  context: Context,
  documentId: string,
  visibility: string,
): Promise<ResendOffer | undefined> {
  const found = await context.db.screens(visibility, (tx) => readResendable(tx, documentId));
  if (!found || found.direction === 'in') return undefined;
  const rule = await ruleFor(context, found);
  const way = await wayFor(context, found);
  const obstacle = obstacleOf(found, way);
  const needsEndpoint = !way && found.replacedBy === null;
  return {
    sending: found.sendings + 1,
    needsEndpoint,
    numbers: obstacle === undefined || needsEndpoint ? allowed(found, rule) : [],
    configuration: rule.configuration,
    ...(way && way.endpointId !== null && { endpoint: way.name }),
    isPushed: way?.isPushed ?? false,
    ...(obstacle !== undefined && { obstacle }),
  };
}

/** The rule of the agreement in use; an acknowledgement is never written anew. */
async function ruleFor(context: Context, found: Resendable): Promise<ResendRule> {
  const terms = await termsOf(context, found.orgId, found.environment);
  return (terms && documentOf(terms, found)?.resend) ?? usualResend;
}

const documentOf = ({ configuration }: Terms, { set }: Resendable) =>
  configuration.documents.find((one) => one.direction === 'outbound' && one.set === set);

function allowed({ eventId }: Resendable, { numbers }: ResendRule): readonly Numbers[] {
  if (eventId === null) return ['same'];
  return numbers === 'either' ? ['same', 'new'] : [numbers];
}

/** Where it would go: where it went before, or, where that endpoint was removed, as is agreed now. */
async function wayFor(context: Context, found: Resendable, name?: string): Promise<WayOut | undefined> {
  const { orgId, environment, endpointId } = found;
  if (name !== undefined) return wayCalled(context, { orgId, environment, name });
  if (found.isAcknowledgement || endpointId === null) return wayBack(context, found);
  const before = await wayAt(context, { orgId, environment, endpointId });
  if (before) return before;
  const terms = await termsOf(context, orgId, environment);
  const agreed = terms && documentOf(terms, found);
  return agreed && wayCalled(context, { orgId, environment, name: agreed.endpoint });
}

/** Why a document cannot be sent once more as it stands; undefined where it can. */
function obstacleOf(found: Resendable, way: WayOut | undefined): string | undefined {
  const { direction, replacedBy, handover, state } = found;
  if (direction === 'in') return 'It came from the partner. Only what we sent can be sent once more.';
  if (replacedBy !== null) return 'It was reissued. Send the document that took its place.';
  if (!way) return 'The endpoint that it went to was removed. Name another one.';
  if (handover === 'in-flight') return inUse;
  const isSameWay = way.endpointId === found.endpointId;
  if (handover === 'pending' && isSameWay) return `It waits to be handed over at ${way.name}, and goes out by itself.`;
  if (state === 'ready' && !way.isPushed && isSameWay)
    return 'It waits in the outbox: the partner has not taken it yet.';
  return undefined;
}

/**
 * Sends a document of ours once more. Two orders of one sending are one.
 * @throws CodedError `http.not-found`; `http.conflict` with what stands in the way
 */
export async function resend(
  context: Context,
  documentId: string,
  order: ResendOrder,
  by: ActedBy & { readonly visibility: string },
): Promise<Resent> {
  const found = await context.db.scoped(by.visibility, (tx) => readResendable(tx, documentId));
  if (!found) throw new CodedError('http.not-found', { detail: 'No document has this id.' });
  const rule = await ruleFor(context, found);
  const before = doneBefore(found, order);
  if (before) return before;
  if (found.direction === 'out' && !allowed(found, rule).includes(order.numbers))
    throw conflict(notAllowed(found, order));
  const resent = await (order.numbers === 'same' ? sendSame : sendAnew)(context, found, { ...order, rule }, by);
  context.wakeRelay();
  for (const id of new Set([documentId, resent.documentId])) context.changes.moved(found.orgId, id);
  return resent;
}

/** What an earlier order has done, if it was this one. */
function doneBefore(found: Resendable, { numbers, sending }: ResendOrder): Resent | undefined {
  if (numbers === 'new' && found.replacedBy !== null) return { documentId: found.replacedBy, sending: 1, isNew: false };
  if (numbers === 'same' && sending > 1 && sending <= found.sendings)
    return { documentId: found.id, sending: found.sendings, isNew: false };
  return undefined;
}

const notAllowed = ({ eventId }: Resendable, { numbers }: ResendOrder) =>
  eventId === null
    ? 'It was written of no event, so it cannot be written anew. It can be resent as it is.'
    : `What is agreed with the partner does not allow it: a document is sent once more under ${numbers === 'same' ? 'new control numbers' : 'its own control numbers'} (\`resend\` in the agreement).`;

type Order = ResendOrder & { readonly rule: ResendRule };

/** Locks the document and looks at it again. @throws CodedError where something stands in the way. @returns what an earlier order has done */
async function lockFor(
  context: Context,
  tx: Tx,
  { id }: Resendable,
  order: Order,
): Promise<{ readonly before: Resent } | { readonly found: Resendable; readonly way: WayOut }> {
  await lockDocuments(tx, [id]);
  const found = (await readResendable(tx, id))!;
  const before = doneBefore(found, order);
  if (before) return { before };
  const way = await wayFor(context, found, order.endpoint);
  if (!way && order.endpoint !== undefined)
    throw conflict(`The partner has no endpoint called ${order.endpoint} in ${found.environment}.`);
  const obstacle = obstacleOf(found, way);
  if (obstacle !== undefined || !way) throw conflict(obstacle ?? '');
  if (order.sending !== found.sendings + 1)
    throw conflict(
      `It was sent ${found.sendings === 1 ? 'once' : `${found.sendings} times`} by now. Look at it again before you send it once more.`,
    );
  return { found, way };
}

function sendSame(context: Context, document: Resendable, order: Order, by: ActedBy): Promise<Resent> {
  return context.db.system.transaction(async (tx) => {
    const locked = await lockFor(context, tx, document, order);
    if ('before' in locked) return locked.before;
    const { found, way } = locked;
    const { id: documentId, orgId, environment } = found;
    const { sending } = order;
    const at = context.now();
    await resolveOfDeliveries(tx, await supersedeHandovers(tx, documentId, at), at);
    await insertResending(tx, { id: documentId, orgId, sending, at, actor: by.actor, way });
    await expectAgain(context, tx, { documentId, orgId, environment, way }, at);
    if (way.isPushed && way.endpointId !== null) {
      const { endpointId } = way;
      const lane = laneOf.channel(endpointId);
      await insertHandovers(tx, [{ id: context.newId(), orgId, environment, documentId, endpointId, lane, sending }]);
    }
    if (found.isAcknowledgement) await setOutcome(tx, documentId, 'waiting');
    else await refreshStatusOfSent(tx, [documentId]);
    const detailOfEntry = { sending, endpoint: way.name };
    await audit(tx, [{ orgId, at, ...by, action: 'document.resent', documentId, detail: detailOfEntry }]);
    return { documentId, sending, isNew: true };
  });
}

async function sendAnew(context: Context, document: Resendable, order: Order, by: ActedBy): Promise<Resent> {
  const { orgId, environment, hash, releaseId, eventId, set } = document;
  const event = eventId === null ? undefined : await readEventOf(context.db.system, eventId);
  if (!event) throw conflict(notAllowed(document, order));
  const pinned = order.rule.configuration === 'original' ? { hash, releaseId } : undefined;
  const terms = await termsOf(context, orgId, environment, pinned);
  const name = order.endpoint ?? (await wayFor(context, document))?.name;
  const head = { event, place: set ?? '', orgId, environment };
  const plan = await prepare(context, head, terms, name);
  if ('reason' in plan) throw conflict(`It cannot be written anew: ${plan.reason}`);
  return context.db.system.transaction(async (tx) => {
    const locked = await lockFor(context, tx, document, order);
    if ('before' in locked) return locked.before;
    const { id } = document;
    const at = context.now();
    const made = await writeDocument(context, tx, head, plan, at, id);
    if (typeof made !== 'string') throw conflict(`It cannot be written anew: ${made.reason}`);
    await resolveOfDeliveries(tx, await supersedeHandovers(tx, id, at), at);
    await markReplaced(tx, id, made);
    const { name: newName } = (await readResendable(tx, made))!;
    await replaceLadder(tx, { documentId: id, orgId }, { documentId: made, name: newName }, at);
    const entry = { orgId, at, ...by, action: 'document.reissued', documentId: id } as const;
    await audit(tx, [{ ...entry, detail: { by: made, configuration: order.rule.configuration } }]);
    return { documentId: made, sending: 1, isNew: true };
  });
}
