import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statusReport } from '../bench/samples.ts';
import { upload } from '../http/upload.ts';
import { postAll } from './posting.ts';
import { type PrivateRig, privateRig } from './private-rig.ts';
import { atRest, balanced, effects, ledger, noteCount, notOnce, transferName } from './traffic.ts';
import { until } from './until.ts';

const documents = 240;
const wave = 20;
const mb = 1024 * 1024;
const inFlightMb = 16;

let rig: PrivateRig;
beforeAll(async () => {
  rig = await privateRig({
    transfers: documents,
    env: {
      CROSSDOCK_BACKLOG: '60',
      CROSSDOCK_IN_FLIGHT_MB: String(inFlightMb),
      CROSSDOCK_BODY_LIMIT_MB: '2',
      CROSSDOCK_REQUEST_SECONDS: '3',
    },
  });
}, 300_000);
afterAll(() => rig.stop());

const bodies = Array.from({ length: documents }, (_, i) => statusReport(i + 1, transferName(i + 1)));

/** Peak of the memory of a process, in bytes. */
const peakOf = (pid: number) =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024;

interface Told {
  readonly status: number;
  readonly code: string | undefined;
  readonly retryAfter: number;
}

async function look(path: string): Promise<number> {
  return (await fetch(rig.hub.url + path, { headers: { authorization: `Bearer ${rig.key}` } })).status;
}

/** On a connection of its own: one that is kept may be closed by the hub at the moment when it is used again. */
async function drop(body: Uint8Array): Promise<Told> {
  const { request, answer } = upload(Number(new URL(rig.hub.url).port), rig.key, { 'Content-Length': body.length });
  request.end(body);
  const { status, body: told, headers } = await answer;
  return { status, code: told.code, retryAfter: Number(headers['retry-after'] ?? 0) };
}

const statusesOf = (told: readonly { readonly status: number }[]) =>
  [...new Set(told.map(({ status }) => status))].toSorted();

/** Sends until every document is taken, as partners do that are told to come again. */
const sendUntilTaken = (sent: readonly Uint8Array[]) =>
  until('every document is taken', async () => {
    const answers = await postAll(rig.hub.url, rig.key, sent, { atOnce: 8 });
    return answers.every(({ status }) => status === 202 || status === 200);
  });

test('a flood above what is translated: what is acknowledged is kept, the rest is told when to come again, and then all of it is there once', {
  timeout: 600_000,
}, async () => {
  const api = await rig.hub.start('api', { CROSSDOCK_REQUEST_SECONDS: '600' });
  const first = bodies.slice(0, documents / 2);
  // Wave after wave: what comes at one moment is let in by one look at the backlog.
  const told: Told[] = [];
  for (let from = 0; from < first.length; from += wave)
    told.push(...(await Promise.all(first.slice(from, from + wave).map((body) => drop(body)))));
  expect(statusesOf(told)).toEqual([202, 503]);
  for (const { status, code, retryAfter } of told)
    if (status === 503) expect([code, retryAfter > 0]).toEqual(['inbox.backlog-full', true]);
  const taken = told.filter(({ status }) => status === 202).length;
  const rows = await rig.db('document').where({ direction: 'in' }).count<{ count: string }[]>();
  expect(Number(rows[0]!.count)).toBe(taken);
  await until('the team has a case', async () => {
    const open = await rig.db('exception_case').where({ state: 'open', fingerprint: 'inbox.backlog-full' });
    return open.length === 1;
  });

  const worker = await rig.hub.start('worker');
  await sendUntilTaken(first);
  await atRest(rig.db, first.length);
  await until('the case is closed', async () => {
    await drop(first[0]!);
    return (await rig.db('exception_case').where({ state: 'open', fingerprint: 'inbox.backlog-full' })).length === 0;
  });
  await worker.stop();
  await api.stop();
});

test('a frozen database: every request is answered, nothing is promised, memory stays within the budget, and afterwards nothing is lost or double', {
  timeout: 600_000,
}, async () => {
  const api = await rig.hub.start('api');
  const second = bodies.slice(documents / 2);
  await sendUntilTaken(second.slice(0, 20));
  const before = peakOf(api.pid);
  rig.freezePostgres();
  const small = await Promise.all(second.map((body) => drop(body)));
  // Twelve times the budget: by and by, for one client cannot send so much at once without being cut off for its own slowness.
  const large: Told[] = [];
  const waves = Array.from({ length: 24 }, async () => {
    for (let nth = 0; nth < 8; nth += 1) large.push(await drop(Buffer.alloc(mb, 0x20)));
  });
  await Promise.all(waves);
  for (const told of [...small, ...large]) {
    expect([429, 503]).toContain(told.status);
    expect(told.retryAfter).toBeGreaterThan(0);
  }
  for (const path of ['/v1/health', '/v1/outbox', '/v1/messages/0198c1a2-0000-7000-8000-0000000000ff'])
    expect([path, await look(path)]).toEqual([path, 503]);
  // A body is held some three times over on its way: as it came, joined with others, and in the socket.
  expect(peakOf(api.pid) - before).toBeLessThan(8 * inFlightMb * mb);
  rig.thawPostgres();

  const worker = await rig.hub.start('worker');
  await sendUntilTaken(second);
  await atRest(rig.db, documents);
  expect(notOnce(await effects(rig.db))).toEqual([]);
  expect(await noteCount(rig.db)).toBe(documents);
  expect(await ledger(rig.db)).toEqual(balanced(documents));
  expect(await Promise.all([api.stop(), worker.stop()])).toEqual([0, 0]);
});
