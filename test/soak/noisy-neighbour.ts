import { manyReplies } from '../fault/extreme-documents.ts';
import { until } from '../fault/until.ts';
import { proveShipments } from './proof.ts';
import { post } from './sender.ts';
import { type Row, type Run, soak } from './soak.ts';
import { watchPage } from './stopwatch.ts';
import { warehouseTraffic } from './traffic.ts';

const searches = 60;
const pages = 20;
const sets = 9_000;

async function cookieOf({ rig }: Run, email: string): Promise<string> {
  const login = rig.access.logins.find((one) => one.email === email)!;
  const response = await fetch(`${rig.hub.url}/v1/session`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ email, password: login.password }),
  });
  return response.headers.get('set-cookie')!.split(';')[0]!;
}

/** A carrier with a giant file, 60 searches and 20 pages of the file at a time; a warehouse whose outbox and documents must not feel it. */
export const noisyNeighbour = (seconds: number): Promise<Row> =>
  soak(
    {
      ...{ name: 'noisy-neighbour', seconds, together: true, prove: proveShipments },
      ...{ trafficOf: ({ access }) => warehouseTraffic(access.apiKeys['standard-3pl/production']!) },
      pace: { perSecond: 5, atOnce: 16, again: true },
    },
    async (run) => {
      const { hub, access, key } = run.rig;
      const cookie = await cookieOf(run, 'edi@blueheron.example');
      const outbox = watchPage(`${hub.url}/v1/outbox`, {
        authorization: `Bearer ${access.apiKeys['standard-3pl/production']}`,
      });
      await run.wait(1 / 5);
      const [quiet] = [outbox.slowestMs()];
      const file = await until('the file is taken', async () => (await post(hub.url, key, manyReplies(sets))).id);
      let over = false;
      const statuses = new Map<number, number>();
      const ask = async (path: string) => {
        while (!over) {
          const { status } = await fetch(hub.url + path, { headers: { cookie } }).then(
            async (response) => {
              await response.arrayBuffer();
              return response;
            },
            () => ({ status: 0 }),
          );
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
        }
      };
      const noise = [
        ...Array.from({ length: searches }, (_, nth) => ask(`/v1/messages?q=PRO-${nth}`)),
        ...Array.from({ length: pages }, (_, nth) =>
          ask(`/v1/messages/${file}/annotated?offset=${nth * 1000}&limit=500`),
        ),
      ];
      await run.wait(4 / 5);
      over = true;
      await Promise.all(noise);
      run.over();
      await outbox.stop();
      run.note(
        `outbox of the other: ${Math.round(quiet)} ms at most before, ${Math.round(outbox.atMs(95))} ms for 95 %, ${Math.round(outbox.slowestMs())} ms at most`,
      );
      const { rows } = await run.rig.db.raw<{ rows: { half: number; most: number }[] }>(
        `select percentile_cont(0.5) within group (order by s) as half, max(s) as most from (
           select extract(epoch from d.finished_at - o.created_at)::float8 as s from delivery d join event e on e.id = d.event_id join document o on o.id = e.document_id
           where e.type = 'warehouse-order.shipped.v1' and d.finished_at is not null) t`,
      );
      const { half, most } = rows[0]!;
      run.note(`its documents applied after ${half?.toFixed(1)} s (half) and ${most?.toFixed(1)} s (all)`);
      run.note(`the noise was answered ${[...statuses].map(([status, n]) => `${status}: ${n}`).join(', ')}`);
    },
  );
