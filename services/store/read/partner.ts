import type { components } from '../../../specs/generated/openapi.ts';
import type { Tx } from '../database.ts';
import type { Environment } from '../documents.ts';
import { listPartners } from './partners.ts';

/** A partner as the screen shows it; the names of the transaction sets are the standard's and not the store's. */
export type Partner = Omit<components['schemas']['Partner'], 'agreements'> & {
  agreements: Omit<components['schemas']['Partner']['agreements'][number], 'name'>[];
};

interface DetailRow {
  in_use: {
    environment: Environment;
    configuration: string;
    release: number | null;
    candidate: string | null;
    since: string;
  }[];
  time_zone: string;
  identities: Partner['identities'];
  agreements: Partner['agreements'];
  api_keys: (Omit<Partner['apiKeys'][number], 'lastUsedAt'> & { lastUsedAt: string | null })[];
  users: Partner['users'];
}

export interface PartnerView {
  readonly environment?: Environment | undefined;
  readonly now: Date;
}

const dayMs = 86_400_000;

/** One partner with identities, agreements, keys, people and fourteen days of traffic; undefined when the caller sees none with this id. */
export async function readPartner(tx: Tx, id: string, { environment, now }: PartnerView): Promise<Partner | undefined> {
  const [summary] = await listPartners(tx, { id, environment, since: new Date(now.getTime() - dayMs) });
  if (!summary) return undefined;
  const { rows } = await tx.raw<{ rows: DetailRow[] }>(detailSql, { id, environment: environment ?? null });
  const detail = rows[0]!;
  return {
    ...summary,
    inUse: detail.in_use.map(({ environment, configuration, release, candidate, since }) => ({
      ...{ environment, configuration, since: new Date(since).toISOString() },
      ...(release !== null && { release }),
      ...(candidate !== null && { candidate }),
    })),
    timeZone: detail.time_zone,
    identities: detail.identities,
    agreements: detail.agreements,
    apiKeys: detail.api_keys.map(({ lastUsedAt, createdAt, ...key }) => ({
      ...key,
      createdAt: new Date(createdAt).toISOString(),
      ...(lastUsedAt !== null && { lastUsedAt: new Date(lastUsedAt).toISOString() }),
    })),
    users: detail.users,
    daily: await daily(tx, id, environment, now),
  };
}

// A 997 where nothing else was agreed; acknowledgements themselves are not acknowledged.
const detailSql = `
select (select coalesce(jsonb_agg(jsonb_build_object('environment', u.environment, 'configuration', u.hash, 'release', r.number, 'candidate', u.candidate, 'since', u.since) order by u.environment), '[]')
     from configuration_in_use u left join release r on r.id = u.release_id where u.org_id = o.id and (:environment::text is null or u.environment = :environment)) as in_use, o.time_zone,
  (select coalesce(jsonb_agg(jsonb_build_object('environment', environment, 'qualifier', qualifier, 'id', isa_id, 'groupId', gs_id) order by environment, isa_id), '[]')
     from trading_identity where org_id = o.id and (:environment::text is null or environment = :environment)) as identities,
  (select coalesce(jsonb_agg(jsonb_build_object('environment', environment, 'set', set_code, 'direction', direction, 'version', version, 'endpoint', endpoint, 'channel', coalesce((select p.channel from channel_endpoint p where p.org_id = o.id and p.environment = agreement.environment and p.name = agreement.endpoint and p.removed_at is null), ''),
        'acknowledgement', case when set_code in ('997', '999') then 'none' else coalesce(acknowledgement ->> 'functional', '997') end, 'mapping', mapping) order by environment, direction, set_code), '[]')
     from agreement where org_id = o.id and (:environment::text is null or environment = :environment)) as agreements,
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'prefix', prefix, 'environment', environment, 'scopes', scopes,
        'createdAt', created_at, 'lastUsedAt', last_used_at) order by created_at, id), '[]')
     from api_key where org_id = o.id and revoked_at is null and (:environment::text is null or environment = :environment)) as api_keys,
  (select coalesce(jsonb_agg(jsonb_build_object('name', u.name, 'email', u.email, 'roles', m.roles) order by u.name), '[]')
     from membership m join app_user u on u.id = m.user_id where m.org_id = o.id and u.disabled_at is null) as users
from organization o where o.id = :id`;

/** Traffic of the last fourteen days, oldest first, days without any too; days are UTC. */
async function daily(tx: Tx, id: string, environment: Environment | undefined, now: Date): Promise<Partner['daily']> {
  const { rows } = await tx.raw<{ rows: Partner['daily'] }>(
    `select to_char(day, 'YYYY-MM-DD') as day, count(d.id) filter (where d.direction = 'in') as received,
       count(d.id) filter (where d.direction = 'out') as sent, count(d.id) filter (where d.outcome = 'attention') as attention
     from generate_series(date_trunc('day', :now::timestamptz at time zone 'utc') - interval '13 days', :now::timestamptz at time zone 'utc', interval '1 day') day
     left join document d on d.org_id = :id and d.created_at >= day at time zone 'utc' and d.created_at < (day + interval '1 day') at time zone 'utc'
       and d.environment = any(:environments)
     group by day order by day`,
    { id, now, environments: environment ? [environment] : ['production', 'sandbox'] },
  );
  return rows;
}
