import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { watch } from '../../services/flows/watch.ts';
import { saveOdooPartner, unitLookup } from '../../services/store/odoo-partners.ts';
import { casesAbout, deliveriesOf, type FlowRig, flowRig } from '../flows/rig.ts';
import { x945 } from '../odoo/real/documents.ts';
import { testKeys } from '../support/database.ts';
import { said } from './command.ts';

// `crossdock retry`: what failed, by cause, and another try for all of one cause.

// Each command is a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let rig: FlowRig;
/** Documents whose 945 counts in cases, which nothing says the meaning of; and one about a transfer that there is not. */
let inCases: string[];
let unknown: string;
beforeAll(async () => {
  rig = await flowRig();
  const { context, connections, orgs, odoo } = rig;
  const types = await odoo.production.searchRead('stock.picking.type', [['code', '=', 'outgoing']], ['name']);
  const pickingTypeIds = types.map(({ id }) => id);
  await context.db.system.transaction((tx) =>
    saveOdooPartner(tx, connections.production, orgs['standard-3pl'], { pickingTypeIds }),
  );
  const bring = (transfer: string, quantity: number, unit: string) =>
    rig.bring('standard-3pl', x945(transfer, [{ sku: 'NG-LAMP', quantity }]).replace('*EA*', `*${unit}*`));
  inCases = [await bring('WH/OUT/00003', 6, 'CA'), await bring('WH/OUT/00005', 2, 'CA')];
  unknown = await bring('WH/OUT/99999', 6, 'EA');
  await rig.work();
});
afterAll(() => rig.close());

const retry = (...args: string[]) =>
  said(['retry', ...args], {
    env: { DATABASE_URL: rig.context.database.url, CROSSDOCK_KEYS: testKeys.join(',') },
  });
const stateOf = async (document: string) => (await deliveriesOf(rig, document))[0]!.state;
const failures = async () => JSON.parse((await retry('--json')).out).failures;

test('--help says what it takes, and that nothing is applied twice', async () => {
  const { code, out, err } = await retry('--help');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^Usage: crossdock retry \[options\]/);
  for (const option of ['--cause <id>', '--all-failed', '--environment <name>', '--json'])
    expect(out).toContain(option);
  expect(out).toContain('nothing is applied twice');
});

test.each([
  [['--cause', 'abc'], /--cause is "abc"; `crossdock retry` prints the causes/],
  [['--cause', '0123456789ab', '--all-failed'], /--cause or --all-failed, not both/],
  [['--environment', 'staging'], /--environment is "staging"; it must be production or sandbox/],
])('%j is a mistake in use and tries nothing again', async (args, message) => {
  const { code, out, err } = await retry(...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(message);
  expect(await stateOf(unknown)).toBe('refused');
});

test('what failed is listed by cause, the most frequent first, each environment by itself', async () => {
  const list = await retry();
  expect(list.code).toBe(1);
  const [head, first, second, ...rest] = list.out.trimEnd().split('\n');
  expect(head).toMatch(/^cause +count +since +code +partners +the newest says$/);
  expect(first).toMatch(/^[0-9a-f]{12} +2 .* odoo\.unit-unknown +Quayside Logistics +.*counted in CA/);
  expect(second).toMatch(/^[0-9a-f]{12} +1 .* odoo\.order-unknown +Quayside Logistics +.*WH\/OUT\/99999/);
  expect(rest).toEqual([]);
  const asJson = await retry('--json');
  expect(asJson.code).toBe(1);
  expect(JSON.parse(asJson.out).failures).toMatchObject([
    { cause: first!.slice(0, 12), count: 2, code: 'odoo.unit-unknown', destination: 'odoo' },
    { cause: second!.slice(0, 12), count: 1, code: 'odoo.order-unknown', documentId: unknown },
  ]);
  expect(await retry('--environment', 'sandbox')).toMatchObject({ code: 0, out: 'Nothing has failed in sandbox.\n' });
});

test('a cause that nothing has failed of is said so, and nothing is tried again', async () => {
  expect(await retry('--cause', '0123456789ab')).toMatchObject({ code: 0, out: 'Nothing has failed of this.\n' });
  const answer = await retry('--cause', '0123456789ab', '--json');
  expect(JSON.parse(answer.out)).toMatchObject({ total: 0, done: 0, good: 0, open: 0, failed: 0 });
  expect(await failures()).toHaveLength(2);
});

test('one cause: what failed of it is handed over and comes right once it is mended; the other stays', async () => {
  const [{ cause }] = await failures();
  await rig.context.db
    .system('cross_reference')
    .insert({ org_id: rig.orgs['standard-3pl'], name: unitLookup, key: 'CA', value: '1' });
  rig.context.pass(16_000);
  expect(await retry('--cause', cause)).toMatchObject({ code: 0, out: '2 of 2 deliveries are tried again.\n' });
  expect(await Promise.all([...inCases, unknown].map(stateOf))).toEqual(['pending', 'pending', 'refused']);
  await rig.work();
  expect(await Promise.all(inCases.map(stateOf))).toEqual(['applied', 'applied']);
  expect(await failures()).toMatchObject([{ code: 'odoo.order-unknown', count: 1 }]);
  // The case of the partner ends at the next look, when nothing waits for its answer any more.
  await watch(rig.context);
  expect(await casesAbout(rig, { state: 'open' })).toMatchObject([{ document_id: unknown }]);
  const deeds = await rig.context.db.system('audit_entry').where({ action: 'deliveries.retried' }).orderBy('id');
  expect(deeds.at(-1)).toMatchObject({
    actor: expect.stringMatching(/^command line \(/),
    detail: { cause, deliveries: 2, environment: 'production' },
  });
});

test('--all-failed: all of it, with what has become of it; what is not mended is listed again', async () => {
  const answer = await retry('--all-failed', '--json');
  expect(answer.code, answer.err).toBe(0);
  expect(JSON.parse(answer.out)).toMatchObject({ total: 1, done: 1, good: 0, open: 1, failed: 0 });
  // Nothing has failed while it is being tried.
  expect(await retry()).toMatchObject({ code: 0, out: 'Nothing has failed in production.\n' });
  expect(await retry('--all-failed')).toMatchObject({ code: 0, out: 'Nothing has failed of this.\n' });
  await rig.work();
  expect(await stateOf(unknown)).toBe('refused');
  expect(await failures()).toMatchObject([{ code: 'odoo.order-unknown', count: 1 }]);
});
