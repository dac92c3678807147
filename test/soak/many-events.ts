import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { statusReports, transferName } from '../fault/traffic.ts';
import { until } from '../fault/until.ts';
import { proveReports } from './proof.ts';
import { type Row, type Run, soak } from './soak.ts';
import { transfers } from './traffic.ts';

/** Events of one document: as many as have times of their own (`statusReports`). */
const each = 16;
const eventsPerSecond = 100;
// Coprime to any count of documents below it: each number comes once, far from its neighbours.
const stride = 7919;

/**
 * Traffic as bad days have it: documents out of their order, a tenth of them sent again later, and a process or PostgreSQL killed every few seconds, in an order that
 * is the same each time. At the end each event has had its effect once, and a reconciliation finds all of it in Odoo.
 */
export const manyEvents = (seconds: number): Promise<Row> => {
  const documents = Math.ceil((seconds * eventsPerSecond) / each);
  const documentOf = (number: number) => statusReports(number, transferName(1 + (number % transfers)), each);
  return soak(
    {
      ...{ name: 'many-events', seconds, patienceMs: Math.max(900, seconds * 4) * 1000 },
      trafficOf: ({ key }) => ({
        ...{ key, most: documents },
        document: (nth) => documentOf(1 + ((nth * stride) % documents)),
      }),
      pace: { perSecond: eventsPerSecond / each, atOnce: 16, again: true },
      prove: (db, acknowledged) => proveReports(db, acknowledged, each),
    },
    async (run) => {
      const rounds = Math.max(3, Math.floor(seconds / 12));
      for (let round = 0; round < rounds; round += 1) {
        await run.wait(1 / (rounds + 1));
        await kill(run, round);
      }
      await run.wait(1 / (rounds + 1));
      await until('all documents are sent', () => run.traffic.acknowledged.size >= documents, seconds * 4000);
      run.over();
      const { key } = run.rig;
      const again = run.send(
        { key, most: Math.ceil(documents / 10), document: (nth) => documentOf(Math.min(nth * 10, documents)) },
        { atOnce: 8, again: true },
      );
      await until('a tenth is sent again', () => again.sent() >= Math.ceil(documents / 10), seconds * 4000);
      await again.stop();
      run.note(
        `${documents * each} events in ${documents} documents, ${again.acknowledged.size} sent twice, ${rounds} kills`,
      );
      await settled(run, documents);
      await reconcile(run);
    },
  );
};

async function kill(run: Run, round: number): Promise<void> {
  const which = (['worker', 'api', 'database', 'worker'] as const)[(round * 7) % 4]!;
  if (which !== 'database') return run.replace(which);
  await run.rig.killPostgres();
  await run.rig.startPostgres();
}

const settled = (run: Run, documents: number) =>
  until(
    'every event is at its end',
    async () => {
      const { rows } = await run.rig.db.raw<{ rows: { open: number; documents: number }[] }>(
        `select (select count(*)::int from delivery where state in ('pending', 'in-flight')) as open,
           (select count(*)::int from document where direction = 'in' and state <> 'received') as documents`,
      );
      return rows[0]!.open === 0 && rows[0]!.documents >= documents;
    },
    4 * 3_600_000,
  );

/** The worker holds all that was written against what Odoo holds. */
async function reconcile(run: Run): Promise<void> {
  const { db }: { readonly db: Knex } = run.rig;
  const { id: connectionId } = await db('odoo_connection').where({ environment: 'production' }).first('id');
  const id = randomUUID();
  await db('odoo_reconciliation').insert({ id, connection_id: connectionId, asked_at: new Date() });
  const row = await until('the reconciliation is over', async () => {
    const one = await db('odoo_reconciliation').where({ id }).first();
    return one.finished_at !== null && one;
  });
  run.note(`${row.agree} fields agree with Odoo`);
  if (row.state !== 'done' || row.differ > 0 || row.agree === 0)
    run.fault(`the reconciliation is ${row.state}: ${row.agree} agree, ${row.differ} differ. ${row.reason ?? ''}`);
}
