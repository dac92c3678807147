import type { Request } from 'express';
import type { components } from '../../specs/generated/openapi.ts';
import { type BodyLimits, readBody } from '../channels/https/body.ts';
import { type EventFault, type ReadEvent, readEvents } from '../domain/canonical/read-events.ts';
import { CodedError, type ValidationIssue } from '../domain/errors.ts';
import { holdToKey } from '../flows/idempotency.ts';
import { eventIdsOf } from '../flows/map-plain.ts';
import { fileNamedIn } from '../flows/proof-of-delivery.ts';
import type { Received } from '../flows/receive.ts';
import { attachmentsAmong } from '../store/attachments.ts';
import { cameToNothing, firstOf } from './before-view.ts';
import type { KeyCaller } from './caller.ts';
import { noAnswer, within } from './deadline.ts';
import { faultsOf } from './event-faults.ts';
import { keep, takeBody } from './intake.ts';
import type { ApiContext } from './operation.ts';

/** Largest body: a batch is read while its sender waits. */
export const eventBodyBytes = 8 * 1024 * 1024;
const types = new Set(['application/json', 'application/cloudevents+json']);
/** Faults that an answer tells; the rest are counted. */
const mostIssues = 100;

interface Taken {
  readonly body: components['schemas']['EventReceipt'];
  /** The same request came before. */
  readonly isReplay: boolean;
}

/**
 * Takes canonical events: what is good of them is on disk before this returns, as a document of its own, and the rest is told place by place.
 * @throws CodedError where nothing of it is good; then nothing is stored
 */
export async function takeEvents(
  api: ApiContext,
  request: Request,
  { caller, key }: { readonly caller: KeyCaller; readonly key: string | undefined },
): Promise<Taken> {
  checkType(request);
  const { body: bytes, lease } = await takeBody(api, request, caller, (limits) => readEventBody(request, limits));
  try {
    const events = await readGood(api, caller, bytes);
    const { orgId, environment, actor } = caller;
    const keyed = { orgId, environment, operation: 'submitEvents', bytes };
    if (key !== undefined)
      await within(api.settings.requestMs, noAnswer, () => holdToKey(api.context, { ...keyed, key }));
    const [document] = await keep(api, { orgId, environment, actor, form: 'events' }, [{ bytes }], lease);
    return { body: receiptOf(document!, events), isReplay: document!.duplicate };
  } catch (error) {
    lease.release();
    throw error;
  }
}

function checkType(request: Request): void {
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();
  const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (types.has(type) && encoding === 'identity') return;
  throw new CodedError('http.media-type', {
    detail: `Send \`Content-Type: ${[...types].join('` or `')}\`, uncompressed.`,
  });
}

async function readEventBody(request: Request, limits: BodyLimits): Promise<Buffer> {
  const limitBytes = Math.min(limits.limitBytes, eventBodyBytes);
  try {
    return await readBody(request, { ...limits, limitBytes });
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'inbox.too-large') throw error;
    const detail = `At most ${Math.floor(limitBytes / 1_048_576)} MB are taken at once. Send fewer events at a time; files go to \`/v1/documents\`.`;
    throw new CodedError('http.too-large', { detail, cause: error });
  }
}

/** Reads the events of a body. @throws CodedError where it is not JSON, no list of events, or not one of them is good */
async function readGood(api: ApiContext, caller: KeyCaller, bytes: Uint8Array): Promise<readonly ReadEvent[]> {
  const read = readEvents(bytes, api.context.limits);
  if ('fault' in read) {
    const issue = issueOf(read.fault);
    throw new CodedError('http.request-invalid', { detail: `${issue.place} ${issue.message}`, errors: [issue] });
  }
  const events = await withKnownFiles(api, caller, read.events);
  // Which of them are good is read anew when they are mapped, and nobody asks for files there: with an unknown one nothing of the body is taken.
  const lacksFile = events.some((one, place) => !('event' in one) && 'event' in read.events[place]!);
  if (!lacksFile && events.some((one) => 'event' in one)) return events;
  const room = { left: mostIssues };
  const shown = events.map((one) => shownOf(one, room));
  const errors = shown.flatMap((one) => one.errors);
  const errorsLeftOut = shown.reduce((sum, one) => sum + (one.errorsLeftOut ?? 0), 0);
  const [first] = errors;
  const more = errorsLeftOut > 0 ? { errorsLeftOut } : {};
  throw new CodedError('events.invalid', { detail: `${first?.place} ${first?.message}.`, errors, ...more });
}

const issueOf = ({ pointer, message, range }: EventFault): ValidationIssue & { pointer: string } => ({
  ...{ place: `body${pointer}`, message, pointer },
  ...(range && { offset: range[0] }),
});

/** An event that names a file which the partner has not sent is none that can be taken. */
async function withKnownFiles(
  { context }: ApiContext,
  { orgId, environment }: KeyCaller,
  events: readonly ReadEvent[],
): Promise<readonly ReadEvent[]> {
  const named = events.flatMap((one) => fileOf(one) ?? []);
  if (named.length === 0) return events;
  const known = await attachmentsAmong(context.db.system, { orgId, environment, ids: named });
  return events.map((one): ReadEvent => {
    const id = fileOf(one);
    if (!('event' in one) || id === undefined || known.has(id)) return one;
    const pointer = `${one.pointer}/data${one.event.type === 'shipment.delivered.v1' ? '' : '/proofOfDelivery'}/documentId`;
    const fault = { pointer, message: 'is no file that you sent; send it to `/v1/documents` first' };
    return { pointer: one.pointer, node: one.node, faults: [fault] };
  });
}

const fileOf = (one: ReadEvent): string | undefined => ('event' in one ? fileNamedIn(one.event) : undefined);

function receiptOf(document: Received, events: readonly ReadEvent[]): Taken['body'] {
  const { id: documentId } = document;
  const ids = [...eventIdsOf(documentId, events.filter((one) => 'event' in one).length)];
  const state = cameToNothing(document) ? 'refused' : 'accepted';
  const room = { left: mostIssues };
  return {
    documentId,
    status: `/v1/messages/${documentId}`,
    ...firstOf(document),
    events: events.map((one) =>
      'event' in one
        ? { state, id: ids.shift()!, type: one.event.type, subject: one.event.subject }
        : { state: 'invalid', ...shownOf(one, room) },
    ),
  };
}

/** What is wrong with one event, as far as the answer has room; one fault of each is told in any case. */
function shownOf(one: ReadEvent, room: { left: number }) {
  const { faults, count } = faultsOf(one, Math.max(1, room.left));
  room.left -= faults.length;
  const errorsLeftOut = count - faults.length;
  return { errors: faults.map(issueOf), ...(errorsLeftOut > 0 && { errorsLeftOut }) };
}
