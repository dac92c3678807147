import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMappingBench } from '../../services/bin/mapping-bench.ts';
import { usualLimits } from '../../services/domain/limits.ts';
import { sefLayout } from '../domain/imports/layouts.ts';
import { testKeys } from '../support/database.ts';
import { type FaultRig, faultRig } from './fault-rig.ts';
import { translatorPid } from './translator-pid.ts';
import { until } from './until.ts';

// Specifications are read in a process of their own: whatever somebody uploads holds up nobody else. Linux only, as the other faults that are looked up in /proc.

let rig: FaultRig;
beforeAll(async () => {
  rig = await faultRig({ transfers: 1, env: { CROSSDOCK_REQUEST_SECONDS: '300', CROSSDOCK_LARGE_HEAP_MB: '112' } });
}, 300_000);
afterAll(() => rig.stop());

/** As much of a MuleSoft ESL as is taken: its parser makes several hundred bytes of each of these. */
const bomb = `form: X12\nversion: "004010"\nsegments:\n${'  - [1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]\n'.repeat(22_000)}`;

test('while a specification is read, others are answered; one that takes too much memory is told in words, and the next is read', {
  timeout: 600_000,
}, async () => {
  const { hub, db, logins } = rig;
  const api = await hub.start('api');
  const { email, password } = logins.find((one) => one.email === 'edi@quayside.example')!;
  const session = await fetch(`${hub.url}/v1/session`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ email, password }),
  });
  const cookie = session.headers.get('set-cookie')!.split(';')[0]!;
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const { id } = await db('organization').where({ name: 'Quayside Logistics' }).first('id');
  const preview = async (body: string) => {
    const answer = await fetch(`${hub.url}/v1/partners/${id}/guides/preview`, {
      ...{
        method: 'POST',
        body,
        headers: {
          cookie,
          'x-csrf-token': csrfToken,
          'content-type': 'application/octet-stream',
          'x-file-name': 'layout',
        },
      },
    });
    return {
      status: answer.status,
      body: (await answer.json()) as { code?: string; detail?: string; format?: string },
    };
  };
  const health = async () => (await fetch(`${hub.url}/v1/health`)).status;

  expect(await preview(sefLayout)).toMatchObject({ status: 200, body: { format: expect.stringContaining('SEF') } });
  const reader = translatorPid(api.pid)!;
  process.kill(reader, 'SIGSTOP');
  let isRead = false;
  const asked = preview(sefLayout).then((answer) => {
    isRead = true;
    return answer;
  });
  for (let round = 0; round < 5; round += 1) expect(await health()).toBe(200);
  expect(isRead).toBe(false);
  process.kill(reader, 'SIGCONT');
  expect((await asked).status).toBe(200);

  const answer = await preview(bomb);
  expect(answer).toMatchObject({
    status: 422,
    body: { code: 'guide.reading-stopped', detail: expect.stringContaining('112 MB of memory') },
  });
  expect(await health()).toBe(200);
  await until('the next one is read', async () => (await preview(sefLayout)).status === 200);
  expect(await api.stop()).toBe(0);
});

test('one that takes longer than it may is ended, and told in words', { timeout: 600_000 }, async () => {
  const limits = { ...usualLimits, largeHeapBytes: 2 ** 30, largeMs: 1, requestMs: 1 };
  const quiet = () => undefined;
  const log = { debug: quiet, info: quiet, warn: quiet, error: quiet };
  const own = { logins: rig.database.logins, keys: testKeys, imports: undefined, logLevel: 'silent', limits, log };
  const bench = openMappingBench(own, 1);
  try {
    const question = { orgId: '', draft: { hash: '', files: [] }, fileName: 'layout' };
    const content = Buffer.from(bomb).toString('base64');
    await expect(bench.specification({ ...question, content })).rejects.toMatchObject({
      code: 'guide.reading-stopped',
      more: { detail: expect.stringContaining('0.001 seconds') },
    });
  } finally {
    await bench.close();
  }
});
