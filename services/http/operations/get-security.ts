import { codesOf } from '../../flows/identity/codes.ts';
import { passkeysOf } from '../../store/identity/factors.ts';
import { passkeyView } from '../identity-views.ts';
import type { Handler } from '../operation.ts';

export const getSecurity: Handler<'getSecurity'> = async ({ api: { context }, caller }) => {
  const codes = await codesOf(context, caller.userId);
  const passkeys = (await passkeysOf(context.db.front, caller.userId)).map(passkeyView);
  const totp = codes && { since: codes.since.toISOString(), recoveryCodesLeft: codes.recoveryCodesLeft };
  return { status: 200, body: { hasPassword: caller.hasPassword, passkeys, ...(totp && { totp }) } };
};
