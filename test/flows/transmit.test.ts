import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CodedError } from '../../services/domain/errors.ts';
import { collect } from '../../services/flows/collect.ts';
import type { Context } from '../../services/flows/context.ts';
import { drain } from '../../services/flows/drain.ts';
import { pauseEndpoint, testEndpoint } from '../../services/flows/endpoints.ts';
import { retryDeliveriesOf } from '../../services/flows/retry-document.ts';
import { retryMany } from '../../services/flows/retry-many.ts';
import { watch } from '../../services/flows/watch.ts';
import { openDatabase } from '../../services/store/database.ts';
import { findEndpoint } from '../../services/store/endpoints.ts';
import { readMessage } from '../../services/store/read/message.ts';
import { testKeys } from '../support/database.ts';
import { drop, type FolderRig, fileIn, filesIn, folderRig } from './folder-rig.ts';
import { answersTo, casesAbout, clocksOf, documentRow, type FlowRig, ladderOf, sample, sentTo } from './rig.ts';

// Documents that the hub brings to an endpoint: in their order, once, and held back where it does not answer, without holding up anything else.

let folder: FolderRig;
let rig: FlowRig;
let endpoint: { readonly id: string; readonly path: string };
let undo: () => Promise<void>;
/** A worker in another process: the same database, connections of its own. */
let other: Context;
beforeAll(async () => {
  folder = await folderRig(8);
  rig = folder.rig;
  endpoint = await folder.add('standard-3pl', 'van');
  undo = await folder.exchange('standard-3pl', '940', 'van');
  other = {
    ...rig.context,
    db: openDatabase({ logins: rig.context.database.logins, keys: testKeys, maxConnections: 8 }),
  };
}, 300_000);
afterAll(async () => {
  await undo();
  await other.db.close();
  await folder.close();
});

const orders = async () =>
  (await sentTo(rig, 'standard-3pl')).filter(({ sets, answers }) => sets[0] === '940' && answers === null);
const tenders = async () => (await sentTo(rig, 'standard-carrier')).filter(({ sets }) => sets[0] === '204');
const inOutbox = () => filesIn(endpoint.path, 'outbox');
const row = async () => (await findEndpoint(rig.context.db.system, endpoint.id))!;
const lane = () => `endpoint/${endpoint.id}`;
const cases = () => casesAbout(rig, { kind: 'endpoint.failing', state: 'open' });
const handovers = () =>
  rig.context.db
    .system('delivery')
    .where({ endpoint_id: endpoint.id })
    .orderBy('seq')
    .select('state', 'attempts', 'reason');
const messageOf = async (id: string) =>
  (await rig.context.db.scoped('*', (tx) => readMessage(tx, id, { limit: 10 } as never, { side: 'team' })))!;
const transportOf = async (id: string) => (await messageOf(id)).ladder.find(({ rung }) => rung === 'transport')!;
const change = async (subject: string, note: string) => {
  rig.context.pass(1000);
  const client = rig.odoo.production;
  const [picking] = await client.searchRead('stock.picking', [['name', '=', subject]], ['name']);
  await client.write('stock.picking', [picking!.id], { note: `<p>${note}</p>` });
  await collect(rig.context, rig.connections.production);
};

const refusal = new CodedError('channel.refused', { detail: 'The name is too long for the partner.' });

/** The folder is away while this runs, as a disk that is not mounted. */
async function whileAway(work: () => Promise<void>): Promise<void> {
  const elsewhere = join(folder.root, '..', `${endpoint.id}-away`);
  renameSync(endpoint.path, elsewhere);
  try {
    await work();
  } finally {
    renameSync(elsewhere, endpoint.path);
  }
}

describe('an endpoint that answers', () => {
  test('gets what is written for it, in order, byte for byte; the ladder says where it is, and that it was collected once the file is gone', async () => {
    await collect(rig.context, rig.connections.production);
    await rig.work();
    const sent = await orders();
    expect(sent.length).toBeGreaterThanOrEqual(8);
    expect(inOutbox()).toEqual(sent.map(({ control }) => `940-${control}.x12`).toSorted());
    for (const { control, text } of sent)
      expect(fileIn(endpoint.path, 'outbox', `940-${control}.x12`).toString('latin1')).toBe(text);
    const [first] = sent;
    expect(await documentRow(rig, first!.id)).toMatchObject({ state: 'sent', outcome: 'waiting', channel: 'folder' });
    expect(await transportOf(first!.id)).toMatchObject({
      state: 'pending',
      detail: expect.stringContaining('not taken yet'),
    });
    expect((await messageOf(first!.id)).step.reason).toBe('Handed over at van, not collected yet');
    expect(await clocksOf(rig, first!.id)).toMatchObject({ 'functional-ack': 'running' });
    rmSync(join(endpoint.path, 'outbox', `940-${first!.control}.x12`));
    await folder.look(endpoint.id);
    expect(await documentRow(rig, first!.id)).toMatchObject({ state: 'delivered', outcome: 'waiting' });
    expect(await ladderOf(rig, first!.id)).toMatchObject({ transport: 'done', 'functional-ack': 'pending' });
  });

  test('of which documents are fetched has no delivery for them, and acknowledgements go back the way that the document came', async () => {
    expect((await tenders()).length).toBeGreaterThanOrEqual(8);
    expect(
      await rig.context.db.system('delivery').where({ destination: 'channel' }).whereNot({ endpoint_id: endpoint.id }),
    ).toEqual([]);
    const byHttps = await rig.bring('standard-3pl', sample('standard-3pl', '945-complete'));
    const [ack] = await answersTo(rig, 'standard-3pl', byHttps);
    expect(await documentRow(rig, ack!.id)).toMatchObject({ channel: 'https', state: 'ready', endpoint_id: null });
  });
});

describe('an endpoint that does not answer', () => {
  beforeEach(async () => {
    await folder.after(400_000);
    for (const name of inOutbox()) rmSync(join(endpoint.path, 'outbox', name));
    await folder.look(endpoint.id);
  });

  test('holds up neither the writing nor other endpoints, opens its breaker after three failures, and gets everything in order when it is back', async () => {
    const before = await orders();
    const tendersBefore = (await tenders()).length;
    await whileAway(async () => {
      await change('WH/OUT/00007', 'first');
      await change('WH/OUT/00008', 'second');
      await rig.work();
      // Written all the same, with the 204s of the carrier.
      expect((await orders()).length).toBe(before.length + 2);
      expect((await tenders()).length).toBe(tendersBefore + 2);
      expect(await row()).toMatchObject({ breaker: 'closed', failures: 1 });
      for (let tries = 0; tries < 2; tries += 1) await folder.after(10_000);
      expect(await row()).toMatchObject({
        breaker: 'open',
        failures: 3,
        lastError: `There is no folder ${endpoint.path}.`,
      });
      expect(await cases()).toMatchObject([{ subject_type: 'endpoint', subject_id: endpoint.id }]);
      const [head, behind] = (await orders()).slice(-2);
      // The partner's time begins when the document is there.
      expect(await clocksOf(rig, head!.id)).not.toHaveProperty('functional-ack');
      for (const { id } of [head!, behind!]) {
        expect(await transportOf(id)).toMatchObject({
          state: 'pending',
          detail: expect.stringMatching(/^Waits: the endpoint van has not answered since \d{4}-/),
        });
        expect((await messageOf(id)).step).toMatchObject({ state: 'waiting', turn: 'nobody' });
      }
      // While it is open nothing is tried, whoever looks.
      const attempts = (await handovers()).map((one) => one.attempts);
      await watch(rig.context);
      await drain(rig.context, lane());
      await drain(other, lane());
      expect((await handovers()).map((one) => one.attempts)).toEqual(attempts);
    });
    await folder.after(31_000);
    expect(await row()).toMatchObject({ breaker: 'closed', failures: 0, failingSince: null });
    expect(await clocksOf(rig, (await orders()).at(-1)!.id)).toMatchObject({ 'functional-ack': 'running' });
    expect(await cases()).toEqual([]);
    expect(inOutbox()).toEqual((await orders()).slice(-2).map(({ control }) => `940-${control}.x12`));
    const done = await rig.context.db
      .system('audit_entry')
      .where({ action: 'document.handed-over' })
      .whereIn(
        'document_id',
        (await orders()).slice(-2).map(({ id }) => id),
      )
      .orderBy('id')
      .select('document_id');
    expect(done.map((one) => one.document_id)).toEqual((await orders()).slice(-2).map(({ id }) => id));
  });

  test('is tried once when its pause is over, by one of two workers, and the next pause is longer', async () => {
    await whileAway(async () => {
      await change('WH/OUT/00003', 'third');
      await rig.work();
      for (let tries = 0; tries < 2; tries += 1) await folder.after(10_000);
      const first = (await row()).retryAt!.getTime() - rig.context.now().getTime();
      rig.context.pass(31_000);
      await Promise.all([drain(rig.context, lane()), drain(other, lane())]);
      expect(await row()).toMatchObject({ breaker: 'open', failures: 4 });
      const second = (await row()).retryAt!.getTime() - rig.context.now().getTime();
      expect(second).toBeGreaterThan(first);
      for (let tries = 0; tries < 8; tries += 1) await folder.after(301_000);
      expect((await row()).retryAt!.getTime() - rig.context.now().getTime()).toBeLessThanOrEqual(300_000);
      // However long it takes, nothing fails, and it stays one case.
      expect((await handovers()).at(-1)).toMatchObject({ state: 'pending' });
      expect(await cases()).toHaveLength(1);
    });
    // A worker that died in the middle of its try left the breaker half-open: the next one goes on.
    await rig.context.db.system('channel_endpoint').where({ id: endpoint.id }).update({ breaker: 'half-open' });
    await folder.after(301_000);
    expect(await row()).toMatchObject({ breaker: 'closed' });
    expect(inOutbox()).toHaveLength(1);
  });

  test('goes on at once when a test says that it works', async () => {
    await whileAway(async () => {
      await change('WH/OUT/00004', 'fourth');
      await rig.work();
      for (let tries = 0; tries < 2; tries += 1) await folder.after(10_000);
      const { id, orgId } = await row();
      expect(await testEndpoint(rig.context, { orgId, endpointId: id }, folder.by)).toMatchObject({
        works: false,
        says: [`There is no folder ${endpoint.path}.`],
        failed: [{ says: `There is no folder ${endpoint.path}.`, remedy: expect.stringContaining('Make the folder') }],
      });
      await rig.work();
      expect(await row()).toMatchObject({ breaker: 'open' });
    });
    const { id, orgId } = await row();
    expect(await testEndpoint(rig.context, { orgId, endpointId: id }, folder.by)).toMatchObject({ works: true });
    await rig.work();
    expect(await row()).toMatchObject({ breaker: 'closed' });
    expect(inOutbox()).toHaveLength(1);
  });

  test('or that a person has paused keeps what is for it, says so, and looks for nothing, until it is resumed', async () => {
    const { id: endpointId, orgId } = await row();
    await pauseEndpoint(rig.context, { orgId, endpointId }, 'paused', folder.by);
    await change('WH/OUT/00005', 'fifth');
    await rig.work();
    await folder.after(400_000);
    const [held] = (await orders()).slice(-1);
    expect(inOutbox()).toEqual([]);
    expect(await transportOf(held!.id)).toMatchObject({
      detail: expect.stringMatching(/^Waits: the endpoint van is paused since/),
    });
    drop(endpoint.path, 'later.x12', sample('standard-3pl', '945-complete'));
    await folder.look(endpointId);
    expect(filesIn(endpoint.path, 'inbox')).toEqual(['later.x12']);
    await pauseEndpoint(rig.context, { orgId, endpointId }, 'resumed', folder.by);
    await rig.work();
    expect(inOutbox()).toHaveLength(1);
    await folder.look(endpointId);
    expect(filesIn(endpoint.path, 'inbox')).toEqual([]);
  });
});

test('a document that its channel will not move fails by itself, is shown so, and is tried again by the document and in bulk', async () => {
  const { context } = rig;
  for (const again of ['document', 'bulk'] as const) {
    const refusing = { ...context.channels.folder, deliver: () => Promise.reject(refusal) };
    const picky: Context = { ...context, channels: { ...context.channels, folder: refusing } };
    await change('WH/OUT/00006', `sixth ${again}`);
    await drain(context, `document/production/${rig.orgs['standard-3pl']}`);
    await drain(picky, lane());
    const [failed] = (await orders()).slice(-1);
    expect(await documentRow(rig, failed!.id)).toMatchObject({ state: 'ready', outcome: 'attention' });
    expect(await transportOf(failed!.id)).toMatchObject({
      state: 'failed',
      detail: 'The name is too long for the partner.',
    });
    expect((await messageOf(failed!.id)).step).toMatchObject({
      ...{ state: 'attention', turn: 'yours' },
      reason: 'It could not be handed over at van: The name is too long for the partner',
    });
    expect((await messageOf(failed!.id)).work).toMatchObject({ canRetry: true });
    expect(await row()).toMatchObject({ breaker: 'closed', failures: 0 });
    const by = { actor: 'test', by: { kind: 'command' } as const };
    if (again === 'document') expect(await retryDeliveriesOf(context, failed!.id, { ...by, visibility: '*' })).toBe(1);
    else
      expect(await retryMany(context, { environment: 'production', cause: undefined }, by)).toMatchObject({ total: 1 });
    await rig.work();
    expect(await documentRow(rig, failed!.id)).toMatchObject({ state: 'sent', outcome: 'waiting' });
    expect(await casesAbout(rig, { document_id: failed!.id, state: 'open' })).toEqual([]);
    expect(existsSync(join(endpoint.path, 'outbox', `940-${failed!.control}.x12`))).toBe(true);
  }
});
