import type { Environment } from '../store/documents.ts';
import { type PartnerTerms, partnerTerms } from '../store/partners.ts';
import type { Context } from './context.ts';

interface Kept {
  readonly terms: Promise<PartnerTerms | undefined>;
  readonly until: number;
}

const kept = new WeakMap<Context['db'], Map<string, Kept>>();
// Long enough to spare a query per document, short enough that nobody waits for a change of an agreement.
const keepMs = 3000;

/** Terms of a partner in one environment, at most three seconds old. */
export function termsOf(context: Context, orgId: string, environment: Environment): Promise<PartnerTerms | undefined> {
  let known = kept.get(context.db);
  if (!known) kept.set(context.db, (known = new Map()));
  const key = `${orgId}/${environment}`;
  const now = context.now().getTime();
  const found = known.get(key);
  if (found && found.until > now) return found.terms;
  const terms = partnerTerms(context.db.pool, orgId, environment);
  known.set(key, { terms, until: now + keepMs });
  terms.catch(() => known.delete(key));
  return terms;
}
