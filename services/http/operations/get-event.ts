import { CodedError } from '../../domain/errors.ts';
import { readEvent } from '../../store/read/events.ts';
import { isOf } from '../../store/read/message.ts';
import type { Handler } from '../operation.ts';
import { eventForPartner } from '../partner-eyes.ts';

export const getEvent: Handler<'getEvent'> = async ({ api, caller, params: { documentId, ordinal }, query }) => {
  const { db } = api.context;
  const look = caller.kind === 'key' ? db.scoped : db.screens;
  const environment = caller.kind === 'key' ? caller.environment : undefined;
  const event = await look(caller.visibility, async (tx) =>
    (await isOf(tx, documentId, environment))
      ? readEvent(tx, documentId, Number(ordinal), query.provenance === 'first' ? 'first' : 'whole')
      : undefined,
  );
  if (!event) throw new CodedError('http.not-found', { detail: 'No document has this id, or it has fewer events.' });
  return { status: 200, body: caller.side === 'partner' ? eventForPartner(event) : event };
};
