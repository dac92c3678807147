import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, expect, test } from 'vitest';
import { type KeptPostgres, keepPostgres } from '../../services/embedded/keep-running.ts';
import { isPostgres, readPostmaster } from '../../services/embedded/postmaster.ts';
import { until } from '../fault/until.ts';
import { scratch } from './hub-rig.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
}, 300_000);

async function kept() {
  const { dir, remove } = scratch();
  const said: string[] = [];
  cleanUp.push(remove);
  const postgres = await keepPostgres({ dataDir: join(dir, 'postgres') }, (line) => said.push(line));
  cleanUp.push(() => postgres.stop());
  return { dir: join(dir, 'postgres'), postgres, said };
}

const pidOf = (dir: string) => readPostmaster(join(dir, 'cluster'))?.pid ?? -1;

async function ask({ url }: KeptPostgres, sql: string): Promise<object[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as object[];
  } finally {
    await client.end().catch(() => undefined);
  }
}

test('one that cannot be started again is tried for as long as it takes, with a sentence that says why', async () => {
  const { dir, postgres, said } = await kept();
  await ask(postgres, 'create table kept as select 42 as answer');
  const settings = join(dir, 'cluster', 'postgresql.conf');
  renameSync(settings, `${settings}.away`);
  process.kill(pidOf(dir), 'SIGKILL');
  await until('it is said why', () => said.find((line) => /cannot be started.*postgresql\.conf.*503/s.test(line)));
  expect(said[0]).toMatch(/ended by itself/);
  await expect(ask(postgres, 'select 1')).rejects.toThrow();
  renameSync(`${settings}.away`, settings);
  await until('it runs again', () => said.find((line) => /runs again/.test(line)));
  // At the same address, with all that was in it.
  expect(await ask(postgres, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('told to stop while it cannot be started, it stops', async () => {
  const { dir, postgres, said } = await kept();
  const settings = join(dir, 'cluster', 'postgresql.conf');
  renameSync(settings, `${settings}.away`);
  process.kill(pidOf(dir), 'SIGKILL');
  await until('it is said why', () => said.find((line) => /cannot be started/.test(line)));
  await postgres.stop();
  expect(isPostgres(pidOf(dir))).toBe(false);
});

test('its log stays small while it runs, and the newest part is kept', async () => {
  const { dir } = await kept();
  const log = join(dir, 'postgres.log');
  appendFileSync(log, `${'x'.repeat(99)}\n`.repeat(110_000));
  await until('it is cut', () => statSync(log).size < 1_000_000);
  expect(existsSync(`${log}.1`)).toBe(true);
});
