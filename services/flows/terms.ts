import type { Environment } from '../store/documents.ts';
import { type PartnerTerms, partnerTerms } from '../store/partners.ts';
import type { Context } from './context.ts';
import { recent } from './recent.ts';

const remembered = recent<PartnerTerms | undefined>(3000);

/** Terms of a partner in one environment, at most three seconds old. */
export function termsOf(context: Context, orgId: string, environment: Environment): Promise<PartnerTerms | undefined> {
  return remembered(context, `${orgId}/${environment}`, () => partnerTerms(context.db.pool, orgId, environment));
}
