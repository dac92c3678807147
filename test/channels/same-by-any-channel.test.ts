import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { identitiesOf } from '../../services/channels/as2/identity/identity.ts';
import { byteBudget } from '../../services/flows/byte-budget.ts';
import { openHost } from '../../services/flows/channel-host.ts';
import { addEndpoint, testEndpoint } from '../../services/flows/endpoints.ts';
import { openHubKeys } from '../../services/flows/hub-keys.ts';
import { takeIn } from '../../services/flows/take-in.ts';
import { translate } from '../../services/flows/translate.ts';
import { ownServer } from '../../services/http/own-port.ts';
import { eventsOf, type FlowRig, flowRig, sample, under } from '../flows/rig.ts';
import { openDoor } from '../support/context.ts';
import { skipped } from '../support/skipped.ts';
import { noOpenSsh, openSsh, startSshd } from '../support/sshd.ts';
import { openPartner } from './as2/partner.ts';
import { listenFor, logIn, newKey } from './sftp-server-rig.ts';

/** A way that a partner's document takes to the hub, and its acknowledgement back. */
interface Way {
  readonly name: string;
  /** Why it cannot be tried on this machine. */
  readonly missing?: string | undefined;
  open(rig: FlowRig, at: Place): Promise<Opened>;
}

interface Place {
  readonly root: string;
  /** Adds an endpoint for the partner of the rig. @returns its id */
  add(channel: string, settings: Readonly<Record<string, unknown>>): Promise<string>;
}

interface Opened {
  readonly endpointId: string;
  send(text: string): Promise<void>;
  /** The acknowledgement as it has arrived at the partner. */
  acknowledgement(): Promise<string>;
  close(): Promise<void>;
}

const by = { actor: 't', by: { kind: 'hub' }, side: 'team' } as const;

/** Looks at an endpoint until what lies there has settled. */
async function looked(rig: FlowRig, endpointId: string): Promise<void> {
  for (let times = 0; times < 3; times += 1) {
    await takeIn(rig.context, endpointId, openDoor);
    rig.context.pass(6000);
  }
}

const ways: readonly Way[] = [
  {
    name: 'folder',
    async open(rig, { root, add }) {
      const path = join(root, 'van');
      mkdirSync(path);
      const endpointId = await add('folder', { path });
      await takeIn(rig.context, endpointId, openDoor);
      return {
        endpointId,
        async send(text) {
          writeFileSync(join(path, 'inbox', '945.x12'), text, 'latin1');
          await looked(rig, endpointId);
          expect(readdirSync(join(path, 'archive'))).toEqual(['945.x12']);
        },
        acknowledgement: async () =>
          readFileSync(join(path, 'outbox', readdirSync(join(path, 'outbox'))[0]!), 'latin1'),
        close: async () => undefined,
      };
    },
  },
  {
    name: 'SFTP, the partner’s server',
    missing: openSsh ? undefined : noOpenSsh,
    async open(rig, { add }) {
      const sshd = await startSshd();
      const [pickUpFrom, deliverTo] = [join(sshd.files, 'out'), join(sshd.files, 'in')];
      for (const folder of [pickUpFrom, deliverTo]) mkdirSync(folder);
      const endpointId = await add('sftp', {
        ...{ host: '127.0.0.1', port: sshd.port, user: sshd.user, privateKey: sshd.key },
        ...{ pickUpFrom, deliverTo, settleSeconds: 2, pollSeconds: 5 },
      });
      const orgId = rig.orgs['standard-3pl'];
      expect((await testEndpoint(rig.context, { orgId, endpointId }, by)).works).toBe(true);
      return {
        endpointId,
        async send(text) {
          writeFileSync(join(pickUpFrom, '945.x12'), text, 'latin1');
          await looked(rig, endpointId);
          expect(readdirSync(pickUpFrom)).toEqual([]);
        },
        acknowledgement: async () => readFileSync(join(deliverTo, readdirSync(deliverTo)[0]!), 'latin1'),
        close: () => sshd.remove(),
      };
    },
  },
  {
    name: 'SFTP, the hub’s server',
    async open(rig, { add }) {
      const key = newKey();
      const endpointId = await add('sftp-server', { user: 'quayside', keys: key.public });
      const server = await listenFor(rig.context);
      const partner = await logIn({ port: server.port, username: 'quayside', privateKey: key.private });
      return {
        endpointId,
        send: (text) => partner.put('/inbox/945.x12', Buffer.from(text, 'latin1')),
        async acknowledgement() {
          const [name] = (await partner.list('/outbox')).slice(-1);
          return (await partner.get(`/outbox/${name}`)).toString('latin1');
        },
        async close() {
          partner.end();
          await server.listener.close();
        },
      };
    },
  },
  {
    name: 'AS2',
    async open(rig, { add }) {
      const { channels } = rig.context;
      const keys = openHubKeys(rig.context);
      const ids = { ourId: 'CROSSDOCK', partnerId: 'QUAYSIDE' };
      const certificate = async () => (await identitiesOf(keys, 'production', rig.context.now())).current.certificate;
      const partner = await openPartner(ids, certificate);
      // The clock of the test stands before the day on which the partner's certificate was made.
      const settings = { ...ids, url: partner.url, certificates: partner.identity.pem, expired: 'accept' };
      const endpointId = await add('as2', settings);
      const { ingress } = channels.as2;
      if (ingress.kind !== 'http') throw new Error('It is called by HTTP.');
      const host = openHost(rig.context, channels.as2, { admission: openDoor, budget: byteBudget(1e9, 1e9) });
      const server = ownServer(ingress, host as never, { log: rig.context.log, behindProxy: true });
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/as2`;
      return {
        endpointId,
        async send(text) {
          const answer = await partner.send(url, [{ fileName: '945.x12', bytes: Buffer.from(text, 'latin1') }]);
          expect(answer.mdn).toMatchObject({ disposition: 'processed', signed: true });
        },
        acknowledgement: async () => Buffer.from(partner.arrived[0]!.files[0]!.bytes).toString('latin1'),
        async close() {
          server.closeAllConnections();
          await new Promise((done) => server.close(done));
          await partner.close();
        },
      };
    },
  },
];

describe('the same 945 makes the same events and the same acknowledgement as by HTTPS', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'crossdock-same-')));
  const text = sample('standard-3pl', '945-complete');
  let rig: FlowRig;
  let first: string;
  beforeAll(async () => {
    rig = await flowRig({ transfers: 1, folders: [root] });
    first = await rig.bring('standard-3pl', text);
    await rig.work();
  });
  afterAll(async () => {
    await rig.close();
    rmSync(root, { recursive: true, force: true });
  });
  const said = async (id: string) =>
    (await eventsOf(rig, id)).map(({ type, subject, data, occurred_at: at }) => ({ type, subject, data, at }));
  // Without its control numbers and times.
  const bare = (of: string) =>
    of
      .replaceAll(/\*0{3,}\d+|\*\d{6}(?=[*~])|\*0000007\d\d|\*\d{4}(?=\*)/g, '*')
      .split('~')
      .filter((one) => /^AK/.test(one));

  for (const [place, way] of ways.entries()) {
    const title = skipped(`by ${way.name}`, way.missing);
    test.skipIf(way.missing !== undefined)(title, async () => {
      const orgId = rig.orgs['standard-3pl'];
      const add = (channel: string, settings: Readonly<Record<string, unknown>>) =>
        addEndpoint(rig.context, orgId, { environment: 'production', name: `way-${place}`, channel, settings }, by);
      const opened = await way.open(rig, { root, add });
      try {
        await opened.send(under(`0000007${String(place).padStart(2, '0')}`, text));
        const { system } = rig.context.db;
        const second = await system('document').where({ endpoint_id: opened.endpointId, direction: 'in' }).first();
        expect(second).toMatchObject({ state: 'received', file_name: '945.x12' });
        await translate(rig.context, [second.id]);
        await rig.work();
        expect((await said(second.id)).length).toBeGreaterThan(0);
        expect(await said(second.id)).toEqual(await said(first));
        // Its 997 goes back the way that it came.
        const [byHttps] = await system('document as d')
          .join('document_raw as r', 'r.document_id', 'd.id')
          .where({ answers: first })
          .select('r.content');
        const acknowledgement = bare(await opened.acknowledgement());
        expect(acknowledgement.length).toBeGreaterThan(0);
        expect(acknowledgement).toEqual(bare(byHttps.content.toString('latin1')));
      } finally {
        await opened.close();
      }
    });
  }
});
