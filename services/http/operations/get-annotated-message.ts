import type { Handler } from '../operation.ts';

export const getAnnotatedMessage: Handler<'getAnnotatedMessage'> = async ({ desk, caller, params, query }) => {
  const page = { offset: query.offset ?? 0, limit: query.limit ?? 500 };
  const body = await desk.pages({ documentId: params.documentId, sight: caller.sight, ...page });
  return { status: 200, body };
};
