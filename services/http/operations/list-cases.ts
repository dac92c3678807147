import { readCases } from '../../store/read/cases.ts';
import { cursorText, readCursor } from '../cursor.ts';
import type { Handler } from '../operation.ts';
import { remedyOf } from '../remedies.ts';

export const listCases: Handler<'listCases'> = async ({ api: { context }, caller, query }) => {
  const { cursor, limit = 50, ...filter } = query;
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const { cases, total, more } = await context.db.screens(caller.visibility, (tx) =>
    readCases(tx, { ...filter, limit, after }),
  );
  const last = cases.at(-1);
  return {
    status: 200,
    body: {
      cases: cases.map((one) => {
        const remedy = remedyOf(one.code);
        return remedy === undefined ? one : { ...one, remedy };
      }),
      total,
      ...(more && last && { next: cursorText({ at: last.since, id: last.id }) }),
    },
  };
};
