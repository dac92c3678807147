import type { Knex } from 'knex';
import { effects, ledger, noteCount } from '../fault/traffic.ts';

/** What became of acknowledged documents: how many had their effect, and which had none or more than one. */
export interface Proof {
  readonly applied: number;
  readonly lost: readonly string[];
  readonly double: readonly string[];
}

/** Documents of one event, by what database and twin have of it. */
interface Outcome {
  readonly events: number;
  /** Deliveries that say that it is applied. */
  readonly applied: number;
  /** Its effects in the twin. */
  readonly effects: number;
}

/** @param each events of one document */
function verdictOf(outcomes: ReadonlyMap<string, Outcome>, acknowledged: ReadonlyMap<string, number>, each = 1): Proof {
  const none: Outcome = { events: 0, applied: 0, effects: 0 };
  const told = [...acknowledged].map(([id, number]) => ({ name: `${number} (${id})`, of: outcomes.get(id) ?? none }));
  const isLess = ({ events, applied, effects: there }: Outcome) => events < each || applied < each || there < each;
  const isMore = ({ events, applied, effects: there }: Outcome) => events > each || applied > each || there > each;
  return {
    applied: told.filter(({ of }) => !isLess(of)).length,
    lost: told.filter(({ of }) => isLess(of)).map(({ name }) => name),
    double: told.filter(({ of }) => isMore(of)).map(({ name }) => name),
  };
}

/** Of 214s: each event leaves one note on the transfer that it speaks of, at its own time. @param each events of one document */
export async function proveReports(db: Knex, acknowledged: ReadonlyMap<string, number>, each = 1): Promise<Proof> {
  const outcomes = new Map<string, Outcome>();
  const all = await effects(db);
  for (const { documentId, state, notes } of all) {
    const before = outcomes.get(documentId) ?? { events: 0, applied: 0, effects: 0 };
    const applied = state === 'applied' || state === 'already-applied' ? 1 : 0;
    outcomes.set(documentId, {
      events: before.events + 1,
      applied: before.applied + applied,
      effects: before.effects + notes.length,
    });
  }
  const proof = verdictOf(outcomes, acknowledged, each);
  // A note that no event accounts for is an effect without a document.
  const stray = (await noteCount(db)) - all.reduce((sum, { notes }) => sum + notes.length, 0);
  const { acknowledgedTwice } = await ledger(db);
  const more = [
    ...(stray > 0 ? [`${stray} notes that belong to no event`] : []),
    ...(acknowledgedTwice > 0 ? [`${acknowledgedTwice} documents with two acknowledgements`] : []),
  ];
  return { ...proof, double: [...proof.double, ...more] };
}

/** Of 945s: each ships its own transfer, which the twin then has as done. */
export async function proveShipments(db: Knex, acknowledged: ReadonlyMap<string, number>): Promise<Proof> {
  const { rows } = await db.raw<{ rows: (Outcome & { id: string })[] }>(
    `select e.document_id as id, count(distinct e.id)::int as events,
       (count(d.id) filter (where d.state in ('applied', 'already-applied')))::int as applied,
       (count(distinct p.id) filter (where p."values" ->> 'state' = 'done'))::int as effects
     from event e left join delivery d on d.event_id = e.id
       left join (odoo_twin.record p join odoo_twin.database t on t.id = p.database_id and t.name = 'northgate-production')
         on p.model = 'stock.picking' and p."values" ->> 'name' = e.subject
     where e.type = 'warehouse-order.shipped.v1' group by e.document_id`,
  );
  return verdictOf(new Map(rows.map(({ id, ...outcome }) => [id, outcome])), acknowledged);
}

/** How many of these are not at their end: not translated, or with a delivery under way. */
export async function unsettled(db: Knex, ids: readonly string[]): Promise<number> {
  const { rows } = await db.raw<{ rows: { open: number }[] }>(
    `select count(*)::int as open from document o where o.id = any(:ids::uuid[]) and (o.state = 'received' or exists (
       select from event e join delivery d on d.event_id = e.id where e.document_id = o.id and d.state in ('pending', 'in-flight')))`,
    { ids: [...ids] },
  );
  return rows[0]!.open;
}
