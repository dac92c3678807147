import { CodedError } from '../../domain/errors.ts';
import { retryDelivery as retry } from '../../flows/retry.ts';
import { readDelivery } from '../../store/read/events.ts';
import type { Handler } from '../operation.ts';

export const retryDelivery: Handler<'retryDelivery'> = async ({ api: { context }, caller, params }) => {
  const { retried, delivery } = await context.db.scoped(caller.visibility, async (tx) => ({
    retried: await retry(tx, params.deliveryId, { actor: caller.actor, by: caller.by, at: context.now() }),
    delivery: await readDelivery(tx, params.deliveryId),
  }));
  if (!delivery) throw new CodedError('http.not-found', { detail: 'No delivery has this id.' });
  if (!('orgId' in retried))
    throw new CodedError('http.conflict', {
      detail: `The delivery is ${retried.state}. Only refused, held and failed ones can be tried again.`,
    });
  context.wakeRelay();
  if (retried.documentId !== null) context.changes.moved(retried.orgId, retried.documentId);
  return { status: 202, body: delivery };
};
