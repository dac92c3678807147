import type pg from 'pg';
import { isDueSql, turnSql } from './deliveries.ts';
import { headSql, type Pool } from './lanes.ts';

/** A lane that this connection has, with the wake-ups that were seen when it was locked. */
export interface TakenLane {
  readonly lane: string;
  readonly wakeUps: readonly number[];
}

// So many of a document that somebody waits for go before the first of one that is only to be known; then they take turns.
const headStart = 20;
// Documents that are looked at for the next deliveries: enough for any batch, and few enough to be found at once.
const documentsAtATime = 200;

/**
 * SQL of the lanes of a pool ($1, of the organisation $2 and environment $3) whose head may go at $4, as `waiting`: each document in its turn, with a head start for
 * what somebody waits for: one that has filled the pool with thousands takes no more than its share of what goes next. Up to $5 of each document, and none of the lanes $6.
 */
const waitingSql = `
with recursive doc as (
  (select precedence, document_seq from delivery where pool = $1 and state in ('pending', 'in-flight') order by precedence, document_seq limit 1)
  union all
  select n.precedence, n.document_seq from doc p, lateral (
    select precedence, document_seq from delivery where pool = $1 and state in ('pending', 'in-flight') and (precedence, document_seq) > (p.precedence, p.document_seq)
    order by precedence, document_seq limit 1) n
), received as (
  select min(seq) as seq from document where org_id = $2 and environment = $3 and state = 'received'
), waiting as (
  select d.lane, doc.precedence, doc.document_seq, row_number() over (partition by doc.precedence, doc.document_seq order by d.seq) as nth
  from (select * from doc limit ${documentsAtATime}) doc cross join received, lateral (
    select l.lane, l.seq from delivery l, lateral (${headSql}) h
    where l.pool = $1 and l.state in ('pending', 'in-flight') and l.precedence = doc.precedence and l.document_seq = doc.document_seq
      and h.pool = $1 and ${isDueSql('h.due_at', '$4::timestamptz')} and l.lane <> all($6::text[])
      and (h.attempts > 0 or received.seq is null or received.seq > h.document_seq)
    order by l.seq limit $5) d
), next as (
  select lane, row_number() over (order by min(nth + precedence * ${headStart}), min(precedence), min(document_seq)) as place from waiting group by lane
)`;

/** Locks the lanes of a pool whose turn it is, as far as nobody else has them. */
export async function takePoolLanes(
  client: pg.ClientBase,
  { pool, orgId, environment }: Pool,
  now: Date,
  of: { readonly most: number; readonly without: readonly string[] },
): Promise<readonly TakenLane[]> {
  const { rows } = await client.query<TakenLane & { got: boolean }>({
    name: 'take-pool-lanes',
    text: `${waitingSql}, chosen as materialized (select lane from next where place <= $5)
      select lane, pg_try_advisory_lock(hashtextextended(lane, 726)) as got,
        array(select id::float8 from wake_up where topic = 'lane' and key = lane) as "wakeUps" from chosen`,
    values: [pool, orgId, environment, now, of.most, of.without],
  });
  return rows.filter(({ got }) => got);
}

/** Gives lanes free, without their wake-ups that were noted. What stands in them next and does not belong to the pool is woken. */
export async function leavePoolLanes(
  client: pg.ClientBase,
  { pool }: Pool,
  lanes: readonly TakenLane[],
  now: Date,
): Promise<void> {
  await client.query({
    name: 'leave-pool-lanes',
    text: `with done as (delete from wake_up where id = any($2::bigint[])), woken as (
             insert into wake_up (topic, key, owner_id, turn_at) select 'lane', h.lane, h.org_id, ${turnSql('h.precedence')}
             from unnest($1::text[]) as l(lane), lateral (${headSql}) h where h.pool is distinct from $3 and ${isDueSql('h.due_at', '$4::timestamptz')}
           ) select pg_advisory_unlock(hashtextextended(lane, 726)) from unnest($1::text[]) as l(lane)`,
    values: [lanes.map(({ lane }) => lane), lanes.flatMap(({ wakeUps }) => wakeUps), pool, now],
  });
}

/** Lets one worker at a time into a pool. @returns false when another one is in it. */
export async function lockPool(client: pg.ClientBase, { pool }: Pool): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>({
    name: 'lock-pool',
    text: 'select pg_try_advisory_lock(hashtextextended($1, 726)) as got',
    values: [pool],
  });
  return rows[0]!.got;
}

export async function unlockPool(client: pg.ClientBase, { pool }: Pool): Promise<void> {
  await client.query({
    name: 'unlock-pool',
    text: 'select pg_advisory_unlock(hashtextextended($1, 726))',
    values: [pool],
  });
}

/** Does anything of a pool wait whose time has come? */
export async function isPoolDue(
  client: pg.ClientBase,
  { pool, orgId, environment }: Pool,
  now: Date,
  without: readonly string[],
): Promise<boolean> {
  const { rows } = await client.query<{ due: boolean }>({
    name: 'pool-due',
    text: `${waitingSql} select exists (select from next) as due`,
    values: [pool, orgId, environment, now, 1, without],
  });
  return rows[0]!.due;
}

/** Puts a pool to the end of the line. */
export async function wakePool(client: pg.ClientBase, { pool }: Pool): Promise<void> {
  await client.query({
    name: 'wake-pool',
    text: `insert into wake_up (topic, key, owner_id) select 'lane', lane, org_id from delivery where pool = $1 and state in ('pending', 'in-flight')
           order by precedence, document_seq, seq limit 1`,
    values: [pool],
  });
}

/** Do so many lanes of other organisations wait for a worker? */
export async function doOthersWait(client: pg.ClientBase, { orgId }: Pool, count: number): Promise<boolean> {
  const { rows } = await client.query<{ waiting: boolean }>({
    name: 'others-wait',
    text: `select exists (select from wake_up where topic = 'lane' and owner_id <> $1 and waits_for is null offset $2) as waiting`,
    values: [orgId, count - 1],
  });
  return rows[0]!.waiting;
}

/** The pools that the unfinished deliveries of a lane belong to: where the lane must wait, they need not. */
export async function poolsIn(client: pg.ClientBase, lane: string): Promise<readonly Pool[]> {
  const { rows } = await client.query<Pool>({
    name: 'pools-in',
    text: `select distinct pool, org_id as "orgId", environment from delivery where lane = $1 and state in ('pending', 'in-flight') and pool is not null`,
    values: [lane],
  });
  return rows;
}
