import { CodedError } from '../../domain/errors.ts';
import { readPartner } from '../../store/read/partner.ts';
import type { Handler } from '../operation.ts';

export const getPartner: Handler<'getPartner'> = async ({ api: { context }, caller, params, query }) => {
  const view = { environment: query.environment, now: context.now() };
  const partner = await context.db.screens(caller.visibility, (tx) => readPartner(tx, params.partnerId, view));
  if (!partner) throw new CodedError('http.not-found', { detail: 'No partner has this id.' });
  const { standards } = context.catalog;
  const agreements = partner.agreements.map((agreement) => ({
    ...agreement,
    name: standards.forVersion(agreement.version)?.definition.sets.get(agreement.set)?.name ?? agreement.set,
  }));
  return { status: 200, body: { ...partner, agreements } };
};
