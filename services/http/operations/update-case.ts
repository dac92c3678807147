import { updateCase as update } from '../../flows/case-work.ts';
import { caseView } from '../case-view.ts';
import type { Handler } from '../operation.ts';

export const updateCase: Handler<'updateCase'> = async ({ api: { context }, caller, params, body }) => {
  await update(context, params.caseId, body, { actor: caller.actor, by: caller.by });
  return { status: 200, body: await caseView(context, params.caseId, caller.visibility) };
};
