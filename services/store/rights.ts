import pg from 'pg';
import type { Purpose } from './logins.ts';

/** What callers of one organisation read, as far as it is theirs. What only the hub needs, such as sessions and key hashes, is not among it. */
const shown = [
  ...[
    'agreement',
    'audit_entry',
    'delivery',
    'document',
    'document_number',
    'document_raw',
    'event',
    'exception_case',
    'exchange',
    'functional_group',
  ],
  ...['interchange', 'ladder_rung', 'membership', 'odoo_write', 'organization', 'sla_clock', 'trading_identity'],
  ...[
    'transaction_set',
    'configuration',
    'configuration_file',
    'guide_upload',
    'configuration_in_use',
    'candidate',
    'draft',
    'release',
    'resending',
    'scenario_run',
    'scenario_frame',
    'chaos',
    'connection_test',
    ...['go_live_request', 'go_live_decision', 'document_in_production', 'parallel_run', 'partner_hold'],
    'mapping_review',
    ...['mapping_comment', 'mapping_unsaved'],
  ],
];

const entryColumns = 'org_id, at, actor, action, document_id, detail, proof';

/**
 * Gives the logins exactly what they need and takes everything else, as part of the caller's transaction.
 * @param owner connection of the tables' owner.
 */
export async function grantRights(owner: pg.ClientBase, names: Readonly<Record<Purpose, string>>): Promise<void> {
  const [hub, partner, twin, queue] = (['hub', 'partner', 'twin', 'queue'] as const).map((p) =>
    pg.escapeIdentifier(names[p]),
  );
  const all = [hub, partner, twin, queue].join(', ');
  // A temporary table that is called like one of the hub's would stand before it for whoever uses the connection next. BullMQ needs some of its own.
  const { rows: here } = await owner.query<{ name: string }>('select quote_ident(current_database()) as name');
  const database = here[0]!.name;
  await owner.query(`
    revoke temporary on database ${database} from public;
    grant temporary on database ${database} to ${queue};
    revoke create on schema public from public;
    revoke all on all tables in schema public, odoo_twin, bullmq from ${all};
    revoke all on all sequences in schema public, odoo_twin, bullmq from ${all};
    revoke all on schema public, odoo_twin, bullmq from ${all};

    grant usage on schema public to ${hub}, ${partner};
    grant select, insert, update, delete on all tables in schema public to ${hub};
    revoke all on wall_key, schema_migration, schema_migration_lock, audit_entry from ${hub};
    grant select on schema_migration to ${hub};
    grant select, insert (${entryColumns}) on audit_entry to ${hub};
    grant execute on function app_pass(uuid), audit_seal(jsonb) to ${hub};

    grant select on ${shown.join(', ')} to ${partner};
    grant select (id, email, name, created_at, disabled_at, temporary_until, last_sign_in_at) on app_user to ${partner};
    grant select (id, org_id, environment, name, prefix, scopes, created_at, last_used_at, expires_at, revoked_at) on api_key to ${partner};
    grant select (id, org_id, email, name, roles, company, created_at, created_by, expires_at, accepted_at, revoked_at) on invite to ${partner};
    grant select (id, org_id, environment, name, channel, settings, secret_names, created_at, removed_at, stopped, paused_at, paused_by, breaker, failures, failing_since,
      retry_at, last_error, last_success_at, secrets_since, facts_since) on channel_endpoint to ${partner};
    grant select (id, name, environment, kind, version, state, state_since) on odoo_connection to ${partner};
    grant insert (${entryColumns}) on audit_entry to ${partner};

    grant usage on schema odoo_twin to ${twin};
    grant select, insert, update, delete on all tables in schema odoo_twin to ${twin};
    grant usage on all sequences in schema odoo_twin to ${twin};

    grant usage, create on schema bullmq to ${queue};
    grant select, insert, update, delete on all tables in schema bullmq to ${queue};
    grant usage, select, update on all sequences in schema bullmq to ${queue};
  `);
  // So that whoever seeds thousands of records may gather statistics at once; before 17 there is no such right, and autovacuum does it a minute later.
  const { rows: server } = await owner.query<{ known: boolean }>(
    `select current_setting('server_version_num')::int >= 170000 as known`,
  );
  if (server[0]!.known) await owner.query(`grant maintain on odoo_twin.record to ${twin}`);
}
