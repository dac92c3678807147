import { afterAll, beforeAll, expect, test } from 'vitest';
import { watch } from '../../services/flows/watch.ts';
import { issueApiKey } from '../../services/store/api-keys.ts';
import { casesAbout, type FlowRig, flowRig } from './rig.ts';

let rig: FlowRig;
beforeAll(async () => {
  rig = await flowRig({ transfers: 1 });
});
afterAll(() => rig.close());

const days = (n: number) => n * 86_400_000;
const keys = () => rig.context.db.system('api_key');
const openCases = async () => {
  await watch(rig.context);
  await watch(rig.context);
  return (await casesAbout(rig, { state: 'open' })).filter(({ fingerprint }) => fingerprint.startsWith('api-key.'));
};

test('a key that ends within thirty days is a case of its partner, once, until it is prolonged, renewed under its name, or revoked', async () => {
  const { context, orgs } = rig;
  const all = await keys().orderBy('prefix').select('id', 'prefix', 'name', 'org_id', 'environment');
  expect(all).toHaveLength(4);
  context.pass(days(334));
  expect(await openCases()).toEqual([]);
  context.pass(days(1));
  const open = await openCases();
  expect(open.map((one) => [one.fingerprint, one.org_id, one.environment]).toSorted()).toEqual(
    all.map(({ prefix, org_id, environment }) => [`api-key.ending/${prefix}`, org_id, environment]),
  );
  const [prolonged, revoked, renewed, left] = all;
  expect(open.find(({ fingerprint }) => fingerprint.endsWith(left.prefix))).toMatchObject({
    title: expect.stringMatching(new RegExp(`^The API key ${left.name} ends on \\d{4}-\\d\\d-\\d\\d$`)),
    detail: expect.stringContaining('http.key-expired'),
  });

  const now = context.now();
  await keys()
    .where({ id: prolonged.id })
    .update({ expires_at: new Date(now.getTime() + days(365)) });
  await keys().where({ id: revoked.id }).update({ revoked_at: now });
  const fresh = { environment: renewed.environment, scopes: ['inbox:write'], createdAt: now };
  const later = new Date(now.getTime() + days(365));
  await issueApiKey(context.db.system, {
    ...{ ...fresh, id: context.newId(), orgId: renewed.org_id, name: renewed.name, expiresAt: later },
  });
  // A key of another name is for another system, and one with a shorter life is not near its end with all of it to come.
  await issueApiKey(context.db.system, {
    ...{ ...fresh, id: context.newId(), orgId: left.org_id, environment: left.environment, name: 'Other' },
    expiresAt: new Date(now.getTime() + days(20)),
  });
  expect((await openCases()).map(({ fingerprint }) => fingerprint)).toEqual([`api-key.ending/${left.prefix}`]);
  // It is still a key that somebody has to decide about.
  context.pass(days(32));
  expect((await openCases()).map(({ fingerprint }) => fingerprint)).toContain(`api-key.ending/${left.prefix}`);
  expect(Object.values(orgs)).toContain(left.org_id);
});
