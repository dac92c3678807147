import { noteCase } from '../../flows/case-work.ts';
import { caseView } from '../case-view.ts';
import type { Handler } from '../operation.ts';

export const addCaseNote: Handler<'addCaseNote'> = async ({ api: { context }, caller, params, body }) => {
  await noteCase(context, params.caseId, body.note, { actor: caller.actor, by: caller.by });
  return { status: 201, body: await caseView(context, params.caseId, caller.visibility) };
};
