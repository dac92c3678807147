import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { secretBox } from '../../services/store/secret-box.ts';
import { insertWaiting } from '../store/traffic.ts';
import { testKeys } from '../support/database.ts';
import { skipped } from '../support/skipped.ts';
import { noOpenSsh, openSsh, type Sshd, startSshd } from '../support/sshd.ts';
import { type FaultRig, faultRig } from './fault-rig.ts';
import { until } from './until.ts';

// A worker dies after its file has got its name on the partner's server, and before that is written down.

let rig: FaultRig;
let sshd: Sshd;
let endpointId: string;
let orgId: string;

beforeAll(async () => {
  if (!openSsh) return;
  rig = await faultRig({ transfers: 1, env: { CROSSDOCK_PRIVATE_NETWORKS: '127.0.0.0/8' } });
  sshd = await startSshd();
  mkdirSync(join(sshd.files, 'in'));
  const { db } = rig;
  orgId = (await db('organization').where({ kind: '3pl' }).first('id')).id;
  endpointId = uuidv7();
  const settings = { host: '127.0.0.1', port: sshd.port, user: sshd.user, hostKey: sshd.hostKey() };
  await db('channel_endpoint').insert({
    ...{ id: endpointId, org_id: orgId, environment: 'production', name: 'theirs', channel: 'sftp' },
    settings: JSON.stringify({ ...settings, deliverTo: join(sshd.files, 'in') }),
    secrets: JSON.stringify({ privateKey: secretBox(testKeys).seal(sshd.key) }),
    ...{ secret_names: ['privateKey'], created_at: new Date() },
  });
}, 300_000);
afterAll(async () => {
  await sshd?.remove();
  await rig?.stop();
});

test.skipIf(!openSsh).for(['lies there still', 'was taken by the partner meanwhile'])(
  skipped(
    'kill -9 between "bytes sent" and "recorded as sent", and the file %s: it is not sent again, and recorded once',
    !openSsh && noOpenSsh,
  ),
  { timeout: 120_000 },
  async (what) => {
    const { db, hub } = rig;
    const folder = join(sshd.files, 'in');
    const documentId = await insertWaiting(db, { orgId, content: `ISA ${what}` });
    await db('document').where({ id: documentId }).update({ channel: 'sftp', endpoint_id: endpointId });
    const { file_name: given } = await db('document').where({ id: documentId }).first('file_name');
    const lane = `endpoint/${endpointId}`;
    const worker = await hub.start('worker');
    // Writing it down waits for this lock: the file has its name, and no row says so.
    const holder = await db.transaction();
    await holder.raw('select 1 from document where id = ? for no key update', [documentId]);
    await db('delivery').insert({
      ...{ id: uuidv7(), org_id: orgId, environment: 'production', destination: 'channel', lane },
      ...{ document_id: documentId, endpoint_id: endpointId },
    });
    await db('wake_up').insert({ topic: 'lane', key: lane, owner_id: orgId });
    const whole = () => readdirSync(folder).filter((name) => !name.endsWith('.tmp'));
    await until('the file has its name', () => whole().length === 1);
    await worker.killHard();
    await holder.rollback();
    expect(await db('document').where({ id: documentId }).first('state')).toEqual({ state: 'ready' });
    const [name] = whole();
    expect(readFileSync(join(folder, name!), 'latin1')).toBe(`ISA ${what}`);
    const isTaken = what.startsWith('was taken');
    if (isTaken) rmSync(join(folder, name!));
    const second = await hub.start('worker');
    await until('it is recorded', async () => {
      const { state } = await db('document').where({ id: documentId }).first('state');
      return state === 'delivered';
    });
    expect(readdirSync(folder)).toEqual(isTaken ? [] : [name]);
    const sent = await db('exchange').whereRaw('document_ids @> array[?::uuid]', [documentId]).select('state');
    expect([sent, given ?? name]).toEqual([[{ state: 'done' }], name]);
    expect(await second.stop()).toBe(0);
    if (!isTaken) rmSync(join(folder, name!));
  },
);
