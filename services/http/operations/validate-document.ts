import { CodedError } from '../../domain/errors.ts';
import type { Handler } from '../operation.ts';
import { previewBody } from '../preview-body.ts';

const mostBytes = 1024 * 1024;

export const validateDocument: Handler<'validateDocument'> = async ({ api, query, request }) => {
  const { entry } = api.context;
  if (!entry.openValidator)
    throw new CodedError('http.forbidden', {
      detail:
        'The operator of this hub lets only people with an account look at documents. Sign in, and use the sandbox.',
    });
  const address = request.ip ?? '';
  await api.limits.look(address);
  const found = await previewBody(api, request, {
    room: address,
    mostBytes,
    ...{ offset: query.offset ?? 0, limit: query.limit ?? 500 },
  });
  return { status: 200, body: { ...found!.preview, odoo: [] } };
};
