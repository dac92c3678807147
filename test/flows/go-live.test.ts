import { describe, expect, test } from 'vitest';
import { shareOf } from '../../services/domain/go-live/canary.ts';
import { askAgain } from '../../services/flows/go-live/ask.ts';
import { type Approver, cancelGoLive, returnGoLive } from '../../services/flows/go-live/decide.ts';
import { offBoardPartner, resumePartner, suspendPartner } from '../../services/flows/go-live/hold.ts';
import { startParallelRun } from '../../services/flows/go-live/parallel-run.ts';
import { prepareGoLive } from '../../services/flows/go-live/prepare.ts';
import { rollBack } from '../../services/flows/go-live/roll-back.ts';
import { watchGoLive } from '../../services/flows/go-live/watch-go-live.ts';
import { saveDraft } from '../../services/flows/releases.ts';
import { issueApiKey } from '../../services/store/api-keys.ts';
import { bytesOf, configurationFiles, textsOf } from '../../services/store/configurations.ts';
import { producedOf, runsOf } from '../../services/store/go-live/production.ts';
import { versionOf } from '../../services/store/go-live/requests.ts';
import { draftOf, releasesOf } from '../../services/store/releases.ts';
import {
  ana,
  approve,
  ask,
  bring,
  dayMs,
  evidence,
  harbour,
  hourMs,
  ines,
  key856,
  key945,
  letsBe,
  of945,
  omar,
  onTheGoLiveRig,
  out,
  passedRun,
  people,
  refused,
  requestNow,
  rig,
  shipping,
  stateInOdoo,
} from './go-live-rig.ts';
import { deliveriesOf, documentRow, edit, under } from './rig.ts';

// A document on its way into production: asked for, approved by two, run in parallel, live, and back.

onTheGoLiveRig();

test('asking is refused while a check is open, and says which', async () => {
  expect(await refused(ask())).toMatch(/Start the parallel run of 945/);
});

describe('a parallel run', () => {
  test('takes production traffic in, writes nothing to Odoo, and acknowledges nothing', async () => {
    await startParallelRun(
      rig.context,
      harbour,
      { document: key945, policy: { days: 1, documents: 2, mismatchPercent: 40, compareWithinMinutes: 60 } },
      ines(),
    );
    rig.context.pass(3001);
    const id = await bring(out(1));
    await rig.work();
    expect(await deliveriesOf(rig, id)).toMatchObject([{ state: 'withheld', reason_code: 'parallel.waiting' }]);
    expect(await stateInOdoo(out(1))).toBe('assigned');
    expect(rig.calls.filter((call) => /write|create|validate|action/.test(call))).toEqual([]);
    expect(await rig.context.db.system('document').where({ answers: id })).toEqual([]);
    const rung = await rig.context.db.system('ladder_rung').where({ document_id: id, rung: 'functional-ack' }).first();
    expect(rung).toMatchObject({ state: 'not-expected' });
    // Of production there is the 945 and nothing else, but for the acknowledgements that go live with the first document.
    const agreed = await rig.context.db
      .system('agreement')
      .where({ org_id: harbour, environment: 'production' })
      .pluck('set_code');
    expect(agreed.toSorted()).toEqual(['945', '997', '999']);
  });

  test('matches when the old way has brought the same to Odoo, and says what differs when it has not', async () => {
    const slow = (await rig.context.db
      .system('parallel_comparison')
      .where({ subject: out(1) })
      .first())!;
    expect(slow).toMatchObject({ verdict: 'waiting', withheld: [{ model: expect.stringContaining('stock') }] });
    // The old way: another partner's 945 does in Odoo what this one says.
    await rig.bring('standard-3pl', under('000004999', shipping(out(1))));
    await rig.work();
    expect(await stateInOdoo(out(1))).toBe('done');
    // Whoever books by hand does it at another minute than the one of which the warehouse tells.
    const [booked] = await rig.odoo.production.searchRead('stock.picking', [['name', '=', out(1)]], ['date_done']);
    await rig.odoo.production.write('stock.picking', [booked!.id], { date_done: '2026-03-05 09:00:00' });
    rig.context.pass(10 * 60_000);
    await watchGoLive(rig.context);
    const now = await rig.context.db
      .system('parallel_comparison')
      .where({ subject: out(1) })
      .first();
    expect(now).toMatchObject({ verdict: 'match', tries: 2, says: expect.stringContaining('at another time') });

    const never = await bring(out(2));
    await rig.work();
    rig.context.pass(2 * hourMs);
    await watchGoLive(rig.context);
    expect(await deliveriesOf(rig, never)).toMatchObject([{ state: 'withheld', reason_code: 'parallel.mismatch' }]);
    expect(await documentRow(rig, never)).toMatchObject({
      outcome: 'kept',
      headline: expect.stringContaining('Parallel run'),
    });
    expect(await stateInOdoo(out(2))).toBe('assigned');
    const [run] = await runsOf(rig.context.db.system, harbour);
    expect(run).toMatchObject({ matches: 1, mismatches: 1, waiting: 0 });
    // One of two differs: more than 40 of a hundred.
    rig.context.pass(dayMs);
    expect((await of945())?.parallelRun).toMatchObject({
      state: 'failed',
      progress: expect.stringContaining('1 mismatch'),
    });
  });

  test('passes when enough matches, and the gate of the go-live opens', async () => {
    for (const n of [3, 4]) {
      await rig.bring('standard-3pl', under(`00000510${n}`, shipping(out(n))));
      await rig.work();
      await bring(out(n));
      await rig.work();
    }
    expect((await of945())?.parallelRun).toMatchObject({ state: 'passed' });
    expect((await of945())?.production).toBeUndefined();
  });
});

describe('a request', () => {
  let id: string;

  test('is frozen with its bundle, and keeps its place in the queue when it is returned and mended in time', async () => {
    id = await ask();
    const queuedAt = (await requestNow(id)).queuedAt;
    expect(await refused(ask())).toMatch(/asked for already/);
    rig.context.pass(hourMs);
    await returnGoLive(rig.context, id, { code: 'GL-102', note: 'Answer within a day.', ...ines() });
    expect(await requestNow(id)).toMatchObject({ state: 'returned', returned: { code: 'GL-102' } });
    expect((await of945())?.request).toMatchObject({
      state: 'returned',
      returned: { code: 'GL-102', remedy: expect.any(String) },
    });
    rig.context.pass(hourMs);
    await askAgain(rig.context, harbour, id, {}, ana());
    expect(await requestNow(id)).toMatchObject({ state: 'asked', version: 2, queuedAt });
    const { bundle } = await versionOf(rig.context.db.system, id, 2);
    expect(bundle.documents.map(({ key }) => key)).toEqual([
      'inbound/945/004010',
      'inbound/997/004010',
      'inbound/999/004010',
    ]);
    await expect(
      rig.context.db.system('go_live_version').where({ request_id: id }).update({ note: 'else' }),
    ).rejects.toThrow('never changed');
  });

  test('that was changed since is void for who wants to approve it, and says what differs', async () => {
    const { db, catalog, newId, now } = rig.context;
    const files = new Map(textsOf(await configurationFiles(db.system, harbour, (await draftOf(db.system, harbour))!)));
    edit('mappings/945-in.yaml', /^/, '# Seen by Ines.\n')(files);
    await db.system.transaction((tx) =>
      saveDraft({ standards: catalog.standards, newId, now }, tx, { orgId: harbour, ...ines(), files: bytesOf(files) }),
    );
    expect(await refused(approve(id, omar()))).toMatch(/changed after it was asked for.*mappings\/945-in.yaml/);
    expect(await requestNow(id)).toMatchObject({ state: 'void', approvals: [] });
    // Who waives one of its checks counts as its author; a check of another document does not matter.
    await letsBe('rosa', 'document.tests/inbound/945/004010');
    await letsBe('paul', 'document.tests/inbound/856/004010');
    await askAgain(rig.context, harbour, id, {}, ana());
    expect(await requestNow(id)).toMatchObject({ state: 'asked', version: 3 });
  });

  test('is approved by two who are neither its author nor the one who asked; the database refuses the same', async () => {
    expect(await refused(approve(id, ines()))).toMatch(/You wrote part of what changes/);
    const { hash, version } = await requestNow(id);
    const insert = (who: Approver) =>
      rig.context.db.system('go_live_decision').insert({
        ...{ request_id: id, org_id: harbour, version, kind: 'approved', at: rig.context.now() },
        ...{ by_name: who.actor, by_id: who.userId, bundle_hash: hash },
      });
    await expect(insert(ines())).rejects.toThrow('the approver wrote part of what changes');
    await expect(insert({ ...ines(), actor: 'somebody@else.example' })).rejects.toThrow('wrote part');
    await expect(insert(ana())).rejects.toThrow('the approver asked for it');
    expect(await refused(approve(id, people.rosa!))).toMatch(/or waived one of its checks/);
    await expect(insert(people.rosa!)).rejects.toThrow('wrote part');
    await approve(id, omar());
    expect(await requestNow(id)).toMatchObject({ state: 'asked', approvals: [{ by: 'omar@northgate.example' }] });
    expect(await refused(approve(id, omar()))).toMatch(/You have approved it already/);
    await expect(insert(omar())).rejects.toThrow('go_live_one_approval_each');
    expect(await stateInOdoo(out(5))).toBe('assigned');
    await approve(id, people.paul!);
    expect(await requestNow(id)).toMatchObject({ state: 'live', release: 2 });
  });

  test('makes production write to Odoo and acknowledge', async () => {
    rig.context.pass(3001);
    const document = await bring(out(5));
    await rig.work();
    expect(await deliveriesOf(rig, document)).toMatchObject([{ state: 'applied' }]);
    expect(await stateInOdoo(out(5))).toBe('done');
    expect(await rig.context.db.system('document').where({ answers: document })).toHaveLength(1);
    expect(await of945()).toMatchObject({
      production: { release: 2, isChanged: false },
      hypercare: { progress: expect.stringContaining('of 3 clean days') },
    });
  });

  test('is taken back by hand to the parallel run, since nothing was live before it', async () => {
    const back = await rollBack(rig.context, harbour, key945, 'The dock has other labels.', omar());
    expect(back).toEqual({ documents: { 'inbound/945/004010': 'parallel' } });
    const next = await rig.context.db.scoped('*', (tx) => prepareGoLive(rig.context, tx, harbour, [key856]));
    expect(next.differences[0]?.says).toEqual(['inbound/856/004010 is new.']);
    const document = await bring(out(6));
    await rig.work();
    expect(await deliveriesOf(rig, document)).toMatchObject([{ state: 'withheld', reason_code: 'parallel.waiting' }]);
    expect(await stateInOdoo(out(6))).toBe('assigned');
  });
});

describe('a date', () => {
  test('can be cancelled until it has come', async () => {
    await passedRun();
    const id = await ask(key945, { goLiveAt: new Date(rig.context.now().getTime() + 2 * dayMs) });
    await approve(id, omar());
    await approve(id, people.paul!);
    expect(await requestNow(id)).toMatchObject({ state: 'scheduled' });
    await watchGoLive(rig.context);
    expect(await requestNow(id)).toMatchObject({ state: 'scheduled' });
    await cancelGoLive(rig.context, harbour, id, { why: 'The dock is closed that day.', ...ana() });
    rig.context.pass(3 * dayMs);
    await watchGoLive(rig.context);
    expect(await requestNow(id)).toMatchObject({ state: 'cancelled' });
    expect((await producedOf(rig.context.db.system, harbour))[0]).toMatchObject({ mode: 'parallel' });
  });

  test('at which a check is not met any more makes no release, but a case and a mail', async () => {
    const id = await ask(key945, { goLiveAt: new Date(rig.context.now().getTime() + dayMs) });
    await approve(id, omar());
    await approve(id, people.paul!);
    await rig.context.db
      .system('parallel_run')
      .where({ org_id: harbour, ended_at: null })
      .update({
        policy: JSON.stringify({
          days: 90,
          documents: 900,
          mismatchPercent: 0,
          compareWithinMinutes: 0,
          acknowledges: true,
        }),
      });
    rig.context.pass(dayMs + 1);
    await watchGoLive(rig.context);
    expect(await requestNow(id)).toMatchObject({
      state: 'cancelled',
      cancelled: { why: expect.stringContaining('check was not met') },
    });
    expect(
      await rig.context.db.system('exception_case').where({ kind: 'go-live.cancelled', resolved_at: null }),
    ).toHaveLength(1);
    expect(await rig.context.db.system('mail').where('subject', 'like', '%is cancelled').pluck('recipient')).toContain(
      ana().actor,
    );
    await passedRun();
  });

  test('makes the release by itself when it has come', async () => {
    const id = await ask(key945, {
      goLiveAt: new Date(rig.context.now().getTime() + dayMs),
      canary: { percent: 30 },
    });
    await approve(id, omar());
    await approve(id, people.paul!);
    rig.context.pass(dayMs + 1);
    await watchGoLive(rig.context);
    expect(await requestNow(id)).toMatchObject({ state: 'live' });
  });
});

test('a canary writes its share by the business key, and the rest stays withheld', async () => {
  const subjects = Array.from({ length: 20 }, (_, nth) => out(nth + 10));
  for (const subject of subjects) await bring(subject);
  await rig.work();
  const states = await Promise.all(subjects.map(async (subject) => [subject, await stateInOdoo(subject)] as const));
  expect(states).toEqual(subjects.map((subject) => [subject, shareOf(subject) < 30 ? 'done' : 'assigned']));
  expect(states.some(([, state]) => state === 'done')).toBe(true);
  expect((await of945())?.production).toMatchObject({ canaryPercent: 30 });
});

test('what is above a mark at two looks in succession is taken back by the hub', async () => {
  for (let n = 0; n < 12; n += 1) {
    const id = await bring(out(40 + n));
    await rig.context.db
      .system('delivery')
      .whereIn('event_id', rig.context.db.system('event').where({ document_id: id }).select('id'))
      .update({ state: 'refused', finished_at: rig.context.now(), reason: 'No.' });
  }
  // Nothing was brought to Odoo by a delivery that a person has ended.
  await rig.context.db.system('wake_up').where({ topic: 'lane' }).delete();
  await watchGoLive(rig.context);
  expect((await producedOf(rig.context.db.system, harbour))[0]).toMatchObject({ mode: 'canary', looks: 1 });
  await watchGoLive(rig.context);
  expect((await producedOf(rig.context.db.system, harbour))[0]).toMatchObject({
    mode: 'parallel',
    wentBack: { by: 'hub', why: expect.stringContaining('of what went to Odoo failed') },
  });
  expect(
    await rig.context.db.system('exception_case').where({ kind: 'go-live.rolled-back', resolved_at: null }),
  ).not.toEqual([]);
});

test('a change of what is live goes back to the former release, by a new one', async () => {
  await passedRun();
  const first = await ask();
  await approve(first, omar());
  await approve(first, people.paul!);
  const { db, catalog, newId, now } = rig.context;
  const files = new Map(textsOf(await configurationFiles(db.system, harbour, (await draftOf(db.system, harbour))!)));
  edit('mappings/945-in.yaml', /^/, '# Once more.\n')(files);
  await db.system.transaction((tx) =>
    saveDraft({ standards: catalog.standards, newId, now }, tx, { orgId: harbour, ...ines(), files: bytesOf(files) }),
  );
  const before = (await releasesOf(db.system, harbour))[0]!;
  const second = await ask();
  await approve(second, omar());
  await approve(second, people.paul!);
  expect((await releasesOf(db.system, harbour))[0]!.hash).not.toBe(before.hash);
  const back = await rollBack(rig.context, harbour, key945, 'Not so.', omar());
  const [newest] = await releasesOf(db.system, harbour);
  expect(back).toEqual({ release: newest!.number, documents: { 'inbound/945/004010': 'live' } });
  expect(newest!.hash).toBe(before.hash);
});

test('another document goes live on its own, and a parallel run changes nothing of what is live', async () => {
  const draft = await refused(startParallelRun(rig.context, harbour, { document: key856 }, ines()));
  expect(draft).toMatch(/draft changes what is live: inbound\/945\/004010/);
});

describe('a partner that is suspended', () => {
  test('is taken documents from, which are not applied until it is resumed', async () => {
    await suspendPartner(rig.context, harbour, { reason: 'Stock count', ...omar() });
    rig.context.pass(3001);
    const id = await bring(out(35));
    await rig.work();
    expect(await deliveriesOf(rig, id)).toMatchObject([
      { state: 'pending', reason_code: 'partner.held', reason: expect.stringContaining('Stock count.') },
    ]);
    expect(await rig.context.db.system('document').where({ answers: id })).toHaveLength(1);
    expect((await evidence()).suspended).toMatchObject({ by: omar().actor, reason: 'Stock count.' });
    expect(await refused(ask(key856))).toMatch(/suspended/);
    await resumePartner(rig.context, harbour, omar());
    await rig.work();
    expect(await stateInOdoo(out(35))).toBe('done');
  });
});

test('off-boarding takes the name, ends keys, endpoints, access and requests, and leaves the documents', async () => {
  const { db, newId, now } = rig.context;
  await issueApiKey(db.system, {
    ...{ id: newId(), orgId: harbour, environment: 'production', name: 'Scanner', scopes: [] },
    ...{ createdAt: now(), expiresAt: new Date(now().getTime() + dayMs) },
  });
  // Somebody who works for another company too.
  const both = { user_id: people.paul!.userId, org_id: harbour };
  await db.system('membership').insert({ ...both, roles: ['partner-viewer'] });
  const documents = await db.system('document').where({ org_id: harbour }).count();
  const wrong = offBoardPartner(rig.context, harbour, { name: 'Harbour Row', reason: 'The contract ended', ...ines() });
  expect(await refused(wrong)).toMatch(/Harbour Row Storage/);
  expect(await db.system('api_key').where({ org_id: harbour, revoked_at: null })).toHaveLength(1);
  const done = await offBoardPartner(rig.context, harbour, {
    name: 'Harbour Row Storage',
    reason: 'The contract ended',
    ...ines(),
  });
  expect(done).toMatchObject({ keys: 1, endpoints: 2, people: 2 });
  expect(await db.system('membership').where(both)).toEqual([]);
  expect(await db.system('app_user').where({ id: both.user_id }).first('disabled_at')).toEqual({ disabled_at: null });
  expect(await db.system('api_key').where({ org_id: harbour, revoked_at: null })).toEqual([]);
  expect(await db.system('channel_endpoint').where({ org_id: harbour, paused_at: null })).toEqual([]);
  expect(await db.system('app_user').where({ id: ana().userId }).first('disabled_at')).toMatchObject({
    disabled_at: expect.any(Date),
  });
  expect(await db.system('document').where({ org_id: harbour }).count()).toEqual(documents);
  expect((await evidence()).retired).toMatchObject({ reason: 'The contract ended.' });
  expect(await refused(resumePartner(rig.context, harbour, omar()))).toMatch(/not taken back/);
});
