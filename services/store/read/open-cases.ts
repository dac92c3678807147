import type { Knex } from 'knex';

/** Kinds of the open cases about the hub itself, such as `disk.low`. */
export async function hubWarnings(db: Knex): Promise<string[]> {
  return db('exception_case as c')
    .join('organization as o', 'o.id', 'c.org_id')
    .where({ 'o.kind': 'owner', 'c.state': 'open', 'c.document_id': null, 'c.delivery_id': null })
    .orderBy('c.fingerprint')
    .distinct()
    .pluck<string[]>('c.fingerprint');
}

/** The organisations that have an open case of these fingerprints. */
export function openCaseOwners(
  db: Knex,
  fingerprints: readonly string[],
): Promise<readonly { orgId: string; fingerprint: string }[]> {
  return db('exception_case')
    .whereIn('fingerprint', fingerprints)
    .where({ state: 'open' })
    .distinct({ orgId: 'org_id', fingerprint: 'fingerprint' });
}

/** Fingerprints of open cases that begin so. */
export async function openFingerprints(db: Knex, prefix: string): Promise<readonly string[]> {
  return db('exception_case')
    .distinct()
    .where({ state: 'open' })
    .whereRaw('starts_with(fingerprint, ?)', [prefix])
    .pluck('fingerprint');
}

/** What an open case says, and since when; undefined where there is none that the transaction sees. */
export async function openCaseCalled(
  db: Knex,
  fingerprint: string,
): Promise<{ readonly detail: string; readonly since: Date } | undefined> {
  return db('exception_case')
    .where({ state: 'open', fingerprint })
    .first<{ detail: string; since: Date } | undefined>({ detail: 'detail', since: 'opened_at' });
}

/** When a person last closed a case of this fingerprint of an organisation; undefined where nobody has. */
export async function lastClosed(db: Knex, orgId: string, fingerprint: string): Promise<Date | undefined> {
  const row = await db('exception_case')
    .where({ org_id: orgId, fingerprint, state: 'resolved' })
    .whereNotNull('resolved_by')
    .max<{ at: Date | null }>('resolved_at as at')
    .first();
  return row?.at ?? undefined;
}
