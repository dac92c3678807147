import { CodedError } from '../domain/errors.ts';
import { isMoment } from './validators.ts';

/** The last of a page of a list that is ordered by time and id. */
export interface Cursor {
  readonly at: string;
  readonly id: string;
}

export const cursorText = ({ at, id }: Cursor): string => Buffer.from(`${at} ${id}`).toString('base64url');

const shape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** @throws CodedError `http.request-invalid` for what no list of ours gave away */
export function readCursor(text: string): Cursor {
  const [, at, id] = shape.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? [];
  if (at && id && isMoment(at)) return { at, id };
  const errors = [{ place: 'query/cursor', message: 'is not a cursor of this list' }];
  throw new CodedError('http.request-invalid', { errors, detail: 'query/cursor must be `next` of the page before.' });
}
