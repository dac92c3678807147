import type { Knex } from 'knex';
import type { DocumentKey } from '../../domain/configuration/document-key.ts';
import type { EventType } from '../../domain/events.ts';
import type { Canary } from '../../domain/go-live/canary.ts';
import type { ParallelPolicy, Verdict } from '../../domain/go-live/parallel-run.ts';
import type { Tx } from '../database.ts';
import { type EventHead, envelope } from '../deliveries.ts';
import { toJson, toText } from '../json.ts';

// What production does with documents, parallel runs with what they found, and partners who are held.

export type Mode = 'parallel' | 'canary' | 'live';

export interface ProducedRow {
  readonly orgId: string;
  readonly key: DocumentKey;
  readonly eventTypes: readonly string[];
  readonly mode: Mode;
  readonly canary: Canary | null;
  /** Whether we acknowledge it. */
  readonly acknowledges: boolean;
  readonly since: Date;
  readonly requestId: string | null;
  readonly wentBack: { readonly at: string; readonly by: string; readonly why: string } | null;
  readonly looks: number;
  readonly hypercareSince: Date | null;
  readonly hypercareEndedAt: Date | null;
  readonly hypercareEnd: string | null;
  readonly digestOn: string | null;
}

interface RawProduced extends Omit<ProducedRow, 'key'> {
  direction: DocumentKey['direction'];
  set: string;
  version: string;
}

const columns = {
  ...{ orgId: 'org_id', direction: 'direction', set: 'set_code', version: 'version', eventTypes: 'event_types' },
  ...{ mode: 'mode', canary: 'canary', acknowledges: 'acknowledges', since: 'since', requestId: 'request_id' },
  ...{
    wentBack: 'went_back',
    looks: 'looks',
    hypercareSince: 'hypercare_since',
    hypercareEndedAt: 'hypercare_ended_at',
  },
  hypercareEnd: 'hypercare_end',
} as const;

const rowOf = ({ direction, set, version, ...row }: RawProduced): ProducedRow => ({
  ...row,
  key: { direction, set, version },
});

/** What is said of documents in production; of one partner, or of all. */
export async function producedOf(db: Knex, orgId?: string): Promise<readonly ProducedRow[]> {
  const query = db('document_in_production').orderBy(['org_id', 'direction', 'set_code']);
  if (orgId !== undefined) query.where({ org_id: orgId });
  const rows = await query.select<RawProduced[]>(columns as unknown as string, db.raw('digest_on::text as "digestOn"'));
  return rows.map(rowOf);
}

export type Produced = Pick<
  ProducedRow,
  'orgId' | 'key' | 'eventTypes' | 'mode' | 'canary' | 'acknowledges' | 'since'
> & {
  readonly requestId?: string | null;
  readonly hypercareSince?: Date | null;
  readonly wentBack?: ProducedRow['wentBack'];
};

/** Says what production does with a document from now on. */
export async function saveProduced(tx: Tx, of: Produced): Promise<void> {
  const values = {
    ...{ version: of.key.version, event_types: of.eventTypes, mode: of.mode, acknowledges: of.acknowledges },
    ...{ canary: of.canary === null ? null : toJson(of.canary), since: of.since, looks: 0 },
    ...{ went_back: of.wentBack ? toJson(of.wentBack) : null, hypercare_since: of.hypercareSince ?? null },
    ...{ hypercare_ended_at: null, hypercare_end: null, request_id: of.requestId ?? null },
  };
  await tx('document_in_production')
    .insert({ org_id: of.orgId, direction: of.key.direction, set_code: of.key.set, ...values })
    .onConflict(['org_id', 'direction', 'set_code'])
    .merge(values);
}

const where = (orgId: string, { direction, set }: Pick<DocumentKey, 'direction' | 'set'>) => ({
  org_id: orgId,
  direction,
  set_code: set,
});

export async function saveLooks(tx: Knex, row: ProducedRow, looks: number): Promise<void> {
  await tx('document_in_production').where(where(row.orgId, row.key)).update({ looks });
}

/** Whether a document is in its hypercare. */
export async function isInHypercare(
  db: Knex,
  { orgId, direction, set, version }: { readonly orgId: string } & DocumentKey,
): Promise<boolean> {
  const row = await db('document_in_production')
    .where({ org_id: orgId, direction, set_code: set, version, mode: 'live', hypercare_ended_at: null })
    .whereNotNull('hypercare_since')
    .first('org_id');
  return row !== undefined;
}

export async function endHypercare(tx: Tx, row: ProducedRow, at: Date, says: string): Promise<void> {
  await tx('document_in_production')
    .where(where(row.orgId, row.key))
    .update({ hypercare_ended_at: at, hypercare_end: says });
}

/** Takes the digest of a day on. @returns whether nobody had */
export async function claimDigest(tx: Tx, row: ProducedRow, date: string): Promise<boolean> {
  const changed = await tx('document_in_production')
    .where(where(row.orgId, row.key))
    .where((one) => one.whereNull('digest_on').orWhere('digest_on', '<', date))
    .update({ digest_on: date });
  return changed > 0;
}

export interface RunRow {
  readonly id: string;
  readonly orgId: string;
  readonly key: DocumentKey;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly policy: ParallelPolicy;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly matches: number;
  readonly mismatches: number;
  readonly waiting: number;
  readonly none: number;
}

interface RawRun extends Omit<RunRow, 'key'> {
  direction: DocumentKey['direction'];
  set: string;
  version: string;
}

const runColumns = {
  ...{ id: 'r.id', orgId: 'r.org_id', direction: 'r.direction', set: 'r.set_code', version: 'r.version' },
  ...{ startedAt: 'r.started_at', startedBy: 'r.started_by', policy: 'r.policy' },
  ...{ endedAt: 'r.ended_at', endedBy: 'r.ended_by' },
} as const;

/** Parallel runs of a partner with what they found, the newest first. */
export async function runsOf(db: Knex, orgId: string): Promise<readonly RunRow[]> {
  const counted = (verdict: string, name: string) =>
    db.raw(`(count(c.delivery_id) filter (where c.verdict = ?))::int as ??`, [verdict, name]);
  const rows = await db('parallel_run as r')
    .leftJoin('parallel_comparison as c', 'c.run_id', 'r.id')
    .where({ 'r.org_id': orgId })
    .groupBy('r.id')
    .orderBy('r.started_at', 'desc')
    .select<RawRun[]>(
      runColumns as unknown as string,
      counted('match', 'matches'),
      counted('mismatch', 'mismatches'),
      counted('waiting', 'waiting'),
      counted('none', 'none'),
    );
  return rows.map(({ direction, set, version, ...row }) => ({ ...row, key: { direction, set, version } }));
}

export async function insertRun(
  tx: Tx,
  of: Pick<RunRow, 'id' | 'orgId' | 'key' | 'startedAt' | 'startedBy' | 'policy'>,
): Promise<void> {
  await tx('parallel_run').insert({
    ...{ id: of.id, ...where(of.orgId, of.key), version: of.key.version },
    ...{ started_at: of.startedAt, started_by: of.startedBy, policy: toJson(of.policy) },
  });
}

export async function endRun(
  tx: Tx,
  orgId: string,
  key: Pick<DocumentKey, 'direction' | 'set'>,
  at: Date,
  by: string,
): Promise<boolean> {
  const changed = await tx('parallel_run')
    .where({ ...where(orgId, key), ended_at: null })
    .update({ ended_at: at, ended_by: by });
  return changed > 0;
}

/** The run that is under way for a document, with its policy. */
export async function openRun(
  db: Knex,
  orgId: string,
  key: Pick<DocumentKey, 'direction' | 'set'>,
): Promise<{ readonly id: string; readonly policy: ParallelPolicy } | undefined> {
  return db('parallel_run')
    .where({ ...where(orgId, key), ended_at: null })
    .first<{ id: string; policy: ParallelPolicy } | undefined>('id', 'policy');
}

/** A call to Odoo that was not made. */
export interface WithheldCall {
  readonly model: string;
  readonly method: string;
  readonly ids: readonly number[];
  readonly values?: unknown;
}

export interface ComparisonRow {
  readonly deliveryId: string;
  readonly documentId: string | null;
  readonly subject: string;
  readonly eventType: string;
  readonly verdict: Verdict | 'waiting';
  readonly says: string;
  readonly withheld: readonly WithheldCall[];
  readonly tries: number;
  readonly firstAt: Date;
  readonly at: Date;
}

export async function saveComparison(
  tx: Tx,
  of: Omit<ComparisonRow, 'tries' | 'firstAt'> & {
    readonly runId: string;
    readonly orgId: string;
    readonly nextAt: Date | null;
  },
): Promise<void> {
  const values = { verdict: of.verdict, says: of.says, withheld: toJson(of.withheld), at: of.at, next_at: of.nextAt };
  await tx('parallel_comparison')
    .insert({
      ...{ delivery_id: of.deliveryId, run_id: of.runId, org_id: of.orgId, document_id: of.documentId },
      ...{ subject: of.subject, event_type: of.eventType, tries: 1, first_at: of.at, ...values },
    })
    .onConflict('delivery_id')
    .merge({ ...values, run_id: of.runId, tries: tx.raw('parallel_comparison.tries + 1') });
}

/** A comparison that is to be looked at again, with the event that it is about. */
export interface DueComparison {
  readonly runId: string;
  readonly tries: number;
  readonly firstAt: Date;
  readonly policy: ParallelPolicy;
  readonly head: EventHead<'odoo'>;
}

interface DueRow {
  runId: string;
  tries: number;
  firstAt: Date;
  policy: ParallelPolicy;
  id: string;
  orgId: string;
  lane: string;
  documentId: string | null;
  eventId: string;
  type: EventType;
  subject: string;
  occurredAt: Date;
  data: Record<string, unknown>;
}

/** Comparisons whose time has come, the oldest first. */
export async function dueComparisons(db: Knex, now: Date, most: number): Promise<readonly DueComparison[]> {
  const { rows } = await db.raw<{ rows: DueRow[] }>(
    `select c.run_id as "runId", c.tries, c.first_at as "firstAt", r.policy, v.id, v.org_id as "orgId", v.lane, e.document_id as "documentId",
       e.id as "eventId", e.type, e.subject, e.occurred_at as "occurredAt", e.data
     from parallel_comparison c join parallel_run r on r.id = c.run_id join delivery v on v.id = c.delivery_id join event e on e.id = v.event_id
     where c.next_at <= ? order by c.next_at limit ?`,
    [now, most],
  );
  return rows.map(({ runId, tries, firstAt, policy, id, orgId, lane, documentId, eventId, ...event }) => ({
    ...{ runId, tries, firstAt, policy },
    head: {
      ...{ id, orgId, environment: 'production', destination: 'odoo', lane, attempts: tries, place: '', documentId },
      siblings: 1,
      event: envelope({ id: eventId, orgId, ...event }),
    },
  }));
}

/** What a delivery that is withheld says of itself. */
export async function saveWithheldReason(tx: Tx, id: string, reason: string, reasonCode: string): Promise<void> {
  await tx('delivery')
    .where({ id, state: 'withheld' })
    .update({ reason: toText(reason), reason_code: reasonCode });
}

export async function comparisonsOf(
  db: Knex,
  runId: string,
  {
    verdicts,
    most = 100,
    withCalls,
  }: { readonly verdicts?: readonly string[]; readonly most?: number; readonly withCalls: boolean },
): Promise<readonly ComparisonRow[]> {
  const query = db('parallel_comparison').where({ run_id: runId }).orderBy('at', 'desc').limit(most);
  if (verdicts) query.whereIn('verdict', verdicts);
  const rows = await query.select<ComparisonRow[]>({
    ...{ deliveryId: 'delivery_id', documentId: 'document_id', subject: 'subject', eventType: 'event_type' },
    ...{ verdict: 'verdict', says: 'says', tries: 'tries', firstAt: 'first_at', at: 'at' },
    ...(withCalls && { withheld: 'withheld' }),
  });
  return withCalls ? rows : rows.map((row) => ({ ...row, withheld: [] }));
}

export interface HoldRow {
  readonly id: string;
  readonly orgId: string;
  readonly kind: 'suspended' | 'off-boarded';
  readonly since: Date;
  readonly by: string;
  readonly reason: string;
}

/** Why a partner's production is held now. */
export async function partnerHold(db: Knex, orgId: string): Promise<HoldRow | undefined> {
  return db('partner_hold').where({ org_id: orgId, ended_at: null }).first<HoldRow | undefined>({
    id: 'id',
    orgId: 'org_id',
    kind: 'kind',
    since: 'since',
    by: 'by_name',
    reason: 'reason',
  });
}

export async function insertHold(tx: Tx, of: HoldRow): Promise<void> {
  const { id, orgId, kind, since, by, reason } = of;
  await tx('partner_hold').insert({ id, org_id: orgId, kind, since, by_name: by, reason });
}

export async function endHold(tx: Tx, id: string, at: Date, by: string): Promise<void> {
  await tx('partner_hold').where({ id }).update({ ended_at: at, ended_by: by });
}

/** What waits because its partner was held is tried again, as if it had not been tried. */
export async function wakeHeld(tx: Tx, orgId: string): Promise<void> {
  await tx.raw(
    `with woken as (
       update delivery set attempts = 0, due_at = null, reason = null, reason_code = null
       where org_id = ? and environment = 'production' and state = 'pending' and reason_code = 'partner.held' returning lane, org_id)
     insert into wake_up (topic, key, owner_id) select distinct 'lane', lane, org_id from woken`,
    [orgId],
  );
}

/** Sets that come from a partner in production and that the hub does not acknowledge. */
export function unacknowledgedSets(db: Knex, orgId: string): Promise<readonly string[]> {
  return db('document_in_production')
    .where({ org_id: orgId, direction: 'inbound', acknowledges: false })
    .pluck<string[]>('set_code');
}
