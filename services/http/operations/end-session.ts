import { endOwnSessions } from '../../flows/own-account.ts';
import type { Handler } from '../operation.ts';

export const endSession: Handler<'endSession'> = async ({ api: { context }, caller, params }) => {
  await endOwnSessions(context, caller, { id: params.sessionId });
  return { status: 204 };
};
