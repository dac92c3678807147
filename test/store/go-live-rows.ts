import type { Knex } from 'knex';
import { uuidv7 } from 'uuidv7';

/** A row of everything that is known of a partner's go-lives and uploads; its configuration and a delivery are there before. */
export async function insertGoLives(db: Knex, orgId: string): Promise<void> {
  const at = new Date('2026-11-23T10:00:00.000Z');
  const [requestId, runId] = [uuidv7(), uuidv7()];
  const document = { org_id: orgId, direction: 'inbound', set_code: '945', version: '004010' };
  const of = { request_id: requestId, org_id: orgId, version: 1, at };
  await db('go_live_request').insert({ ...document, id: requestId, approvals_needed: 2, created_at: at });
  await db('go_live_version').insert({
    ...{ ...of, asked_by: 'x', bundle: '{}', bundle_hash: 'b', draft_hash: 'c', configuration_hash: 'c' },
    ...{ from_release: 0, covers: ['inbound/945/004010'], checks: '[]' },
  });
  await db('go_live_decision').insert({ ...of, kind: 'asked', by_name: 'x' });
  await db('document_in_production').insert({ ...document, event_types: [], mode: 'live', since: at });
  await db('parallel_run').insert({ ...document, id: runId, started_at: at, started_by: 'x', policy: '{}' });
  const { id: deliveryId } = await db('delivery').where({ org_id: orgId }).first('id');
  await db('parallel_comparison').insert({
    ...{ delivery_id: deliveryId, run_id: runId, org_id: orgId, subject: 'x', event_type: 'x', verdict: 'match' },
    ...{ says: 'x', tries: 1, first_at: at, at },
  });
  await db('partner_hold').insert({
    ...{ id: uuidv7(), org_id: orgId, kind: 'suspended', since: at, by_name: 'x', reason: 'x', ended_at: at },
  });
  await db('guide_upload').insert({
    ...{ id: uuidv7(), org_id: orgId, file_name: 'x.pdf', format: 'pdf', media_type: 'application/pdf', size_bytes: 1 },
    ...{ sha256: 'x', content: Buffer.from('x'), created_at: at, created_by: 'x' },
  });
}
