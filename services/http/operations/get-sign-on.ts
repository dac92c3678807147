import { companyOf } from '../../store/partners.ts';
import type { Handler } from '../operation.ts';

export const getSignOn: Handler<'getSignOn'> = async ({ api: { context } }) => {
  const { registration, signOn } = context.entry;
  const organization = (await companyOf(context.db.front))?.name ?? '';
  return { status: 200, body: { organization, registration, ...(signOn && { signOn: { label: signOn.label } }) } };
};
