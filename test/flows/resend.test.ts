import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CodedError } from '../../services/domain/errors.ts';
import { collect } from '../../services/flows/collect.ts';
import { removeEndpoint } from '../../services/flows/endpoints.ts';
import { offerOf, type ResendOrder, resend } from '../../services/flows/resend.ts';
import { watch } from '../../services/flows/watch.ts';
import { listOutbox, readOutbox } from '../../services/store/outbox.ts';
import { readMessage } from '../../services/store/read/message.ts';
import { type FolderRig, fileIn, filesIn, folderRig } from './folder-rig.ts';
import { groupOf } from './outbound-rig.ts';
import {
  answersTo,
  casesAbout,
  clocksOf,
  documentRow,
  edit,
  type FlowRig,
  ladderOf,
  type Profile,
  picked,
  pickUp,
  sample,
  sentTo,
  under,
} from './rig.ts';

// Documents of ours that are sent once more: as they are, or written anew.

let folder: FolderRig;
let rig: FlowRig;
let van: { readonly id: string; readonly path: string };
beforeAll(async () => {
  folder = await folderRig(8);
  rig = folder.rig;
  van = await folder.add('standard-3pl', 'van');
  await folder.exchange('standard-3pl', '940', 'van');
  await collect(rig.context, rig.connections.production);
  await rig.work();
}, 300_000);
afterAll(() => folder.close());

const hours = (n: number) => n * 3_600_000 + 1000;
const by = { actor: 'Maya (team)', by: { kind: 'command', id: 'maya' }, visibility: '*' } as const;
const about = async (profile: Profile, subject: string) =>
  (await sentTo(rig, profile)).filter(({ answers, subjects }) => answers === null && subjects.includes(subject));
const order = async (n: number) => (await about('standard-3pl', `WH/OUT/0000${n}`)).at(-1)!;
const tender = async (n: number) => (await about('standard-carrier', `WH/OUT/0000${n}`)).at(-1)!;
const send = (id: string, what: ResendOrder) => resend(rig.context, id, what, by);
const messageOf = async (id: string) =>
  (await rig.context.db.scoped('*', (tx) => readMessage(tx, id, { limit: 10 } as never, { side: 'team' })))!;
const openCases = (id: string) => casesAbout(rig, { document_id: id, state: 'open' });
const handovers = (id: string) =>
  rig.context.db.system('delivery').where({ document_id: id, destination: 'channel' }).orderBy('seq');
const mailbox = (profile: Profile) =>
  ({ orgId: rig.orgs[profile], environment: 'production', channels: ['https'] }) as const;
const inMailbox = async (profile: Profile) =>
  (await rig.context.db.system.transaction((tx) => listOutbox(tx, mailbox(profile), 100))).documents.map(
    ({ id }) => id,
  );
let control = 700;
const acknowledgement = (group: string, verdict: string) => {
  control += 1;
  return under(
    String(control).padStart(9, '0'),
    sample('standard-3pl', '997-accepted', {
      'AK1*OW*1~': `AK1*OW*${group}~`,
      'AK5*A~': `AK5*${verdict}~`,
      'AK9*A*1*1*1~': `AK9*${verdict}*1*1*${verdict === 'A' ? 1 : 0}~`,
    }),
  );
};
const refused =
  (code: string, detail = '') =>
  (error: unknown) =>
    error instanceof CodedError && error.code === code && (error.more.detail ?? '').startsWith(detail);

describe('the same bytes once more', () => {
  test('take their way again under another name, with their clocks, and what was late of the first sending is over', async () => {
    const { id, text, control: number } = await order(1);
    const [file] = [`940-${number}.x12`];
    expect(filesIn(van.path, 'outbox')).toContain(file);
    rig.context.pass(hours(24));
    await watch(rig.context);
    expect(await ladderOf(rig, id)).toMatchObject({ 'functional-ack': 'late' });
    expect(await openCases(id)).toHaveLength(1);
    expect(await offerOf(rig.context, id, '*')).toMatchObject({
      sending: 2,
      numbers: ['same', 'new'],
      endpoint: 'van',
    });

    expect(await send(id, { numbers: 'same', sending: 2 })).toEqual({ documentId: id, sending: 2, isNew: true });
    expect(await ladderOf(rig, id)).toMatchObject({ transport: 'pending', 'functional-ack': 'pending' });
    expect(await openCases(id)).toEqual([]);
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'waiting', control_number: number });
    await rig.work();
    const again = filesIn(van.path, 'outbox').filter((name) => name.startsWith(`940-${number}`));
    expect(again).toHaveLength(2);
    for (const name of again) expect(fileIn(van.path, 'outbox', name).toString('latin1')).toBe(text);
    expect(await clocksOf(rig, id)).toMatchObject({ 'functional-ack': 'running', 'business-answer': 'running' });
    // Nothing is late of the first sending, and the second has the whole of its time.
    rig.context.pass(hours(23));
    await watch(rig.context);
    expect(await openCases(id)).toEqual([]);
    rig.context.pass(hours(1));
    await watch(rig.context);
    expect(await openCases(id)).toMatchObject([{ kind: 'clock.functional-ack' }]);
  });

  test('show both times that they were sent, with the ladder of the first', async () => {
    const { id } = await order(1);
    expect((await messageOf(id)).sendings).toMatchObject([
      {
        ...{ sending: 1, by: 'hub' },
        ladder: expect.arrayContaining([expect.objectContaining({ rung: 'functional-ack', state: 'late' })]),
      },
      { sending: 2, by: 'Maya (team)', endpoint: 'van' },
    ]);
  });

  test('are collected when the file of the second sending is gone', async () => {
    const { id, control: number } = await order(1);
    for (const name of filesIn(van.path, 'outbox'))
      if (name.startsWith(`940-${number}`)) rmSync(join(van.path, 'outbox', name));
    await folder.look(van.id);
    expect(await documentRow(rig, id)).toMatchObject({ state: 'delivered' });
  });

  test('by two people at once are one sending, and so is an order that is repeated later', async () => {
    const { id } = await order(2);
    const what = { numbers: 'same', sending: 2 } as const;
    const sent = await Promise.all([send(id, what), send(id, what), send(id, what)]);
    expect(sent.filter(({ isNew }) => isNew)).toHaveLength(1);
    await rig.work();
    expect(await send(id, what)).toEqual({ documentId: id, sending: 2, isNew: false });
    expect(await handovers(id)).toMatchObject([
      { state: 'applied', sending: 1 },
      { state: 'applied', sending: 2 },
    ]);
    const entries = await rig.context.db.system('audit_entry').where({ document_id: id, action: 'document.resent' });
    expect(entries).toMatchObject([{ actor: 'Maya (team)', detail: { sending: 2, endpoint: 'van' } }]);
    await expect(send(id, { numbers: 'same', sending: 5 })).rejects.toThrow();
  });

  test('can be fetched again by a partner who collected them, and what they answered by then stands', async () => {
    const { id, text } = await tender(1);
    await expect(send(id, { numbers: 'same', sending: 2 })).rejects.toSatisfy(
      refused('http.conflict', 'It waits in the outbox: the partner has not taken it yet.'),
    );
    await pickUp(rig, 'standard-carrier', id);
    await rig.bring('standard-carrier', under('000000690', sample('standard-carrier', '990-accept')));
    expect(await inMailbox('standard-carrier')).not.toContain(id);
    expect(await send(id, { numbers: 'same', sending: 2 })).toMatchObject({ isNew: true });
    expect(await inMailbox('standard-carrier')).toContain(id);
    expect(await ladderOf(rig, id)).toMatchObject({ transport: 'pending', 'business-answer': 'done' });
    expect(await clocksOf(rig, id)).toMatchObject({ collect: 'running' });
    expect(await pickUp(rig, 'standard-carrier', id)).toBe('confirmed');
    const content = await rig.context.db.system.transaction((tx) => readOutbox(tx, mailbox('standard-carrier'), id));
    expect(content!.bytes.toString('latin1')).toBe(text);
    expect(await clocksOf(rig, id)).toMatchObject({ 'functional-ack': 'running', 'business-answer': 'met' });
  });

  test('may be an acknowledgement of ours, which is never written anew', async () => {
    const id = await rig.bring('standard-3pl', under('000000691', sample('standard-3pl', '945-complete')));
    const [ack] = await answersTo(rig, 'standard-3pl', id);
    await pickUp(rig, 'standard-3pl', ack!.id);
    expect((await offerOf(rig.context, ack!.id, '*'))!.numbers).toEqual(['same']);
    await expect(send(ack!.id, { numbers: 'new', sending: 2 })).rejects.toSatisfy(refused('http.conflict'));
    await send(ack!.id, { numbers: 'same', sending: 2 });
    expect(await inMailbox('standard-3pl')).toContain(ack!.id);
    expect(await documentRow(rig, ack!.id)).toMatchObject({ outcome: 'waiting', headline: '997: accepted' });
  });

  test('of what the partner sent are refused, and of nothing there is', async () => {
    const id = await rig.bring('standard-3pl', under('000000692', sample('standard-3pl', '945-complete')));
    expect(await offerOf(rig.context, id, '*')).toBeUndefined();
    await expect(send(id, { numbers: 'same', sending: 2 })).rejects.toSatisfy(refused('http.conflict'));
    await expect(send(rig.context.newId(), { numbers: 'same', sending: 2 })).rejects.toSatisfy(
      refused('http.not-found'),
    );
  });
});

describe('a document that is written anew', () => {
  test('has new control numbers and takes the place of the former one, which nobody waits for any more', async () => {
    const { id, text, control: number } = await order(3);
    await rig.bring('standard-3pl', acknowledgement(groupOf(text), 'R'));
    expect((await openCases(id)).map(({ kind }) => kind)).toContain('ack.rejected');
    const twice = { numbers: 'new', sending: 2 } as const;
    const [one, two] = await Promise.all([send(id, twice), send(id, twice)]);
    expect(one!.documentId).toBe(two!.documentId);
    expect(await send(id, twice)).toEqual({ documentId: one!.documentId, sending: 1, isNew: false });
    await rig.work();
    const all = await about('standard-3pl', 'WH/OUT/00003');
    expect(all.map((each) => each.id)).toEqual([id, one!.documentId]);
    const anew = all[1]!;
    expect(anew.control).not.toBe(number);
    expect(groupOf(anew.text)).not.toBe(groupOf(text));
    expect(picked(anew.text, 'W05')).toEqual(picked(text, 'W05'));
    expect(filesIn(van.path, 'outbox')).toContain(`940-${anew.control}.x12`);
    expect(await ladderOf(rig, id)).toEqual({
      ...{ transport: 'done', 'functional-ack': 'failed', 'business-answer': 'not-expected', odoo: 'not-expected' },
    });
    expect(await openCases(id)).toEqual([]);
    expect(await documentRow(rig, id)).toMatchObject({
      ...{ state: 'replaced', outcome: 'kept', headline: `Replaced by 940-${anew.control}.x12` },
    });
    expect((await messageOf(id)).replacedBy).toEqual({ id: anew.id, name: `940-${anew.control}.x12` });
    expect((await messageOf(anew.id)).replaces).toEqual({ id, name: `940-${number}.x12` });
    expect((await messageOf(id)).events.map((event) => event.subject)).toEqual(['WH/OUT/00003']);
    rig.context.pass(hours(72));
    await watch(rig.context);
    expect(await openCases(id)).toEqual([]);
    expect(await ladderOf(rig, anew.id)).toMatchObject({ 'functional-ack': 'late' });
  });

  test('is what the business answer answers; a 997 that accepts the former one is a case', async () => {
    const [former, anew] = await about('standard-3pl', 'WH/OUT/00003');
    await rig.bring('standard-3pl', acknowledgement(groupOf(former!.text), 'A'));
    expect(await openCases(former!.id)).toMatchObject([
      { kind: 'ack.replaced', detail: expect.stringContaining(`was reissued as 940-${anew!.control}.x12`) },
    ]);
    await rig.bring('standard-3pl', under('000000693', sample('standard-3pl', '945-unit-cassette')));
    expect(await ladderOf(rig, anew!.id)).toMatchObject({ 'business-answer': 'done' });
    expect(await ladderOf(rig, former!.id)).toMatchObject({ 'business-answer': 'not-expected' });
    await expect(send(former!.id, { numbers: 'same', sending: 2 })).rejects.toSatisfy(
      refused('http.conflict', 'It was reissued. Send the document that took its place.'),
    );
  });

  test('can no longer be fetched in its former shape', async () => {
    const { id } = await tender(3);
    await pickUp(rig, 'standard-carrier', id);
    const { documentId } = await send(id, { numbers: 'new', sending: 2 });
    const waiting = await inMailbox('standard-carrier');
    expect([waiting.includes(id), waiting.includes(documentId)]).toEqual([false, true]);
    expect(await rig.context.db.system.transaction((tx) => readOutbox(tx, mailbox('standard-carrier'), id))).toBe(
      undefined,
    );
    expect(await pickUp(rig, 'standard-carrier', id)).toBe('confirmed-before');
    expect(await documentRow(rig, id)).toMatchObject({ state: 'replaced' });
  });

  test.each([
    ['present', 4, '1'],
    ['original', 5, 'B'],
  ] as const)('is written with the %s configuration, as the agreement says', async (configuration, n, routing) => {
    const { id } = await tender(n);
    await pickUp(rig, 'standard-carrier', id);
    const undo = await rig.configure('standard-carrier', (files) => {
      edit('partner.yaml', /(set: "204",)/, `$1 resend: { configuration: ${configuration} },`)(files);
      edit('mappings/204-out.yaml', '02: { const: B }', '02: { const: "1" }')(files);
    });
    const { documentId } = await send(id, { numbers: 'new', sending: 2 });
    const anew = (await about('standard-carrier', `WH/OUT/0000${n}`)).find((one) => one.id === documentId)!;
    expect(picked(anew.text, 'MS3')[0]!.split('*')[2]).toBe(routing);
    await undo();
  });
});

describe('the agreement says what is allowed', () => {
  test.each([
    ['same', 'new'],
    ['new', 'same'],
  ] as const)('numbers: %s refuses %s, and says so', async (allowed, other) => {
    const undo = await rig.configure(
      'standard-3pl',
      edit('partner.yaml', /(set: "940",)/, `$1 resend: { numbers: ${allowed} },`),
    );
    const { id } = await order(4);
    const offer = (await offerOf(rig.context, id, '*'))!;
    expect(offer.numbers).toEqual([allowed]);
    await expect(send(id, { numbers: other, sending: offer.sending })).rejects.toSatisfy(
      refused('http.conflict', 'What is agreed with the partner does not allow it'),
    );
    await undo();
  });
});

test('a document whose endpoint was removed goes to the one that is agreed now, or to the one that is named', async () => {
  const spare = await folder.add('standard-3pl', 'spare');
  for (const name of filesIn(van.path, 'outbox')) rmSync(join(van.path, 'outbox', name));
  await folder.look(van.id);
  await rig.configure('standard-3pl', edit('partner.yaml', /endpoint: van/, 'endpoint: spare'));
  await removeEndpoint(rig.context, { orgId: rig.orgs['standard-3pl'], endpointId: van.id }, folder.by);
  rig.context.pass(3001);
  const { id, control: number } = await order(6);
  expect(await offerOf(rig.context, id, '*')).toMatchObject({ endpoint: 'spare', numbers: ['same', 'new'] });
  await send(id, { numbers: 'same', sending: 2 });
  await rig.work();
  expect(filesIn(spare.path, 'outbox')).toEqual([`940-${number}.x12`]);
  expect(await documentRow(rig, id)).toMatchObject({ state: 'sent', endpoint_id: spare.id });
  const { id: other } = await order(7);
  await send(other, { numbers: 'same', sending: 2, endpoint: 'https' });
  expect(await inMailbox('standard-3pl')).toContain(other);
  await expect(send((await order(8)).id, { numbers: 'same', sending: 2, endpoint: 'nowhere' })).rejects.toSatisfy(
    refused('http.conflict', 'The partner has no endpoint called nowhere in production.'),
  );
});
