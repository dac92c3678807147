import type { Knex } from 'knex';
import type { CareDay } from '../../domain/go-live/hypercare.ts';
import type { TriggerCounts, TriggerName } from '../../domain/go-live/rollback-triggers.ts';
import type { ProducedRow } from './production.ts';

// What went well and what did not with one document of a partner in production.

type Of = Pick<ProducedRow, 'orgId' | 'key'>;

/** Documents of the set that came or went since a moment: `d`, with `:orgId`, `:set`, `:direction` and `:since`. */
const documents = `document d where d.org_id = :orgId and d.environment = 'production' and d.created_at >= :since
  and d.direction = :direction and d.sets @> jsonb_build_array(jsonb_build_object('code', cast(:set as text)))`;

const bindings = ({ orgId, key }: Of, since: Date) => ({
  ...{ orgId, since, set: key.set, direction: key.direction === 'inbound' ? 'in' : 'out' },
});

/** Days since the go-live with documents or trouble, oldest first. */
export async function careDaysOf(db: Knex, of: Of, since: Date): Promise<readonly CareDay[]> {
  const { rows } = await db.raw<{ rows: CareDay[] }>(
    `select to_char(d.created_at at time zone 'UTC', 'YYYY-MM-DD') as date, count(*)::int as documents,
       count(*) filter (where d.outcome in ('attention', 'rejected')
         or exists (select from exception_case c where c.document_id = d.id)
         or exists (select from sla_clock s where s.document_id = d.id and s.state = 'breached'))::int as troubles
     from ${documents} group by 1 order by 1`,
    bindings(of, since),
  );
  return rows;
}

const unknownCodes = [
  'mapping.code-unmapped',
  'mapping.time-code-unknown',
  'x12.element.code-unknown',
  'document.unmapped',
];
const duplicateCodes = ['agreement.interchange-duplicate'];

/** What the triggers look at. */
export async function triggerCountsOf(
  db: Knex,
  of: Of,
  since: Date,
): Promise<Readonly<Record<TriggerName, TriggerCounts>>> {
  const { rows } = await db.raw<{ rows: Record<string, number>[] }>(
    `with lately as (select d.id, d.outcome, d.finding_totals from ${documents})
     select (select count(*) from lately)::int as "documents",
       (select count(*) from lately where outcome = 'rejected' or exists (
          select from transaction_set t where t.document_id = lately.id and t.code = :set and t.status = 'R')
          or exists (select from ladder_rung l where l.document_id = lately.id and l.rung = 'functional-ack' and l.state = 'failed'))::int as "rejected",
       (select count(*) from lately where exists (select from sla_clock s where s.document_id = lately.id and s.state = 'breached'))::int as "late",
       (select count(*) from lately where exists (select from sla_clock s where s.document_id = lately.id))::int as "clocked",
       (select count(*) from lately where exists (select from jsonb_array_elements(finding_totals) f where f ->> 'code' = any (:unknown)))::int as "unknown",
       (select count(*) from lately where exists (select from jsonb_array_elements(finding_totals) f where f ->> 'code' = any (:duplicate)))::int as "duplicate",
       (select count(*) from delivery v join event e on e.id = v.event_id join lately on lately.id = e.document_id
          where v.destination = 'odoo' and v.state in ('failed', 'refused'))::int as "bad",
       (select count(*) from delivery v join event e on e.id = v.event_id join lately on lately.id = e.document_id
          where v.destination = 'odoo' and v.state in ('applied', 'already-applied', 'held', 'failed', 'refused'))::int as "sent"`,
    { ...bindings(of, since), unknown: unknownCodes, duplicate: duplicateCodes },
  );
  const found = rows[0]!;
  const all = found.documents ?? 0;
  return {
    'ack-rejects': { bad: found.rejected ?? 0, all },
    'sla-misses': { bad: found.late ?? 0, all: found.clocked ?? 0 },
    'unknown-codes': { bad: found.unknown ?? 0, all },
    duplicates: { bad: found.duplicate ?? 0, all },
    'odoo-errors': { bad: found.bad ?? 0, all: found.sent ?? 0 },
  };
}
