import { recertify as startReopened } from '../../flows/certification/start-many.ts';
import { runBy } from '../certification-call.ts';
import type { Handler } from '../operation.ts';
import { startTogether } from '../start-together.ts';

export const recertify: Handler<'recertify'> = ({ api: { context }, caller, params, body }) => {
  const which = { orgId: params.partnerId, document: body.document };
  return startTogether(context, caller, which.orgId, (tx) => startReopened(context, tx, which, runBy(caller)));
};
