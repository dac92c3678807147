import { afterAll, beforeAll, expect, test } from 'vitest';
import { annotatedDocument } from '../../services/http/annotated.ts';
import { loadCatalog } from '../../services/library/catalog.ts';
import { statusReport } from '../bench/samples.ts';
import { manyStatuses } from './extreme-documents.ts';
import { type FaultRig, faultRig } from './fault-rig.ts';
import { post } from './posting.ts';
import { translatorPid } from './translator-pid.ts';
import { until } from './until.ts';

// A giant set, and who reads it; Linux only, as the other faults that are looked up in /proc.

let rig: FaultRig;
beforeAll(async () => {
  rig = await faultRig({ transfers: 1, env: { CROSSDOCK_REQUEST_SECONDS: '300' } });
}, 300_000);
afterAll(() => rig.stop());

const pages = 20;

async function cookieOf(email: string): Promise<string> {
  const { password } = rig.logins.find((one) => one.email === email)!;
  const response = await fetch(`${rig.hub.url}/v1/session`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ email, password }),
  });
  return response.headers.get('set-cookie')!.split(';')[0]!;
}

test('pages of a giant set are made in a process of their own: while that one stands still, everything else is answered, and then each page is right', {
  timeout: 600_000,
}, async () => {
  const { hub, key, warehouseKey } = rig;
  const api = await hub.start('api');
  const [cookie, other] = [await cookieOf('edi@blueheron.example'), await cookieOf('edi@quayside.example')];
  const bytes = manyStatuses(8_000);
  const giant = (await post(hub.url, key, bytes)).id!;
  const small = (await post(hub.url, key, statusReport(1, 'WH/OUT/00001'))).id!;
  const status = async (path: string, headers: Record<string, string>) =>
    (await fetch(hub.url + path, { headers })).status;
  const page = async (offset: number) => {
    const answer = await fetch(`${hub.url}/v1/messages/${giant}/annotated?offset=${offset}&limit=200`, {
      headers: { cookie },
    });
    return { status: answer.status, body: (await answer.json()) as object };
  };

  expect(await status(`/v1/messages/${small}/annotated`, { cookie })).toBe(200);
  expect(translatorPid(api.pid)).toBeUndefined();
  expect((await page(0)).status).toBe(200);
  const maker = translatorPid(api.pid)!;
  process.kill(maker, 'SIGSTOP');
  let answered = 0;
  const asked = Array.from({ length: pages }, async (_, nth) => {
    const one = await page(nth * 800);
    answered += 1;
    return one;
  });
  const warehouse = { authorization: `Bearer ${warehouseKey}` };
  for (let round = 0; round < 5; round += 1) {
    expect(await status('/v1/health', {})).toBe(200);
    expect(await status('/v1/outbox', warehouse)).toBe(200);
    expect(await status('/v1/messages', { cookie: other })).toBe(200);
  }
  expect(await status(`/v1/messages/${giant}/annotated`, { cookie: other })).toBe(404);
  expect(answered).toBe(0);
  process.kill(maker, 'SIGCONT');

  const right = annotatedDocument(bytes, undefined, loadCatalog().standards);
  for (const [nth, { status: code, body }] of (await Promise.all(asked)).entries())
    expect([code, body]).toEqual([200, right({ offset: nth * 800, limit: 200 })]);

  // Its death is the affair of whoever waits for it, and the next page has a new one.
  process.kill(maker, 'SIGSTOP');
  const lost = page(0);
  await until('the page is asked for', async () => (await status('/v1/health', {})) === 200);
  process.kill(maker, 'SIGKILL');
  expect([200, 503]).toContain((await lost).status);
  expect((await page(400)).body).toEqual(right({ offset: 400, limit: 200 }));
  expect(await api.stop()).toBe(0);
});
