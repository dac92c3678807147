import { afterAll, beforeAll, expect, test } from 'vitest';
import { audit } from '../../services/store/audit.ts';
import type { components } from '../../specs/generated/openapi.ts';
import { insertTraffic } from '../store/traffic.ts';
import { type Browser, type HttpRig, httpRig, orgs } from './rig.ts';

type Message = components['schemas']['Message'];

let rig: HttpRig;
let browser: Browser;
let documentId: string;
const [groups, setsInEach] = [3, 400];

beforeAll(async () => {
  rig = await httpRig();
  browser = await rig.signIn('quayside');
  const { system } = rig.context.db;
  const made = await insertTraffic(system, { orgId: orgs.quayside });
  documentId = made.documentId;
  // One group with one set is there; the others follow, and one late set has a finding.
  await system('transaction_set').where({ document_id: documentId }).update({ findings: '[]' });
  await system.raw(
    `with more as (
       insert into functional_group (id, org_id, document_id, interchange_id, ordinal, functional_id, control, version, status)
         select gen_random_uuid(), org_id, document_id, interchange_id, n, functional_id, n::text, version, status from functional_group, generate_series(1, :groups) n
           where document_id = :documentId returning *)
     insert into transaction_set (id, org_id, document_id, group_id, ordinal, code, control, status, start_byte, end_byte, findings)
       select gen_random_uuid(), org_id, document_id, id, n, '945', (ordinal * 1000 + n)::text, 'A', ordinal * 100000 + n * 10, ordinal * 100000 + n * 10 + 9,
         case when ordinal = :groups and n = :sets then '[{"code":"late","level":"note","explanation":"x"}]'::jsonb else '[]' end
       from more, generate_series(1, :sets) n`,
    { documentId, groups, sets: setsInEach },
  );
  const sets = JSON.stringify([{ code: '945', count: 1 + groups * setsInEach }]);
  await system('document').where({ id: documentId }).update({ sets });
});
afterAll(() => rig.close());

const message = async (query = ''): Promise<Message> => {
  const answer = await browser.get(`/v1/messages/${documentId}${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body;
};
const listed = (of: Message) => of.interchanges.flatMap((one) => one.groups.flatMap(({ sets }) => sets));

test('of a document of very many sets the first 200 are listed, and all are counted', async () => {
  const first = await message();
  expect([first.setCount, first.sets, first.interchangeCount]).toEqual([1201, [{ code: '945', count: 1201 }], 1]);
  const [interchange] = first.interchanges;
  expect(interchange!.groupCount).toBe(1 + groups);
  expect(interchange!.groups.map((group) => [group.control, group.setCount, group.sets.length])).toEqual([
    ['1', 1, 1],
    ['1', 400, 199],
    ['2', 400, 0],
    ['3', 400, 1],
  ]);
  // What is wrong is on the first page, however far behind it stands.
  expect(listed(first).at(-1)).toMatchObject({ control: '3400', findings: [{ code: 'late' }] });
});

test('pages together are all sets in the order of the document, each once', async () => {
  const controls: string[] = [];
  for (let offset = 0; offset < 1201; offset += 300) {
    const page = listed(await message(`?setOffset=${offset}&setLimit=300`));
    controls.push(...page.filter(({ findings }) => offset > 0 || findings.length === 0).map(({ control }) => control));
  }
  expect(controls).toHaveLength(1201);
  expect(controls.slice(1)).toEqual(controls.slice(1).toSorted((a, b) => Number(a) - Number(b)));
  expect(new Set(controls).size).toBe(1201);
  expect(listed(await message('?setOffset=1201'))).toEqual([]);
});

test('a page of more than 1,000 sets is no page', async () => {
  expect((await browser.get(`/v1/messages/${documentId}?setLimit=1001`)).status).toBe(400);
});

test('events are listed up to 8 MB of them, one at least, and all are counted', async () => {
  const { system } = rig.context.db;
  const { data } = await system('event').where({ document_id: documentId }).first();
  for (const [nth, size] of [5e6, 2e6, 5e6].entries())
    await system('event').insert({
      ...{ id: `${documentId}/large${nth}`, org_id: orgs.quayside, environment: 'production', document_id: documentId },
      ...{ type: 'warehouse-order.shipped.v1', subject: 'X', occurred_at: new Date(), provenance: '{}' },
      data: JSON.stringify({ ...data, filler: 'x'.repeat(size) }),
    });
  const { events, eventCount } = await message();
  expect([events.length, eventCount]).toEqual([3, 4]);
});

test('audit entries are listed up to 500, and all are counted', async () => {
  const { system } = rig.context.db;
  const before = await message();
  expect(before.auditCount).toBe(before.audit.length);
  const at = rig.context.now();
  const entry = { orgId: orgs.quayside, at, actor: 'hub', action: 'document.released' as const, documentId };
  await system.transaction((tx) =>
    audit(
      tx,
      Array.from({ length: 600 }, () => entry),
    ),
  );
  const { audit: lines, auditCount } = await message();
  expect([lines.length, auditCount]).toEqual([500, before.auditCount + 600]);
});
