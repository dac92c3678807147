import { expect, it } from 'vitest';
import { conveniences, type OdooClient } from '../../../services/odoo/client.ts';
import { moment } from '../action-rig.ts';
import { announced, shipped, sscc } from './events.ts';
import { onRealOdoo, type Stage } from './rig.ts';

/** A client that lets somebody do something in Odoo right before a call of the hub's. */
function before(client: OdooClient, method: string, act: () => Promise<unknown>): OdooClient {
  let done = false;
  const call: OdooClient['call'] = async (model, name, options) => {
    if (name === method && !done) {
      done = true;
      await act();
    }
    return client.call(model, name, options);
  };
  return { majorVersion: client.majorVersion, version: () => client.version(), call, ...conveniences(call) };
}

const validateAs = async ({ world }: Stage, id: number) => {
  await world.odoo.call('stock.picking', 'button_validate', [[id]], {
    context: { skip_backorder: true, skip_sms: true },
  });
};

async function openOrder(stage: Stage, ordered: number, stock = 20) {
  const product = await stage.world.product();
  await stage.world.stock(product, await stage.world.shelf(), stock);
  const { transfers } = await stage.world.order([{ product, quantity: ordered }]);
  return { product, id: transfers[0]!.id, name: String(transfers[0]!.name) };
}

onRealOdoo((stage) => {
  it('a person who finishes the transfer in the same moment: the same quantities are one fact, and get the tracking number', async () => {
    const { product, id, name } = await openOrder(stage(), 8);
    const racing = before(stage().client, 'write', () => validateAs(stage(), id));
    const result = await stage().apply(shipped(name, [{ product, shipped: 8 }]), {}, racing);
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(await stage().world.transfer(id)).toMatchObject({
      state: 'done',
      carrier_tracking_ref: `TRK-${name.replaceAll('/', '-')}`,
      date_done: '2026-11-20 16:42:00',
    });
    expect(Object.values(await stage().world.quants(product)).sort((a, b) => a - b)).toEqual([8, 12]);
  });

  it('a person who finishes it with other quantities: held, and what was shipped is not changed', async () => {
    const { product, id, name } = await openOrder(stage(), 8);
    const racing = before(stage().client, 'write', () => validateAs(stage(), id));
    const result = await stage().apply(
      shipped(name, [{ product, shipped: 5, more: { status: 'partial-backordered' } }]),
      {},
      racing,
    );
    expect(result).toMatchObject({ outcome: 'held', code: 'odoo.transfer-differs' });
    expect(Object.values(await stage().world.quants(product)).sort((a, b) => a - b)).toEqual([8, 12]);
  });

  it('a person who has begun to pick is not overwritten', async () => {
    const { product, id, name } = await openOrder(stage(), 8);
    const [line] = await stage().world.lines(id);
    await stage().world.odoo.call('stock.move.line', 'write', [[line!.id], { quantity: 6, picked: true }]);
    const result = await stage().apply(shipped(name, [{ product, shipped: 8 }]));
    expect(result).toMatchObject({ outcome: 'held', code: 'odoo.person-half-way', writes: [] });
    expect(await stage().world.lines(id)).toMatchObject([{ quantity: 6, picked: true }]);
  });

  it('a 945 with another tracking number writes it, and lists what Odoo holds', async () => {
    const { product, name, id } = await openOrder(stage(), 8);
    expect(await stage().apply(shipped(name, [{ product, shipped: 8 }]))).toMatchObject({ outcome: 'applied' });
    const again = await stage().apply(shipped(name, [{ product, shipped: 8 }], { trackingNumber: 'NEW-2' }));
    expect(again).toMatchObject({ outcome: 'applied' });
    expect(again.writes).toContainEqual(expect.objectContaining({ field: 'carrier_tracking_ref', after: 'NEW-2' }));
    expect((await stage().world.transfer(id)).carrier_tracking_ref).toBe('NEW-2');
    const third = await stage().apply(shipped(name, [{ product, shipped: 8 }], { trackingNumber: 'NEW-2' }));
    expect(third).toMatchObject({ outcome: 'already-applied' });
  });

  it('a transfer that a person validated without labels gets them', async () => {
    const { product, name, id } = await openOrder(stage(), 8);
    await validateAs(stage(), id);
    const label = sscc();
    const result = await stage().apply(shipped(name, [{ product, shipped: 8, more: { packages: [{ sscc: label }] } }]));
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(result.remarks).toBeUndefined();
    const quants = await stage().world.quants(product);
    expect(Object.entries(quants).find(([place]) => place.includes(label))?.[1]).toBe(8);
  });

  it('a second 945 under the first number belongs to the backorder', async () => {
    const { product, name, id } = await openOrder(stage(), 8);
    const first = shipped(name, [{ product, shipped: 5, more: { status: 'partial-backordered' } }]);
    expect(await stage().apply(first)).toMatchObject({ outcome: 'applied' });
    expect(await stage().apply(first)).toMatchObject({ outcome: 'already-applied' });
    const second = shipped(name, [{ product, shipped: 3 }], {
      trackingNumber: 'SECOND',
      shippedAt: moment('2026-11-21T09:00:00Z'),
    });
    expect(await stage().apply(second)).toMatchObject({ outcome: 'applied' });
    const [backorder] = (await stage().world.transfer(id)).backorder_ids as number[];
    expect(await stage().world.transfer(backorder!)).toMatchObject({ state: 'done', carrier_tracking_ref: 'SECOND' });
    expect(Object.values(await stage().world.quants(product)).sort((a, b) => a - b)).toEqual([8, 12]);
    expect(await stage().apply(second)).toMatchObject({ outcome: 'already-applied' });
  });

  it('what Odoo refuses at the validation is taken back, so that a person can validate as if nothing had happened', async () => {
    const { world, apply, client } = stage();
    const product = await world.product({ tracking: 'lot' });
    const shelf = await world.shelf();
    await world.stock(product, shelf, 20, { lot: await world.lot(product, `L${Date.now()}`) });
    const { transfers } = await world.order([{ product, quantity: 8 }]);
    const id = transfers[0]!.id;
    const shown = async () =>
      (await world.lines(id)).map(({ quantity, picked, lot_id, location_id }) => ({
        quantity,
        picked,
        lot_id,
        location_id,
      }));
    const was = await shown();
    // Somebody puts goods without a lot on the transfer between the write and the validation: Odoo refuses it.
    const [move] = await world.moves(id);
    const spoiled = before(client, 'button_validate', () =>
      world.odoo.call('stock.picking', 'write', [
        [id],
        {
          move_line_ids: [
            [0, 0, { move_id: move!.id, product_id: product.id, quantity: 1, picked: true, location_id: shelf }],
          ],
        },
      ]),
    );
    const result = await apply(
      shipped(String(transfers[0]!.name), [{ product, shipped: 6, more: { status: 'partial-backordered' } }]),
      {},
      spoiled,
    );
    expect(result).toMatchObject({ outcome: 'refused', code: 'odoo.refused', writes: [] });
    expect(result.reason).toContain('stands as it stood before');
    expect(await shown()).toEqual(was);
    await validateAs(stage(), id);
    expect((await world.transfer(id)).state).toBe('done');
    expect(Object.values(await world.quants(product)).sort((a, b) => a - b)).toEqual([8, 12]);
  });

  it('what a person has picked stays picked when Odoo refuses the validation, and the tracking number is taken back', async () => {
    const { world, apply, client } = stage();
    const product = await world.product({ tracking: 'lot' });
    const shelf = await world.shelf();
    const lot = `L${Date.now()}`;
    await world.stock(product, shelf, 20, { lot: await world.lot(product, lot) });
    const { transfers } = await world.order([{ product, quantity: 8 }]);
    const { id } = transfers[0]!;
    const [line] = await world.lines(id);
    await world.odoo.call('stock.move.line', 'write', [[line!.id], { picked: true }]);
    const [move] = await world.moves(id);
    const unlotted = { move_id: move!.id, product_id: product.id, quantity: 1, picked: true, location_id: shelf };
    const spoiled = before(client, 'button_validate', () =>
      world.odoo.call('stock.picking', 'write', [[id], { move_line_ids: [[0, 0, unlotted]] }]),
    );
    const event = shipped(String(transfers[0]!.name), [
      { product, shipped: 8, more: { lots: [{ lot, quantity: 8 }] } },
    ]);
    const result = await apply(event, {}, spoiled);
    expect(result).toMatchObject({ outcome: 'refused', code: 'odoo.refused', writes: [] });
    expect(result.reason).toContain('with the lines that were picked already');
    expect((await world.lines(id)).find((one) => one.id === line!.id)).toMatchObject({ quantity: 8, picked: true });
    expect((await world.transfer(id)).carrier_tracking_ref).toBe(false);
  });

  it('an 856 that comes after a person has received everything takes nothing back', async () => {
    const { world, apply } = stage();
    const product = await world.product();
    const { name, receipt } = await world.purchase([{ product, quantity: 30 }]);
    const racing = before(stage().client, 'write', () => validateAs(stage(), receipt.id));
    const result = await apply(announced(name, [{ product, quantity: 18 }]), {}, racing);
    expect(result).toMatchObject({ outcome: 'refused', code: 'odoo.receipt-closed' });
    expect(Object.values(await world.quants(product))).toEqual([30]);
  });
});
