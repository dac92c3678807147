import { endOwnSessions } from '../../flows/own-account.ts';
import type { Handler } from '../operation.ts';

export const endOtherSessions: Handler<'endOtherSessions'> = async ({ api: { context }, caller }) => {
  await endOwnSessions(context, caller, { not: caller.tokenHash });
  return { status: 204 };
};
