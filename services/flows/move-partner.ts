import { CodedError } from '../domain/errors.ts';
import type { ActedBy } from '../store/audit.ts';
import { listConnections, lockSettings, saveSettings } from '../store/odoo-connections.ts';
import { readOdooPartner, removeOdooPartner, saveOdooPartner } from '../store/odoo-partners.ts';
import { partnerNames } from '../store/partners.ts';
import type { Context } from './context.ts';
import { connectionNow } from './odoo-choices.ts';
import { forgetConnection, forgetHome } from './odoo-connection.ts';
import { change } from './odoo-settings.ts';

/**
 * Has a partner work with this Odoo from now on. What was arranged for it in another one of the environment ends there, its rules and what it is sent; it begins
 * here with none. What waits for the other Odoo goes to this one.
 * @throws CodedError `http.not-found`
 */
export async function movePartner(
  context: Context,
  { connectionId, partnerId }: { readonly connectionId: string; readonly partnerId: string },
  by: ActedBy,
): Promise<void> {
  const connection = await connectionNow(context, connectionId);
  const { environment } = connection;
  const all = await listConnections(context.db.system, environment);
  await change(context, connection, { action: 'odoo-partner.moved', by }, async (tx) => {
    const name = (await partnerNames(tx, [partnerId])).get(partnerId);
    if (name === undefined) throw new CodedError('http.not-found', { detail: 'No partner has this id.' });
    const before: object[] = [];
    for (const other of all) {
      const settings = (await lockSettings(tx, other.id)) ?? {};
      if (other.id === connection.id) continue;
      const routes = settings.routes ?? [];
      const own = routes.filter(({ orgId }) => orgId === partnerId);
      const rules = await readOdooPartner(tx, other.id, partnerId);
      const wasThere = await removeOdooPartner(tx, other.id, partnerId);
      if (!wasThere && own.length === 0) continue;
      before.push({ connection: other.name, rules, receives: own.map(({ orgId: _, ...route }) => route) });
      await saveSettings(tx, other.id, { ...settings, routes: routes.filter(({ orgId }) => orgId !== partnerId) });
    }
    await saveOdooPartner(tx, connection.id, partnerId, {});
    return { of: name, before, after: [{ connection: connection.name }] };
  });
  forgetHome(context, environment, partnerId);
  for (const other of all) forgetConnection(context, other);
}
