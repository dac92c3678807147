import { lostWithout } from '../odoo/capabilities.ts';
import type { OdooClient } from '../odoo/client.ts';
import { OdooError } from '../odoo/error.ts';
import { majorOf } from '../odoo/version.ts';
import { audit } from '../store/audit.ts';
import { saveLacks, saveVersion } from '../store/odoo-connections.ts';
import { ownOrganisation } from '../store/partners.ts';
import type { Context } from './context.ts';
import { connectionNow } from './odoo-choices.ts';
import { forgetCapabilities, forgetConnection, type OdooConnection, openConnection } from './odoo-connection.ts';
import { noteReady, noteTrouble } from './odoo-health.ts';

/** What the hub reads or writes in any Odoo; without a right to it documents fail one by one. */
const needed = ['stock.picking', 'stock.move', 'stock.quant', 'product.product', 'uom.uom', 'mail.activity.type'];

/**
 * Tries a connection now: version, sign-in, modules, rights. What is found becomes its state. Changes nothing in Odoo.
 * @throws CodedError `http.not-found`
 */
export async function checkConnection(context: Context, id: string, by: { readonly actor: string }): Promise<void> {
  const connection = await connectionNow(context, id);
  forgetCapabilities(context, connection);
  const fault = await lookAt(context, connection);
  const fresh = (await openConnection(context, { id })) ?? connection;
  if (!fault) await noteReady(context, fresh);
  else if (fault instanceof OdooError) await noteTrouble(context, fresh, fault);
  forgetConnection(context, connection);
  await context.db.system.transaction(async (tx) =>
    audit(tx, [
      {
        ...{ orgId: await ownOrganisation(tx), at: context.now(), actor: by.actor, action: 'odoo-connection.checked' },
        detail: { connection: connection.name, id, result: fault ? fault.message : 'ready' },
      },
    ]),
  );
}

/** Reads what an Odoo lacks and keeps it. @returns what stands in the way, if anything does. */
async function lookAt(context: Context, connection: OdooConnection): Promise<OdooError | undefined> {
  try {
    const { client } = connection;
    const fits = majorOf((await client.version()).major);
    if (fits !== undefined && fits !== connection.client.majorVersion) {
      // Odoo was upgraded since: from now on it is spoken to as what it is.
      await saveVersion(context.db.system, connection.id, String(fits));
      const upgraded = await openConnection(context, { id: connection.id });
      return upgraded ? lookAt(context, upgraded) : undefined;
    }
    const capabilities = await connection.capabilities();
    const modules = (['delivery', 'sales', 'purchases'] as const).filter((module) => !capabilities[module]);
    const rights = await lackingRights(client, capabilities.delivery ? [...needed, 'delivery.carrier'] : needed);
    await saveLacks(context.db.system, connection.id, [
      ...modules.map((module) => lostWithout[module]),
      ...rights.map(
        (model) => `The hub's user may not read ${model}: what needs it is refused, one document after another.`,
      ),
      ...(await lackingAddress(client, connection.login)),
    ]);
    return undefined;
  } catch (error) {
    if (error instanceof OdooError) return error;
    throw error;
  }
}

async function lackingRights(client: OdooClient, models: readonly string[]): Promise<readonly string[]> {
  const lacking: string[] = [];
  for (const model of models) {
    try {
      await client.searchRead(model, [], ['id'], { limit: 1 });
    } catch (error) {
      // A twin, or an Odoo without the module, has no such model: that is no right that could be given.
      if (!(error instanceof OdooError)) throw error;
      if (error.kind === 'access') lacking.push(model);
      else if (error.kind !== 'bad-request') throw error;
    }
  }
  return lacking;
}

async function lackingAddress(client: OdooClient, login: string): Promise<readonly string[]> {
  const [user] = await client.searchRead('res.users', [['login', '=', login]], ['email']);
  if (!user || user.email) return [];
  return [`${login} has no e-mail address: Odoo 17 and 18 refuse its notes and every backorder. Give it one in Odoo.`];
}
