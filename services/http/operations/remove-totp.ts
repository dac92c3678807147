import { removeCodes } from '../../flows/identity/codes.ts';
import { checkOwnPassword } from '../check-own-password.ts';
import type { Handler } from '../operation.ts';

export const removeTotp: Handler<'removeTotp'> = async ({ api, caller, body: { password }, request }) => {
  await checkOwnPassword(api, caller, password, request);
  await removeCodes(api.context, caller);
  return { status: 204 };
};
