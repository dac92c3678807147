import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { postAll } from './load.ts';
import { peakMemoryMb } from './peak-memory.ts';
import { against, alone, type Result } from './report.ts';
import { benchRig, freePort } from './rig.ts';
import { statusReport } from './samples.ts';

const documents = 20_000;
const plainConnections = 16;
const httpConnections = 64;
const ratePerSecond = 50;
const seconds = 20;

/** Documents accepted durably over HTTP against plain inserts into the same Postgres; latency from receipt to the commit in the twin. */
export async function benchInbox(): Promise<readonly Result[]> {
  const rig = await benchRig();
  try {
    return [...(await accept(rig)), ...(await endToEnd(rig))];
  } finally {
    await rig.stop();
  }
}

type Rig = Awaited<ReturnType<typeof benchRig>>;

async function accept(rig: Rig): Promise<readonly Result[]> {
  const { url: databaseUrl, apiKeys } = await rig.database('accept', 12);
  const hub = await rig.hub(databaseUrl, 'api', await freePort());
  const headers = `Authorization: Bearer ${apiKeys['standard-carrier/production']}\r\nContent-Type: application/edi-x12`;
  const body = (i: number) => statusReport(i, `WH/OUT/${i}`);
  await postAll(
    hub.url,
    headers,
    Array.from({ length: 2000 }, (_, i) => body(i + 1)),
    httpConnections,
  );
  // Both twice and in turn, so that a machine that changes its pace changes it for both.
  let http = 0;
  let plain = 0;
  for (const round of [1, 2]) {
    const bodies = Array.from({ length: documents / 2 }, (_, i) => body(round * 100_000 + i));
    plain += await timed(() => insertPlainly(databaseUrl, bodies));
    http += await timed(async () => {
      const statuses = await postAll(hub.url, headers, bodies, httpConnections);
      if (statuses.get(202) !== bodies.length)
        throw new Error(`Not all were accepted: ${JSON.stringify([...statuses])}`);
    });
  }
  const memory = peakMemoryMb(hub.pid);
  await hub.stop();
  return [
    against(
      'accepted durably over HTTP',
      documents / http,
      'doc/s',
      `plain insert, ${plainConnections} connections`,
      documents / plain,
    ),
    alone('peak memory of the API process', memory, 'MB'),
  ];
}

async function insertPlainly(url: string, bodies: readonly Buffer[]): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: plainConnections });
  await pool.query(
    'create table if not exists plain (id bigint generated always as identity primary key, content bytea not null)',
  );
  let next = 0;
  const run = async () => {
    while (next < bodies.length)
      await pool.query({ name: 'plain', text: 'insert into plain (content) values ($1)', values: [bodies[next++]] });
  };
  await Promise.all(Array.from({ length: plainConnections }, run));
  await pool.end();
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

async function endToEnd(rig: Rig): Promise<readonly Result[]> {
  const total = ratePerSecond * seconds;
  const { url: databaseUrl, apiKeys } = await rig.database('latency', total + 1);
  const hub = await rig.hub(databaseUrl, 'api,worker', await freePort());
  const headers = {
    authorization: `Bearer ${apiKeys['standard-carrier/production']}`,
    'content-type': 'application/edi-x12',
  };
  await quiet(databaseUrl);
  const sent: Promise<unknown>[] = [];
  const start = performance.now();
  for (let i = 1; i <= total; i += 1) {
    const due = start + (i * 1000) / ratePerSecond;
    if (due > performance.now()) await wait(due - performance.now());
    const body = new Uint8Array(statusReport(i, `WH/OUT/${String(i).padStart(5, '0')}`));
    sent.push(fetch(`${hub.url}/v1/inbox`, { method: 'POST', headers, body }).then((r) => r.arrayBuffer()));
  }
  await Promise.all(sent);
  const latency = await latencies(databaseUrl, total);
  const memory = peakMemoryMb(hub.pid);
  await hub.stop();
  const at = (share: number) => latency[Math.min(latency.length - 1, Math.floor(latency.length * share))] ?? 0;
  return [
    alone(`receipt to commit in the twin at ${ratePerSecond}/s, p50`, at(0.5), 'ms'),
    alone('the same, p95', at(0.95), 'ms'),
    alone('the same, p99', at(0.99), 'ms'),
    alone('peak memory of the hub process', memory, 'MB'),
  ];
}

/** Waits until the orders of the seeded transfers are out, which are not what is measured. */
async function quiet(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    for (let tries = 0; tries < 480; tries += 1) {
      const { rows } = await pool.query<{ total: number; open: number }>(
        `select count(*)::int as total, (count(*) filter (where state in ('pending', 'in-flight')))::int as open from delivery`,
      );
      if (rows[0]!.total > 0 && rows[0]!.open === 0) return;
      await wait(250);
    }
    throw new Error('The hub did not come to rest within two minutes.');
  } finally {
    await pool.end();
  }
}

/** Waits until all are applied. @returns milliseconds from receipt to the recorded commit, rising. */
async function latencies(url: string, total: number): Promise<readonly number[]> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  try {
    for (let tries = 0; tries < 240; tries += 1) {
      const { rows } = await pool.query<{ ms: number }>(
        `select extract(epoch from d.finished_at - e.received_at)::float8 * 1000 as ms from delivery d join event e on e.id = d.event_id
         where d.destination = 'odoo' and d.state = 'applied' order by 1`,
      );
      if (rows.length >= total) return rows.map((row) => row.ms);
      await wait(250);
    }
    throw new Error('Not every document reached the twin within a minute.');
  } finally {
    await pool.end();
  }
}
