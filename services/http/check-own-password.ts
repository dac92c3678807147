import type { Request } from 'express';
import { CodedError } from '../domain/errors.ts';
import { knowsPassword } from '../flows/own-account.ts';
import type { SessionCaller } from './caller.ts';
import { deviceOf } from './cookies.ts';
import type { ApiContext } from './operation.ts';

/**
 * Asks for the present password once more, before what would outlast the session: whoever found an open browser must get no further, and not be able to guess
 * either. @param place where the request has the password
 * @throws CodedError `http.request-invalid`, `http.too-many-sign-ins`; `http.conflict` for an account without a password
 */
export async function checkOwnPassword(
  { context, guard }: Pick<ApiContext, 'context' | 'guard'>,
  caller: SessionCaller,
  password: string,
  request: Request,
  place = 'body/password',
): Promise<void> {
  if (!caller.hasPassword)
    throw new CodedError('http.conflict', {
      detail: 'You sign in by single sign-on and have no password here: second factors are those of the sign-on.',
    });
  const device = deviceOf(context.secrets, request, caller.email);
  const known = async () => ((await knowsPassword(context, caller, password)) ? true : undefined);
  await guard.attempt({ email: caller.email, address: request.ip ?? '', device }, known).catch((error: unknown) => {
    if (!(error instanceof CodedError) || error.code !== 'http.sign-in-failed') throw error;
    const message = 'is not your password.';
    throw new CodedError('http.request-invalid', { detail: `${place} ${message}`, errors: [{ place, message }] });
  });
}
