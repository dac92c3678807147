import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type As2Channel, as2Channel } from '../../../services/channels/as2/as2-channel.ts';
import type { As2ExchangeDetail } from '../../../services/channels/as2/exchange-detail.ts';
import { identitiesOf, keyKind } from '../../../services/channels/as2/identity/identity.ts';
import type { As2Settings } from '../../../services/channels/as2/settings.ts';
import type { EndpointIdentity } from '../../../services/channels/channel.ts';
import { openEgress } from '../../../services/channels/egress.ts';
import type { Host } from '../../../services/channels/host.ts';
import type { NewHubKey } from '../../../services/channels/hub-keys.ts';
import { byteBudget } from '../../../services/flows/byte-budget.ts';
import { openHost } from '../../../services/flows/channel-host.ts';
import { drain } from '../../../services/flows/drain.ts';
import { addEndpoint, changeEndpoint } from '../../../services/flows/endpoints.ts';
import { openHubKeys } from '../../../services/flows/hub-keys.ts';
import { ownServer } from '../../../services/http/own-port.ts';
import { insertHandovers } from '../../../services/store/deliveries.ts';
import type { ExchangeRow } from '../../../services/store/exchanges.ts';
import { listExchanges } from '../../../services/store/exchanges.ts';
import { insertWaiting } from '../../store/traffic.ts';
import { openDoor, type TestContext, testContext } from '../../support/context.ts';
import { storedFiles } from '../../support/stored-files.ts';
import { openPartner, type Partner } from './partner.ts';

export const ids = { ourId: 'CROSSDOCK', partnerId: 'QUAYSIDE' } as const;
const by = { actor: 'test', by: { kind: 'hub' }, side: 'team' } as const;

export interface As2Rig {
  readonly channel: As2Channel;
  readonly context: TestContext;
  readonly partner: Partner;
  readonly hubUrl: string;
  readonly endpoint: EndpointIdentity;
  readonly settings: As2Settings;
  readonly server: Server;
  readonly host: Host<never>;
  change(settings: Partial<As2Settings>): Promise<void>;
  /** Has the hub send a document, as far as it gets in one attempt. @returns its id */
  deliver(fileName: string, bytes: Uint8Array): Promise<string>;
  /** One more attempt for everything that waits. */
  drain(): Promise<void>;
  stored(): Promise<readonly { readonly fileName: string | null; readonly bytes: Buffer }[]>;
  exchanges(): Promise<readonly ExchangeRow[]>;
  /** The newest entry of the endpoint's log. */
  newest(): Promise<Omit<ExchangeRow, 'detail'> & { readonly detail: As2ExchangeDetail }>;
  close(): Promise<void>;
}

/** A hub with an AS2 endpoint of a partner, both on loopback. */
export async function as2Rig(
  options: {
    limitBytes?: number;
    settings?: Partial<As2Settings>;
    patienceMs?: number;
    budgetBytes?: number;
    /** Who the hub is; made new unless given. */
    hubKey?: NewHubKey;
  } = {},
): Promise<As2Rig> {
  const { limitBytes = 50 * 1024 * 1024, patienceMs } = options;
  let hubUrl = '';
  const bare = await testContext({ startAt: new Date().toISOString() });
  const keys = openHubKeys(bare);
  const surroundings = {
    ...{
      folders: [],
      ports: {},
      host: '127.0.0.1',
      baseUrl: () => hubUrl.replace(/\/as2$/, ''),
      spoolDir: '',
      limitBytes,
    },
    ...{ egress: openEgress(['127.0.0.0/8']), keys, now: bare.now, newId: bare.newId },
  };
  if (options.hubKey) await keys.add(keyKind('production'), options.hubKey, 'current');
  const as2 = as2Channel(surroundings, patienceMs === undefined ? {} : { patienceMs });
  const context = { ...bare, channels: { ...bare.channels, as2 } };
  const { db, newId } = context;
  const orgId = newId();
  await db.system('organization').insert({ id: orgId, name: 'Quayside Logistics', kind: '3pl' });
  const partner = await openPartner(
    ids,
    async () => (await identitiesOf(keys, 'production', bare.now())).current.certificate,
  );
  let settings: As2Settings = { ...ids, url: partner.url, certificates: partner.identity.pem, ...options.settings };
  const endpointId = await addEndpoint(
    context,
    orgId,
    { environment: 'production', name: 'as2', channel: 'as2', settings: { ...settings } },
    by,
  );
  const budget = byteBudget(options.budgetBytes ?? 2 ** 30, options.budgetBytes ?? 2 ** 30);
  const host = openHost(context, as2, { admission: openDoor, budget });
  if (as2.ingress.kind !== 'http') throw new Error('It is called by HTTP.');
  const server = ownServer(as2.ingress, host as never, { log: context.log, behindProxy: true });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  hubUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/as2`;
  const lane = `endpoint/${endpointId}`;
  const endpoint = { id: endpointId, orgId, environment: 'production', name: 'as2' } as const;
  return {
    ...{ channel: as2, context, partner, hubUrl, endpoint, server, host },
    get settings() {
      return settings;
    },
    async change(more) {
      settings = { ...settings, ...more };
      await changeEndpoint(context, { orgId, endpointId }, { settings: { ...settings } }, by);
      // What the host knows of endpoints is a few seconds old at most.
      bare.pass(10_000);
    },
    async deliver(fileName, bytes) {
      const id = await insertWaiting(db.system, { orgId, content: Buffer.from(bytes).toString('latin1') });
      await db
        .system('document')
        .where({ id })
        .update({ file_name: fileName, channel: 'as2', endpoint_id: endpointId });
      await db.system.transaction((tx) =>
        insertHandovers(tx, [{ id: newId(), orgId, environment: 'production', documentId: id, endpointId, lane }]),
      );
      await drain(context, lane);
      return id;
    },
    drain: async () => {
      await db.system('delivery').where({ lane, state: 'pending' }).update({ due_at: null });
      await db.system('channel_endpoint').where({ id: endpointId }).update({ retry_at: null });
      await drain(context, lane);
    },
    stored: () => storedFiles(db.system),
    exchanges: () => listExchanges(db.system, { endpointId, limit: 100 }),
    newest: async () => (await listExchanges(db.system, { endpointId, limit: 1 }))[0] as never,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await partner.close();
      await bare.close();
    },
  };
}
