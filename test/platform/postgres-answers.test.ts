import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clusterIn } from '../../services/embedded/cluster.ts';
import { type RunningPostgres, startPostgres } from '../../services/embedded/postgres.ts';
import { answersFor } from '../../services/embedded/postmaster.ts';
import { scratch } from './hub-rig.ts';

let home: ReturnType<typeof scratch>;
let postgres: RunningPostgres;
let dir: string;
beforeAll(async () => {
  home = scratch();
  const dataDir = join(home.dir, 'postgres');
  postgres = await startPostgres({ dataDir, durable: false });
  dir = clusterIn(dataDir).dir;
});
afterAll(async () => {
  await postgres.stop();
  home.remove();
});

test('a server that does not answer at the moment is silent, and not somebody else’s', async () => {
  expect(await answersFor(dir, postgres.url)).toBe('yes');
  process.kill(postgres.pid, 'SIGSTOP');
  expect(await answersFor(dir, postgres.url)).toBe('silent');
  process.kill(postgres.pid, 'SIGCONT');
  expect(await answersFor(dir, postgres.url)).toBe('yes');
});

test('one that serves another folder, or does not know our password, is somebody else’s', async () => {
  expect(await answersFor(home.dir, postgres.url)).toBe('no');
  const stranger = new URL(postgres.url);
  stranger.password = 'other';
  expect(await answersFor(dir, stranger.href)).toBe('no');
});
