import { knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';
import { takeDocuments } from '../take-documents.ts';

export const tryDocument: Handler<'tryDocument'> = async ({ api, caller, params: { partnerId: orgId }, request }) => {
  await api.context.db.screens(caller.visibility, (tx) => knownPartner(tx, orgId));
  return takeDocuments(api, request, { orgId, environment: 'sandbox', actor: caller.actor });
};
