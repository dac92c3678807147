import type { Knex } from 'knex';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markAcknowledged } from '../../services/flows/acknowledged.ts';
import { markBusinessAnswers } from '../../services/flows/answers.ts';
import { refreshStatusOfSent } from '../../services/flows/obligations.ts';
import { startHub, type TestHub } from '../support/hub.ts';
import { until } from './until.ts';

const maker = { newId: uuidv7, knownJump: () => 0 };
let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
}, 300_000);
afterAll(() => hub.stop());

interface Sent {
  readonly id: string;
  readonly org_id: string;
  readonly subjects: string[];
  readonly functional_id: string;
  readonly control: string;
}

/** An order that the demo's warehouse got. */
const sentOrder = (db: Knex) =>
  until('an order is in the outbox', () =>
    db('document as d')
      .join('functional_group as g', 'g.document_id', 'd.id')
      .where({ 'd.direction': 'out', 'd.environment': 'production', 'g.functional_id': 'OW' })
      .first<Sent | undefined>('d.id', 'd.org_id', 'd.subjects', 'g.functional_id', 'g.control'),
  );

test('a 997 and a 945 that are translated at the same moment: the order ends as answered, whichever commits last', async () => {
  const db = hub.database.knex;
  const order = await sentOrder(db);
  const partner = { orgId: order.org_id, environment: 'production' };
  const at = new Date();
  const answering = await db.transaction();
  const answers = [{ subject: order.subjects[0]!, documentId: order.id, goesToOdoo: true }];
  await markBusinessAnswers(maker, answering, partner, 'warehouse-order.released.v1', answers, at);

  const acknowledging = db.transaction(async (tx) => {
    const { functional_id: functionalId, control: groupControl } = order;
    await markAcknowledged(
      maker,
      tx,
      { ...partner, documentId: order.id, functionalId, groupControl, status: 'accepted' },
      at,
    );
    await refreshStatusOfSent(tx, [order.id]);
  });
  await until('the second waits for the first', async () => {
    const { rows } = await db.raw<{ rows: unknown[] }>(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows.length > 0;
  });
  await answering.commit();
  await acknowledging;
  expect(await db('document').where({ id: order.id }).first('outcome', 'headline')).toEqual({
    outcome: 'done',
    headline: 'Answered by the partner',
  });
});
