import { afterEach, expect, test } from 'vitest';
import { statusReport } from '../bench/samples.ts';
import { skipped } from '../support/skipped.ts';
import { type EmbeddedHub, embeddedHub } from './embedded-hub.ts';
import { type Answer, post } from './posting.ts';
import { type SmallDisk, smallDisk, smallDiskMissing } from './small-disk.ts';
import { until } from './until.ts';

let disk: SmallDisk;
let hub: EmbeddedHub | undefined;
afterEach(async () => {
  disk?.clear();
  hub?.running.kill('SIGTERM');
  await hub?.running.ended;
  await hub?.db.destroy();
  disk?.remove();
}, 300_000);

const name = skipped(
  'the disk fills up: the team is warned before, the hub goes on, refuses, and takes documents again when there is room',
  smallDiskMissing,
);
test.skipIf(smallDiskMissing)(name, { timeout: 600_000 }, async () => {
  disk = smallDisk(400);
  // The inbox's own mark is off, so that PostgreSQL itself meets the end of the disk.
  hub = await embeddedHub(disk.dir, { CROSSDOCK_WARN_FREE_MB: '390', CROSSDOCK_MIN_FREE_MB: '0' });
  const { url, db, apiKeys, running } = hub;
  const key = apiKeys['standard-carrier/production']!;
  const health = async () => (await (await fetch(`${url}/v1/health`)).json()) as { warnings?: string[] };
  await until('the team is warned', async () => (await health()).warnings?.includes('disk.low'));

  let control = 0;
  const taken: string[] = [];
  const send = async (): Promise<Answer> => {
    control += 1;
    const answer = await post(url, key, statusReport(control, 'WH/OUT/00001'));
    if (answer.id && answer.status === 202) taken.push(answer.id);
    return answer;
  };
  for (let n = 0; n < 10; n += 1) expect((await send()).status).toBe(202);
  disk.fill();
  const statuses = new Set<number>();
  await until('nothing is taken any more', async () => {
    disk.fill();
    // Large ones, so that PostgreSQL needs another file of its log soon.
    const body = Buffer.concat([statusReport(++control, 'WH/OUT/00001'), Buffer.alloc(4_000_000, ' ')]);
    const answer = await post(url, key, body);
    if (answer.status === 202) taken.push(answer.id!);
    statuses.add(answer.status);
    return answer.status === 503;
  });
  for (let n = 0; n < 20; n += 1) statuses.add((await send()).status);
  expect([...statuses].filter((status) => status !== 202)).toEqual([503]);

  disk.clear();
  await until('documents are taken again', async () => (await send()).status === 202);
  await until(
    'all that was taken is translated and applied',
    async () => {
      const rows = await db
        .raw<{ rows: { left: number }[] }>(
          `select (select count(*) from document where direction = 'in' and state = 'received')
         + (select count(*) from delivery where state in ('pending', 'in-flight')) as left`,
        )
        .then(
          ({ rows: found }) => found,
          () => [{ left: -1 }],
        );
      return Number(rows[0]!.left) === 0;
    },
    240_000,
  );
  const known = await db('document').where({ direction: 'in' }).pluck<string[]>('id');
  expect(known).toEqual(expect.arrayContaining(taken));
  const answered = await db('document').whereNotNull('answers').whereIn('answers', taken).pluck<string[]>('answers');
  expect(answered.toSorted()).toEqual(taken.toSorted());

  const { code } = await hub.stop();
  expect(code).toBe(0);
  expect(running.out()).toMatch(/Stopping/);
});
