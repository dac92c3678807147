import { CodedError } from '../../domain/errors.ts';
import { checkCode } from '../../flows/identity/codes.ts';
import { checkPassword } from '../../flows/password.ts';
import { type Account, findAccount } from '../../store/users.ts';
import { beginSession } from '../begin-session.ts';
import { deviceOf } from '../cookies.ts';
import type { ApiContext, Handler } from '../operation.ts';
import { recordRefusal } from '../refused-sign-in.ts';

export const signIn: Handler<'signIn'> = async ({ api, body: { email, password, code }, request }) => {
  const { context, guard } = api;
  const address = request.ip ?? '';
  const device = deviceOf(context.secrets, request, email);
  const { account, withCode } = await guard.attempt({ email, address, device }, async () => {
    const found = await findAccount(context.db.front, email);
    if (!(await checkPassword(password, found?.passwordHash)) || !found) {
      await recordRefusal(context, found, address, 'wrong password');
      return undefined;
    }
    return { account: found, withCode: await checkSecond(context, found, code, address) };
  });
  await refuseOverdue(context, account, address);
  return { status: 200, ...(await beginSession(api, account, request, withCode ? 'code' : 'password')) };
};

async function checkSecond(
  context: ApiContext['context'],
  account: Account,
  code: string | undefined,
  address: string,
) {
  try {
    return await checkCode(context, account.userId, code);
  } catch (error) {
    if (error instanceof CodedError && error.code === 'http.code-wrong')
      await recordRefusal(context, account, address, 'wrong code');
    throw error;
  }
}

/** A temporary password that nobody has used in time opens nothing any more. */
async function refuseOverdue(context: ApiContext['context'], account: Account, address: string): Promise<void> {
  if (!account.temporaryUntil || account.temporaryUntil > context.now()) return;
  await recordRefusal(context, account, address, 'the temporary password is over');
  throw new CodedError('http.sign-in-failed', {
    detail: 'This temporary password is over. Ask an administrator of your organisation for a new one.',
  });
}
