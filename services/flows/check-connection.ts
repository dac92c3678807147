import { lacksOf } from '../odoo/capabilities.ts';
import { OdooError } from '../odoo/error.ts';
import { majorOf } from '../odoo/version.ts';
import { type ActedBy, audit } from '../store/audit.ts';
import { saveLacks, saveVersion } from '../store/odoo-connections.ts';
import { ownOrganisation } from '../store/partners.ts';
import type { Context } from './context.ts';
import { connectionNow } from './odoo-choices.ts';
import { forgetCapabilities, forgetConnection, type OdooConnection, openConnection } from './odoo-connection.ts';
import { noteReady, noteTrouble } from './odoo-health.ts';

/**
 * Tries a connection now: version, sign-in, modules, rights. What is found becomes its state. Changes nothing in Odoo.
 * @throws CodedError `http.not-found`
 */
export async function checkConnection(context: Context, id: string, by: ActedBy): Promise<void> {
  const connection = await connectionNow(context, id);
  forgetCapabilities(context, connection);
  const fault = await lookAt(context, connection);
  const fresh = (await openConnection(context, id)) ?? connection;
  if (fault) await noteTrouble(context, fresh, fault);
  else await noteReady(context, fresh);
  forgetConnection(context, connection);
  await context.db.system.transaction(async (tx) =>
    audit(tx, [
      {
        ...{
          orgId: await ownOrganisation(tx),
          at: context.now(),
          actor: by.actor,
          by: by.by,
          action: 'odoo-connection.checked',
        },
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
      const upgraded = await openConnection(context, connection.id);
      return upgraded ? lookAt(context, upgraded) : undefined;
    }
    const lacks = await lacksOf(client, await connection.capabilities(), connection.login);
    await saveLacks(
      context.db.system,
      connection.id,
      lacks.map(({ text }) => text),
    );
    return undefined;
  } catch (error) {
    if (error instanceof OdooError) return error;
    throw error;
  }
}
