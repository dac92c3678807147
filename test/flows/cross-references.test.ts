import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../services/flows/cross-references/answer.ts';
import { masterData } from '../../services/flows/cross-references/master-data.ts';
import { suggestFor } from '../../services/flows/cross-references/suggest.ts';
import { odooFor } from '../../services/flows/odoo-connection.ts';
import { retryDelivery } from '../../services/flows/retry.ts';
import { watch } from '../../services/flows/watch.ts';
import { questionPage, waitingOf } from '../../services/store/awaited-keys.ts';
import { importCrossReferences } from '../../services/store/cross-references.ts';
import { deliveriesOf, documentRow, type FlowRig, flowRig, sample, under } from './rig.ts';

// Keys of a partner that Odoo knows nothing by: what waits for them is one case, and goes on when somebody says what they are.

let rig: FlowRig;
let of: { readonly orgId: string; readonly environment: 'production' };
beforeAll(async () => {
  rig = await flowRig({ transfers: 40 });
  of = { orgId: rig.orgs['standard-3pl'], environment: 'production' };
});
afterAll(() => rig.close());

const by = { actor: 'team@northgate.example', by: { kind: 'person', id: 'x' } } as never;
const db = () => rig.context.db.system;
let control = 700;
const next = () => String(++control).padStart(9, '0');

/** A 947 of its own number, in which some of the items are called otherwise. */
const adjustment = (changes: Readonly<Record<string, string>> = {}) => {
  const number = next();
  return rig.bring(
    'standard-3pl',
    under(number, sample('standard-3pl', '947-damage-and-count', { 'ADJ-5001': `ADJ-${number}`, ...changes })),
  );
};
/** As a warehouse calls the lamp, and no number of ours beside it. */
const called = (key: string) => ({ 'EA*614141000036*SK*NG-LAMP': `EA**SK*${key}` });
const shipped = (order: string, key: string) =>
  rig.bring(
    'standard-3pl',
    under(
      next(),
      sample('standard-3pl', '945-complete', { 'WH/OUT/00001': order, 'EA*614141000036*SK*NG-LAMP': `EA**SK*${key}` }),
    ),
  );
const openCases = async () =>
  (await db()('exception_case')
    .where({ state: 'open' })
    .orderBy('opened_at')
    .select('kind', 'fingerprint', 'org_id')) as {
    kind: string;
    fingerprint: string;
  }[];
const kindsOpen = async () => (await openCases()).map(({ kind }) => kind);
const questions = async (more: object = {}) =>
  (await questionPage(db(), { ...of, ...more }, { limit: 100, offset: 0 })).questions;
const stateOf = async (document: string) => (await deliveriesOf(rig, document))[0].state as string;
const say = (key: string, value: string | null, kind = 'item' as 'item' | 'unit' | 'location', more = {}) =>
  answer(rig.context, of, [{ kind, key, value, ...more }], by);

describe('an item that Odoo knows nothing by', () => {
  test('of many documents is one question and one case; one answer lets all of them go on in their order, and the case ends', async () => {
    const documents: string[] = [];
    for (let n = 0; n < 25; n += 1) documents.push(await adjustment(called('QS-LAMP')));
    await rig.work();
    expect(new Set(await Promise.all(documents.map(stateOf)))).toEqual(new Set(['refused']));
    expect(await kindsOpen()).toEqual(['keys.unknown']);
    expect(await questions()).toMatchObject([
      { lookup: 'odoo-items', key: 'QS-LAMP', said: { sku: 'QS-LAMP' }, means: null, deliveries: 25, documents: 25 },
    ]);
    const { resumed, waiting, written } = await say('QS-LAMP', 'NG-LAMP');
    expect({ written, resumed: resumed.map(({ total }) => total), waiting: waiting.deliveries }).toEqual({
      ...{ written: 1, resumed: [25], waiting: 0 },
    });
    expect(await kindsOpen()).toEqual([]);
    await rig.work();
    expect(new Set(await Promise.all(documents.map(stateOf)))).toEqual(new Set(['applied']));
    const { rows } = await db().raw(
      `select d.seq from delivery d join event e on e.id = d.event_id where e.document_id = any(?) order by d.finished_at, d.seq`,
      [documents],
    );
    const seqs = rows.map(({ seq }: { seq: string }) => Number(seq));
    expect(seqs).toEqual(seqs.toSorted((a: number, b: number) => a - b));
    const row = await documentRow(rig, documents[0]!);
    expect(row).toMatchObject({ outcome: 'done' });
    // What was written to Odoo says where in their document it came from.
    const [delivery] = await deliveriesOf(rig, documents[0]!);
    const [write] = await db()('odoo_write').where({ delivery_id: delivery.id, model: 'stock.quant' }).orderBy('id');
    expect(write).toMatchObject({ pointer: '/lines/0/change/value' });
    expect(write.record_name).toContain('NG-LAMP');
  });

  test('and another one in the same document are asked for at once; it goes on with the last answer, and not before', async () => {
    const both = await adjustment({ ...called('QS-L2'), 'EA*614141000012*SK*NG-JACKET-M': 'EA**SK*QS-J2' });
    const one = await adjustment(called('QS-L2'));
    await rig.work();
    expect((await questions()).map(({ key, deliveries }) => [key, deliveries])).toEqual([
      ['QS-L2', 2],
      ['QS-J2', 1],
    ]);
    const first = await say('QS-L2', 'NG-LAMP');
    expect(first).toMatchObject({ resumed: [{ total: 1 }], waiting: { deliveries: 1, questions: 2 } });
    await rig.work();
    expect([await stateOf(both), await stateOf(one)]).toEqual(['refused', 'applied']);
    expect(await kindsOpen()).toEqual(['keys.unknown']);
    expect(await say('QS-J2', 'NG-JACKET-M')).toMatchObject({ resumed: [{ total: 1 }], waiting: { questions: 0 } });
    await rig.work();
    expect(await stateOf(both)).toBe('applied');
    expect(await kindsOpen()).toEqual([]);
  });

  test('twenty different ones of one partner are twenty questions and still one case', async () => {
    for (let n = 0; n < 20; n += 1) await adjustment(called(`QS-20-${n}`));
    await rig.work();
    expect((await questions()).length).toBe(20);
    expect(await kindsOpen()).toEqual(['keys.unknown']);
    const answers = Array.from(
      { length: 20 },
      (_, n) => ({ kind: 'item', key: `QS-20-${n}`, value: 'NG-LAMP' }) as const,
    );
    expect(await answer(rig.context, of, answers, by)).toMatchObject({ written: 20, resumed: [{ total: 20 }] });
    await rig.work();
    expect(await kindsOpen()).toEqual([]);
  });

  test('counts where goods are shipped: an answer says which line of the transfer is meant, and what it is called stays told', async () => {
    const document = await shipped('WH/OUT/00001', 'QS-SHIP');
    await rig.work();
    expect(await stateOf(document)).toBe('refused');
    expect(await questions()).toMatchObject([{ key: 'QS-SHIP', examples: [{ subject: 'WH/OUT/00001' }] }]);
    await say('QS-SHIP', 'NG-LAMP');
    await rig.work();
    expect(await stateOf(document)).toBe('applied');
    // A line that Odoo knows, and this transfer has not, asks for no cross reference.
    const other = await shipped('WH/OUT/00003', 'NG-BOOT-42');
    await rig.work();
    expect(await waitingOf(db(), of)).toMatchObject({ questions: 0 });
    expect(await stateOf(other)).not.toBe('applied');
    expect(await kindsOpen()).toEqual(['delivery.stopped']);
    await db()('exception_case').where({ state: 'open' }).update({ state: 'resolved', resolved_at: rig.context.now() });
  });

  test('an answer that Odoo does not have is asked for again, and says what was answered; the right one lets it go on', async () => {
    const document = await adjustment(called('QS-WRONG'));
    await rig.work();
    expect(await say('QS-WRONG', 'NG-NOWHERE')).toMatchObject({ resumed: [{ total: 1 }] });
    await rig.work();
    expect(await questions()).toMatchObject([{ key: 'QS-WRONG', means: 'NG-NOWHERE' }]);
    expect((await deliveriesOf(rig, document))[0].reason).toContain('NG-NOWHERE (their QS-WRONG)');
    // Whoever has not seen that answer does not write over it.
    await expect(say('QS-WRONG', 'NG-LAMP', 'item', { insteadOf: null })).rejects.toMatchObject({
      code: 'http.conflict',
    });
    await say('QS-WRONG', 'NG-LAMP', 'item', { insteadOf: 'NG-NOWHERE' });
    await rig.work();
    expect(await stateOf(document)).toBe('applied');
    expect(await kindsOpen()).toEqual([]);
  });

  test('taken back it is asked for again by the next document; what has gone on stays as it is', async () => {
    const first = await adjustment(called('QS-BACK'));
    await rig.work();
    const { before } = await say('QS-BACK', 'NG-LAMP');
    await rig.work();
    expect(before).toEqual([{ kind: 'item', key: 'QS-BACK', value: null, insteadOf: 'NG-LAMP' }]);
    expect(await answer(rig.context, of, before, by)).toMatchObject({ written: 0, removed: 1, resumed: [] });
    const second = await adjustment(called('QS-BACK'));
    await rig.work();
    expect([await stateOf(first), await stateOf(second)]).toEqual(['applied', 'refused']);
    await say('QS-BACK', 'NG-LAMP');
    await rig.work();
    expect(await kindsOpen()).toEqual([]);
  });

  test('goes on by whatever way the cross reference comes, and its case ends by itself when the delivery has gone on otherwise', async () => {
    const byFile = await adjustment(called('QS-FILE'));
    await rig.work();
    const entries = new Map([['QS-FILE', 'NG-LAMP']]);
    await db().transaction((tx) =>
      importCrossReferences(tx, of.orgId, 'odoo-items', entries, { replace: false, at: rig.context.now() }),
    );
    await watch(rig.context);
    await rig.work();
    expect(await stateOf(byFile)).toBe('applied');
    const byRetry = await adjustment(called('QS-RETRY'));
    await rig.work();
    const [product] = await rig.odoo.production.searchRead(
      'product.product',
      [['default_code', '=', 'NG-LAMP']],
      ['name'],
    );
    await rig.odoo.production.write('product.product', [product!.id], { default_code: 'QS-RETRY' });
    const [{ id }] = await deliveriesOf(rig, byRetry);
    await db().transaction((tx) => retryDelivery(tx, id, { actor: 'test', at: rig.context.now() }));
    await rig.work();
    await watch(rig.context);
    expect(await stateOf(byRetry)).toBe('applied');
    expect(await kindsOpen()).toEqual([]);
    await rig.odoo.production.write('product.product', [product!.id], { default_code: 'NG-LAMP' });
  });

  test('a case that a person has closed stays closed until something more waits', async () => {
    await adjustment(called('QS-SHUT'));
    await rig.work();
    rig.context.pass(1000);
    const closed = { state: 'resolved', resolved_at: rig.context.now(), resolved_by: 'team', cause: 'other' };
    await db()('exception_case').where({ state: 'open' }).update(closed);
    rig.context.pass(1000);
    await watch(rig.context);
    expect(await kindsOpen()).toEqual([]);
    await adjustment(called('QS-SHUT'));
    await rig.work();
    expect(await kindsOpen()).toEqual(['keys.unknown']);
    await say('QS-SHUT', 'NG-LAMP');
    await rig.work();
    expect(await kindsOpen()).toEqual([]);
  });
});

describe('a unit that nobody has said the meaning of', () => {
  test('is a question of the same kind, held against the units of Odoo, and its answer lets the document go on', async () => {
    const document = await adjustment({ '-2*EA*614141000036': '-2*PK*614141000036' });
    await rig.work();
    expect(await questions({ lookup: 'odoo-units' })).toMatchObject([{ key: 'PK', deliveries: 1 }]);
    await expect(say('PK', 'Pack of 7000', 'unit')).rejects.toMatchObject({ code: 'http.request-invalid' });
    await say('PK', '1', 'unit');
    await rig.work();
    expect(await stateOf(document)).toBe('applied');
    await say('PK', null, 'unit');
  });
});

describe('what Odoo has', () => {
  test('is suggested by barcode, internal reference, number of a vendor and name, each with its reason, and in one order', async () => {
    const { production: odoo } = rig.odoo;
    const [lamp] = await odoo.searchRead('product.product', [['default_code', '=', 'NG-LAMP']], ['name', 'barcode']);
    const [vendor] = await odoo.searchRead('res.partner', [['is_company', '=', true]], ['name'], { limit: 1 });
    await odoo.create('product.supplierinfo', [
      { partner_id: vendor!.id, product_id: lamp!.id, product_code: 'FT-998' },
    ]);
    const connection = (await odooFor(rig.context, of))!;
    const asked = [
      { lookup: 'odoo-items', key: 'X1', said: { sku: 'X1', gtin: `0${lamp!.barcode}` } },
      { lookup: 'odoo-items', key: 'ng lamp', said: { sku: 'ng lamp' } },
      { lookup: 'odoo-items', key: 'FT-998', said: { vendorSku: 'FT-998' } },
      { lookup: 'odoo-items', key: 'X2', said: { sku: 'X2', name: String(lamp!.name) } },
      { lookup: 'odoo-items', key: 'X3', said: { sku: 'X3', name: 'Zzz' } },
      { lookup: 'odoo-units', key: 'Dozen', said: {} },
      { lookup: 'odoo-locations', key: 'Nowhere', said: {} },
      { lookup: 'odoo-partners', key: 'Z', said: { name: String(vendor!.name) } },
    ];
    await connection.capabilities();
    const calls = rig.calls.length;
    const found = await suggestFor(rig.context, connection, of.orgId, asked);
    expect(rig.calls.length - calls).toBeLessThanOrEqual(5);
    const first = found.map(([one]) => one && { value: one.value, reason: one.reason, isExact: one.isExact });
    expect(first).toEqual([
      { value: 'NG-LAMP', reason: `Its barcode is the same, ${lamp!.barcode}.`, isExact: true },
      { value: 'NG-LAMP', reason: 'Its internal reference NG-LAMP is the same but for its writing.', isExact: false },
      { value: 'NG-LAMP', reason: `${vendor!.name} calls it FT-998 in Odoo.`, isExact: true },
      { value: 'NG-LAMP', reason: 'Its name is the same.', isExact: false },
      undefined,
      { value: 'Dozens', reason: 'Its name begins the same.', isExact: false },
      expect.objectContaining({ reason: 'One of the warehouses that this partner works at.', isExact: false }),
      expect.objectContaining({ reason: 'Its name is the same.', isExact: true }),
    ]);
    expect(await suggestFor(rig.context, connection, of.orgId, asked)).toEqual(found);
  });

  test('its products are listed with the keys that mean them, and keys that documents use are proposed where nothing else can be meant', async () => {
    const connection = (await odooFor(rig.context, of))!;
    const lamp = async (more = {}) =>
      (
        await masterData(rig.context, connection, {
          ...{ ...of, kind: 'item', missing: false, limit: 50, offset: 0, q: 'lamp', ...more },
        } as never)
      ).rows.find(({ value }) => value === 'NG-LAMP');
    await say('QS-ANY', 'NG-LAMP');
    expect((await lamp())!.keys).toContain('QS-ANY');
    expect(await lamp({ missing: true })).toBeUndefined();
    await adjustment({ 'EA*614141000012*SK*NG-JACKET-M': 'EA*614141000012*SK*QS-JKT' });
    const { rows } = await masterData(rig.context, connection, {
      ...{ ...of, kind: 'item' as const, missing: false, limit: 50, offset: 0, q: 'JACKET-M' },
    });
    expect(rows[0]!.proposals).toEqual([{ key: 'QS-JKT', reason: 'Its barcode is the same, 0614141000012.' }]);
  });
});
