import { caseView } from '../case-view.ts';
import type { Handler } from '../operation.ts';

export const getCase: Handler<'getCase'> = async ({ api: { context }, caller, params }) => ({
  status: 200,
  body: await caseView(context, params.caseId, caller.visibility),
});
