import { expect, test } from 'vitest';
import { scenarios } from './scenarios.ts';
import { settle, soak } from './soak.ts';

// The short form of `npm run soak`: that the proof works and finds nothing. How long anything took is not looked at.

const short = ['worker-killed', 'database-killed'];

test.each(scenarios.filter(({ name }) => short.includes(name)))(
  '$name: every acknowledged document has its effect once, and nothing crashes',
  { timeout: 600_000 },
  async ({ run }) => {
    const { acknowledged, applied, lost, double, crashes, faults } = await run(4);
    expect(acknowledged).toBeGreaterThan(0);
    expect({ applied, lost, double, crashes, faults }).toEqual({
      ...{ applied: acknowledged, lost: 0, double: 0, crashes: 0, faults: [] },
    });
  },
);

test('the proof finds an effect that is gone and one that is there twice', { timeout: 600_000 }, async () => {
  const { acknowledged, applied, lost, double, faults } = await soak({ name: 'spoiled', seconds: 4 }, async (run) => {
    await run.wait(1);
    await run.traffic.stop();
    await settle(run.rig, [...run.traffic.acknowledged.keys()]);
    const notes = `odoo_twin.record where model = 'mail.message' and "values" ->> 'body' like '%[crossdock milestone %'`;
    const spoil = `with note as (select * from ${notes} order by id limit 2), gone as (delete from odoo_twin.record r using (select * from note order by id limit 1) n
        where r.database_id = n.database_id and r.model = n.model and r.id = n.id)
      insert into odoo_twin.record select (jsonb_populate_record(r, jsonb_build_object('id', 999999))).* from odoo_twin.record r
        join (select * from note order by id desc limit 1) n on r.database_id = n.database_id and r.model = n.model and r.id = n.id`;
    await run.rig.db.raw(spoil);
  });
  expect({ applied, lost, double }).toEqual({ applied: acknowledged - 1, lost: 1, double: 1 });
  expect(faults).toEqual([expect.stringMatching(/^lost: \d+ \(/), expect.stringMatching(/^double: \d+ \(/)]);
});
