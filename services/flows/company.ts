import type { Identity } from '../domain/configuration/configuration.ts';
import { faultsOfIdentity } from '../domain/configuration/identity-forms.ts';
import { CodedError, type ValidationIssue } from '../domain/errors.ts';
import { type ActedBy, audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { type Company, companyOf, saveCompanyIdentities } from '../store/partners.ts';
import { refuseChangedSince } from './changed-since.ts';
import type { Context } from './context.ts';
import { holderOf } from './identity-holder.ts';

/** How we are called in envelopes, by environment. The first of each is the one that we send under. */
export type OwnIdentities = Readonly<Record<'sandbox' | 'production', readonly Identity[]>>;

/** The company that runs this hub. @throws CodedError `http.conflict` before the set-up */
export async function readCompany(context: Pick<Context, 'db'>): Promise<Company> {
  return need(await companyOf(context.db.system));
}

function need(company: Company | undefined): Company {
  if (company) return company;
  throw new CodedError('http.conflict', { detail: 'No company has been set up: run `crossdock setup`.' });
}

/**
 * Says how we are called in envelopes, in place of what was said before. Every process knows it within seconds.
 * @throws CodedError that names each place that does not fit, or whose an id is, and where the ids are not `insteadOf`
 */
export async function setCompanyIdentities(
  { db, newId, now }: Pick<Context, 'db' | 'newId' | 'now'>,
  { insteadOf, ...wanted }: OwnIdentities & { readonly insteadOf?: OwnIdentities | undefined },
  { actor, by }: ActedBy,
): Promise<void> {
  await db.scoped('*', async (tx) => {
    const company = need(await companyOf(tx, { lock: true }));
    refuseChangedSince('our trading ids', insteadOf, company.identities);
    await refuseWrong(tx, company.id, wanted);
    await saveCompanyIdentities(tx, company.id, wanted, newId);
    const subject = { type: 'organization', id: company.id } as const;
    const entry = { orgId: company.id, at: now(), actor, by, subject, action: 'company.identities-set' as const };
    await audit(tx, [{ ...entry, detail: { before: company.identities, after: wanted } }]);
  });
}

async function refuseWrong(tx: Tx, orgId: string, wanted: OwnIdentities): Promise<void> {
  const errors: ValidationIssue[] = [];
  for (const environment of ['production', 'sandbox'] as const)
    for (const [nth, one] of wanted[environment].entries()) {
      const { qualifier, isaId, gsId } = one;
      const place = `body/${environment}/${nth}`;
      const faults = faultsOfIdentity({ qualifier, id: isaId, group: gsId });
      for (const { part, message } of faults) errors.push({ place: `${place}/${part}`, message });
      if (faults.length > 0) continue;
      const same = (other: Identity) => other.qualifier === qualifier && other.isaId === isaId;
      if (wanted[environment].findIndex(same) < nth) errors.push({ place, message: 'stands there twice' });
      const holder = await holderOf(tx, orgId, environment, [one]);
      if (holder)
        errors.push({
          place: `${place}/id`,
          message: `${holder.identity} is the id of ${holder.name} in ${environment}.`,
        });
    }
  if (errors.length === 0) return;
  throw new CodedError('http.request-invalid', { errors, detail: errors.map(({ message }) => message).join(' ') });
}
