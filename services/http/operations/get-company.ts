import { readCompany } from '../../flows/company.ts';
import { identitiesView } from '../identities.ts';
import type { Handler } from '../operation.ts';

export const getCompany: Handler<'getCompany'> = async ({ api: { context } }) => {
  const { name, identities } = await readCompany(context);
  return { status: 200, body: { name, identities: identitiesView(identities) } };
};
