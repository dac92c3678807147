import type { components } from '../../../specs/generated/openapi.ts';
import { type CaseOwner, type CaseSeverity, kindsWith, turnOf } from '../../domain/obligations/case-turns.ts';
import type { Tx } from '../database.ts';
import type { Environment } from '../documents.ts';

export type CaseView = components['schemas']['Case'];
export type CaseKind = CaseView['kind'];

export interface CaseFilter {
  readonly environment?: Environment | undefined;
  readonly kind?: CaseKind | undefined;
  readonly owner?: CaseOwner | undefined;
  readonly severity?: CaseSeverity | undefined;
  readonly q?: string | undefined;
  readonly limit: number;
  /** The last of the page before. */
  readonly after?: { readonly at: string; readonly id: string } | undefined;
}

interface Row {
  id: string;
  fingerprint: string;
  environment: Environment;
  title: string;
  detail: string;
  kind: CaseKind;
  case_kind: string;
  is_stuck: boolean;
  is_set_aside: boolean;
  at: string;
  partner_id: string | null;
  partner_name: string | null;
  document_id: string | null;
  delivery_id: string | null;
  endpoint_id: string | null;
  endpoint_org: string | null;
  assignee_id: string | null;
  assignee: string | null;
}

const kindSql = `case when c.fingerprint like 'odoo.connection/%' or c.fingerprint like 'odoo.feed/%' or c.fingerprint like 'keys.unknown/%' then 'odoo'
  when c.delivery_id is not null then 'delivery' when c.fingerprint like 'clock.%' then 'deadline'
  when c.document_id is not null then 'document' else 'hub' end`;

/** Open cases, newest first, a page at a time, and how many there are in all. */
export async function readCases(
  tx: Tx,
  filter: CaseFilter,
): Promise<{ readonly cases: CaseView[]; readonly total: number; readonly more: boolean }> {
  const part = filter.q?.trim() ? `%${filter.q.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
  const where = `c.state = 'open' and (:environment::text is null or c.environment = :environment)
    and (:kind::text is null or ${kindSql} = :kind) and (:kinds::text[] is null or c.kind = any(:kinds))
    and (:part::text is null or c.title ilike :part or c.detail ilike :part or o.name ilike :part or c.fingerprint ilike :part)`;
  const bound = {
    ...{ environment: filter.environment ?? null, kind: filter.kind ?? null, part, limit: filter.limit + 1 },
    kinds: filter.owner || filter.severity ? kindsWith(filter) : null,
    ...{ at: filter.after?.at ?? null, id: filter.after?.id ?? null },
  };
  const { rows } = await tx.raw<{ rows: Row[] }>(
    `select c.id, c.fingerprint, c.environment, c.title, c.detail, ${kindSql} as kind, c.kind as case_kind, c.document_id, c.delivery_id,
       coalesce(y.state in ('refused', 'failed'), false) as is_stuck, coalesce(d.state = 'quarantined', false) as is_set_aside,
       to_char(c.opened_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
       case when o.kind <> 'owner' then o.id end as partner_id, case when o.kind <> 'owner' then o.name end as partner_name,
       c.assignee_id, u.name as assignee, e.id as endpoint_id, e.org_id as endpoint_org
     from exception_case c join organization o on o.id = c.org_id left join app_user u on u.id = c.assignee_id
       left join delivery y on y.id = c.delivery_id left join document d on d.id = c.document_id
       left join channel_endpoint e on e.id = substring(c.fingerprint from '^endpoint[.][a-z-]+/([0-9a-f-]{36})')::uuid and e.removed_at is null
     where ${where} and (:at::timestamptz is null or (c.opened_at, c.id) < (:at::timestamptz, :id::uuid))
     order by c.opened_at desc, c.id desc limit :limit`,
    bound,
  );
  const counted = await tx.raw<{ rows: { total: number }[] }>(
    `select count(*) as total from exception_case c join organization o on o.id = c.org_id where ${where}`,
    bound,
  );
  const shown = rows.slice(0, filter.limit);
  return { cases: shown.map(viewOf), total: counted.rows[0]!.total, more: rows.length > filter.limit };
}

function viewOf(row: Row): CaseView {
  const [, connectionId, entry, entryId] =
    /^odoo\.(?:connection|feed)\/([0-9a-f-]{36})(?:\/([a-z-]+)\/(\d+))?/.exec(row.fingerprint) ?? [];
  const { owner, severity } = turnOf(row.case_kind);
  return {
    ...{ id: row.id, kind: row.kind, code: row.fingerprint.split('/')[0]!, environment: row.environment },
    ...{ title: row.title, detail: row.detail, since: row.at, owner, severity },
    ...{ canRetry: row.is_stuck || row.is_set_aside, isSetAside: row.is_set_aside },
    ...(row.assignee_id !== null && { assignee: { id: row.assignee_id, name: row.assignee ?? '' } }),
    ...(row.partner_id && { partner: { id: row.partner_id, name: row.partner_name ?? '' } }),
    ...(row.document_id && { documentId: row.document_id }),
    ...(row.delivery_id && { deliveryId: row.delivery_id }),
    ...(connectionId && { connectionId }),
    ...(row.endpoint_id && { endpoint: { id: row.endpoint_id, partnerId: row.endpoint_org! } }),
    ...(entry === 'carrier-code' && { carrierId: Number(entryId) }),
  };
}
