import type { Handler } from '../operation.ts';

export const getAnnotatedMessage: Handler<'getAnnotatedMessage'> = async ({ api, caller, params, query }) => {
  const page = { offset: query.offset ?? 0, limit: query.limit ?? 500 };
  const body = await api.pages({ documentId: params.documentId, visibility: caller.visibility, ...page });
  return { status: 200, body };
};
