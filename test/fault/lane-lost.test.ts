import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect } from '../../services/flows/collect.ts';
import type { Context } from '../../services/flows/context.ts';
import { drain } from '../../services/flows/drain.ts';
import { render } from '../../services/flows/render.ts';
import { openDatabase } from '../../services/store/database.ts';
import type { EventHead } from '../../services/store/deliveries.ts';
import { takeHead } from '../../services/store/lanes.ts';
import { deliveriesOf, type FlowRig, flowRig, sample, sentTo } from '../flows/rig.ts';
import { testKeys } from '../support/database.ts';
import { until } from './until.ts';

let rig: FlowRig;
let other: Context;
let superuser: Client;
beforeAll(async () => {
  rig = await flowRig();
  // A worker in another process: the same database, connections of its own.
  superuser = new Client({ connectionString: rig.context.database.url });
  await superuser.connect();
  other = {
    ...rig.context,
    db: openDatabase({ logins: rig.context.database.logins, keys: testKeys, maxConnections: 8 }),
  };
}, 300_000);
afterAll(async () => {
  await superuser.end();
  await other.db.close();
  await rig.close();
});

const lockHolders = `select pid from pg_locks where locktype = 'advisory' and granted
  and database = (select oid from pg_database where datname = current_database())`;

/** Ends the connection that holds the lane, as a fail-over or a broken network does. */
async function cutLock(): Promise<void> {
  const { rowCount } = await superuser.query(`select pg_terminate_backend(pid) from (${lockHolders}) holder`);
  expect(rowCount).toBe(1);
  await until('the lane is free', async () => (await superuser.query(lockHolders)).rowCount === 0);
}

const notesOn = async (subject: string) => {
  const [picking] = await rig.odoo.production.searchRead('stock.picking', [['name', '=', subject]], ['id']);
  const domain = [
    ['res_id', '=', picking!.id],
    ['body', 'like', '[crossdock '],
  ];
  return rig.odoo.production.searchRead('mail.message', domain, ['id']);
};

test('a worker that lost its lane while Odoo was slow to answer does no more there, and the one that took over does all of it once', async () => {
  const subject = 'WH/OUT/00003';
  const lane = `odoo/${rig.connections.production}/${subject}`;
  const id = await rig.bring(
    'standard-carrier',
    sample('standard-carrier', '214-departed', { 'WH/OUT/00001': subject }),
  );
  // Odoo has looked for earlier notes and found none; its answer is on the way for long.
  const slow = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  rig.between = (req, res, twin) => {
    if (!req.url?.includes('mail.message')) return twin(req, res);
    rig.between = undefined;
    const end = res.end.bind(res);
    res.end = ((...args: Parameters<typeof end>) => {
      asked.resolve();
      void slow.promise.then(() => end(...args));
      return res;
    }) as typeof res.end;
    return twin(req, res);
  };
  const first = drain(rig.context, lane);
  await asked.promise;
  await cutLock();
  await drain(other, lane);
  expect(await deliveriesOf(rig, id)).toMatchObject([{ state: 'applied', attempts: 2 }]);

  slow.resolve();
  await first.catch(() => undefined);
  expect(await notesOn(subject)).toHaveLength(1);
  expect(await deliveriesOf(rig, id)).toMatchObject([{ state: 'applied', attempts: 2 }]);
});

test('two workers that hold the same delivery for a partner send one document', async () => {
  const { context } = rig;
  await collect(context, rig.connections.production);
  const lane = `document/production/${rig.orgs['standard-3pl']}`;
  const before = (await sentTo(rig, 'standard-3pl')).length;
  const client = await context.db.lanes.connect();
  const head = (await takeHead(client, lane, context.now())) as EventHead<'document'>;
  client.release();
  const both = await Promise.allSettled([render(context, head), render(other, head)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const sent = await sentTo(rig, 'standard-3pl');
  expect(sent).toHaveLength(before + 1);
  // What the loser had taken of the control numbers went back.
  await drain(context, lane);
  const controls = (await sentTo(rig, 'standard-3pl')).map(({ control }) => Number(control));
  expect(controls).toEqual(controls.map((_, place) => place + 1));
});
