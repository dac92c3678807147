import { afterAll, beforeAll } from 'vitest';
import { retryDelivery } from '../../../services/flows/retry.ts';
import { wakeDueLanes } from '../../../services/store/deliveries.ts';
import { saveOdooPartner } from '../../../services/store/odoo-partners.ts';
import { casesAbout, deliveriesOf, type FlowRig, flowRig, type Profile } from '../../flows/rig.ts';
import { type OdooGate, odooGate } from './odoo-gate.ts';
import { onRealOdooOnly, type Server, type Stage } from './rig.ts';

/** The whole hub with its demo partners, whose production goes to a real Odoo through a gate; the hub's clock is turned by hand. */
export interface RealHub extends Stage {
  readonly rig: FlowRig;
  readonly gate: OdooGate;
  /** Receives, translates and applies as far as it goes now. @returns the id of the document. */
  say(profile: Profile, text: string): Promise<string>;
  /** Time passes, and what is due then is done. */
  later(seconds: number): Promise<void>;
  /** The one delivery of a document. */
  delivery(id: string): Promise<{ id: string; state: string; attempts: number; reason: string; reason_code: string }>;
  /** Titles of the cases that are open. */
  openCases(): Promise<readonly { title: string; detail: string; fingerprint: string }[]>;
  retry(deliveryId: string): Promise<void>;
  /** Gives the connection other access. */
  connectAs(access: { readonly database?: string; readonly key?: string; readonly login?: string }): Promise<void>;
}

export const onRealHub = (scenarios: (hub: () => RealHub) => void): void =>
  onRealOdooOnly((stage) => {
    let hub: RealHub;
    beforeAll(async () => {
      hub = await openHub(stage());
    }, 300_000);
    afterAll(async () => {
      await hub?.gate.shut();
      await hub?.rig.close();
    });
    scenarios(() => hub);
  });

export async function openHub(stage: Stage): Promise<RealHub> {
  const rig = await flowRig({ transfers: 1 });
  const gate = await odooGate(stage.server.url);
  const { context, connections, orgs } = rig;
  const connectionId = connections.production;
  const connectAs: RealHub['connectAs'] = async ({ database, key, login }) => {
    await context.db
      .system('odoo_connection')
      .where({ id: connectionId })
      .update({
        ...(database && { database }),
        ...(login && { login }),
        ...(key && { secret: context.secrets.seal(key) }),
      });
    // What the hub remembers of a connection is some seconds old.
    context.pass(16_000);
  };
  await prepare(rig, stage.server, gate, connectionId);
  await connectAs({ key: stage.server.key });
  const { warehouse } = stage.world;
  for (const orgId of Object.values(orgs))
    await context.db.system.transaction((tx) =>
      saveOdooPartner(tx, connectionId, orgId, { pickingTypeIds: [warehouse.inType, warehouse.outType] }),
    );
  return {
    ...stage,
    rig,
    gate,
    connectAs,
    async say(profile, text) {
      const id = await rig.bring(profile, text);
      await rig.work();
      return id;
    },
    async later(seconds) {
      context.pass(seconds * 1000);
      await wakeDueLanes(context.db.lanes, context.now());
      await rig.work();
    },
    async delivery(id) {
      const [only, ...more] = await deliveriesOf(rig, id);
      if (!only || more.length > 0) throw new Error(`Document ${id} has ${more.length + (only ? 1 : 0)} deliveries.`);
      return only;
    },
    openCases: () => casesAbout(rig, { state: 'open' }),
    retry: (id) =>
      context.db.system.transaction(async (tx) => {
        await retryDelivery(tx, id, { actor: 'test', at: context.now() });
      }),
  };
}

async function prepare({ context }: FlowRig, server: Server, gate: OdooGate, id: string): Promise<void> {
  await context.db
    .system('odoo_connection')
    .where({ id })
    .update({
      ...{ kind: 'odoo', url: gate.url, database: server.database, login: server.login },
      ...{ version: String(server.version), settings: JSON.stringify({}) },
    });
}
