import type { OdooClient } from '../../services/odoo/client.ts';
import { connectOdoo } from '../../services/odoo/connect.ts';
import { saveCarrier } from '../../services/store/odoo-connections.ts';
import { type Seeded, seedTwin } from '../../services/twins/odoo/seed.ts';
import { serveTwin } from '../odoo/twin-rig.ts';
import { type HttpRig, httpRig } from './rig.ts';

export interface OdooRig extends HttpRig {
  readonly connectionId: string;
  readonly seeded: Seeded;
  readonly odoo: OdooClient;
  /** Replaces the hub's key by one that Odoo does not know, or gives it its own again. */
  spoilKey(spoilt: boolean): Promise<void>;
}

/** The app with a connection of production to a twin on a port of its own. */
export async function odooRig(): Promise<OdooRig> {
  const rig = await httpRig();
  const { context } = rig;
  const twin = await serveTwin(context.db.twin, context.now);
  Object.assign(context, { twinUrl: twin.url });
  const seeded = await seedTwin(context.db.twin, { database: 'northgate-19', version: 19, now: context.now() });
  const connectionId = context.newId();
  const { login, apiKey, database } = seeded;
  await context.db.system('odoo_connection').insert({
    ...{ id: connectionId, environment: 'production', name: 'Northgate Odoo', kind: 'twin', version: '19' },
    ...{ url: 'twin', database, login, secret: context.secrets.seal(apiKey), created_at: context.now() },
    state_since: context.now(),
  });
  const [first] = seeded.carriers;
  await context.db.system.transaction((tx) => saveCarrier(tx, connectionId, first!));
  return {
    ...rig,
    ...{ connectionId, seeded },
    odoo: connectOdoo({ url: `${twin.url}/${database}`, database, login, apiKey, version: 19 }),
    spoilKey: async (spoilt) => {
      const secret = context.secrets.seal(spoilt ? 'no such key' : apiKey);
      await context.db.system('odoo_connection').where({ id: connectionId }).update({ secret });
    },
    close: async () => {
      await twin.close();
      await rig.close();
    },
  };
}
