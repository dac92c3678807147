import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpRig, httpRig } from '../../http/rig.ts';

let rig: HttpRig;
beforeAll(async () => {
  rig = await httpRig();
});
afterAll(() => rig.close());

test('/as2 is served on the hub’s own port, needs no API key, and tells strangers that they are unknown', async () => {
  const look = await request(rig.app).get('/as2');
  expect([look.status, look.text]).toEqual([200, 'This address takes AS2 messages by POST.\n']);
  // As text, whatever its type.
  const post = request(rig.app).post('/as2').responseType('blob');
  const fields = { 'AS2-From': 'A', 'AS2-To': 'B', 'Message-ID': '<1@a>', 'Disposition-Notification-To': 'a' };
  const answer = await post.set(fields).send('ISA');
  expect([answer.status, String(answer.body)]).toEqual([200, expect.stringContaining('unknown-trading-partner')]);
  const cases = await rig.context.db.system('exception_case').where({ kind: 'channel.stranger' }).select('detail');
  expect(cases).toEqual([{ detail: expect.stringContaining('from A to B') }]);
});
