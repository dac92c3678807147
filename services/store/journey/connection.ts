import type { Knex } from 'knex';
import type { ConnectionEvidence, EndpointEvidence } from '../../domain/journey/evidence.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly channel: string;
  readonly tested_at: Date | null;
  readonly test_works: boolean | null;
  readonly test_says: string | null;
  readonly last_success_at: Date | null;
  readonly failing: boolean;
  readonly last_error: string | null;
  readonly arrived_at: Date | null;
}

/** How the endpoints of the sandbox with these names stand: a test that went well, or a document that went over it, since nothing of it has failed. */
export async function connectionEvidence(
  db: Knex,
  orgId: string,
  names: readonly string[],
): Promise<ConnectionEvidence> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    // Of the newest documents only: a sandbox may hold very many.
    `with newest as (select endpoint_id, channel, created_at from document
       where org_id = :orgId and environment = 'sandbox' and direction = 'in' order by created_at desc limit 200)
     select e.id, e.name, e.channel, e.tested_at, e.test_works, e.test_says, e.last_success_at, e.breaker <> 'closed' as failing, e.last_error,
       (select max(d.created_at) from newest d where d.endpoint_id = e.id or (d.endpoint_id is null and d.channel = e.channel)) as arrived_at
     from channel_endpoint e where e.org_id = :orgId and e.environment = 'sandbox' and e.removed_at is null and e.name = any(:names::text[])`,
    { orgId, names: [...names] },
  );
  const found = new Map(rows.map((row) => [row.name, row]));
  return { endpoints: names.map((name) => endpointEvidence(name, found.get(name))) };
}

function endpointEvidence(name: string, row: Row | undefined): EndpointEvidence {
  if (!row) return { name, passed: false };
  const proofs = [row.test_works ? row.tested_at : null, row.last_success_at, row.arrived_at];
  const proven = proofs.filter((at) => at !== null).sort((a, b) => b.getTime() - a.getTime())[0];
  // A later test that fails takes back what was proven before it.
  const isRefuted = row.test_works === false && (proven === undefined || row.tested_at! > proven);
  const why = isRefuted ? row.test_says : row.failing ? row.last_error : null;
  const testedAt = isRefuted ? row.tested_at! : proven;
  return {
    ...{ name, id: row.id, channel: row.channel, passed: proven !== undefined && !isRefuted && !row.failing },
    ...(testedAt && { testedAt }),
    ...(why && { why }),
  };
}
