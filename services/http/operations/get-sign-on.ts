import { companyOf } from '../../store/partners.ts';
import type { Handler } from '../operation.ts';

export const getSignOn: Handler<'getSignOn'> = async ({ api: { context } }) => {
  const { registration, signOn, openValidator } = context.entry;
  const organization = (await companyOf(context.db.front))?.name ?? '';
  return {
    status: 200,
    body: { organization, registration, openValidator, ...(signOn && { signOn: { label: signOn.label } }) },
  };
};
