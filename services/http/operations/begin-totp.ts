import { beginCodes } from '../../flows/identity/codes.ts';
import { checkOwnPassword } from '../check-own-password.ts';
import type { Handler } from '../operation.ts';

export const beginTotp: Handler<'beginTotp'> = async ({ api, caller, body: { password }, request }) => {
  await checkOwnPassword(api, caller, password, request);
  return { status: 200, body: await beginCodes(api.context, caller) };
};
