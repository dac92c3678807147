import { CodedError } from '../../domain/errors.ts';
import { forPartner, isEventType } from '../../domain/events.ts';
import { feedCursor, feedStart, readEventFeed, readFeedCursor } from '../../store/event-feed.ts';
import type { Handler } from '../operation.ts';

export const listEvents: Handler<'listEvents'> = async ({ api, caller, query }) => {
  const { environment, cursor, since, type, limit = 100 } = query;
  const after = cursor === undefined ? feedStart : readFeedCursor(cursor);
  if (!after) throw wrong('query/cursor', 'must be `next` of the page before');
  const filter = {
    environment,
    ...(caller.side === 'partner' && { orgId: caller.orgId }),
    ...(type !== undefined && { types: typesOf(type) }),
    ...(since !== undefined && { since: new Date(since) }),
  };
  const { db } = api.context;
  const look = caller.kind === 'key' ? db.scoped : db.screens;
  const page = await look(caller.visibility, (tx) => readEventFeed(tx, filter, after, limit));
  // Nothing would ever come, and nobody would know why.
  if (page.isAhead) throw wrong('query/cursor', 'is of another hub: nothing here has come that far. Begin without one');
  const events = page.events.map(({ event }) => ({ ...(caller.side === 'partner' ? forPartner(event) : event) }));
  return { status: 200, body: { events, next: feedCursor(page.next), more: page.more } };
};

const wrong = (place: string, message: string) =>
  new CodedError('http.request-invalid', { errors: [{ place, message }], detail: `${place} ${message}.` });

/** @throws CodedError `http.request-invalid` */
function typesOf(text: string) {
  return text.split(',').map((one) => {
    if (isEventType(one)) return one;
    throw wrong('query/type', `names ${one}, which is no type of event`);
  });
}
