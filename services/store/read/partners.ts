import type { components } from '../../../specs/generated/openapi.ts';
import type { Tx } from '../database.ts';
import type { Environment } from '../documents.ts';

export type PartnerSummary = components['schemas']['PartnerSummary'];

interface PartnerRow {
  id: string;
  name: string;
  kind: PartnerSummary['kind'];
  stage: PartnerSummary['stage'];
  documents: string[];
  received: number;
  sent: number;
  attention: number;
  last_at: Date | null;
}

export interface PartnerFilter {
  readonly environment?: Environment | undefined;
  readonly q?: string | undefined;
  readonly id?: string | undefined;
  /** Traffic counts from here on. */
  readonly since: Date;
}

/** Partners by name, with their traffic. */
export async function listPartners(tx: Tx, filter: PartnerFilter): Promise<PartnerSummary[]> {
  const environment = filter.environment ?? null;
  const part = filter.q?.trim() ? `%${filter.q.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
  const { rows } = await tx.raw<{ rows: PartnerRow[] }>(
    `select o.id, o.name, o.kind, o.stage, t.received, t.sent, t.attention, l.last_at,
       array(select distinct set_code from agreement a where a.org_id = o.id and (:environment::text is null or a.environment = :environment) order by 1) as documents
     from organization o,
       lateral (select count(*) filter (where direction = 'in') as received, count(*) filter (where direction = 'out') as sent,
           count(*) filter (where outcome = 'attention') as attention
         from document d where d.org_id = o.id and d.environment = any(:environments) and d.created_at >= :since) t,
       lateral (select max(last_at) as last_at from unnest(:environments::text[]) e,
         lateral (select max(created_at) as last_at from document d where d.org_id = o.id and d.environment = e) m) l
     where o.kind <> 'owner' and (:id::uuid is null or o.id = :id) and (:part::text is null or o.name ilike :part)
     order by lower(o.name), o.id`,
    {
      environment,
      environments: environment ? [environment] : ['production', 'sandbox'],
      since: filter.since,
      id: filter.id ?? null,
      part,
    },
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    stage: row.stage,
    documents: row.documents,
    traffic: { received: row.received, sent: row.sent, attention: row.attention },
    ...(row.last_at && { lastAt: row.last_at.toISOString() }),
  }));
}
