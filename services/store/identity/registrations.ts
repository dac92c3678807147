import type { Knex } from 'knex';
import type { KnownCompany } from '../../domain/identity/likeness.ts';
import type { Tx } from '../database.ts';

export interface Registration {
  readonly form: Readonly<Record<string, unknown>>;
  readonly revision: number;
  readonly updatedAt: Date;
}

const columns = { form: 'form', revision: 'revision', updatedAt: 'updated_at' } as const;

/** The form under an address that was proven; made empty where there is none. */
export async function openRegistration(tx: Tx, email: string, at: Date, expiresAt: Date): Promise<Registration> {
  await tx('registration').where('expires_at', '<=', at).delete();
  await tx('registration')
    .insert({ email, updated_at: at, expires_at: expiresAt })
    .onConflict('email')
    .merge({ expires_at: expiresAt });
  return (await tx('registration').where({ email }).forUpdate().first<Registration>(columns))!;
}

export const hasRegistration = async (db: Knex, email: string, at: Date): Promise<boolean> =>
  (await db('registration').where({ email }).where('expires_at', '>', at).where('revision', '>', 0).first('email')) !==
  undefined;

export async function saveForm(tx: Tx, email: string, form: object, at: Date): Promise<void> {
  await tx('registration')
    .where({ email })
    .update({ form: JSON.stringify(form), revision: tx.raw('revision + 1'), updated_at: at });
}

export async function removeRegistration(tx: Tx, email: string): Promise<void> {
  await tx('registration').where({ email }).delete();
}

/** All companies with what tells them apart: numbers that were given, trading ids that are such numbers, domains of their people. */
export async function knownCompanies(tx: Tx): Promise<readonly KnownCompany[]> {
  const ids = (qualifier: string) =>
    `array(select distinct upper(t.isa_id) from trading_identity t where t.org_id = o.id and t.qualifier = '${qualifier}')`;
  const { rows } = await tx.raw<{ rows: KnownCompany[] }>(
    `select o.id, o.name, array_remove(array[o.scac] || ${ids('02')}, null) as scacs, array_remove(array[o.duns] || ${ids('01')}, null) as duns,
       array_remove(array[o.gln] || ${ids('07')}, null) as glns,
       array(select distinct lower(split_part(u.email, '@', 2)) from membership m join app_user u on u.id = m.user_id where m.org_id = o.id) as domains
     from organization o`,
  );
  return rows;
}

export async function saveTradeNumbers(
  tx: Tx,
  orgId: string,
  {
    scac,
    duns,
    gln,
  }: { readonly scac?: string | undefined; readonly duns?: string | undefined; readonly gln?: string | undefined },
): Promise<void> {
  await tx('organization')
    .where({ id: orgId })
    .update({ scac: scac?.toUpperCase() ?? null, duns: duns ?? null, gln: gln ?? null });
}
