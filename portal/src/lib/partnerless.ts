import { api } from './api.ts';
import type { Session } from './contract.ts';
import { may } from './roles.ts';

/** Whether the hub has no partner at all, which the team alone can know; and whether this person may add the first one. */
export function usePartnerless(session: Session): { readonly none: boolean; readonly mayAdd: boolean } {
  const { data } = api.useQuery('get', '/v1/partners', {}, { enabled: session.side === 'team' });
  return { none: data?.partners.length === 0, mayAdd: may(session, 'createPartner') };
}
