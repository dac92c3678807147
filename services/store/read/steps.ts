import type { components } from '../../../specs/generated/openapi.ts';
import { type AcknowledgedGroup, faultySets } from '../../domain/acknowledged-group.ts';
import type { Refusal, StepFacts } from '../../domain/next-step.ts';
import { type Verdict, verdictOf } from '../../domain/verdict.ts';
import type { Tx } from '../database.ts';

/** A document that an acknowledgement speaks of, and the rung that the acknowledgement made. */
interface AnsweredRow {
  readonly rung: string;
  readonly state: string;
  readonly detail: string | null;
  readonly set: string | null;
  readonly subject: string | null;
  readonly outcome: string;
}

const duties = {
  transport: 'collecting',
  mdn: 'receipt',
  ta1: 'TA1',
  'functional-ack': 'acknowledgement',
  'business-answer': 'answer',
} as const;

interface FactsRow extends Omit<StepFacts, 'refusals' | 'overdue'> {
  readonly id: string;
  readonly lateRung: keyof typeof duties | null;
  readonly answered: AnsweredRow[] | null;
  readonly groups: AcknowledgedGroup[] | null;
}

export type Work = components['schemas']['Work'];

/** What a person of the team can do about a document; undefined where nothing waits for one. */
export function workOf({ isStuck, isSetAside, cases }: StepFacts): Work | undefined {
  const canRetry = isStuck || isSetAside;
  if (!canRetry && cases.length === 0) return undefined;
  return {
    canRetry,
    isSetAside,
    cases: cases.map(({ assignee, ...one }) => ({ ...one, ...(assignee && { assignee }) })),
  };
}

/** What the first line about each of these documents is made of, in no order. One statement, however many they are. */
export async function readStepFacts(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, StepFacts>> {
  if (ids.length === 0) return new Map();
  const { rows } = await tx.raw<{ rows: FactsRow[] }>(factsSql, { ids: [...ids] });
  return new Map(rows.map((row) => [row.id, factsOf(row)]));
}

function factsOf({ id: _, lateRung, answered, groups, ...facts }: FactsRow): StepFacts {
  return {
    ...facts,
    overdue: lateRung === null ? null : duties[lateRung],
    refusals: refusalsOf(answered ?? [], groups ?? []),
  };
}

const worstFirst: readonly Verdict[] = ['rejected', 'partially-accepted', 'accepted-with-errors', 'accepted'];

function refusalsOf(answered: readonly AnsweredRow[], groups: readonly AcknowledgedGroup[]): readonly Refusal[] {
  const documents = answered.flatMap((row): Refusal[] => {
    const verdict = verdictOf(row);
    if (verdict === undefined || verdict === 'accepted') return [];
    const why = row.rung === 'ta1' ? (row.detail ?? '') : faultySets(groups);
    const name = [row.set, row.subject].filter(Boolean).join(' ') || 'a document';
    // Whoever got a document of theirs rejected has to send it again, whatever we wait for.
    return [{ verdict, why, name, isOpen: row.outcome === 'attention' || row.outcome === 'rejected' }];
  });
  // A group that was acknowledged once more later is no longer tied to the first answer, which still says what it said.
  const untied = documents.length > 0 ? [] : groups.filter(({ status }) => status !== 'accepted');
  const refused = untied.map((group) => ({
    ...{ verdict: group.status, why: faultySets([group]), isOpen: false },
    name: `${group.functionalId} group ${group.groupControl}`,
  }));
  return [...documents, ...refused].toSorted((a, b) => worstFirst.indexOf(a.verdict) - worstFirst.indexOf(b.verdict));
}

// Parts of a document are looked through one after the other until the first finding: a document may hold ten thousand.
const findingSql = `
select jsonb_build_object('explanation', f.one ->> 'explanation', 'offset', f.one -> 'offset', 'end', f.one -> 'end') as finding
from (
  select * from (
    select 0 as tier, 0 as at, findings from document where id = d.id
    union all select 1, ordinal, findings from interchange where document_id = d.id and findings <> '[]' and (d.outcome <> 'rejected' or status = 'R')
    union all select 2, ordinal, findings from functional_group where document_id = d.id and findings <> '[]' and (d.outcome <> 'rejected' or status = 'R')
    union all select 3, start_byte, findings from transaction_set where document_id = d.id and findings <> '[]' and (d.outcome <> 'rejected' or status = 'R')
  ) every_part order by tier, at
) part, lateral (
  select l.one from jsonb_array_elements(part.findings) with ordinality as l(one, nth)
  where l.one ->> 'level' <> 'note' and l.one ->> 'count' is null order by l.nth limit 1
) f limit 1`;

const factsSql = `
select d.id, d.direction, d.outcome, d.headline, o.name as partner, d.answers is not null as "isAnswer", d.state = 'quarantined' as "isSetAside", f.finding,
  d.outcome = 'attention' and d.direction = 'in' and exists (
    select from event e join delivery v on v.event_id = e.id where e.document_id = d.id and v.destination <> 'webhook' and v.state in ('refused', 'held', 'failed'))
    or d.outcome = 'attention' and d.direction = 'out' and v.state in ('refused', 'held', 'failed') as "isStuck",
  case when v.id is not null then jsonb_build_object('endpoint', p.name, 'attempts', v.attempts, 'reason', v.reason,
    'state', case when v.state in ('pending', 'in-flight') then 'waits' when v.state in ('applied', 'already-applied') then 'handed-over' else 'failed' end,
    'heldUp', case when p.paused_at is not null then 'paused' when p.breaker <> 'closed' then 'failing' end,
    'since', case when p.paused_at is not null then p.paused_at else p.failing_since end) end as handover,
  d.outcome = 'kept' and exists (select from exception_case c where c.document_id = d.id and c.state = 'resolved' and c.cause is not null) as "isResolved",
  coalesce(r.acknowledged, false) as "isAcknowledged", coalesce(r.collected, false) as "isCollected", coalesce(r.refused, false) as "isRefused", coalesce(r.unreceipted, false) as "awaitsReceipt", r.late as "lateRung",
  case when d.outcome = 'attention' then (
    select jsonb_build_object('title', c.title, 'detail', c.detail) from exception_case c
    where c.document_id = d.id and c.state = 'open' and c.delivery_id is null order by c.opened_at, c.id limit 1) end as "openCase",
  coalesce(case when d.outcome = 'attention' then (select jsonb_agg(jsonb_build_object('id', c.id, 'title', c.title,
      'assignee', case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end)) from (
    select id, title, assignee_id from exception_case where document_id = d.id and state = 'open' order by opened_at, id limit 20) c
    left join app_user u on u.id = c.assignee_id) end, '[]') as cases,
  (select jsonb_agg(a) from (
     select x.rung, x.state, x.detail, p.sets -> 0 ->> 'code' as set, coalesce(p.subjects[1], p.file_name) as subject, p.outcome
     from ladder_rung x join document p on p.id = x.document_id
     where x.by_document_id = d.id and x.rung in ('ta1', 'functional-ack') and x.document_id <> d.id and x.state in ('done', 'failed')
     order by x.state = 'failed' desc, x.document_id limit 20) a) as answered,
  case when d.direction = 'in' and (d.sets @> '[{"code": "997"}]' or d.sets @> '[{"code": "999"}]') then (
    select jsonb_agg(e.data) from (
      select data from event where document_id = d.id and type = 'document.acknowledged.v1' and data ->> 'status' <> 'accepted' order by seq limit 20) e) end as groups
from document d join organization o on o.id = d.org_id
left join lateral (
  select * from delivery where document_id = d.id and destination = 'channel' and state <> 'superseded' order by seq desc limit 1) v on true
left join channel_endpoint p on p.id = v.endpoint_id
left join lateral (
  select bool_or(rung in ('functional-ack', 'ta1') and state in ('done', 'failed')) as acknowledged, bool_or(rung = 'transport' and state = 'done') as collected,
    bool_or(rung in ('functional-ack', 'ta1', 'mdn') and state = 'failed') as refused,
    bool_or(rung = 'mdn' and state = 'pending' and d.direction = 'out') as unreceipted,
    (array_agg(rung order by array_position(array['transport', 'mdn', 'ta1', 'functional-ack', 'business-answer'], rung)) filter (where state = 'late'))[1] as late
  from ladder_rung where document_id = d.id) r on true
left join lateral (${findingSql}) f
  on d.outcome = 'rejected' or d.outcome in ('done', 'kept', 'attention')
    and (d.finding_counts ->> 'standard')::bigint + (d.finding_counts ->> 'guide')::bigint + (d.finding_counts ->> 'business')::bigint > 0
where d.id = any(:ids::uuid[])`;
