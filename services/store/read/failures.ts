import type { Destination } from '../../domain/destinations.ts';
import type { Tx } from '../database.ts';
import type { Environment } from '../documents.ts';
import { causeSql } from '../failure-causes.ts';

/** Deliveries that failed of the same. */
export interface FailureGroup {
  readonly cause: string;
  readonly code: string;
  /** Null where a document was to be handed over. */
  readonly event: string | null;
  readonly destination: Destination;
  readonly count: number;
  readonly firstAt: Date | null;
  readonly lastAt: Date | null;
  /** The newest one's. */
  readonly reason: string;
  readonly documentId: string | null;
  readonly partners: string[];
}

const mostGroups = 200;

/** What has failed, by cause, the most frequent first. */
export async function readFailures(tx: Tx, environment: Environment): Promise<readonly FailureGroup[]> {
  const { rows } = await tx.raw<{ rows: FailureGroup[] }>(
    `select ${causeSql} as cause, coalesce(d.reason_code, d.state) as code, e.type as event, d.destination, count(*) as count,
       min(d.finished_at) as "firstAt", max(d.finished_at) as "lastAt",
       (array_agg(coalesce(d.reason, '') order by d.finished_at desc nulls last))[1] as reason,
       (array_agg(case when d.destination = 'channel' then d.document_id else e.document_id end order by d.finished_at desc nulls last))[1] as "documentId",
       array_agg(distinct o.name order by o.name) as partners
     from delivery d left join event e on e.id = d.event_id join organization o on o.id = d.org_id
     where d.environment = ? and d.state in ('refused', 'held', 'failed')
     group by 1, 2, 3, 4 order by count(*) desc, 1 limit ${mostGroups}`,
    [environment],
  );
  return rows;
}
