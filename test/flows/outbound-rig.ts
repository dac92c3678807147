import { collect } from '../../services/flows/collect.ts';
import type { Values } from '../../services/odoo/client.ts';
import { type FlowRig, flowRig, type Profile, picked, sentTo, under } from './rig.ts';

/** A flow rig for what goes out: the feed is asked by hand. */
export interface OutboundRig {
  readonly rig: FlowRig;
  /** One look of the production feed, with all that follows from it, a second later. */
  look(): Promise<void>;
  /** Orders (940) that went out for a transfer, oldest first. */
  orders(subject: string): ReturnType<typeof sentTo>;
  /** Tenders (204) that went out for a transfer, oldest first. */
  tenders(subject: string): ReturnType<typeof sentTo>;
  /** A person changes a transfer in Odoo, a second later. */
  change(subject: string, values: Values): Promise<void>;
  /** The text under a control number that was not used yet. */
  fresh(text: string): string;
  /** The newest delivery of a type about a record. */
  deliveryOf(subject: string, type: string): Promise<Record<string, unknown> & { id: string; lane: string }>;
}

/** GS06 of a document. */
export const groupOf = (text: string) => picked(text, 'GS')[0]!.split('*')[6]!;

export async function outboundRig(transfers: number): Promise<OutboundRig> {
  const rig = await flowRig({ transfers });
  const about = async (profile: Profile, subject: string) =>
    (await sentTo(rig, profile)).filter(({ answers, subjects }) => answers === null && subjects.includes(subject));
  let control = 500;
  return {
    rig,
    look: async () => {
      rig.context.pass(1000);
      await collect(rig.context, rig.connections.production);
      await rig.work();
    },
    orders: (subject) => about('standard-3pl', subject),
    tenders: (subject) => about('standard-carrier', subject),
    change: async (subject, values) => {
      rig.context.pass(1000);
      const client = rig.odoo.production;
      const [picking] = await client.searchRead('stock.picking', [['name', '=', subject]], ['name']);
      await client.write('stock.picking', [picking!.id], values);
    },
    fresh: (text) => {
      control += 1;
      return under(String(control).padStart(9, '0'), text);
    },
    deliveryOf: (subject, type) =>
      rig.context.db
        .system('delivery as d')
        .join('event as e', 'e.id', 'd.event_id')
        .where({ 'e.subject': subject, 'e.type': type })
        .orderBy('d.seq', 'desc')
        .first('d.*'),
  };
}
