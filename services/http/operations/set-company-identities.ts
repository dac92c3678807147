import { readCompany, setCompanyIdentities as set } from '../../flows/company.ts';
import { identitiesOf, identitiesView } from '../identities.ts';
import type { Handler } from '../operation.ts';

export const setCompanyIdentities: Handler<'setCompanyIdentities'> = async ({ api: { context }, caller, body }) => {
  const insteadOf = body.insteadOf && identitiesOf(body.insteadOf);
  await set(context, { ...identitiesOf(body), insteadOf }, caller);
  const { name, identities } = await readCompany(context);
  return { status: 200, body: { name, identities: identitiesView(identities) } };
};
