import { Webhook } from 'standardwebhooks';
import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newSecret } from '../../services/channels/webhook-signature.ts';
import { changeEndpoint, pauseEndpoint } from '../../services/flows/endpoints.ts';
import { type HttpRig, httpRig, isa, orgs } from './rig.ts';

// Partners' systems that post to us, signed as Standard Webhooks says, without an API key. Signed here by the package `standardwebhooks`.

let rig: HttpRig;
let endpointId: string;
const [former, secret] = [newSecret(), newSecret()];
const by = { actor: 'test', by: { kind: 'hub' }, side: 'team' } as const;
beforeAll(async () => {
  rig = await httpRig();
  const { system } = rig.context.db;
  endpointId = (
    await system('channel_endpoint').where({ org_id: orgs.quayside, environment: 'production' }).first('id')
  ).id;
  const settings = { signingSecret: `${secret} ${former}` };
  await changeEndpoint(rig.context, { orgId: orgs.quayside, endpointId }, { settings }, by);
});
afterAll(async () => {
  expect(rig.log.filter((line) => line.level === 'error')).toEqual([]);
  await rig.close();
});

interface Post {
  readonly id?: string;
  readonly body?: string;
  readonly by?: string;
  readonly at?: Date;
  readonly to?: string;
}
const post = ({ id = 'a', body = isa(), by: key = secret, at = rig.context.now(), to = endpointId }: Post) =>
  request(rig.app)
    .post(`/v1/hooks/${to}`)
    .set({
      ...{ 'content-type': 'application/edi-x12', 'webhook-id': id },
      ...{ 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)) },
      'webhook-signature': new Webhook(key).sign(id, at, body),
    })
    .send(body);
const documents = () => rig.context.db.system('document').where({ direction: 'in' });

test('a signed document is taken, by any of the secrets in use; under the same webhook-id it is the same document', async () => {
  const first = await post({ id: 'one' });
  expect([first.status, first.body.documents[0].duplicate]).toEqual([202, false]);
  const [row] = await documents();
  expect(row).toMatchObject({
    org_id: orgs.quayside,
    environment: 'production',
    channel: 'https',
    endpoint_id: endpointId,
  });
  // Signed anew for each try, as it should be.
  rig.context.pass(60_000);
  const again = await post({ id: 'one', by: former });
  expect([again.status, again.body.documents[0]]).toMatchObject([
    200,
    { duplicate: true, id: first.body.documents[0].id },
  ]);
  expect(again.body.documents[0].first).toMatchObject({ outcome: 'processing', reason: 'On its way' });
  expect(await documents()).toHaveLength(1);
  const log = await rig.context.db.system('exchange').where({ endpoint_id: endpointId }).orderBy('id');
  expect(log.map(({ state, transport_id, summary }) => [state, transport_id, summary])).toEqual([
    ['done', 'one', 'Signed, and stored'],
    ['done', 'one', 'Came once more; it is the same'],
  ]);
});

test('another body under an id that was used is refused with the hash of what was taken, and the first one stays as it is', async () => {
  const [first] = (await post({ id: 'two', body: isa('000000103') })).body.documents;
  const count = (await documents()).length;
  const { status, body } = await post({ id: 'two', body: isa('000000104') });
  expect([status, body.code, body.detail]).toEqual([
    409,
    'webhook.id-reused',
    expect.stringMatching(new RegExp(`SHA-256 ${first.sha256}; that is document ${first.id}`)),
  ]);
  expect(await documents()).toHaveLength(count);
  const same = await post({ id: 'two', body: isa('000000103') });
  expect([same.status, same.body.documents[0]]).toEqual([
    200,
    expect.objectContaining({ id: first.id, sha256: first.sha256, duplicate: true }),
  ]);
  // Of several that come at once one is taken, and each other body is told.
  const bodies = ['000000105', '000000106', '000000107'].map((control) => post({ id: 'three', body: isa(control) }));
  const statuses = (await Promise.all(bodies)).map((answer) => answer.status);
  expect(statuses.toSorted()).toEqual([202, 409, 409]);
});

test('what is not signed by a secret in use, or not now, is refused with the reason, and nothing of it is stored', async () => {
  const before = (await documents()).length;
  const refused = () => rig.context.db.system('exchange').where({ state: 'refused' });
  const shown = (await refused()).length;
  const late = new Date(rig.context.now().getTime() - 301_000);
  const { status, body } = await post({ id: 'late', at: late });
  expect([status, body.code, body.detail]).toEqual([
    401,
    'webhook.signature',
    expect.stringContaining('301 seconds in the past'),
  ]);
  expect((await post({ id: 'forged', by: newSecret() })).body.detail).toContain('fits none of the secrets');
  const bare = await request(rig.app)
    .post(`/v1/hooks/${endpointId}`)
    .set('content-type', 'application/json')
    .send('{}');
  expect([bare.status, bare.body.detail]).toEqual([401, expect.stringContaining('all three')]);
  expect(await documents()).toHaveLength(before);
  // An API key opens nothing here, and an endpoint without a secret takes nothing.
  const theirs = await rig.context.db.system('channel_endpoint').where({ org_id: orgs.heron }).first('id');
  expect((await post({ to: theirs.id })).status).toBe(404);
  // Those beyond the first twenty of ten minutes are only counted.
  expect(await refused()).toHaveLength(shown + 3);
});

test('a paused endpoint takes nothing', async () => {
  const key = { orgId: orgs.quayside, endpointId };
  await pauseEndpoint(rig.context, key, 'paused', by);
  rig.context.pass(3001);
  const refused = await post({ id: 'paused' });
  expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([503, 'channel.paused', '300']);
  await pauseEndpoint(rig.context, key, 'resumed', by);
  rig.context.pass(3001);
  expect((await post({ id: 'paused', body: isa('000000109') })).status).toBe(202);
});

test('what is no document is kept and told, like at the inbox; more than there is room for is refused', async () => {
  const edifact = await post({ id: 'edifact', body: "UNB+UNOA:1+US::US+50138::THEM'" });
  expect([edifact.status, edifact.body.code]).toEqual([422, 'x12.document.edifact']);
  const empty = await post({ id: 'empty', body: '' });
  expect([empty.status, empty.body.code]).toEqual([400, 'inbox.empty']);
});
