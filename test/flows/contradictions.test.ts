import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resend } from '../../services/flows/resend.ts';
import { watch } from '../../services/flows/watch.ts';
import { groupOf, type OutboundRig, outboundRig } from './outbound-rig.ts';
import { casesAbout, clocksOf, documentRow, edit, type FlowRig, ladderOf, picked, pickUp, sample } from './rig.ts';

// Acknowledgements that are repeated, contradict each other, come late or speak of what was sent twice.

let out: OutboundRig;
let rig: FlowRig;
beforeAll(async () => {
  out = await outboundRig(8);
  rig = out.rig;
  await out.look();
}, 300_000);
afterAll(() => rig.close());

const hours = (n: number) => n * 3_600_000 + 1000;
const by = { actor: 'test', by: { kind: 'hub' }, visibility: '*' } as const;
const order = async (n: number) => (await out.orders(`WH/OUT/0000${n}`)).at(-1)!;
const tender = async (n: number) => (await out.tenders(`WH/OUT/0000${n}`)).at(-1)!;
const open = async (id: string) =>
  (await casesAbout(rig, { document_id: id, state: 'open' })).map(({ kind }) => kind as string);
const rungOf = (id: string, rung: string) =>
  rig.context.db.system('ladder_rung').where({ document_id: id, rung }).first();
const text997 = (group: string, verdict: string, setVerdict = verdict) =>
  sample('standard-3pl', '997-accepted', {
    'AK1*OW*1~': `AK1*OW*${group}~`,
    'AK5*A~': `AK5*${setVerdict}~`,
    'AK9*A*1*1*1~': `AK9*${verdict}*1*1*${verdict === 'R' ? 0 : 1}~`,
  });
const bring997 = (group: string, verdict: string, setVerdict?: string) =>
  rig.bring('standard-3pl', out.fresh(text997(group, verdict, setVerdict)));
const bringTa1 = (control: string, verdict: string, at = '260302*1100') =>
  rig.bring(
    'standard-carrier',
    out.fresh(
      ['ISA*00*          *00*          *02*BHFT           *ZZ*NORTHGATE      *260302*1107*U*00401*000000229*0*P*>']
        .concat(`TA1*${control}*${at}*${verdict}`, 'IEA*0*000000229~')
        .join('~'),
    ),
  );

describe('997s', () => {
  test('that say the same again change nothing: the first acceptance stands', async () => {
    const { id, text } = await order(1);
    await bring997(groupOf(text), 'A');
    const first = await rungOf(id, 'functional-ack');
    rig.context.pass(hours(1));
    const again = await bring997(groupOf(text), 'A');
    expect(await rungOf(id, 'functional-ack')).toEqual(first);
    expect(await documentRow(rig, again)).toMatchObject({ outcome: 'done' });
    expect(await open(id)).toEqual([]);
  });

  test('that reject what was accepted count, and the case says that they contradict', async () => {
    const { id, text } = await order(1);
    await bring997(groupOf(text), 'R');
    expect(await rungOf(id, 'functional-ack')).toMatchObject({ state: 'failed' });
    expect(await casesAbout(rig, { document_id: id, state: 'open' })).toMatchObject([
      { kind: 'ack.rejected', detail: expect.stringContaining('They had accepted it at 2026-') },
    ]);
    await bring997(groupOf(text), 'A');
    expect(await open(id)).toEqual([]);
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'done' });
  });

  test('that accept the group and reject a set in it accept a part', async () => {
    const { id, text } = await order(2);
    await bring997(groupOf(text), 'A', 'R');
    expect(await rungOf(id, 'functional-ack')).toMatchObject({ state: 'failed', detail: 'partially-accepted' });
    expect(await open(id)).toEqual(['ack.rejected']);
  });

  test('that come late end the lateness and its case', async () => {
    const { id, text } = await order(3);
    await pickUp(rig, 'standard-3pl', id);
    rig.context.pass(hours(24));
    await watch(rig.context);
    expect(await open(id)).toEqual(['clock.functional-ack']);
    await bring997(groupOf(text), 'A');
    expect(await open(id)).toEqual([]);
    expect(await clocksOf(rig, id)).toMatchObject({ 'functional-ack': 'breached' });
  });

  test('of several interchanges in one file are matched one by one', async () => {
    const [one, two] = [await order(4), await order(5)];
    const file = out.fresh(text997(groupOf(one.text), 'A')) + out.fresh(text997(groupOf(two.text), 'R'));
    const id = await rig.bring('standard-3pl', file);
    expect(await rungOf(one.id, 'functional-ack')).toMatchObject({ state: 'done', by_document_id: id });
    expect(await rungOf(two.id, 'functional-ack')).toMatchObject({ state: 'failed', by_document_id: id });
    expect(await open(one.id)).toEqual([]);
    expect(await open(two.id)).toEqual(['ack.rejected']);
  });

  test('for a document that nobody was seen to collect say that it is there', async () => {
    const { id, text } = await order(6);
    rig.context.pass(hours(24));
    await watch(rig.context);
    expect(await open(id)).toEqual(['clock.collect']);
    expect(await documentRow(rig, id)).toMatchObject({ headline: 'The partner has not collected it in time' });
    await bring997(groupOf(text), 'A');
    expect(await open(id)).toEqual([]);
    expect(await ladderOf(rig, id)).toMatchObject({ transport: 'done', 'functional-ack': 'done' });
    expect(await clocksOf(rig, id)).toMatchObject({ collect: 'breached', 'business-answer': 'running' });
  });

  test('answer either sending of a document that went out twice', async () => {
    const { id, text } = await order(7);
    await pickUp(rig, 'standard-3pl', id);
    await resend(rig.context, id, { numbers: 'same', sending: 2 }, by);
    await bring997(groupOf(text), 'A');
    expect(await ladderOf(rig, id)).toMatchObject({ transport: 'done', 'functional-ack': 'done' });
  });
});

describe('TA1s', () => {
  test('that accept after one that rejected have the 997 waited for again, with the whole of its time', async () => {
    const { id, control } = await tender(1);
    await pickUp(rig, 'standard-carrier', id);
    await bringTa1(control, 'R*022');
    expect(await ladderOf(rig, id)).toMatchObject({ ta1: 'failed', 'functional-ack': 'not-expected' });
    await bringTa1(control, 'A*000');
    expect(await ladderOf(rig, id)).toMatchObject({ ta1: 'done', 'functional-ack': 'pending' });
    expect(await clocksOf(rig, id)).toMatchObject({ 'functional-ack': 'running' });
    expect(await open(id)).toEqual([]);
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'waiting', headline: 'Waits for the acknowledgement' });
  });

  test('that reject a document as a repetition say that it is there, once it was sent twice', async () => {
    const { id, control } = await tender(2);
    await pickUp(rig, 'standard-carrier', id);
    await resend(rig.context, id, { numbers: 'same', sending: 2 }, by);
    await pickUp(rig, 'standard-carrier', id);
    await bringTa1(control, 'R*025');
    expect(await rungOf(id, 'ta1')).toMatchObject({
      ...{ state: 'done', detail: 'Came before; the repetition was answered R 025' },
    });
    expect(await ladderOf(rig, id)).toMatchObject({ 'functional-ack': 'pending' });
    expect(await open(id)).toEqual([]);
  });

  test('that reject what a 997 has accepted are a case, and take nothing of the 997 away', async () => {
    const { id, control, text } = await tender(3);
    const ack = sample('standard-carrier', '997-rejected', { 'AK1*SM*12~': `AK1*SM*${groupOf(text)}~` });
    const accepted = ack.replace(/AK2[\s\S]*AK9[^~]*/, 'AK9*A*1*1*1').replace(/SE\*\d+/, 'SE*4');
    await rig.bring('standard-carrier', out.fresh(accepted));
    expect(await ladderOf(rig, id)).toMatchObject({ 'functional-ack': 'done' });
    await bringTa1(control, 'R*022');
    expect(await ladderOf(rig, id)).toMatchObject({ ta1: 'failed', 'functional-ack': 'done' });
    expect(await open(id)).toEqual(['ta1.rejected']);
  });

  test('of a number that was used twice mean the interchange of that date and time, else the newest', async () => {
    const [older, newer] = [await tender(4), await tender(5)];
    const { system } = rig.context.db;
    await system('document')
      .where({ id: older.id })
      .update({ control_number: newer.control, created_at: '2026-03-02T09:10:00Z' });
    await bringTa1(newer.control, 'A*000', '260302*0910');
    expect(await ladderOf(rig, older.id)).toMatchObject({ ta1: 'done' });
    expect(await ladderOf(rig, newer.id)).not.toHaveProperty('ta1');
    await bringTa1(newer.control, 'A*000', '990101*0000');
    expect(await ladderOf(rig, newer.id)).toMatchObject({ ta1: 'done' });
  });

  test('are asked for where the agreement has a time for them; one that is late is a case until it comes', async () => {
    const undo = await rig.configure(
      'standard-carrier',
      edit('partner.yaml', /(set: "204",)/, '$1 sla: { ta1: 30m },'),
    );
    await out.change('WH/OUT/00006', { note: '<p>Ring twice</p>' });
    await out.look();
    const { id, control, text } = await tender(6);
    expect(picked(text, 'ISA')[0]!.split('*')[14]).toBe('1');
    expect(await ladderOf(rig, id)).toMatchObject({ ta1: 'pending' });
    await pickUp(rig, 'standard-carrier', id);
    rig.context.pass(hours(1));
    await watch(rig.context);
    expect(await ladderOf(rig, id)).toMatchObject({ ta1: 'late' });
    expect(await open(id)).toEqual(['clock.ta1']);
    await bringTa1(control, 'A*000');
    expect(await open(id)).toEqual([]);
    expect(await ladderOf(rig, id)).toMatchObject({ ta1: 'done', 'functional-ack': 'pending' });
    await undo();
  });
});

test('the time for an answer that the document itself asks for begins to count at no other moment', async () => {
  const { system } = rig.context.db;
  const { id } = await tender(7);
  const asked = new Date(rig.context.now().getTime() + hours(5));
  await system('ladder_rung').where({ document_id: id, rung: 'business-answer' }).update({ asked_for: asked });
  await pickUp(rig, 'standard-carrier', id);
  const clock = await system('sla_clock').where({ document_id: id, name: 'business-answer' }).first();
  expect(clock.due_at).toEqual(asked);
});
