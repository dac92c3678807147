import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HandoverError } from '../../services/channels/handover-error.ts';
import { openHost } from '../../services/flows/channel-host.ts';
import { collect } from '../../services/flows/collect.ts';
import type { Context } from '../../services/flows/context.ts';
import { drain } from '../../services/flows/drain.ts';
import { removeEndpoint } from '../../services/flows/endpoints.ts';
import { recordReceipt } from '../../services/flows/receipts.ts';
import { resend } from '../../services/flows/resend.ts';
import { translate } from '../../services/flows/translate.ts';
import { watch } from '../../services/flows/watch.ts';
import { readMessage } from '../../services/store/read/message.ts';
import { type FolderRig, folderRig } from './folder-rig.ts';
import { groupOf } from './outbound-rig.ts';
import { casesAbout, clocksOf, documentRow, edit, type FlowRig, ladderOf, sample, sentTo, under } from './rig.ts';

// The rung of receipts (MDN), with a channel whose partner takes the bytes first and sends its receipt later.

let folder: FolderRig;
let rig: FlowRig;
let endpoint: {
  readonly id: string;
  readonly orgId: string;
  readonly environment: 'production';
  readonly name: string;
  readonly channel: string;
};
/** How the partner's server answers. */
let answers: 'later' | 'refused' = 'later';
let calling: Context;
const minutes = (n: number) => n * 60_000;

beforeAll(async () => {
  folder = await folderRig(8);
  rig = folder.rig;
  const { id } = await folder.add('standard-3pl', 'as2');
  endpoint = { id, orgId: rig.orgs['standard-3pl'], environment: 'production', name: 'as2', channel: 'folder' };
  await folder.exchange('standard-3pl', '940', 'as2');
  const { context } = rig;
  const deliver: Context['channels']['folder']['deliver'] = async ({ id: transportId }) => {
    const exchange = { kind: 'message', direction: 'out', transportId, summary: 'POST' } as const;
    if (answers === 'refused')
      throw new HandoverError('channel.refused', {
        ...{ detail: 'failed: decryption-failed', isReceipt: true },
        exchange: { ...exchange, state: 'failed' },
      });
    return {
      ...{ state: 'waits', detail: 'Taken with 200', exchange: { ...exchange, state: 'waits' } },
      receipt: { transportId, dueAt: new Date(context.now().getTime() + minutes(10)) },
    };
  };
  calling = { ...context, channels: { ...context.channels, folder: { ...context.channels.folder, deliver } } };
  await collect(context, rig.connections.production);
  await drain(context, `document/production/${endpoint.orgId}`);
  await drain(calling, `endpoint/${id}`);
}, 300_000);
afterAll(() => folder.close());

const order = async (n: number) =>
  (await sentTo(rig, 'standard-3pl')).find(
    ({ answers: of, subjects }) => of === null && subjects.includes(`WH/OUT/0000${n}`),
  )!;
const receipt = (transportId: string, state: 'delivered' | 'failed', detail = state as string) =>
  recordReceipt(rig.context, endpoint, transportId, {
    ...{ state, detail },
    exchange: { kind: 'receipt', direction: 'in', state: state === 'delivered' ? 'done' : 'failed', summary: detail },
  });
const open = (id: string) => casesAbout(rig, { document_id: id, state: 'open' });
const stepOf = async (id: string) =>
  (await rig.context.db.scoped('*', (tx) => readMessage(tx, id, { limit: 10 } as never, { side: 'team' })))!.step;
const by = { actor: 'test', by: { kind: 'hub' }, visibility: '*' } as const;

describe('the receipt of the partner', () => {
  test('is waited for from the handing over, with the clocks of what the partner is to answer', async () => {
    const { id } = await order(1);
    expect(await ladderOf(rig, id)).toMatchObject({ transport: 'done', mdn: 'pending', 'functional-ack': 'pending' });
    expect(await clocksOf(rig, id)).toEqual({
      ...{ mdn: 'running', 'functional-ack': 'running', 'business-answer': 'running' },
    });
    expect(await documentRow(rig, id)).toMatchObject({ state: 'sent', outcome: 'waiting' });
    expect(await stepOf(id)).toMatchObject({
      reason: 'Handed over at as2; the receipt has not come yet',
      next: 'Their system sends its receipt (MDN).',
    });
  });

  test('that is good makes the rung true; the same again changes nothing', async () => {
    const { id } = await order(1);
    expect(await receipt(id, 'delivered', 'processed')).toBe(true);
    expect(await ladderOf(rig, id)).toMatchObject({ mdn: 'done' });
    expect(await clocksOf(rig, id)).toMatchObject({ mdn: 'met' });
    expect(await documentRow(rig, id)).toMatchObject({ state: 'delivered', outcome: 'waiting' });
    expect(await receipt(id, 'delivered', 'processed')).toBe(false);
    expect(await receipt('of nobody', 'delivered')).toBe(false);
  });

  test('that is late is a case, which closes when it comes', async () => {
    rig.context.pass(minutes(11));
    await watch(rig.context);
    const { id } = await order(2);
    expect(await ladderOf(rig, id)).toMatchObject({ mdn: 'late' });
    expect(await open(id)).toMatchObject([{ kind: 'clock.mdn' }]);
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'attention' });
    expect(await stepOf(id)).toMatchObject({
      ...{ state: 'attention', reason: 'The partner has not sent its receipt (MDN) in time' },
      next: 'Ask them whether it arrived; they send its receipt (MDN).',
    });
    expect(await receipt(id, 'delivered')).toBe(true);
    expect(await open(id)).toEqual([]);
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'waiting', headline: 'Waits for the acknowledgement' });
    expect(await clocksOf(rig, id)).toMatchObject({ mdn: 'breached' });
  });

  test('that refuses is a case of the team; one that takes it back ends that, and one that takes back a good one begins it', async () => {
    const { id } = await order(3);
    expect(await receipt(id, 'failed', 'failed: integrity-check-failed')).toBe(true);
    expect(await ladderOf(rig, id)).toMatchObject({ transport: 'done', mdn: 'failed' });
    expect(await open(id)).toMatchObject([
      { kind: 'mdn.negative', detail: expect.stringContaining('failed: integrity-check-failed') },
    ]);
    expect(await documentRow(rig, id)).toMatchObject({
      ...{ outcome: 'attention', headline: "The partner's receipt says failed: integrity-check-failed" },
    });
    expect(await receipt(id, 'delivered', 'processed')).toBe(true);
    expect(await open(id)).toEqual([]);
    expect(await ladderOf(rig, id)).toMatchObject({ mdn: 'done' });
    expect(await receipt(id, 'failed', 'failed: after all')).toBe(true);
    expect(await open(id)).toMatchObject([{ detail: expect.stringContaining('They had confirmed it before') }]);
  });

  test('of a sending before refuses nothing of the present one; its good one says that the bytes are there', async () => {
    const { id } = await order(4);
    await resend(rig.context, id, { numbers: 'same', sending: 2 }, by);
    expect(await ladderOf(rig, id)).not.toHaveProperty('mdn');
    await drain(calling, `endpoint/${endpoint.id}`);
    expect(await ladderOf(rig, id)).toMatchObject({ mdn: 'pending' });
    await receipt(id, 'failed', 'failed: of before');
    expect(await ladderOf(rig, id)).toMatchObject({ mdn: 'pending' });
    expect(await open(id)).toEqual([]);
    await receipt(`${id}-2`, 'delivered');
    expect(await ladderOf(rig, id)).toMatchObject({ mdn: 'done' });
  });

  test('is waited for no longer when the partner acknowledges the document', async () => {
    const { id, text } = await order(5);
    const ack = sample('standard-3pl', '997-accepted', { 'AK1*OW*1~': `AK1*OW*${groupOf(text)}~` });
    await rig.bring('standard-3pl', under('000000801', ack));
    expect(await ladderOf(rig, id)).toMatchObject({ mdn: 'not-expected', 'functional-ack': 'done' });
    expect(await open(id)).toEqual([]);
    expect(await documentRow(rig, id)).toMatchObject({ outcome: 'done' });
  });

  test('that refuses at once leaves the document handed over, its endpoint well, and can be answered by a resend', async () => {
    answers = 'refused';
    const { id } = await order(6);
    await resend(rig.context, id, { numbers: 'same', sending: 2 }, by);
    await drain(calling, `endpoint/${endpoint.id}`);
    answers = 'later';
    expect(await ladderOf(rig, id)).toMatchObject({ transport: 'done', mdn: 'failed' });
    expect(await open(id)).toMatchObject([{ kind: 'mdn.negative' }]);
    const row = await rig.context.db.system('channel_endpoint').where({ id: endpoint.id }).first();
    expect(row).toMatchObject({ breaker: 'closed', failures: 0 });
    await resend(rig.context, id, { numbers: 'same', sending: 3 }, by);
    await drain(calling, `endpoint/${endpoint.id}`);
    expect(await open(id)).toEqual([]);
    expect(await ladderOf(rig, id)).toMatchObject({ mdn: 'pending' });
  });

  test('is due when the agreement says, where it says so', async () => {
    const undo = await rig.configure(
      'standard-3pl',
      edit('partner.yaml', /(set: "940",)/, '$1 sla: { receipt: 3m, collected: 1h },'),
    );
    const { id } = await order(7);
    const { documentId } = await resend(rig.context, id, { numbers: 'new', sending: 2 }, by);
    await drain(calling, `endpoint/${endpoint.id}`);
    const clock = await rig.context.db.system('sla_clock').where({ document_id: documentId, name: 'mdn' }).first();
    expect(clock.due_at.getTime() - clock.started_at.getTime()).toBe(minutes(3));
    await undo();
  });

  test('that never comes does not keep its endpoint from being removed', async () => {
    await rig.configure('standard-3pl', edit('partner.yaml', /endpoint: as2/, 'endpoint: https'));
    await removeEndpoint(rig.context, { orgId: endpoint.orgId, endpointId: endpoint.id }, folder.by);
  });
});

describe('our own receipt', () => {
  test.each([
    ['sync', 'done', 'Sent: processed'],
    ['async', 'pending', 'To be sent: processed'],
    ['none', undefined, undefined],
  ] as const)('that was asked for as %s stands on the ladder as %s', async (mode, state, detail) => {
    const { id: endpointId } = await folder.add('standard-carrier', `asks-${mode}`);
    const orgId = rig.orgs['standard-carrier'];
    const at = { id: endpointId, orgId, environment: 'production', name: `asks-${mode}` } as const;
    const intake = { admission: { admit: async () => undefined, stored: () => undefined }, budget: {} } as never;
    const host = openHost(rig.context, { name: 'folder' }, intake);
    const transportId = `<${mode}@them>`;
    const bytes = Buffer.from(`ISA ${mode}`);
    const { taken } = await host.take(at, [{ bytes, transportId }], {
      ...{ kind: 'message', direction: 'in', state: 'done', summary: 'POST', transportId },
      detail: { receipt: { mode }, disposition: 'processed' },
      ...(mode !== 'none' && { body: Buffer.from('Content-Type: multipart/report') }),
    });
    const id = taken.state === 'stored' ? taken.documents[0]!.id : '';
    const rung = await rig.context.db.system('ladder_rung').where({ document_id: id, rung: 'mdn' }).first();
    expect([rung?.state, rung?.detail]).toEqual([state, detail]);
  });

  test('is a rung of what the partner sent: sent, still to be sent, or not to be sent; the document goes on whatever comes of it', async () => {
    const { id: endpointId } = await folder.add('standard-carrier', 'theirs');
    const at = {
      id: endpointId,
      orgId: rig.orgs['standard-carrier'],
      environment: 'production',
      name: 'theirs',
    } as const;
    const intake = { admission: { admit: async () => undefined, stored: () => undefined }, budget: {} } as never;
    const host = openHost(rig.context, { name: 'folder' }, intake);
    const bytes = Buffer.from(under('000000811', sample('standard-carrier', '990-accept')), 'latin1');
    const message = {
      kind: 'message',
      direction: 'in',
      state: 'done',
      summary: 'POST',
      transportId: '<1@them>',
    } as const;
    const { taken } = await host.take(at, [{ bytes, transportId: '<1@them>' }], message);
    const id = taken.state === 'stored' ? taken.documents[0]!.id : '';
    const mdn = { kind: 'receipt', direction: 'out', transportId: '<1@them>' } as const;
    await host.note(at, { ...mdn, state: 'waits', summary: 'To be sent to them' });
    expect(await ladderOf(rig, id)).toMatchObject({ mdn: 'pending' });
    await host.note(at, { ...mdn, state: 'failed', summary: 'Their address does not answer' });
    expect(await ladderOf(rig, id)).toMatchObject({ mdn: 'failed' });
    expect(await open(id)).toMatchObject([{ kind: 'mdn.unsent' }]);
    await translate(rig.context, [id]);
    expect(await ladderOf(rig, id)).toMatchObject({ transport: 'done', mdn: 'failed', 'functional-ack': 'done' });
    await host.note(at, { ...mdn, state: 'done', summary: 'Sent: processed' });
    expect(await ladderOf(rig, id)).toMatchObject({ mdn: 'done' });
    expect(await open(id)).toEqual([]);
    expect(await documentRow(rig, id)).not.toMatchObject({ outcome: 'attention' });
  });
});
