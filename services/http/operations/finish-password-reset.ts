import { finishReset } from '../../flows/identity/passwords.ts';
import type { Handler } from '../operation.ts';

export const finishPasswordReset: Handler<'finishPasswordReset'> = async ({ api: { context }, body }) => {
  await finishReset(context, body);
  return { status: 204 };
};
