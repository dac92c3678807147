import type { Knex } from 'knex';
import { until } from './until.ts';

/** Turns the feed off: the orders of the seeded transfers are not what these tests look at. */
export async function withoutFeed(db: Knex): Promise<void> {
  await db('odoo_connection').update({ settings: JSON.stringify({}) });
}

export const transferName = (number: number): string => `WH/OUT/${String(number).padStart(5, '0')}`;

/** One file with several 214 about one shipment, a second apart: their order in the lane is known. Other files speak of other times: the same status at the same time is one fact. */
export function statusReports(control: number, shipmentId: string, count: number): Buffer {
  const number = String(control).padStart(9, '0');
  const sets = Array.from({ length: count }, (_, nth) => {
    const set = String(nth + 1).padStart(4, '0');
    const time = timeOfDay((control * 16 + nth) % 86_400);
    return [
      `ST*214*${set}`,
      `B10*PRO-${control}*${shipmentId}*BHFT`,
      'LX*1',
      `AT7*X6*NS***20260303*${time}*LT`,
      'MS1*Joliet*IL*US',
      `SE*6*${set}`,
    ];
  }).flat();
  const envelope = [
    `ISA*00*          *00*          *02*BHFT           *ZZ*NORTHGATE      *260303*0910*U*00401*${number}*0*P*>`,
    `GS*QM*BHFT*NORTHGATE*20260303*0910*${control}*X*004010`,
  ];
  return Buffer.from(`${[...envelope, ...sets, `GE*${count}*${control}`, `IEA*1*${number}`].join('~')}~`, 'latin1');
}

const timeOfDay = (seconds: number) =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join('');

/** How many deliveries stand in each state. */
export async function deliveryStates(db: Knex): Promise<Record<string, number>> {
  const rows = await db('delivery')
    .groupBy('state')
    .select<{ state: string; n: string }[]>('state', db.raw('count(*) as n'));
  return Object.fromEntries(rows.map((row) => [row.state, Number(row.n)]));
}

export const applied = async (db: Knex): Promise<number> => {
  const states = await deliveryStates(db);
  return (states.applied ?? 0) + (states['already-applied'] ?? 0);
};

/** What became of one event: its delivery, and its notes in the twin. */
export interface Effect {
  readonly eventId: string;
  readonly documentId: string;
  /** Name of the transfer that it speaks of. */
  readonly on: string;
  readonly state: string;
  readonly reason: string | null;
  readonly attempts: number;
  /** Numbers of the transactions that left its notes: the twin hands out ids in no order. */
  readonly notes: readonly number[];
}

/** The effects of all 214s, in the order of their lanes. */
export async function effects(db: Knex): Promise<readonly Effect[]> {
  const { rows } = await db.raw<{ rows: Effect[] }>(
    `with note as materialized (
       select m.xmin::text::bigint as place, p."values" ->> 'name' as transfer,
         (regexp_match(m."values" ->> 'body', '\\[crossdock milestone (\\S+) '))[1]::timestamptz as at
       from odoo_twin.record m join odoo_twin.database d on d.id = m.database_id
         join odoo_twin.record p on p.database_id = m.database_id and p.model = 'stock.picking' and p.id = (m."values" ->> 'res_id')::int
       where d.name = 'northgate-production' and m.model = 'mail.message' and m."values" ->> 'body' like '%[crossdock milestone %'
     )
     select e.id as "eventId", e.document_id as "documentId", e.subject as "on", d.state, d.reason, d.attempts,
       coalesce(array_agg(n.place::float8 order by n.place) filter (where n.place is not null), '{}') as notes
     from event e join delivery d on d.event_id = e.id left join note n on n.transfer = e.subject and n.at = e.occurred_at
     where e.type = 'shipment.milestone.v1' group by e.id, d.id order by d.seq`,
  );
  return rows;
}

/** How many notes 214s have left in the production twin. */
export async function noteCount(db: Knex): Promise<number> {
  const row = await db('odoo_twin.record as m')
    .join('odoo_twin.database as d', 'd.id', 'm.database_id')
    .where({ 'd.name': 'northgate-production', model: 'mail.message' })
    .whereRaw(`m."values" ->> 'body' like '%[crossdock milestone %'`)
    .count({ n: '*' })
    .first();
  return Number(row?.n);
}

/** Whether the notes on one transfer were left in the order of its lane. */
export function inOrder(all: readonly Effect[], transfer: string): boolean {
  const places = all.filter(({ on }) => on === transfer).flatMap(({ notes }) => notes);
  return places.every((place, nth) => nth === 0 || place > places[nth - 1]!);
}

/** Those that did not have exactly one effect. */
export const notOnce = (all: readonly Effect[]): readonly Effect[] =>
  all.filter(({ state, notes }) => notes.length !== 1 || (state !== 'applied' && state !== 'already-applied'));

/** Waits until every document is translated and no delivery is under way. */
export async function atRest(db: Knex, documents: number): Promise<void> {
  await until(`${documents} documents are done with`, async () => {
    const { rows } = await db.raw<{ rows: { translated: number; open: number }[] }>(
      `select (select count(*)::int from document where direction = 'in' and state <> 'received') as translated,
         (select count(*)::int from delivery where state in ('pending', 'in-flight')) as open`,
    );
    return rows[0]!.translated === documents && rows[0]!.open === 0;
  });
}

/** What must hold once all is done, however often something was killed in between; every line names a promise. */
export async function ledger(db: Knex) {
  const one = async (sql: string) => Number((await db.raw<{ rows: { n: string }[] }>(sql)).rows[0]!.n);
  return {
    documents: await one(`select count(*) as n from document where direction = 'in'`),
    notDone: await one(`select count(*) as n from document where direction = 'in' and outcome <> 'done'`),
    acknowledgements: await one(`select count(*) as n from document where direction = 'out' and answers is not null`),
    acknowledgedTwice: await one(
      `select count(*) as n from (select answers from document where answers is not null group by answers having count(*) > 1) twice`,
    ),
    controlNumbersLeftOut: await one(
      `select max(control_number::int) - count(distinct control_number) as n from document where direction = 'out'`,
    ),
    clocksRunning: await one(`select count(*) as n from sla_clock where state = 'running'`),
    // The sandbox has no traffic here: that its twin was away is found out to be over by its next feed, in an hour.
    openCases: await one(
      `select count(*) as n from exception_case where state = 'open' and environment = 'production'`,
    ),
    receivedInAudit: await one(`select count(*) as n from audit_entry where action = 'document.received'`),
    translatedInAudit: await one(`select count(*) as n from audit_entry where action = 'document.translated'`),
  };
}

/** The ledger of a run in which every one of `documents` came in once and had its effect once. */
export const balanced = (documents: number) => ({
  documents,
  notDone: 0,
  acknowledgements: documents,
  acknowledgedTwice: 0,
  controlNumbersLeftOut: 0,
  clocksRunning: 0,
  openCases: 0,
  receivedInAudit: documents,
  translatedInAudit: documents,
});
