import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askForReconciliation, differenceText, reconcile, reconcileDue } from '../../services/flows/reconcile.ts';
import { reconciliationReport } from '../../services/flows/reconciliation-report.ts';
import { verifyBundle } from '../../services/library/evidence-bundle.ts';
import { differencesOf } from '../../services/store/odoo-differences.ts';
import { findReconciliation, listReconciliations } from '../../services/store/reconciliations.ts';
import { type FlowRig, flowRig, sample } from './rig.ts';

// What the hub wrote to Odoo, held against what Odoo holds.

let rig: FlowRig;
const by = { actor: 'test', by: { kind: 'hub' } } as const;
beforeAll(async () => {
  rig = await flowRig();
  await rig.bring('standard-3pl', sample('standard-3pl', '945-complete'));
  await rig.bring('standard-3pl', sample('standard-3pl', '945-partial-backorder-lots'));
  await rig.bring('standard-carrier', sample('standard-carrier', '214-departed'));
  await rig.work();
});
afterAll(() => rig.close());

const db = () => rig.context.db.system;

/** Asks for one and does it. */
async function done(since?: string) {
  rig.context.pass(1000);
  const of = { connectionId: rig.connections.production, ...(since !== undefined && { since: new Date(since) }) };
  const { id } = await askForReconciliation(rig.context, of, by);
  await reconcileDue(rig.context);
  const row = (await findReconciliation(db(), id))!;
  return { row, differences: await differencesOf(db(), id, { limit: 100 }) };
}
const always = '2026-01-01T00:00:00Z';

/** What the hub wrote into a field, by the newest write. */
const written = (model: string, field: string) =>
  db()('odoo_write').where({ model, field }).orderBy('id', 'desc').first<{ record_id: number; after: unknown }>();

/** Changes a record behind the hub's back; `by` is a user of Odoo, else nobody but the hub has touched it. */
async function changed(model: string, id: number, values: object, who?: string): Promise<() => Promise<unknown>> {
  const records = () => rig.context.db.twin('odoo_twin.record').where({ model, id });
  const own = await rig.odoo.production.searchRead('res.users', [['login', '=', who ?? '']], ['name']);
  const [{ id: databaseId }] = await rig.context.db
    .twin('odoo_twin.database')
    .whereLike('name', '%production%')
    .select('id');
  const before = await records().where({ database_id: databaseId }).first('values');
  const patch = { ...values, ...(own[0] && { write_uid: own[0].id }) };
  await records()
    .where({ database_id: databaseId })
    .update({ values: JSON.stringify({ ...before.values, ...patch }) });
  return () =>
    records()
      .where({ database_id: databaseId })
      .update({ values: JSON.stringify(before.values) });
}
const openCases = () =>
  db()('exception_case').where({ state: 'open' }).whereLike('fingerprint', 'connection.differs/%');

describe('what the hub wrote to Odoo', () => {
  test('agrees where nobody has touched it, field by field, and only what is new is looked at the next time', async () => {
    const { row, differences } = await done();
    expect(differences.map(differenceText)).toEqual([]);
    expect(row).toMatchObject({ state: 'done', differ: 0 });
    expect(row.agree).toBeGreaterThan(8);
    expect((await done()).row).toMatchObject({ state: 'done', agree: 0, movedOn: 0, differ: 0 });
    expect((await done(always)).row.agree).toBe(row.agree);
  });

  test('and somebody has changed is told with who and when; what nobody has touched as that; the case closes when it is right again', async () => {
    const tracking = (await written('stock.picking', 'carrier_tracking_ref'))!;
    const label = (await written('stock.package', 'name'))!;
    const restore = [
      await changed('stock.picking', tracking.record_id, { carrier_tracking_ref: 'ANOTHER' }, 'admin'),
      await changed('stock.package', label.record_id, { name: 'PALLET 9' }),
    ];
    const { row, differences } = await done(always);
    expect(row).toMatchObject({ state: 'done', differ: 2 });
    expect(differences.map(({ cause, field }) => [cause, field]).toSorted()).toEqual([
      ['changed', 'carrier_tracking_ref'],
      ['differs', 'name'],
    ]);
    const told = differences.map(differenceText).join('\n');
    expect(told).toMatch(
      new RegExp(
        `carrier_tracking_ref is ANOTHER and not ${String(tracking.after)}; Administrator changed it \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC`,
      ),
    );
    expect(told).toMatch(/name is PALLET 9 and not \d{18}\.$/m);
    expect(differences.every(({ documentId, partner }) => documentId !== null && partner !== '')).toBe(true);
    expect(await openCases()).toMatchObject([{ title: expect.stringMatching(/in 2 places$/) }]);
    for (const one of restore) await one();
    expect((await done(always)).row.differ).toBe(0);
    expect(await openCases()).toEqual([]);
  });

  test('and is gone from Odoo is told', async () => {
    const label = (await written('stock.package', 'name'))!;
    const rows = rig.context.db.twin('odoo_twin.record').where({ model: 'stock.package', id: label.record_id });
    const kept = await rows.clone().select();
    await rows.clone().delete();
    const { differences } = await done(always);
    expect(differences.map(differenceText)).toEqual([`${String(label.after)} is gone from Odoo.`]);
    await rig.context.db
      .twin('odoo_twin.record')
      .insert(kept.map((one) => ({ ...one, values: JSON.stringify(one.values) })));
  });

  test('and a later event has written over meanwhile is no difference', async () => {
    const tracking = (await written('stock.picking', 'carrier_tracking_ref'))!;
    const restore = await changed('stock.picking', tracking.record_id, { carrier_tracking_ref: 'LATER' });
    let wrote = false;
    rig.between = async (req, res, twin) => {
      if (!wrote) {
        wrote = true;
        const last = await db()('odoo_write').orderBy('id', 'desc').where({ field: 'carrier_tracking_ref' }).first();
        const { id: _, ...rest } = last;
        await db()('odoo_write').insert({ ...rest, before: null, after: JSON.stringify('LATER') });
      }
      twin(req, res);
    };
    const { row } = await done(always);
    rig.between = undefined;
    expect(wrote).toBe(true);
    expect(row).toMatchObject({ state: 'done', differ: 0 });
    expect((await done()).row).toMatchObject({ agree: 1, differ: 0 });
    await restore();
  });
});

describe('a reconciliation', () => {
  test('of an Odoo that is away fails with its reason, and the next one goes on from where the last good one ended', async () => {
    rig.between = (_req, res) => res.destroy();
    const { row } = await done(always);
    rig.between = undefined;
    expect(row.state).toBe('failed');
    expect(row.reason).toMatch(/\w/);
    expect((await done()).row).toMatchObject({ state: 'done', fromWrite: expect.any(Number), differ: 0 });
  });

  test('is asked for once at a time', async () => {
    const restore = await changed('stock.package', (await written('stock.package', 'name'))!.record_id, { name: 'X' });
    const of = { connectionId: rig.connections.production, since: new Date(always) };
    const asked = await askForReconciliation(rig.context, of, by);
    await expect(askForReconciliation(rig.context, of, by)).rejects.toMatchObject({ code: 'http.conflict' });
    // A worker and a command that both take it up: one of them does it.
    const before = rig.calls.length;
    await Promise.all([reconcile(rig.context, asked), reconcile(rig.context, asked)]);
    await reconcile(rig.context, asked);
    expect((await findReconciliation(db(), asked.id))!.state).toBe('done');
    expect(rig.calls.slice(before).filter((call) => call.startsWith('stock.package/'))).toHaveLength(1);
    const told = (await differencesOf(db(), asked.id, { limit: 100 })).map(differenceText);
    expect(told.filter((one) => one.includes('name is X'))).toHaveLength(1);
    expect(new Set(told).size).toBe(told.length);
    await restore();
  });

  test('is a report that is signed, and whose every byte counts', async () => {
    const restore = await changed(
      'stock.picking',
      (await written('stock.picking', 'state'))!.record_id,
      { state: 'cancel' },
      'admin',
    );
    const { row } = await done(always);
    const { bytes } = await reconciliationReport(rig.context, row);
    expect(verifyBundle(bytes)).toMatchObject({
      faults: [],
      about: { differ: row.differ, accuracy: expect.any(Number) },
    });
    const spoilt = Buffer.from(bytes);
    spoilt[spoilt.length - 40]! ^= 1;
    expect(verifyBundle(spoilt).faults).not.toEqual([]);
    await restore();
  });

  test('comes by itself once a night for each Odoo of production', async () => {
    const nightly = async () =>
      (await listReconciliations(db(), rig.connections.production, 100)).filter(({ askedBy }) => askedBy === null)
        .length;
    const until = async (time: string) => {
      const now = rig.context.now();
      const at = new Date(`${now.toISOString().slice(0, 10)}T${time}Z`).getTime();
      rig.context.pass(at > now.getTime() ? at - now.getTime() : at + 86_400_000 - now.getTime());
      await reconcileDue(rig.context);
    };
    await until('01:30:00');
    expect(await nightly()).toBe(0);
    await until('02:00:01');
    await until('03:00:00');
    expect(await nightly()).toBe(1);
    await until('12:00:00');
    await until('02:30:00');
    expect(await nightly()).toBe(2);
    expect(await listReconciliations(db(), rig.connections.sandbox, 100)).toEqual([]);
  });
});
