import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { translate } from '../../services/flows/translate.ts';
import { watch } from '../../services/flows/watch.ts';
import { copyTree, type TreeCopy } from '../architecture/tree-copy.ts';
import { casesAbout, clocksOf, documentRow, type FlowRig, flowRig, sample, under } from './rig.ts';

// What clocks and cases do that are new: they warn, and they are about more than documents. The two rows of the README's table, "a kind of clock" and
// "a kind of case", are followed line by line in a copy of the tree.

type Obligations = typeof import('../../services/flows/obligations.ts');

let rig: FlowRig;
let tree: TreeCopy;
let added: Obligations;
beforeAll(async () => {
  rig = await flowRig();
  tree = copyTree();
  tree.insert(
    'services/domain/obligations/clock-kinds.ts',
    'export const clockKinds = {',
    "  'stage-review': { about: 'stage', late: 'stage.review-late', warning: 'stage.review-due', warnAfter: 0.9 },",
  );
  tree.insert(
    'services/domain/obligations/case-kinds.ts',
    'export const caseKinds = {',
    "  'stage.review-late': late('team', 'The review is late'),\n  'stage.review-due': soon('The review is due', 'Review it.'),",
  );
  added = await import(`${tree.dir}/services/flows/obligations.ts`);
}, 300_000);
afterAll(async () => {
  tree.remove();
  await rig.close();
});

const hourMs = 3_600_000;
const clocks = () => rig.context.db.system('sla_clock').where({ subject_type: 'stage' }).orderBy('environment');
const openCases = () =>
  rig.context.db.system('exception_case').where({ subject_type: 'stage', state: 'open' }).orderBy('environment');
const look = () =>
  rig.context.db.system.transaction((tx) => added.late(rig.context, tx, { at: rig.context.now(), knownJump: 0 }));

describe('a kind of clock and its kinds of cases that somebody adds', () => {
  const stage = { type: 'stage', id: 'testing' } as const;
  const of = (environment: string) => ({ about: stage, orgId: rig.orgs['standard-3pl'], environment });

  test('run for a partner’s stage, once in each environment', async () => {
    const startedAt = rig.context.now();
    const clock = { kind: 'stage-review' as never, startedAt, dueAt: new Date(startedAt.getTime() + 10 * hourMs) };
    const awaited = [
      { ...of('production'), clock },
      { ...of('sandbox'), clock },
    ];
    for (const _ of [1, 2]) await rig.context.db.system.transaction((tx) => added.expect(rig.context, tx, awaited));
    const row = { name: 'stage-review', subject_id: 'testing', document_id: null, state: 'running' };
    expect(await clocks()).toMatchObject([row, row]);
  });

  test('warn once, and the warning gives way to the case when it is late', async () => {
    rig.context.pass(8 * hourMs);
    expect(await look()).toEqual([]);
    rig.context.pass(hourMs);
    expect(await look()).toMatchObject([{ about: stage }, { about: stage }]);
    expect(await look()).toEqual([]);
    const warning = { kind: 'stage.review-due', title: 'The review is due', subject_id: 'testing' };
    expect(await openCases()).toMatchObject([warning, warning]);
    rig.context.pass(hourMs);
    await look();
    const late = { kind: 'stage.review-late', title: 'The review is late', fingerprint: 'stage.review-late' };
    expect(await openCases()).toMatchObject([late, late]);
    expect(await clocks()).toMatchObject([{ state: 'breached' }, { state: 'breached' }]);
  });

  test('end for the environment that they are about, and their case with them', async () => {
    const at = rig.context.now();
    const ended = [{ ...of('sandbox'), clock: 'stage-review' as never, at }];
    await rig.context.db.system.transaction((tx) => added.advance(tx, { ended }));
    expect(await openCases()).toMatchObject([{ environment: 'production' }]);
    expect(await clocks()).toMatchObject([{ stopped_at: null }, { stopped_at: at }]);
  });
});

describe('the clock over our own acknowledgement', () => {
  test('warns at half of its time, without a word on the document; the acknowledgement closes it', async () => {
    const id = await rig.leave('standard-carrier', under('000000911', sample('standard-carrier', '990-accept')));
    rig.context.pass(hourMs / 2 - 1000);
    await watch(rig.context);
    const open = () => casesAbout(rig, { document_id: id, state: 'open' });
    expect(await open()).toEqual([]);
    rig.context.pass(1000);
    await Promise.all([watch(rig.context), watch(rig.context)]);
    expect(await open()).toMatchObject([{ kind: 'clock.acknowledge-due', title: 'Our acknowledgement is due soon' }]);
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'processing' });
    await translate(rig.context, [id]);
    expect(await open()).toEqual([]);
    expect(await clocksOf(rig, id)).toEqual({ acknowledge: 'met' });
  });
});

test('the database refuses a case or clock that is about a document and something else, or about nothing', async () => {
  const { system } = rig.context.db;
  await expect(system.raw(`update sla_clock set subject_id = 'x' where document_id is not null`)).rejects.toThrow(
    'sla_clock_subject_check',
  );
  await expect(system.raw(`update exception_case set subject_id = null where subject_type = 'stage'`)).rejects.toThrow(
    'exception_case_subject_check',
  );
});
