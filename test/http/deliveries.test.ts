import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { insertTraffic, type Traffic } from '../store/traffic.ts';
import { type Browser, type HttpRig, httpRig, orgs } from './rig.ts';

let rig: HttpRig;
let team: Browser;
let quayside: Browser;
const made: Record<string, Traffic> = {};
const unknown = '0198c1a2-0000-7000-8000-0000000000ff';

beforeAll(async () => {
  rig = await httpRig();
  [team, quayside] = [await rig.signIn('team'), await rig.signIn('quayside')];
  const { system } = rig.context.db;
  made.first = await insertTraffic(system, { orgId: orgs.quayside, subject: 'WH/OUT/00001' });
  made.second = await insertTraffic(system, {
    orgId: orgs.quayside,
    subject: 'WH/OUT/00002',
    outcome: 'attention',
    deliveryState: 'refused',
  });
});
afterAll(() => rig.close());
afterEach(() => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
});

test('the team tries a refused delivery again: due now, its lane woken, the document on its way, the deed in the audit', async () => {
  const { deliveryId, documentId } = made.second!;
  const answer = await team.send('post', `/v1/deliveries/${deliveryId}/retry`);
  expect(answer.status, answer.text).toBe(202);
  expect(answer.body).toMatchObject({ id: deliveryId, state: 'pending' });
  // Due at once, whatever any clock says.
  expect(answer.body).not.toHaveProperty('dueAt');
  const { system } = rig.context.db;
  expect(await system('wake_up').where({ topic: 'lane', key: 'odoo/production/WH/OUT/00002' })).toHaveLength(1);
  expect((await system('document').where({ id: documentId }).first()).outcome).toBe('processing');
  const [entry] = await system('audit_entry').where({ document_id: documentId, action: 'delivery.retried' });
  expect(entry).toMatchObject({ org_id: orgs.quayside, actor: 'team@northgate.example' });
  expect(rig.context.moves).toContain(documentId);
  const again = await team.send('post', `/v1/deliveries/${deliveryId}/retry`);
  expect([again.status, again.body.code]).toEqual([409, 'http.conflict']);
});

test('an applied delivery is not tried again', async () => {
  const answer = await team.send('post', `/v1/deliveries/${made.first!.deliveryId}/retry`);
  expect([answer.status, answer.body.detail]).toEqual([409, expect.stringContaining('applied')]);
});

test('neither partners nor viewers may try a delivery again, and nothing is without the CSRF token', async () => {
  const path = `/v1/deliveries/${made.first!.deliveryId}/retry`;
  const viewer = await rig.signIn('teamViewer');
  for (const answer of [
    await quayside.send('post', path),
    await viewer.send('post', path),
    await team.send('post', path).unset('X-CSRF-Token'),
  ])
    expect(answer.status).toBe(403);
  expect((await team.send('post', `/v1/deliveries/${unknown}/retry`)).status).toBe(404);
  expect((await team.send('post', '/v1/deliveries/1/retry')).status).toBe(400);
});
