import { holdAgainstStock, translated } from '../odoo/actions/index.ts';
import { lastSnapshots } from '../store/accounted.ts';
import type { ReconciliationRow, StockAgreement } from '../store/reconciliations.ts';
import type { Context } from './context.ts';
import type { OdooConnection } from './odoo-connection.ts';
import { partnerRules } from './partner-rules.ts';

/**
 * How much of the last snapshot (846) of each warehouse agrees with Odoo's stock at its time. One that came before the period was compared then; that number stands.
 * @throws OdooError
 */
export async function stockAgreements(
  context: Context,
  connection: OdooConnection,
  { fromAt }: Pick<ReconciliationRow, 'fromAt'>,
  last: ReconciliationRow | undefined,
): Promise<readonly StockAgreement[]> {
  const { client, id: connectionId, environment } = connection;
  const agreements: StockAgreement[] = [];
  const of = { connectionId, environment, now: context.now() };
  for (const { orgId, partner, documentId, receivedAt, event } of await lastSnapshots(context.db.system, of)) {
    const before = last?.stock.find((one) => one.eventId === event.id);
    if (before && fromAt && receivedAt < fromAt) {
      agreements.push(before);
      continue;
    }
    const way = {
      ...{ client, now: () => context.now().toISOString(), version: client.majorVersion },
      capabilities: await connection.capabilities(),
      partner: await partnerRules(context, connection, orgId),
    };
    const found = await holdAgainstStock(await translated(event, way), way);
    if ('code' in found) continue;
    const { compared, differences } = found.comparison;
    const { snapshotNumber: snapshot = event.subject, asOf } = event.data;
    agreements.push({
      ...{ orgId, partner, eventId: event.id, documentId, snapshot, warehouse: found.site.name, asOf: asOf.utc },
      ...{ compared, agree: compared - differences.length },
    });
  }
  return agreements;
}
