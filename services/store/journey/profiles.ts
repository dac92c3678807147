import type { Knex } from 'knex';
import type { Tx } from '../database.ts';
import { toJson } from '../json.ts';

/** The profile of a partner as its row has it. */
export interface ProfileRow {
  readonly form: Readonly<Record<string, unknown>>;
  readonly revision: number;
  readonly updatedAt: Date;
  readonly updatedBy: string;
  /** Trading ids that the profile has put into the draft, by environment. */
  readonly givenIds: Readonly<Record<string, unknown>>;
}

const columns = {
  ...{ form: 'form', revision: 'revision', updatedAt: 'updated_at', updatedBy: 'updated_by', givenIds: 'given_ids' },
} as const;

/** The profile; undefined where nothing was saved yet. */
export const profileOf = (db: Knex, orgId: string): Promise<ProfileRow | undefined> =>
  db('profile').where({ org_id: orgId }).first<ProfileRow | undefined>(columns);

export async function saveProfileRow(
  tx: Tx,
  orgId: string,
  of: Pick<ProfileRow, 'form' | 'revision' | 'updatedAt' | 'updatedBy'>,
): Promise<void> {
  const values = { form: toJson(of.form), revision: of.revision, updated_at: of.updatedAt, updated_by: of.updatedBy };
  await tx('profile')
    .insert({ org_id: orgId, ...values })
    .onConflict('org_id')
    .merge(values);
}

export async function saveGivenIds(tx: Tx, orgId: string, ids: ProfileRow['givenIds']): Promise<void> {
  await tx('profile')
    .where({ org_id: orgId })
    .update({ given_ids: toJson(ids) });
}

/** What is known of a company from its registration and its row. */
export interface CompanyFacts {
  readonly name: string;
  readonly kind: string;
  readonly scac: string | null;
  readonly duns: string | null;
  readonly gln: string | null;
  readonly timeZone: string;
  readonly createdAt: Date;
}

export const companyFacts = (db: Knex, orgId: string): Promise<CompanyFacts | undefined> =>
  db('organization')
    .where({ id: orgId })
    .first<CompanyFacts | undefined>({
      ...{ name: 'name', kind: 'kind', scac: 'scac', duns: 'duns', gln: 'gln' },
      ...{ timeZone: 'time_zone', createdAt: 'created_at' },
    });
