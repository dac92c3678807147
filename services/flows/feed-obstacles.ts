import type { FeedObstacle } from '../odoo/feed.ts';
import type { Tx } from '../store/database.ts';
import { ownOrganisation } from '../store/partners.ts';
import type { Context } from './context.ts';
import { keepCases, type NewCase } from './obligations.ts';
import type { OdooConnection } from './odoo-connection.ts';

/** One case for each entry that is missing, whatever number of transfers wait for it; closed when none waits any more. */
export async function keepObstacles(
  context: Context,
  tx: Tx,
  connection: OdooConnection,
  obstacles: readonly FeedObstacle[],
): Promise<void> {
  const { id: connectionId, environment } = connection;
  const at = context.now();
  const byEntry = Map.groupBy(obstacles, ({ kind, id }) => `${kind}/${id}`);
  const orgId = byEntry.size > 0 ? await ownOrganisation(tx) : '';
  const wanted = [...byEntry.values()].map(([first, ...others]): NewCase => {
    const { kind, id, name, subject } = first!;
    const facts = { connectionId, id, name, subject, more: others.length };
    return { orgId, environment, at, about: { type: 'connection', id: connectionId }, kind: `feed.${kind}`, facts };
  });
  await keepCases(context, tx, `odoo.feed/${connectionId}/`, wanted, at);
}
