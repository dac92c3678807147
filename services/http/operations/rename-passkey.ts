import { nameOwnPasskey } from '../../flows/identity/passkeys.ts';
import type { Handler } from '../operation.ts';

export const renamePasskey: Handler<'renamePasskey'> = async ({ api: { context }, caller, params, body: { name } }) => {
  await nameOwnPasskey(context, caller, params.passkeyId, name);
  return { status: 204 };
};
