import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../services/domain/finding.ts';
import { translate } from '../../services/flows/translate.ts';
import { watch } from '../../services/flows/watch.ts';
import { answersTo, documentRow, edit, eventsOf, type FlowRig, flowRig, picked, sample, under } from './rig.ts';

// What guide and trade rules say of a document reaches the stored message, and stays out of the 997.

let rig: FlowRig;
beforeAll(async () => {
  rig = await flowRig();
});
afterAll(() => rig.close());

const findingsOf = async (id: string): Promise<readonly Finding[]> => {
  const sets = await rig.context.db.system('transaction_set').where({ document_id: id }).orderBy('ordinal');
  return sets.flatMap((set) => set.findings as Finding[]);
};

test('a document that breaks the guide of its partner goes on, and its message says so in the words of the guide', async () => {
  const text = sample('standard-carrier', '214-departed', { 'AT7*AF*NS***20260303*1820*LT': 'AT7*AF*NS***20260303' });
  const id = await rig.bring('standard-carrier', text);
  const [finding, ...others] = await findingsOf(id);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    code: 'guide.element-missing',
    level: 'guide',
    segment: 'AT7',
    position: 11,
    element: 6,
  });
  expect(finding!.explanation).toContain('“Shipment status” (guides/214) requires it: Detention and service');
  expect(await documentRow(rig, id)).toMatchObject({ finding_counts: { standard: 0, guide: 1 } });
  expect((await documentRow(rig, id)).outcome).not.toBe('rejected');
  expect(await eventsOf(rig, id)).toHaveLength(1);
  const [answer] = await answersTo(rig, 'standard-carrier', id);
  expect(picked(answer!.text, 'AK5', 'AK9')).toEqual(['AK5*A', 'AK9*A*1*1*1']);
});

test('a trade rule is told once, though the mapping falls into it too', async () => {
  const id = await rig.bring('standard-3pl', sample('standard-3pl', '945-unit-cassette'));
  const findings = await findingsOf(id);
  expect(findings).toMatchObject([{ code: 'business.code-trap', level: 'business', received: 'CS', expected: 'CA' }]);
  const [answer] = await answersTo(rig, 'standard-3pl', id);
  expect(picked(answer!.text, 'AK5')).toEqual(['AK5*A']);
});

test('a guide that is enforced rejects the set: no event, AK5*R', async () => {
  const back = await rig.configure('standard-carrier', edit('guides/214.yaml', 'enforce: accept', 'enforce: reject'));
  const id = await rig.leave(
    'standard-carrier',
    under('000000611', sample('standard-carrier', '214-departed', { 'AT7*AF*NS***20260303*1820*LT': 'AT7*AF*NS' })),
  );
  await translate(rig.context, [id]);
  await back();
  expect(await documentRow(rig, id)).toMatchObject({ outcome: 'rejected' });
  expect(await eventsOf(rig, id)).toEqual([]);
  const [answer] = await answersTo(rig, 'standard-carrier', id);
  expect(picked(answer!.text, 'AK5')).toEqual([expect.stringMatching(/^AK5\*R/)]);
});

test('a ship notice under a number that came before is told with the document that had it; the same document read again is not', async () => {
  const notice = sample('standard-3pl', '856-sotpi');
  const repeated = async (id: string) =>
    (await findingsOf(id)).filter(({ code }) => code === 'business.repeated-asn').map(({ explanation }) => explanation);
  const first = await rig.bring('standard-3pl', notice);
  expect(await repeated(first)).toEqual([]);
  const replacement = notice.replace('BSN*00*', 'BSN*05*');
  expect(await repeated(await rig.bring('standard-3pl', under('000000621', replacement)))).toEqual([]);
  const second = await rig.bring('standard-3pl', under('000000622', notice));
  expect(await repeated(second)).toEqual([expect.stringContaining(`in document ${first}.`)]);
  const other = await rig.bring('standard-3pl', under('000000623', notice.replace('ASN-81001', 'ASN-81009')));
  expect(await repeated(other)).toEqual([]);
});

test('two ship notices of one number in one document: the second one says so', async () => {
  const set = /ST\*856[\s\S]*?SE\*\d+\*0001~\s*/
    .exec(sample('standard-3pl', '856-sotpi'))![0]
    .replaceAll('ASN-81001', 'ASN-TWICE');
  const text = under('000000631', sample('standard-3pl', '856-sotpi'))
    .replace(
      /ST\*856[\s\S]*?SE\*\d+\*0001~\s*/,
      set + set.replace('ST*856*0001', 'ST*856*0002').replace(/(SE\*\d+\*)0001/, '$10002'),
    )
    .replace(/GE\*1\*/, 'GE*2*');
  const id = await rig.bring('standard-3pl', text);
  const sets = await rig.context.db.system('transaction_set').where({ document_id: id }).orderBy('ordinal');
  expect(
    sets.map((row) => (row.findings as Finding[]).filter(({ code }) => code === 'business.repeated-asn').length),
  ).toEqual([0, 1]);
  const repeated = (sets[1].findings as Finding[]).find(({ code }) => code === 'business.repeated-asn');
  expect(repeated!.explanation).toContain('in this document.');
});

describe('a number whose time is over', () => {
  const keys = () => rig.context.db.system('business_key').where({ rule: 'business.repeated-asn' });
  const repeated = async (id: string) => (await findingsOf(id)).filter(({ code }) => code === 'business.repeated-asn');
  const notice = (asn: string, control: string) =>
    rig.bring('standard-3pl', under(control, sample('standard-3pl', '856-sotpi').replace('ASN-81001', asn)));

  test('is taken for as long as the rule says, by the time of the database', async () => {
    await notice('ASN-LIMIT', '000000641');
    const [row] = await keys()
      .where({ key: 'ASN-LIMIT' })
      .select({ days: rig.context.db.system.raw("expires_at - seen_at = interval '365 days'") })
      .select({ now: rig.context.db.system.raw('seen_at <= now()') });
    expect(row).toEqual({ days: true, now: true });
  });

  test('may come again, and then belongs to the document that brought it last', async () => {
    const first = await notice('ASN-AGAIN', '000000642');
    await keys()
      .where({ key: 'ASN-AGAIN' })
      .update({ expires_at: rig.context.db.system.raw('now()') });
    const second = await notice('ASN-AGAIN', '000000643');
    expect(await repeated(second)).toEqual([]);
    const [found] = await repeated(await notice('ASN-AGAIN', '000000644'));
    expect(found!.explanation).toContain(`in document ${second}. A number may come again after 365 days.`);
    expect(found!.explanation).not.toContain(first);
  });

  test('is deleted by the watch, the others stay; more than one batch goes too', async () => {
    const { system } = rig.context.db;
    await notice('ASN-STAYS', '000000645');
    await system.raw(
      `insert into business_key (org_id, environment, rule, key, document_id, seen_at, expires_at)
       select org_id, environment, 'business.old', n::text, document_id, now() - interval '2 days', now() - interval '1 day'
       from business_key cross join generate_series(1, 5100) n where key = 'ASN-STAYS'`,
    );
    await watch(rig.context);
    expect(await system('business_key').where({ rule: 'business.old' })).toEqual([]);
    expect(await keys().where({ key: 'ASN-STAYS' })).toHaveLength(1);
  });
});
