import request from 'supertest';
import { expect, test } from 'vitest';
import { createApp } from '../../services/http/app.ts';
import { openDatabase } from '../../services/store/database.ts';
import { testKeys } from '../support/database.ts';
import { httpRig, isa } from './rig.ts';

test('while Postgres is away every operation that needs it answers 503 store.unavailable, and nothing is promised', async () => {
  const rig = await httpRig();
  const browser = await rig.signIn('team');
  // Nobody listens on port 1: the connection is refused at once, as when the server has stopped.
  const url = 'postgres://nobody@127.0.0.1:1/none';
  const db = openDatabase({ logins: { hub: url, partner: url, twin: url, queue: url }, keys: testKeys });
  const app = createApp({
    context: { ...rig.context, db },
    changes: {
      subscribe: () => () => undefined,
      onPartnerChange: () => () => undefined,
      onSessionEnd: () => () => undefined,
      onKeyChange: () => () => undefined,
    },
    checkResponses: true,
  });
  const asked = [
    request(app).get('/v1/health'),
    request(app).get('/v1/messages').set('Cookie', browser.cookie),
    request(app).post('/v1/session').send({ email: 'a@b.example', password: 'x' }),
    request(app)
      .post('/v1/inbox')
      .set('Authorization', `Bearer ${rig.keys.quayside}`)
      .type('application/edi-x12')
      .send(isa()),
    request(app).get('/v1/outbox').set('Authorization', `Bearer ${rig.keys.quayside}`),
  ];
  for (const answer of await Promise.all(asked)) {
    expect([answer.status, answer.body.code]).toEqual([503, 'store.unavailable']);
    expect(answer.text).not.toContain('127.0.0.1');
  }
  expect(rig.log.filter((line) => line.level === 'error')).toHaveLength(asked.length);
  await db.close();
  await rig.close();
});

test('a document whose commit fails is not acknowledged, and the reason is in the log and not in the answer', async () => {
  const rig = await httpRig();
  const drop = (control: string) =>
    rig.withKey('quayside', 'post', '/v1/inbox').type('application/edi-x12').send(isa(control));
  expect((await drop('000000001')).status).toBe(202);
  await rig.context.database.knex.raw('alter table document add constraint full_disk check (false) not valid');
  const failed = await drop('000000002');
  expect([failed.status, failed.body.code]).toEqual([500, 'hub.internal']);
  expect(failed.text).not.toContain('full_disk');
  expect(rig.log.find((line) => line.level === 'error')).toMatchObject({
    fields: { requestId: failed.body.requestId, err: { constraint: 'full_disk' } },
  });
  await rig.close();
});
