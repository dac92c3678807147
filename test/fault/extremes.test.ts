import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { extremes } from './extreme-documents.ts';
import { type FaultRig, faultRig } from './fault-rig.ts';
import type { HubProcess } from './hub-processes.ts';
import { type Answer, post } from './posting.ts';
import { transferName } from './traffic.ts';
import { until } from './until.ts';

// A real hub with a heap of 512 MB; a carrier that sends what goes to the limit, and a warehouse that sends ordinary documents at the same time.

// EXTREME_MB=50 sends them at the limit that the inbox has unless told otherwise; it takes a quarter of an hour.
const limitMb = Number(process.env.EXTREME_MB ?? 6);
const patienceMs = 600_000 + limitMb * 20_000;

let rig: FaultRig;
let hub: HubProcess;
beforeAll(async () => {
  const env = {
    NODE_OPTIONS: '--max-old-space-size=512',
    CROSSDOCK_BODY_LIMIT_MB: String(limitMb),
    // How fast this machine is must not matter.
    CROSSDOCK_BODY_SECONDS: '600',
    CROSSDOCK_REQUEST_SECONDS: '600',
  };
  rig = await faultRig({ transfers: extremes.length + 1, env });
  hub = await rig.hub.start('api,worker');
}, 300_000);
afterAll(() => rig.stop());

const sample = readFileSync(new URL('../../partners/standard-3pl/samples/945-complete.x12', import.meta.url), 'latin1');

/** An ordinary document of the warehouse about a transfer of its own. */
function report(number: number): Buffer {
  const control = String(700_000_000 + number);
  return Buffer.from(
    sample.replaceAll('000000101', control).replaceAll(transferName(1), transferName(number)),
    'latin1',
  );
}

/** Sends until there is an answer: a connection that was idle for long may be closed at the moment when it is used again. */
async function send(key: string, bytes: Buffer): Promise<Answer> {
  const answer = await until('the inbox has answered', async () => {
    const one = await post(rig.hub.url, key, bytes);
    return one.status !== 0 && one;
  });
  expect([200, 202]).toContain(answer.status);
  return answer;
}

const documentRow = (id: string) => rig.db('document').where({ id }).first();
const isSettled = async (id: string) => (await documentRow(id)).state !== 'received';
const isDelivered = async (id: string) => {
  const rows = await rig
    .db('delivery as d')
    .join('event as e', 'e.id', 'd.event_id')
    .where({ 'e.document_id': id })
    .pluck('d.state');
  return rows.length > 0 && rows.every((state: string) => state !== 'pending' && state !== 'in-flight');
};

let sent = 0;
test.each(extremes)(
  '$what: the hub lives, the document ends, and what another partner sends meanwhile is delivered',
  {
    timeout: patienceMs + 60_000,
  },
  async ({ make }) => {
    sent += 1;
    const bytes = make(limitMb * 1024 * 1024);
    expect(bytes.length).toBeLessThanOrEqual(limitMb * 1024 * 1024);
    const large = await send(rig.key, bytes);
    const small = await send(rig.warehouseKey, report(sent));
    await until('the other partner’s document is delivered', () => isDelivered(small.id!), patienceMs);
    await until('the document is at its end', () => isSettled(large.id!), patienceMs);
    const row = await documentRow(large.id!);
    expect(row.state).toBe('translated');
    expect(row.outcome).not.toBe('waiting');
    expect((await fetch(`${rig.hub.url}/v1/health`)).status).toBe(200);
    // The process is the one that was started, and nothing was tried twice.
    expect(() => process.kill(hub.pid, 0)).not.toThrow();
    expect(await rig.db('translation_try')).toEqual([]);
  },
);

test('nothing of all that was logged at length', async () => {
  expect(await hub.stop()).toBe(0);
  const { out, err } = await hub.ended;
  expect(Math.max(...`${out}\n${err}`.split('\n').map((line) => line.length))).toBeLessThan(20_000);
  expect(out.length + err.length).toBeLessThan(1_000_000);
});
