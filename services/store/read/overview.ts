import type { operations } from '../../../specs/generated/openapi.ts';
import type { Tx } from '../database.ts';
import type { Environment } from '../documents.ts';

export type Overview = operations['getOverview']['responses'][200]['content']['application/json'];

interface FigureRow {
  received: number;
  sent: number;
  attention: number;
  backlog: number;
  refused: number;
  latency: [p50: number, p95: number] | null;
}

/** The figures of what the caller may see, from `since` on; the backlog is that of now. */
export async function readOverview(
  tx: Tx,
  of: {
    readonly environment?: Environment | undefined;
    readonly since: Date;
    /** Kinds of cases that are not shown. */
    readonly without?: readonly string[];
  },
): Promise<Overview> {
  const { environment, since, without = [] } = of;
  const environments = environment ? [environment] : ['production', 'sandbox'];
  const { rows } = await tx.raw<{ rows: FigureRow[] }>(
    `select t.*, f.*, (select count(*) from delivery where state in ('pending', 'in-flight') and destination not in ('channel', 'webhook') and environment = any(:environments)) as backlog
     from (select count(*) filter (where direction = 'in') as received, count(*) filter (where direction = 'out') as sent,
             count(*) filter (where outcome = 'attention') as attention
           from document where created_at >= :since and environment = any(:environments)) t,
          (select count(*) filter (where d.state in ('refused', 'held', 'failed')) as refused,
             percentile_cont(array[0.5, 0.95]) within group (order by extract(epoch from d.finished_at - o.created_at) * 1000)
               filter (where d.state = 'applied' and d.destination = 'odoo') as latency
           from delivery d left join event e on e.id = d.event_id left join document o on o.id = e.document_id
           where d.finished_at >= :since and d.environment = any(:environments)) f`,
    { environments, since },
  );
  const odoo = await connectionsOf(tx, environments);
  const openCases = await tx('exception_case')
    .where({ state: 'open' })
    .whereIn('environment', environments)
    .count<{ count: number }[]>();
  const warnings = await tx('exception_case')
    .where({ state: 'open', document_id: null, delivery_id: null })
    .whereIn('environment', environments)
    .whereNotIn('kind', [...without])
    .orderBy('opened_at')
    .select<{ code: string; title: string; detail: string; since: Date }[]>({
      ...{ code: 'fingerprint', title: 'title', detail: 'detail', since: 'opened_at' },
    });
  const { backlog, latency, ...figures } = rows[0]!;
  const applied = latency && latency[0] !== null;
  return {
    received: figures.received,
    sent: figures.sent,
    attention: figures.attention,
    eventBacklog: backlog,
    refused: figures.refused,
    ...(applied && { applyLatencyMs: { p50: Math.round(latency[0]), p95: Math.round(latency[1]) } }),
    ...(warnings.length > 0 && { warnings: warnings.map((w) => ({ ...w, since: w.since.toISOString() })) }),
    // A partner sees no connections, and its cases are the team's business.
    ...(odoo.length > 0 && { openCases: openCases[0]!.count }),
    odoo: odoo.map(({ since, ...one }) => ({ ...one, since: since.toISOString() })),
  };
}

type ConnectionLine = Omit<NonNullable<Overview['odoo']>[number], 'since'> & { readonly since: Date };

async function connectionsOf(tx: Tx, environments: readonly string[]): Promise<readonly ConnectionLine[]> {
  const { rows } = await tx.raw<{ rows: ConnectionLine[] }>(
    `select c.id, c.name, c.environment, c.kind, c.version, c.state, c.state_since as since,
       (select count(*) from delivery where state in ('pending', 'in-flight') and starts_with(lane, 'odoo/' || c.id || '/')) as waiting
     from odoo_connection c where c.environment = any(?) order by c.environment, c.name`,
    [environments as never],
  );
  return rows;
}
