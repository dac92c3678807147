import { uuidv7 } from 'uuidv7';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openCases } from '../../services/store/obligations/cases.ts';
import { refreshStatus } from '../../services/store/obligations/status.ts';
import { insertTraffic } from '../store/traffic.ts';
import { type Browser, type HttpRig, httpRig, orgs, users } from './rig.ts';

// What people do about a case: resolve it with a cause, open it again, give it to somebody, note something.

let rig: HttpRig;
let team: Browser;
let quayside: Browser;
let me: string;
beforeAll(async () => {
  rig = await httpRig();
  [team, quayside] = [await rig.signIn('team'), await rig.signIn('quayside')];
  me = (await system()('app_user').where({ email: users.team.email }).first()).id;
});
afterAll(() => rig.close());
afterEach(() => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
});

const system = () => rig.context.db.system;

const caseAbout = (id: string) => ({
  ...{ orgId: orgs.quayside, environment: 'production', about: { type: 'document' as const, id } },
  ...{ kind: 'delivery.stopped' as const, fingerprint: 'odoo.refused/x' },
});

/** A document that Odoo did not take, with the case about it. */
async function refused() {
  const traffic = await insertTraffic(system(), { orgId: orgs.quayside, deliveryState: 'refused' });
  const { documentId, deliveryId } = traffic;
  // What is resolved by hand is resolved, whatever else was found in it.
  await system()('document')
    .where({ id: documentId })
    .update({ finding_counts: { standard: 1, guide: 0, business: 0, note: 0 } });
  await system()('delivery')
    .where({ id: deliveryId })
    .update({ reason: 'Odoo has no CS', reason_code: 'odoo.refused' });
  await system()('exception_case').where({ document_id: documentId }).delete();
  await system()('stale_document').where({ document_id: documentId }).delete();
  const caseId = uuidv7();
  const base = { ...caseAbout(documentId), deliveryId, at: rig.context.now() };
  await system().transaction(async (tx) => {
    await openCases(tx, [{ ...base, id: caseId, title: 'Not taken', detail: 'No CS' }]);
    await refreshStatus(tx, documentId, rig.context.now());
  });
  return { ...traffic, caseId, path: `/v1/cases/${caseId}` };
}
const documentOf = async (id: string) => (await team.get(`/v1/messages/${id}`)).body;
const entries = (documentId: string) =>
  system()('audit_entry').where({ document_id: documentId }).whereLike('action', 'case.%').orderBy('id');

test('a case resolved with its cause lets the document go, and opened again it is back; each on record with what was before', async () => {
  const { documentId, path, caseId } = await refused();
  expect(await documentOf(documentId)).toMatchObject({
    outcome: 'attention',
    work: { canRetry: true, cases: [{ id: caseId, title: 'Not taken' }] },
  });
  const resolve = await team.send('patch', path).send({ state: 'resolved', cause: 'corrected-in-odoo' });
  expect(resolve.status, resolve.text).toBe(200);
  expect(resolve.body).toMatchObject({ state: 'resolved', cause: 'corrected-in-odoo', resolvedBy: users.team.email });
  const done = await documentOf(documentId);
  expect(done).toMatchObject({
    outcome: 'kept',
    step: { state: 'kept', turn: 'nobody', reason: 'Resolved by hand: Done or corrected in Odoo by hand' },
  });
  expect(done.work).toBeUndefined();
  expect(done.ladder).toContainEqual(expect.objectContaining({ rung: 'odoo', state: 'failed' }));
  expect(rig.context.moves).toContain(documentId);

  const back = await team.send('patch', path).send({ state: 'open' });
  expect(back.body).toMatchObject({ state: 'open' });
  expect(back.body.cause).toBeUndefined();
  expect(await documentOf(documentId)).toMatchObject({ outcome: 'attention', step: { reason: 'Odoo has no CS' } });
  expect(await entries(documentId)).toMatchObject([
    {
      ...{ action: 'case.resolved', actor: users.team.email },
      detail: { before: { state: 'open' }, after: { state: 'resolved', cause: 'corrected-in-odoo' }, by: { id: me } },
    },
    { action: 'case.reopened', detail: { before: { state: 'resolved' }, after: { state: 'open', cause: null } } },
  ]);
});

test('a case is somebody’s and nobody’s again; only people of the team can have it', async () => {
  const { documentId, path } = await refused();
  const give = (assigneeId: string | null) => team.send('patch', path).send({ assigneeId });
  expect((await give(me)).body.assignee).toEqual({ id: me, name: 'team' });
  expect((await documentOf(documentId)).work.cases[0].assignee).toEqual({ id: me, name: 'team' });
  expect((await give(null)).body.assignee).toBeUndefined();
  const stranger = (await system()('app_user').where({ email: users.quayside.email }).first()).id;
  const refusedGift = await give(stranger);
  expect([refusedGift.status, refusedGift.body.errors[0].place]).toEqual([400, 'body/assigneeId']);
  expect(await entries(documentId)).toMatchObject([
    { action: 'case.assigned', detail: { before: { assignee: null }, after: { assignee: me } } },
    { action: 'case.assigned', detail: { before: { assignee: me }, after: { assignee: null } } },
  ]);
});

test('notes stay with the case, oldest first, without signs that deceive', async () => {
  const { path } = await refused();
  for (const note of ['Called them', 'They send\u202e it']) {
    const answer = await team.send('post', `${path}/notes`).send({ note });
    expect(answer.status, answer.text).toBe(201);
  }
  expect((await team.get(path)).body.notes).toMatchObject([
    { author: users.team.email, note: 'Called them' },
    { note: 'They send[U+202E] it' },
  ]);
  expect((await team.send('post', `${path}/notes`).send({ note: '  ' })).status).toBe(400);
});

test('a case is resolved with a cause, once; what the hub closed stays closed, and what is open again is worked on there', async () => {
  const { path, caseId, documentId, deliveryId } = await refused();
  expect((await team.send('patch', path).send({ state: 'resolved' })).body.errors[0].place).toBe('body/cause');
  expect((await team.send('patch', path).send({ cause: 'no-fault' })).body.errors[0].place).toBe('body/cause');
  expect((await team.send('patch', path).send({})).status).toBe(400);
  expect((await team.send('patch', path).send({ state: 'open' })).status).toBe(409);
  const resolve = () => team.send('patch', path).send({ state: 'resolved', cause: 'no-fault' });
  expect([(await resolve()).status, (await resolve()).status]).toEqual([200, 409]);
  const base = { ...caseAbout(documentId), deliveryId, at: rig.context.now() };
  await system().transaction((tx) => openCases(tx, [{ ...base, id: uuidv7(), title: 'Again', detail: 'x' }]));
  expect((await team.send('patch', path).send({ state: 'open' })).body.detail).toContain('opened again');
  await system()('exception_case').where({ id: caseId }).update({ cause: null, resolved_by: null });
  expect((await team.send('patch', path).send({ state: 'open' })).body.detail).toContain('The hub closed');
  expect((await team.get(`/v1/cases/${uuidv7()}`)).status).toBe(404);
});

test('a document is tried again as a whole, and the case about it closes', async () => {
  const { documentId, deliveryId, path } = await refused();
  const retry = () => team.send('post', `/v1/messages/${documentId}/retry`);
  expect((await retry()).status).toBe(202);
  expect(await system()('delivery').where({ id: deliveryId }).first()).toMatchObject({ state: 'pending' });
  expect((await team.get(path)).body).toMatchObject({ state: 'resolved' });
  expect((await documentOf(documentId)).work).toBeUndefined();
  expect((await retry()).status).toBe(409);
});

test('partners neither see cases nor what can be done about them', async () => {
  const { documentId, path } = await refused();
  expect((await quayside.get(path)).status).toBe(403);
  expect((await quayside.send('patch', path).send({ assigneeId: null })).status).toBe(403);
  expect((await quayside.get(`/v1/messages/${documentId}`)).body.work).toBeUndefined();
});

describe('many cases at once', () => {
  const patch = (body: object) => team.send('patch', '/v1/cases').send(body);

  test('are resolved each by itself: one that cannot be holds up none and is told with its reason; notes go to the others only', async () => {
    const [good, closed, other] = [await refused(), await refused(), await refused()];
    await team.send('patch', closed.path).send({ state: 'resolved', cause: 'no-fault' });
    const nobody = uuidv7();
    const caseIds = [good.caseId, closed.caseId, nobody, other.caseId];
    const answer = await patch({ caseIds, state: 'resolved', cause: 'settled-elsewhere', note: 'By phone' });
    expect([answer.status, answer.body], answer.text).toEqual([
      200,
      {
        done: [good.caseId, other.caseId],
        refused: [
          { caseId: closed.caseId, title: 'Not taken', code: 'http.conflict', reason: 'The case is resolved already.' },
          { caseId: nobody, code: 'http.not-found', reason: 'No case has this id.' },
        ],
      },
    ]);
    for (const { path, documentId } of [good, other]) {
      expect((await team.get(path)).body).toMatchObject({ cause: 'settled-elsewhere', notes: [{ note: 'By phone' }] });
      expect((await entries(documentId)).map(({ action }) => action)).toEqual(['case.resolved', 'case.noted']);
    }
    expect((await team.get(closed.path)).body).toMatchObject({ cause: 'no-fault', notes: [] });
  });

  test('are given to somebody and back; a person who is none of the team is a fault of the whole request', async () => {
    const two = [await refused(), await refused()];
    const caseIds = two.map(({ caseId }) => caseId);
    expect((await patch({ caseIds, assigneeId: me })).body).toEqual({ done: caseIds, refused: [] });
    const stranger = await patch({ caseIds, assigneeId: uuidv7() });
    expect([stranger.status, stranger.body.errors[0].place]).toEqual([400, 'body/assigneeId']);
    for (const { path } of two) expect((await team.get(path)).body.assignee.id).toBe(me);
    await patch({ caseIds, assigneeId: null });
    for (const { path } of two) expect((await team.get(path)).body.assignee).toBeUndefined();
  });

  test('are never changed by nothing, by too many ids, or by somebody who may not', async () => {
    const { caseId } = await refused();
    expect((await patch({ caseIds: [caseId] })).status).toBe(400);
    expect((await patch({ caseIds: Array.from({ length: 201 }, () => uuidv7()), assigneeId: me })).status).toBe(400);
    const resolve = { caseIds: [caseId], state: 'resolved', cause: 'no-fault' };
    expect((await quayside.send('patch', '/v1/cases').send(resolve)).status).toBe(403);
    const auditor = await rig.signIn('teamViewer');
    expect((await auditor.send('patch', '/v1/cases').send(resolve)).status).toBe(403);
  });
});
