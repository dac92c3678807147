import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newSecret } from '../../services/channels/webhook-signature.ts';
import { addEndpoint } from '../../services/flows/endpoints.ts';
import { receiver } from '../support/receiver.ts';
import { type OutboundRig, outboundRig } from './outbound-rig.ts';
import { casesAbout, type FlowRig, picked, sample, sentTo } from './rig.ts';

// What a person makes of an order that an 850 brought to Odoo: the buyer gets one 855, and what is changed later is a case.

let out: OutboundRig;
let rig: FlowRig;
beforeAll(async () => {
  out = await outboundRig(2);
  rig = out.rig;
});
afterAll(() => rig.close());

let orders = 0;
/** An order of its own, as a quotation in Odoo. @returns its number, and what may be done with it there. */
async function taken() {
  orders += 1;
  const number = `MKT-9${orders}`;
  await rig.bring('standard-3pl', out.fresh(sample('standard-3pl', '850-order', { 'MKT-40017': number })));
  await rig.work();
  const client = rig.odoo.production;
  const [sale] = await client.searchRead('sale.order', [['client_order_ref', '=', number]], ['name', 'order_line']);
  const { id, order_line: lines } = sale as unknown as { id: number; order_line: number[] };
  const act = async (work: () => Promise<unknown>) => {
    rig.context.pass(1000);
    await work();
  };
  return {
    number,
    confirm: () => act(() => client.call('sale.order', 'action_confirm', { ids: [id] })),
    cancel: () => act(() => client.call('sale.order', 'action_cancel', { ids: [id] })),
    setLine: (at: number, values: object) => act(() => client.write('sale.order.line', [lines[at]!], values as never)),
    answers: async () =>
      (await sentTo(rig, 'standard-3pl')).filter(
        ({ subjects, text }) => subjects.includes(number) && text.includes('ST*855'),
      ),
    cases: async () =>
      (await casesAbout(rig, { state: 'open' })).filter(({ title }: { title: string }) => title.includes(number)),
  };
}

describe('an order of a buyer', () => {
  test('that a person confirms is answered by one 855, however often the hub looks', async () => {
    const order = await taken();
    await out.look();
    expect(await order.answers()).toEqual([]);
    await order.confirm();
    await out.look();
    await out.look();
    const [answer, ...more] = await order.answers();
    expect(more).toEqual([]);
    expect(picked(answer!.text, 'BAK')[0]).toMatch(new RegExp(`^BAK\\*00\\*A[CD]\\*${order.number}\\*`));
    expect(picked(answer!.text, 'ACK').length).toBeGreaterThan(0);
    expect(await order.cases()).toEqual([]);
  });

  test('that a person changes first is accepted with changes, and what is changed after that is a case until it is as was told', async () => {
    const order = await taken();
    await order.setLine(0, { product_uom_qty: 1 });
    await order.confirm();
    await out.look();
    const [answer] = await order.answers();
    expect(picked(answer!.text, 'BAK')[0]).toContain('*AC*');
    expect(picked(answer!.text, 'ACK')[0]).toBe('ACK*IQ*1*EA*067*20260317');
    await order.setLine(0, { product_uom_qty: 3 });
    await out.look();
    await out.look();
    expect(await order.answers()).toHaveLength(1);
    expect(await order.cases()).toMatchObject([{ detail: expect.stringContaining('line 1: 3 instead of 1') }]);
    await order.setLine(0, { product_uom_qty: 1 });
    await out.look();
    expect(await order.cases()).toEqual([]);
  });

  test('that a person cancels is rejected; one that is deleted is a case', async () => {
    const [order, gone] = [await taken(), await taken()];
    await order.cancel();
    await out.look();
    const [answer] = await order.answers();
    expect(picked(answer!.text, 'BAK')[0]).toContain('*RD*');
    expect(new Set(picked(answer!.text, 'ACK').map((ack) => ack.split('*')[1]))).toEqual(new Set(['IR']));
    const client = rig.odoo.production;
    const [row] = await client.searchRead('sale.order', [['client_order_ref', '=', gone.number]], ['name']);
    await client.call('sale.order', 'unlink', { ids: [row!.id] });
    rig.context.pass(3_600_000);
    await out.look();
    expect(await gone.cases()).toMatchObject([{ detail: expect.stringContaining('deleted') }]);
    expect(await gone.answers()).toEqual([]);
  });

  test('is answered to the webhooks of the buyer too', async () => {
    const at = await receiver();
    const wanted = {
      environment: 'production',
      ...{ name: 'hook', channel: 'webhook' },
      settings: { url: at.url, secret: newSecret(), types: ['purchase-order.answered.v1'] },
    } as const;
    const by = { actor: 'test', by: { kind: 'hub' }, side: 'team' } as const;
    await addEndpoint(rig.context, rig.orgs['standard-3pl'], wanted, by);
    const order = await taken();
    await order.confirm();
    await out.look();
    expect(await order.answers()).toHaveLength(1);
    const posted = await rig.context.db
      .system('delivery as d')
      .join('event as e', 'e.id', 'd.event_id')
      .where({ 'd.destination': 'webhook', 'e.subject': order.number })
      .select('d.state', 'e.type');
    expect(posted).toMatchObject([{ type: 'purchase-order.answered.v1' }]);
    await at.close();
  });

  test('is answered once also where the same 850 comes again', async () => {
    const order = await taken();
    await order.confirm();
    await out.look();
    const again = sample('standard-3pl', '850-order', { 'MKT-40017': order.number });
    await rig.bring('standard-3pl', out.fresh(again));
    await rig.work();
    await out.look();
    expect(await order.answers()).toHaveLength(1);
  });
});
