import type { Knex } from 'knex';
import type { Tx } from './database.ts';
import type { Environment } from './documents.ts';
import { causeSql } from './failure-causes.ts';

export interface BulkRetryRow {
  readonly id: string;
  readonly environment: Environment;
  readonly cause: string | null;
  /** Where it is a replay: the endpoint that everything is posted to once more. */
  readonly endpointId: string | null;
  readonly actor: string;
  readonly total: number;
  readonly done: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

const columns = {
  ...{ id: 'id', environment: 'environment', cause: 'cause', actor: 'actor', total: 'total', done: 'done' },
  ...{ createdAt: 'created_at', finishedAt: 'finished_at', endpointId: 'endpoint_id' },
} as const;

export interface NewBulkRetry {
  readonly id: string;
  readonly environment: Environment;
  /** What they failed of; undefined for all. */
  readonly cause: string | undefined;
  readonly actor: string;
  readonly at: Date;
}

/** Writes down which deliveries are to be tried again: those that have failed by now. @returns undefined when the same is under way already. */
export async function insertBulkRetry(tx: Tx, of: NewBulkRetry): Promise<BulkRetryRow | undefined> {
  const { id, environment, cause, actor, at } = of;
  const [made] = await tx('bulk_retry')
    .insert({ id, environment, cause: cause ?? null, actor, total: 0, created_at: at })
    .onConflict(tx.raw('(environment, cause) where finished_at is null and endpoint_id is null'))
    .ignore()
    .returning<{ id: string }[]>('id');
  if (!made) return undefined;
  const { rowCount } = await tx.raw<{ rowCount: number }>(
    `insert into bulk_retry_delivery (retry_id, delivery_id)
     select :id, d.id from delivery d left join event e on e.id = d.event_id
     where d.environment = :environment and d.state in ('refused', 'held', 'failed') and (:cause::text is null or ${causeSql} = :cause)`,
    { id, environment, cause: cause ?? null },
  );
  const finished = rowCount === 0 ? at : null;
  await tx('bulk_retry').where({ id }).update({ total: rowCount, finished_at: finished });
  return findBulkRetry(tx, { id });
}

/** Which deliveries to an endpoint are posted once more. */
export type ReplayOf =
  | { readonly deliveryId: string }
  | { readonly dead: true }
  | { readonly from: Date; readonly to: Date };

/** Writes down what is to be posted to an endpoint once more, oldest first. @returns undefined while another replay runs for it */
export async function insertReplay(
  tx: Tx,
  replay: Pick<NewBulkRetry, 'id' | 'environment' | 'actor' | 'at'> & {
    readonly endpointId: string;
    readonly of: ReplayOf;
    readonly most: number;
  },
): Promise<BulkRetryRow | undefined> {
  const { id, environment, actor, at, endpointId, of, most } = replay;
  const [made] = await tx('bulk_retry')
    .insert({ id, environment, endpoint_id: endpointId, actor, total: 0, created_at: at })
    .onConflict(tx.raw('(endpoint_id) where finished_at is null and endpoint_id is not null'))
    .ignore()
    .returning<{ id: string }[]>('id');
  if (!made) return undefined;
  const ids = tx('delivery as d')
    .where({ 'd.endpoint_id': endpointId, 'd.destination': 'webhook' })
    .whereNot({ 'd.state': 'in-flight' })
    .orderBy('d.seq')
    .limit(most)
    .select(tx.raw('?::uuid', [id]), 'd.id');
  if ('deliveryId' in of) ids.where({ 'd.id': of.deliveryId });
  else if ('dead' in of) ids.whereIn('d.state', ['refused', 'held', 'failed']);
  else ids.join('event as e', 'e.id', 'd.event_id').whereBetween('e.received_at', [of.from, of.to]);
  const { rowCount } = await tx.raw<{ rowCount: number }>('insert into bulk_retry_delivery (retry_id, delivery_id) ?', [
    ids,
  ]);
  await tx('bulk_retry')
    .where({ id })
    .update({ total: rowCount, finished_at: rowCount === 0 ? at : null });
  return findBulkRetry(tx, { id });
}

export function findBulkRetry(
  db: Knex,
  where: { readonly id: string } | { readonly environment: Environment; readonly cause: string | null },
): Promise<BulkRetryRow | undefined> {
  const query = db('bulk_retry').where(where).orderBy('created_at', 'desc');
  if (!('id' in where)) query.whereNull('finished_at').whereNull('endpoint_id');
  return query.first<BulkRetryRow | undefined>(columns);
}

/** Those that are not at their end, oldest first. */
export function runningBulkRetries(db: Knex): Promise<readonly BulkRetryRow[]> {
  return db('bulk_retry').whereNull('finished_at').orderBy('created_at').select<BulkRetryRow[]>(columns);
}

/** The next deliveries of one, taken for this transaction; another worker gets others. */
export async function takePiece(tx: Tx, retryId: string, limit: number): Promise<readonly string[]> {
  return tx('bulk_retry_delivery')
    .where({ retry_id: retryId, is_done: false })
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .pluck<string[]>('delivery_id');
}

/** Notes that a piece is done; the last one ends it. @returns true at the end. */
export async function notePiece(tx: Tx, retryId: string, ids: readonly string[], at: Date): Promise<boolean> {
  await tx('bulk_retry_delivery').where({ retry_id: retryId }).whereIn('delivery_id', ids).update({ is_done: true });
  const [row] = await tx('bulk_retry')
    .where({ id: retryId })
    .increment('done', ids.length)
    .returning<{ done: number; total: number }[]>(['done', 'total']);
  if (!row || row.done < row.total) return false;
  await tx('bulk_retry').where({ id: retryId, finished_at: null }).update({ finished_at: at });
  return true;
}

export interface BulkRetryOutcome {
  /** Of those tried again: how many have come right, wait or are under way, or have failed again. */
  readonly good: number;
  readonly open: number;
  readonly failed: number;
}

export async function outcomeOfBulkRetry(db: Knex, retryId: string): Promise<BulkRetryOutcome> {
  const { rows } = await db.raw<{ rows: BulkRetryOutcome[] }>(
    `select count(*) filter (where d.state in ('applied', 'already-applied', 'superseded', 'withheld')) as good,
       count(*) filter (where d.state in ('pending', 'in-flight')) as open,
       count(*) filter (where d.state in ('refused', 'held', 'failed')) as failed
     from bulk_retry_delivery b join delivery d on d.id = b.delivery_id where b.retry_id = ? and b.is_done`,
    [retryId],
  );
  return rows[0]!;
}
