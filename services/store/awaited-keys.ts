import type { Knex } from 'knex';
import { type AwaitedKey, lookupOf, type Said } from '../domain/cross-references.ts';
import type { BulkRetryRow } from './bulk-retries.ts';
import { findBulkRetry } from './bulk-retries.ts';
import type { Tx } from './database.ts';
import type { Environment } from './documents.ts';
import { jsonPieces, pieces } from './pieces.ts';

// Deliveries to Odoo that came to nothing because nobody has said what a key of the partner means. What is told of them is read from their rows and the look-ups, so
// that no counter can be wrong.

interface Waiting {
  readonly id: string;
  readonly orgId: string;
  readonly environment: Environment;
}

/** Writes down what a delivery waits for. */
export async function insertAwaited(tx: Tx, of: Waiting, keys: readonly AwaitedKey[]): Promise<void> {
  const rowOf = ({ kind, key, meant, said }: AwaitedKey) => ({
    ...{ lookup: lookupOf[kind], key, meant: meant ?? null, said },
  });
  for (const piece of jsonPieces(keys, rowOf))
    await tx.raw(
      `insert into awaited_key (delivery_id, org_id, environment, lookup, key, meant, said, since)
       select d.id, :orgId, :environment, r.lookup, r.key, r.meant, r.said, e.received_at
       from jsonb_to_recordset(:piece::jsonb) as r(lookup text, key text, meant text, said jsonb)
         join delivery d on d.id = :id join event e on e.id = d.event_id
       on conflict (delivery_id, lookup, key) do update set meant = excluded.meant, said = excluded.said`,
      { ...of, piece },
    );
}

/** What deliveries waited for is no question any more: they are tried again. */
export async function forgetAwaited(tx: Tx, deliveryIds: readonly string[]): Promise<void> {
  for (const piece of pieces(deliveryIds)) await tx('awaited_key').whereIn('delivery_id', piece).del();
}

// Whoever has settled a delivery by hand, or has tried it again, leaves nothing that waits.
const waits = `d.state in ('refused', 'held')`;
const isAnswered = `exists (select from cross_reference c where c.org_id = a.org_id and c.name = a.lookup and c.key = a.key and c.value is distinct from a.meant)`;

export interface QuestionsOf {
  readonly orgId: string;
  readonly environment: Environment;
  readonly lookup?: string | undefined;
  readonly q?: string | undefined;
}

/** A key that somebody is to say the meaning of. */
export interface OpenQuestion {
  readonly lookup: string;
  readonly key: string;
  readonly said: Said;
  /** What the look-up says now, and that Odoo does not have. */
  readonly means: string | null;
  readonly deliveries: number;
  readonly documents: number;
  readonly since: Date;
  /** The oldest that wait. */
  readonly examples: readonly {
    readonly deliveryId: string;
    readonly documentId: string | null;
    readonly type: string;
    readonly subject: string;
  }[];
}

export interface QuestionPage {
  readonly questions: readonly OpenQuestion[];
  readonly total: number;
}

const chosen = `a.org_id = :orgId and a.environment = :environment and (:lookup::text is null or a.lookup = :lookup)
  and (:q::text is null or strpos(lower(a.key), lower(:q)) > 0 or strpos(lower(a.said::text), lower(:q)) > 0)`;
const bound = ({ orgId, environment, lookup, q }: QuestionsOf) => ({
  ...{ orgId, environment, lookup: lookup ?? null, q: q ?? null },
});

/** Open questions of a partner, those that most waits for first. */
export async function questionPage(
  db: Knex,
  of: QuestionsOf,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<QuestionPage> {
  const { rows } = await db.raw<{ rows: (OpenQuestion & { total: string })[] }>(
    `select g.*, (select c.value from cross_reference c where c.org_id = :orgId and c.name = g.lookup and c.key = g.key) as means,
       (select coalesce(jsonb_agg(x order by x.nth), '[]') from (
         select row_number() over (order by a.since, d.seq) as nth, d.id as "deliveryId", e.document_id as "documentId", e.type, e.subject
         from awaited_key a join delivery d on d.id = a.delivery_id join event e on e.id = d.event_id
         where a.org_id = :orgId and a.environment = :environment and a.lookup = g.lookup and a.key = g.key and ${waits}
         order by a.since, d.seq limit 3) x) as examples
     from (
       select a.lookup, a.key, (array_agg(a.said order by a.since desc))[1] as said, count(*)::int as deliveries,
         count(distinct e.document_id)::int as documents, min(a.since) as since, count(*) over () as total
       from awaited_key a join delivery d on d.id = a.delivery_id join event e on e.id = d.event_id
       where ${chosen} and ${waits} group by a.lookup, a.key
       order by count(*) desc, min(a.since), a.lookup, a.key limit :limit offset :offset) g
     order by g.deliveries desc, g.since, g.lookup, g.key`,
    { ...bound(of), limit, offset },
  );
  const questions = rows.map(({ total: _, ...one }) => one);
  if (rows.length > 0 || offset === 0) return { questions, total: Number(rows[0]?.total ?? 0) };
  return { questions, total: (await questionPage(db, of, { limit: 1, offset: 0 })).total };
}

export interface WaitingCounts {
  readonly questions: number;
  readonly deliveries: number;
  readonly documents: number;
  readonly since: Date | null;
}

/** What of a partner waits in an environment, for whatever key. */
export async function waitingOf(db: Knex, of: Pick<QuestionsOf, 'orgId' | 'environment'>): Promise<WaitingCounts> {
  const { rows } = await db.raw<{ rows: WaitingCounts[] }>(
    `select count(distinct (a.lookup, a.key))::int as questions, count(distinct d.id)::int as deliveries,
       count(distinct e.document_id)::int as documents, min(a.since) as since
     from awaited_key a join delivery d on d.id = a.delivery_id join event e on e.id = d.event_id
     where a.org_id = :orgId and a.environment = :environment and ${waits}`,
    of,
  );
  return rows[0]!;
}

/** Who waits for anything: partners and environments, with what waits there longest. */
export async function partnersWaiting(
  db: Knex,
): Promise<readonly { readonly orgId: string; readonly environment: Environment; readonly newest: Date }[]> {
  const { rows } = await db.raw<{ rows: { orgId: string; environment: Environment; newest: Date }[] }>(
    `select a.org_id as "orgId", a.environment, max(d.finished_at) as newest from awaited_key a join delivery d on d.id = a.delivery_id
     where ${waits} group by a.org_id, a.environment`,
  );
  return rows;
}

/** Partners that have answered something that still waits. */
export async function partnersAnswered(db: Knex): Promise<readonly string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `select distinct a.org_id as id from awaited_key a join delivery d on d.id = a.delivery_id where ${waits} and ${isAnswered}`,
  );
  return rows.map(({ id }) => id);
}

export interface Resume {
  readonly orgId: string;
  readonly actor: string;
  readonly at: Date;
}

/**
 * Takes up every delivery of a partner of which each key has an answer now, in the order in which they came, and writes down that they are tried again. What one more
 * key is missing for stays.
 */
export async function insertResumes(
  tx: Tx,
  { orgId, actor, at }: Resume,
  newId: () => string,
): Promise<readonly BulkRetryRow[]> {
  const { rows } = await tx.raw<{ rows: { id: string; environment: Environment }[] }>(
    `select d.id, d.environment from delivery d
     where d.org_id = :orgId and ${waits} and exists (select from awaited_key a where a.delivery_id = d.id)
       and not exists (select from awaited_key a where a.delivery_id = d.id and not ${isAnswered})
     order by d.seq for update`,
    { orgId },
  );
  const resumed: BulkRetryRow[] = [];
  for (const [environment, some] of Map.groupBy(rows, (row) => row.environment)) {
    const id = newId();
    const ids = some.map((row) => row.id);
    await tx('bulk_retry').insert({
      ...{ id, environment, cause: `cross-references/${id}`, actor, total: ids.length, created_at: at },
    });
    for (const piece of pieces(ids))
      await tx('bulk_retry_delivery').insert(piece.map((one) => ({ retry_id: id, delivery_id: one })));
    await forgetAwaited(tx, ids);
    resumed.push((await findBulkRetry(tx, { id }))!);
  }
  return resumed;
}

/** Keys of items that the newest events of a partner have named, and what else they said of them. */
export async function keysUsed(
  db: Knex,
  { orgId, environment, events }: { orgId: string; environment: Environment; events: number },
): Promise<readonly Said[]> {
  const { rows } = await db.raw<{ rows: { product: Said & { description?: string } }[] }>(
    `select distinct p.product from (
       select data from event where org_id = :orgId and environment = :environment order by seq desc limit :events) e,
       lateral jsonb_path_query(e.data, 'strict $.**.product') as p(product) where jsonb_typeof(p.product) = 'object'
     limit 20000`,
    { orgId, environment, events },
  );
  return rows.map(({ product: { description, ...said } }) => ({ ...said, ...(description && { name: description }) }));
}

/** Parties of a role that the newest events of a partner have named. */
export async function partiesUsed(
  db: Knex,
  of: { orgId: string; environment: Environment; role: string; events: number },
): Promise<readonly { readonly id?: string; readonly name?: string }[]> {
  const { orgId, environment, role, events } = of;
  const { rows } = await db.raw<{ rows: { party: { id?: string; name?: string } }[] }>(
    `select distinct jsonb_build_object('id', p.party -> 'id', 'name', p.party -> 'name') as party from (
       select data from event where org_id = :orgId and environment = :environment order by seq desc limit :events) e,
       lateral jsonb_path_query(e.data, '$.parties[*]') as p(party) where p.party ->> 'role' = :role limit 1000`,
    { orgId, environment, role, events },
  );
  return rows.map(({ party: { id, name } }) => ({ ...(id && { id }), ...(name && { name }) }));
}
