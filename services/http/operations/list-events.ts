import { CodedError } from '../../domain/errors.ts';
import { forPartner, isEventType } from '../../domain/events.ts';
import { type FeedPosition, feedStart, readEventFeed } from '../../store/event-feed.ts';
import type { Handler } from '../operation.ts';

export const listEvents: Handler<'listEvents'> = async ({ api, caller, query }) => {
  const { environment, cursor, since, type, limit = 100 } = query;
  const after = cursor === undefined ? feedStart : positionOf(cursor);
  const filter = {
    environment,
    ...(caller.side === 'partner' && { orgId: caller.orgId }),
    ...(type !== undefined && { types: typesOf(type) }),
    ...(since !== undefined && { since: new Date(since) }),
  };
  const { db } = api.context;
  const look = caller.kind === 'key' ? db.scoped : db.screens;
  const page = await look(caller.visibility, (tx) => readEventFeed(tx, filter, after, limit));
  const events = page.events.map(({ event }) => ({ ...(caller.side === 'partner' ? forPartner(event) : event) }));
  return { status: 200, body: { events, next: cursorOf(page.next), more: page.more } };
};

const cursorOf = ({ xact, seq }: FeedPosition): string => Buffer.from(`${xact} ${seq}`).toString('base64url');

const wrong = (place: string, message: string) =>
  new CodedError('http.request-invalid', { errors: [{ place, message }], detail: `${place} ${message}.` });

/** @throws CodedError `http.request-invalid` for what no page gave away */
function positionOf(cursor: string): FeedPosition {
  const [, xact, seq] = /^(\d{1,15}) (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (xact === undefined || seq === undefined) throw wrong('query/cursor', 'must be `next` of the page before');
  return { xact: Number(xact), seq: Number(seq) };
}

/** @throws CodedError `http.request-invalid` */
function typesOf(text: string) {
  return text.split(',').map((one) => {
    if (isEventType(one)) return one;
    throw wrong('query/type', `names ${one}, which is no type of event`);
  });
}
