import type { components } from '../../../specs/generated/openapi.ts';
import { type StepFacts, stepOf } from '../../domain/next-step.ts';
import type { Side } from '../../domain/roles.ts';
import type { Tx } from '../database.ts';
import type { Environment } from '../documents.ts';
import { findBy, narrow } from './search.ts';
import { readStepFacts, workOf } from './steps.ts';

export type MessageSummary = components['schemas']['MessageSummary'];

export interface MessageFilter {
  readonly environment?: Environment;
  /** What `findBy` finds. */
  readonly q?: string;
  readonly direction?: 'in' | 'out';
  readonly outcome?: string;
  readonly set?: string;
  readonly partner?: string;
  /** The organisation that asks, if it sees no other: row-level security alone would walk through everybody's documents. */
  readonly own?: string;
  /** Without the acknowledgements that we sent, unless somebody has to look at them. */
  readonly acknowledgements?: 'shown' | 'folded';
  readonly from?: string;
  readonly to?: string;
}

/** The place after which a page goes on: time with microseconds, and id. */
export interface Cursor {
  readonly at: string;
  readonly id: string;
}

export interface SummaryRow {
  id: string;
  environment: Environment;
  direction: 'in' | 'out';
  channel: string;
  outcome: MessageSummary['outcome'];
  headline: string | null;
  org_id: string;
  partner_name: string;
  file_name: string | null;
  size_bytes: number;
  sets: MessageSummary['sets'];
  subjects: string[];
  control_number: string | null;
  finding_counts: MessageSummary['findings'];
  created_at: Date;
  at_exact: string;
}

const summaryColumns = `d.id, d.environment, d.direction, d.channel, d.outcome, d.headline, d.org_id, o.name as partner_name, d.file_name,
  d.size_bytes, d.sets, d.subjects[1:10] as subjects, d.control_number, d.finding_counts, d.created_at,
  to_char(d.created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at_exact`;

/** One page of documents, newest first, with the first line of each in the words of one side. A page costs the same wherever it stands. */
export async function listMessages(
  tx: Tx,
  filter: MessageFilter,
  page: { readonly after?: Cursor | undefined; readonly limit: number },
  side: Side,
): Promise<{ messages: MessageSummary[]; next?: Cursor }> {
  const query = tx('document as d').join('organization as o', 'o.id', 'd.org_id').select(tx.raw(summaryColumns));
  if (filter.environment) query.where('d.environment', filter.environment);
  if (filter.direction) query.where('d.direction', filter.direction);
  if (filter.outcome) query.where('d.outcome', filter.outcome);
  for (const orgId of [filter.partner, filter.own]) if (orgId) query.where('d.org_id', orgId);
  if (filter.set) query.whereRaw('d.sets @> ?::jsonb', [JSON.stringify([{ code: filter.set }])]);
  // A document's own answer is reached from the document that it answers, which shows what it says.
  if (filter.acknowledgements === 'folded')
    query.whereRaw(`not (d.direction = 'out' and d.answers is not null and d.outcome in ('done', 'waiting')
      and not exists (select from jsonb_array_elements(d.sets) s where s->>'code' not in ('997', '999', 'TA1')))`);
  if (filter.from) query.where('d.created_at', '>=', filter.from);
  if (filter.to) query.where('d.created_at', '<', filter.to);
  if (page.after) query.whereRaw('(d.created_at, d.id) < (?::timestamptz, ?::uuid)', [page.after.at, page.after.id]);
  const sought = filter.q?.trim();
  if (sought) narrow(query, await findBy(tx, sought));
  query.orderBy([
    { column: 'd.created_at', order: 'desc' },
    { column: 'd.id', order: 'desc' },
  ]);
  const rows = (await query.limit(page.limit + 1)) as SummaryRow[];
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const facts = await readStepFacts(
    tx,
    shown.map(({ id }) => id),
  );
  return {
    messages: shown.map((row) => summary(row, facts.get(row.id)!, side)),
    ...(rows.length > page.limit && last && { next: { at: last.at_exact, id: last.id } }),
  };
}

function summary(row: SummaryRow, facts: StepFacts, side: Side): MessageSummary {
  const work = side === 'team' ? workOf(facts) : undefined;
  return {
    id: row.id,
    environment: row.environment,
    direction: row.direction,
    channel: row.channel,
    outcome: row.outcome,
    step: stepOf(facts, side),
    ...(work && { work }),
    ...(row.headline !== null && { headline: row.headline }),
    partner: { id: row.org_id, name: row.partner_name },
    ...(row.file_name !== null && { fileName: row.file_name }),
    sizeBytes: row.size_bytes,
    sets: row.sets,
    subjects: row.subjects,
    ...(row.control_number !== null && { controlNumber: row.control_number }),
    findings: row.finding_counts,
    at: row.created_at.toISOString(),
  };
}
