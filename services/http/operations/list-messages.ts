import { CodedError } from '../../domain/errors.ts';
import { type Cursor, listMessages as list } from '../../store/read/messages.ts';
import type { Handler } from '../operation.ts';
import { isMoment } from '../validators.ts';

export const listMessages: Handler<'listMessages'> = async ({ desk, caller, query }) => {
  const { cursor, limit = 50, ...asked } = query;
  const filter = { ...asked, ...(caller.side === 'partner' && { own: caller.orgId }) };
  const after = cursor === undefined ? undefined : fromText(cursor);
  const { messages, next } = await desk.context.db.screens(caller.sight, (tx) => list(tx, filter, { after, limit }));
  return { status: 200, body: { messages, ...(next && { next: toText(next) }) } };
};

const toText = ({ at, id }: Cursor) => Buffer.from(`${at} ${id}`).toString('base64url');
const cursorText = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

function fromText(cursor: string): Cursor {
  const [, at, id] = cursorText.exec(Buffer.from(cursor, 'base64url').toString('latin1')) ?? [];
  if (at && id && isMoment(at)) return { at, id };
  const errors = [{ place: 'query/cursor', message: 'is not a cursor of this list' }];
  throw new CodedError('http.request-invalid', { errors, detail: 'query/cursor must be `next` of the page before.' });
}
