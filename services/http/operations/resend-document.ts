import { resend } from '../../flows/resend.ts';
import type { Handler } from '../operation.ts';

export const resendDocument: Handler<'resendDocument'> = async ({ api: { context }, caller, params, body }) => {
  const { visibility, actor, by } = caller;
  const { documentId: id, ...sent } = await resend(context, params.documentId, body, { visibility, actor, by });
  return { status: 202, body: { id, ...sent } };
};
