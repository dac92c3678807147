import type { Knex } from 'knex';
import type pg from 'pg';
import type { NewExchange } from '../domain/exchange.ts';
import type { Environment } from './documents.ts';
import { toJson, toText } from './json.ts';

/** An entry of the log of an endpoint. */
export interface ExchangeRow {
  readonly id: string;
  readonly endpointId: string;
  readonly channel: string;
  readonly kind: NewExchange['kind'];
  readonly direction: NewExchange['direction'];
  readonly at: Date;
  readonly state: NewExchange['state'];
  readonly summary: string;
  readonly transportId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly body: Buffer | null;
  readonly documentIds: readonly string[];
  readonly eventId: string | null;
}

const columns = {
  ...{ id: 'id', endpointId: 'endpoint_id', channel: 'channel', kind: 'kind', direction: 'direction', at: 'at' },
  ...{ state: 'state', summary: 'summary', transportId: 'transport_id', detail: 'detail', body: 'body' },
  ...{ documentIds: 'document_ids', eventId: 'event_id' },
} as const;

export interface EndpointOf {
  readonly id: string;
  readonly orgId: string;
  readonly environment: Environment;
  readonly channel: string;
}

const longestDetail = 16 * 1024;
const longestBody = 64 * 1024;
const longestSummary = 500;

/** What is too long for a log is said to be so. */
function fitting(detail: Readonly<Record<string, unknown>>): string {
  const text = toJson(detail);
  return text.length <= longestDetail ? text : toJson({ tooLong: `${text.length} characters are not kept` });
}

/**
 * Writes an entry.
 * @param once the entry of its kind with its transport id that is there already is kept
 * @returns whether it was written
 */
export async function insertExchange(
  db: Knex,
  endpoint: EndpointOf,
  {
    id,
    at,
    once = false,
    ...one
  }: NewExchange & { readonly id: string; readonly at: Date; readonly once?: boolean | undefined },
): Promise<boolean> {
  const insert = db('exchange').insert({
    ...{
      id,
      org_id: endpoint.orgId,
      environment: endpoint.environment,
      endpoint_id: endpoint.id,
      channel: endpoint.channel,
    },
    ...{
      kind: one.kind,
      direction: one.direction,
      at,
      state: one.state,
      summary: toText(one.summary.slice(0, longestSummary)),
    },
    ...{
      transport_id: one.transportId === undefined ? null : toText(one.transportId),
      once: once && one.transportId !== undefined,
      detail: fitting(one.detail ?? {}),
    },
    body: one.body === undefined ? null : Buffer.from(one.body.subarray(0, longestBody)),
    document_ids: [...(one.documentIds ?? [])],
    event_id: one.eventId ?? null,
    ...(one.owed && { owed: toJson(one.owed), owed_at: at }),
  });
  const { rowCount } = (await (once
    ? insert.onConflict(db.raw('(endpoint_id, direction, kind, transport_id) where once')).ignore()
    : insert)) as unknown as { rowCount: number };
  return rowCount > 0;
}

/**
 * Writes entries of mailboxes together: each at the endpoint of its document, else at the oldest that its partner has open of the channel in that environment. A partner
 * without one has no log there.
 */
export async function insertAtMailbox(
  db: Knex,
  channel: string,
  entries: readonly (NewExchange &
    Pick<EndpointOf, 'orgId' | 'environment'> & { readonly id: string; readonly at: Date })[],
): Promise<void> {
  const rows = entries.map((one) => ({
    ...{ id: one.id, org_id: one.orgId, environment: one.environment, kind: one.kind, direction: one.direction },
    ...{ at: one.at, state: one.state, summary: toText(one.summary.slice(0, longestSummary)) },
    ...{ detail: JSON.parse(fitting(one.detail ?? {})) as unknown, document_ids: [...(one.documentIds ?? [])] },
    transport_id: one.transportId === undefined ? null : toText(one.transportId),
  }));
  await db.raw(
    `insert into exchange (id, org_id, environment, endpoint_id, channel, kind, direction, at, state, summary, detail, document_ids, transport_id)
     select r.id, r.org_id, r.environment, e.id, ?, r.kind, r.direction, r.at, r.state, r.summary, r.detail, r.document_ids, r.transport_id
       from jsonb_populate_recordset(null::exchange, ?::jsonb) r
       cross join lateral (
         select id from channel_endpoint c
          where c.org_id = r.org_id and c.environment = r.environment and c.channel = ? and c.removed_at is null
          order by c.id is not distinct from (select d.endpoint_id from document d where d.id = any(r.document_ids) limit 1) desc,
            c.paused_at is not null, c.created_at, c.id limit 1) e`,
    [channel, toJson(rows), channel],
  );
}

/** Entries that one call deletes: a short transaction, whatever has piled up. */
const deletedAtOnce = 5000;

/**
 * Deletes entries that are older, at most a few thousand, oldest first; what a document takes part in that is not at its end stays until it is.
 * @returns how many were deleted
 */
export async function deleteOldExchanges(pool: pg.Pool, olderThan: Date): Promise<number> {
  const { rowCount } = await pool.query(
    `delete from exchange where ctid = any(array(
       select e.ctid from exchange e where e.at < $1 and not exists (
         select from document d where d.id = any(e.document_ids) and d.outcome in ('processing', 'attention', 'waiting'))
       order by e.at limit $2 for update skip locked))`,
    [olderThan, deletedAtOnce],
  );
  return rowCount ?? 0;
}

/** The newest entry of an endpoint with a transport id. */
export function findExchange(
  db: Knex,
  of: {
    readonly endpointId: string;
    readonly direction: 'in' | 'out';
    readonly transportId: string;
    readonly kind?: NewExchange['kind'] | undefined;
  },
): Promise<ExchangeRow | undefined> {
  return db('exchange')
    .where({
      endpoint_id: of.endpointId,
      direction: of.direction,
      transport_id: of.transportId,
      ...(of.kind && { kind: of.kind }),
    })
    .orderBy([
      { column: 'once', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first<ExchangeRow | undefined>(columns);
}

/** Entries under this transport id get what came of them. */
export async function saveExchangeState(
  db: Knex,
  of: { readonly endpointId: string; readonly transportId: string },
  state: NewExchange['state'],
): Promise<void> {
  await db('exchange')
    .where({
      endpoint_id: of.endpointId,
      transport_id: of.transportId,
      direction: 'out',
      kind: 'message',
    })
    .update({ state });
}

/** Whether a partner has shown that an endpoint is its own: something was taken there, or by a signature that was verified. */
export async function hasTaken(db: Knex, endpointId: string, by: 'prefixed' | 'proven'): Promise<boolean> {
  const of = { endpoint_id: endpointId, direction: 'in', kind: 'message', state: 'done' };
  const query = db('exchange').where(of).first('id');
  if (by === 'proven') query.whereRaw("jsonb_exists(detail, 'signature')");
  return (await query) !== undefined;
}

/** Changes what an entry says, as one that counts does. */
export async function rewriteExchange(
  db: Knex,
  id: string,
  { summary, detail }: Pick<ExchangeRow, 'summary' | 'detail'>,
): Promise<void> {
  await db('exchange')
    .where({ id })
    .update({ summary: toText(summary.slice(0, longestSummary)), detail: fitting(detail) });
}

/** An answer that is still to be sent. */
export interface OwedRow extends ExchangeRow {
  readonly owed: Readonly<Record<string, unknown>>;
}

/**
 * Takes answers that are due, so that nobody else takes them until `until`.
 * @param of.exchangeId this one alone @param of.notOf endpoints that are left aside @param of.mostOfOne of each endpoint
 */
export async function claimOwed(
  db: Knex,
  of: {
    readonly channel: string;
    readonly at: Date;
    readonly until: Date;
    readonly mostOfOne: number;
    readonly exchangeId?: string | undefined;
    readonly notOf?: readonly string[] | undefined;
  },
): Promise<readonly OwedRow[]> {
  const due = db('exchange').whereNotNull('owed').where({ channel: of.channel }).where('owed_at', '<=', of.at);
  if (of.exchangeId !== undefined) due.where({ id: of.exchangeId });
  if (of.notOf?.length) due.whereNotIn('endpoint_id', [...of.notOf]);
  const ranked = due.select('id', db.raw('row_number() over (partition by endpoint_id order by owed_at, id) as place'));
  return db('exchange')
    .whereIn(
      'id',
      db('exchange')
        .whereIn('id', db(ranked.as('ranked')).where('place', '<=', of.mostOfOne).select('id'))
        .whereNotNull('owed')
        .where('owed_at', '<=', of.at)
        .forUpdate()
        .skipLocked()
        .select('id'),
    )
    .update({ owed_at: of.until })
    .returning([...Object.entries(columns).map(([name, column]) => `${column} as ${name}`), 'owed']);
}

/** What is owed from now on; undefined when nothing is. */
export async function saveOwed(
  db: Knex,
  id: string,
  due: { readonly owed: Readonly<Record<string, unknown>>; readonly at: Date } | undefined,
): Promise<void> {
  await db('exchange')
    .where({ id })
    .update({ owed: due ? toJson(due.owed) : null, owed_at: due?.at ?? null });
}

/** Entries that were refused since, newest first. */
export function refusedExchanges(
  db: Knex,
  endpointId: string,
  since: Date,
  most: number,
): Promise<readonly ExchangeRow[]> {
  return db('exchange')
    .where({ endpoint_id: endpointId, direction: 'in', kind: 'message', state: 'refused' })
    .where('at', '>=', since)
    .orderBy('id', 'desc')
    .limit(most)
    .select<ExchangeRow[]>(columns);
}

/** A page of the log, newest first: of an endpoint, or of what a document took part in. @param of.before id of the last entry of the page before */
export function listExchanges(
  db: Knex,
  of: { readonly before?: string | undefined; readonly limit: number } & (
    | { readonly endpointId: string }
    | { readonly documentId: string }
  ),
): Promise<readonly ExchangeRow[]> {
  const query = db('exchange').orderBy('id', 'desc').limit(of.limit);
  if ('endpointId' in of) query.where({ endpoint_id: of.endpointId });
  else
    query.where((is) =>
      is
        .whereRaw('document_ids @> array[?::uuid]', [of.documentId])
        .orWhereIn('event_id', db('event').where({ document_id: of.documentId }).select('id')),
    );
  if (of.before !== undefined) query.where('id', '<', of.before);
  return query.select<ExchangeRow[]>(columns);
}

export type LastExchange = Pick<ExchangeRow, 'endpointId' | 'kind' | 'direction' | 'at' | 'state' | 'summary'>;

/** The newest entry of each of these endpoints that has one. */
export async function lastExchanges(
  db: Knex,
  endpointIds: readonly string[],
): Promise<ReadonlyMap<string, LastExchange>> {
  const { rows } = await db.raw<{ rows: LastExchange[] }>(
    `select e.* from unnest(?::uuid[]) as of(id)
     cross join lateral (
       select endpoint_id as "endpointId", kind, direction, at, state, summary
         from exchange where endpoint_id = of.id order by id desc limit 1) e`,
    [[...endpointIds]],
  );
  return new Map(rows.map((row) => [row.endpointId, row]));
}
