import { takeAcceptanceBack as takeBack } from '../../flows/accept-difference.ts';
import type { Handler } from '../operation.ts';
import { reconciliationOf } from '../reconciliation-view.ts';

export const takeAcceptanceBack: Handler<'takeAcceptanceBack'> = async ({ api: { context }, caller, params }) => {
  await reconciliationOf(context, caller, params);
  await takeBack(context, params, caller);
  return { status: 204 };
};
