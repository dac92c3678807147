import type { PartnerRules } from '../odoo/actions/index.ts';
import { crossReferences, crossReferenceTable } from '../store/cross-references.ts';
import { announcedOn, notifiedTransfers, readOdooPartner, unitLookup } from '../store/odoo-partners.ts';
import type { Context } from './context.ts';
import type { OdooConnection } from './odoo-connection.ts';

/** What a partner may do in an Odoo, as it is arranged at this moment. */
export async function partnerRules(context: Context, connection: OdooConnection, orgId: string): Promise<PartnerRules> {
  const db = context.db.system;
  const arranged = await readOdooPartner(db, connection.id, orgId);
  const of = { connectionId: connection.id, orgId };
  return {
    notified: (wanted) => notifiedTransfers(db, of, wanted),
    announced: (moveIds) => announcedOn(db, of, moveIds),
    pickingTypeIds: arranged.pickingTypeIds,
    unreserved: arranged.unreserved,
    unitTolerance: arranged.unitTolerance,
    overs: arranged.overs,
    warehouseCancels: arranged.warehouseCancels,
    ...(arranged.quarantineLocationId !== null && { quarantineId: arranged.quarantineLocationId }),
    units: await crossReferenceTable(db, orgId, unitLookup),
    meanings: (wanted) => crossReferences(context.db.pool, orgId, wanted),
    trade: {
      ...arranged.trade,
      tolerance: arranged.trade.tolerance ?? 0,
      unpricedFreight: arranged.trade.unpricedFreight ?? 'hold',
    },
    ...(connection.responsibleUserId !== null && { responsibleId: connection.responsibleUserId }),
  };
}
