import { CodedError } from '../../domain/errors.ts';
import { readFindings } from '../../store/read/findings.ts';
import { readBytes } from '../../store/read/message.ts';
import { annotatedPage } from '../annotated.ts';
import type { Handler } from '../operation.ts';

export const getAnnotatedMessage: Handler<'getAnnotatedMessage'> = async ({
  desk: { context },
  caller,
  params,
  query,
}) => {
  const { found, stored } = await context.db.screens(caller.sight, async (tx) => ({
    found: await readBytes(tx, params.documentId),
    stored: await readFindings(tx, params.documentId),
  }));
  if (!found) throw new CodedError('http.not-found', { detail: 'No document has this id.' });
  const page = { offset: query.offset ?? 0, limit: query.limit ?? 500 };
  return { status: 200, body: annotatedPage(found.bytes, stored, context.catalog.standards, page) };
};
