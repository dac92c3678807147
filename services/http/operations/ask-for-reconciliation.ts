import { askForReconciliation as ask } from '../../flows/reconcile.ts';
import type { Handler } from '../operation.ts';
import { reconciliationView } from '../reconciliation-view.ts';

export const askForReconciliation: Handler<'askForReconciliation'> = async ({
  api: { context },
  caller,
  params: { connectionId },
  body: { since },
}) => {
  const asked = await ask(context, { connectionId, ...(since !== undefined && { since: new Date(since) }) }, caller);
  return { status: 202, body: reconciliationView(asked) };
};
