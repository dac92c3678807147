import { acceptDifference as accept } from '../../flows/accept-difference.ts';
import type { Handler } from '../operation.ts';
import { reconciliationOf } from '../reconciliation-view.ts';

export const acceptDifference: Handler<'acceptDifference'> = async ({
  api: { context },
  caller,
  params,
  body: { note },
}) => {
  await reconciliationOf(context, caller, params);
  await accept(context, params, note, caller);
  return { status: 204 };
};
