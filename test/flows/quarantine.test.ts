import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Context } from '../../services/flows/context.ts';
import { release } from '../../services/flows/quarantine.ts';
import { translate } from '../../services/flows/translate.ts';
import { type ApartEnd, translateApart, translateHere } from '../../services/flows/translate-apart.ts';
import { holdRun } from '../../services/store/translation-tries.ts';
import { answersTo, casesAbout, documentRow, type FlowRig, flowRig, ladderOf, sample, under } from './rig.ts';

// Documents that cannot be translated: the translation is made to fail where a real one would, in the ids it takes or in the process that it runs in.

let rig: FlowRig;
beforeAll(async () => {
  rig = await flowRig();
});
afterAll(() => rig.close());

let control = 800;
const fresh = () => {
  control += 1;
  return under(String(control).padStart(9, '0'), sample('standard-3pl', '945-complete'));
};
const tries = (id: string) => rig.context.db.system('translation_try').where({ document_id: id });
const wakeUps = (id: string) => rig.context.db.system('wake_up').where({ key: id });
const system = () => rig.context.db.system;

/** The context of a hub in which every translation meets a fault. */
const faulty = (fault: () => Error): Context => ({
  ...rig.context,
  newId: () => {
    throw fault();
  },
});

/** The context of a hub whose process for large documents ends so, or translates when nothing is said. */
let ends: ApartEnd[] = [];
const asked: string[] = [];
const withProcess = (): Context => ({
  ...rig.context,
  limits: { ...rig.context.limits, largeBytes: 10_000_000 },
  apart: {
    ready: async () => undefined,
    translate: async (id) => {
      asked.push(id);
      return ends.shift() ?? translateHere(rig.context, id);
    },
  },
});
beforeEach(() => {
  ends = [];
  asked.length = 0;
});

test('a document that fails three times is set aside with a case, and the next one goes on', async () => {
  const [id, next] = [await rig.leave('standard-3pl', fresh()), await rig.leave('standard-3pl', fresh())];
  const context = faulty(() => new Error('a fault of the hub'));
  await expect(translate(context, [id])).rejects.toThrow('1 of 1 documents');
  await expect(translate(context, [id])).rejects.toThrow('1 of 1 documents');
  expect(await tries(id)).toMatchObject([{ failures: 2, deaths: 0, apart: true, runner: null }]);
  // The third failure is the last one: the case takes an id, so this hub makes it with one that works.
  await translateApart({ ...rig.context, catalog: brokenCatalog() }, id);
  expect(await documentRow(rig, id)).toMatchObject({
    state: 'quarantined',
    outcome: 'attention',
    headline: 'Set aside: it could not be translated',
    findings: [{ code: 'document.quarantined' }],
  });
  expect(await casesAbout(rig, { document_id: id, state: 'open' })).toMatchObject([
    {
      fingerprint: 'document.quarantined',
      title: 'The document could not be translated and was set aside',
      detail: expect.stringMatching(/^3 tries at translating it failed\. .*Translate again/),
    },
  ]);
  expect(await ladderOf(rig, id)).toEqual({ transport: 'done' });
  expect(await answersTo(rig, 'standard-3pl', id)).toEqual([]);
  expect(await wakeUps(id)).toEqual([]);
  await translate(rig.context, [id, next]);
  expect(await documentRow(rig, next)).toMatchObject({ state: 'translated' });
  expect(await documentRow(rig, id)).toMatchObject({ state: 'quarantined' });
});

/** Standards that fall over when they are asked. */
const brokenCatalog = () => ({
  ...rig.context.catalog,
  standards: {
    ...rig.context.catalog.standards,
    forVersion: () => {
      throw new Error('a fault of the hub');
    },
  },
});

test('a person releases it: it is tried anew, alone, and its case is closed', async () => {
  const id = await rig.leave('standard-3pl', fresh());
  ends = Array.from({ length: 3 }, () => ({ kind: 'failed', reason: 'It needed more memory.' }));
  const context = withProcess();
  await expect(translateApart(context, id)).rejects.toThrow('It needed more memory.');
  await expect(translateApart(context, id)).rejects.toThrow('It needed more memory.');
  await translateApart(context, id);
  expect(await documentRow(rig, id)).toMatchObject({ state: 'quarantined' });
  const by = { visibility: '*', actor: 'team@northgate.example' };
  expect(await release(rig.context, id, by)).toBe('quarantined');
  expect(await documentRow(rig, id)).toMatchObject({
    state: 'received',
    outcome: 'processing',
    headline: null,
    findings: [],
  });
  expect(await casesAbout(rig, { document_id: id, state: 'open' })).toEqual([]);
  expect(await wakeUps(id)).toMatchObject([{ topic: 'translate' }]);
  // Small as it is, it does not go with the others again.
  await translate(context, [id]);
  expect(await wakeUps(id)).toMatchObject([{ topic: 'translate-apart' }]);
  await translateApart(context, id);
  expect(await documentRow(rig, id)).toMatchObject({ state: 'translated' });
  expect([await tries(id), await wakeUps(id)]).toEqual([[], []]);
  expect(await release(rig.context, id, by)).toBe('translated');
  expect(await system()('audit_entry').where({ document_id: id, action: 'document.released' })).toMatchObject([
    { actor: 'team@northgate.example' },
  ]);
});

test('a hub that dies over a batch suspects each of it: they are tried one by one, apart, and none of them is set aside for it', async () => {
  const ids = [await rig.leave('standard-3pl', fresh()), await rig.leave('standard-3pl', fresh())];
  const context = withProcess();
  // Another run of a process had begun with both, and is gone.
  await beginAsAnother(ids);
  await translate(context, ids);
  expect(asked).toEqual([]);
  for (const id of ids) expect(await wakeUps(id)).toMatchObject([{ topic: 'translate-apart' }]);
  for (const id of ids) await translateApart(context, id);
  expect(asked).toEqual(ids);
  for (const id of ids) expect(await documentRow(rig, id)).toMatchObject({ state: 'translated' });
  expect(await tries(ids[0]!)).toEqual([]);
});

test('a try of a run that is held up and not gone is no death of it', async () => {
  const id = await rig.leave('standard-3pl', fresh());
  await beginAsAnother([id]);
  const [{ runner }] = (await tries(id)) as [{ runner: string }];
  const client = await rig.context.db.pool.connect();
  try {
    await holdRun(client, runner);
    ends = [{ kind: 'interrupted', reason: 'The hub is stopping.' }];
    await expect(translateApart(withProcess(), id)).rejects.toThrow('store.unavailable');
    expect(await tries(id)).toMatchObject([{ deaths: 0, failures: 0 }]);
  } finally {
    client.release(true);
  }
});

test('only at the fifth death of the whole hub in the middle of a document is it set aside, without another try', async () => {
  const id = await rig.leave('standard-3pl', fresh());
  const context = withProcess();
  for (let death = 1; death <= 4; death += 1) {
    await beginAsAnother([id]);
    ends = [{ kind: 'interrupted', reason: 'The hub is stopping.' }];
    await expect(translateApart(context, id)).rejects.toThrow('store.unavailable');
    expect(await tries(id)).toMatchObject([{ deaths: death, failures: 0, runner: null }]);
    expect(await documentRow(rig, id)).toMatchObject({ state: 'received' });
  }
  await beginAsAnother([id]);
  asked.length = 0;
  await translateApart(context, id);
  expect(asked).toEqual([]);
  expect(await documentRow(rig, id)).toMatchObject({ state: 'quarantined' });
  expect(await casesAbout(rig, { document_id: id })).toMatchObject([
    { detail: expect.stringContaining('The hub ended 5 times in the middle of it.') },
  ]);
});

test('a database that is away, and a hub that is told to stop, are no failure of the document, however often', async () => {
  const id = await rig.leave('standard-3pl', fresh());
  const away = faulty(() => Object.assign(new Error('terminating connection'), { code: '57P01' }));
  for (let nth = 0; nth < 6; nth += 1) await expect(translate(away, [id])).rejects.toThrow('1 of 1 documents');
  const context = withProcess();
  ends = Array.from({ length: 6 }, () => ({ kind: 'interrupted', reason: 'The hub is stopping.' }));
  for (let nth = 0; nth < 6; nth += 1) await expect(translateApart(context, id)).rejects.toThrow('store.unavailable');
  expect(await tries(id)).toMatchObject([{ failures: 0, deaths: 0 }]);
  await translate(rig.context, [id]);
  expect(await documentRow(rig, id)).toMatchObject({ state: 'translated' });
});

test('a large document is handed over, its hints with it, and is translated once', async () => {
  const id = await rig.leave('standard-3pl', fresh());
  const context: Context = { ...withProcess(), limits: { ...rig.context.limits, largeBytes: 100 } };
  await Promise.all([translate(context, [id]), translate(context, [id])]);
  await translate(context, [id]);
  expect(await wakeUps(id)).toMatchObject([{ topic: 'translate-apart', owner_id: rig.orgs['standard-3pl'] }]);
  await Promise.all([translateApart(context, id), translateApart(context, id)]);
  expect(await answersTo(rig, 'standard-3pl', id)).toHaveLength(1);
  expect([await tries(id), await wakeUps(id)]).toEqual([[], []]);
});

async function beginAsAnother(ids: readonly string[]): Promise<void> {
  const rows = ids.map((id) => ({ document_id: id, org_id: rig.orgs['standard-3pl'], runner: rig.context.newId() }));
  await system()('translation_try').insert(rows).onConflict('document_id').merge(['runner']);
}
