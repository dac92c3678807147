import { renewRecoveryCodes as renew } from '../../flows/identity/codes.ts';
import { checkOwnPassword } from '../check-own-password.ts';
import type { Handler } from '../operation.ts';

export const renewRecoveryCodes: Handler<'renewRecoveryCodes'> = async ({
  api,
  caller,
  body: { password },
  request,
}) => {
  await checkOwnPassword(api, caller, password, request);
  return { status: 200, body: { codes: [...(await renew(api.context, caller))] } };
};
