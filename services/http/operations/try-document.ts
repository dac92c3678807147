import { knownPartner } from '../configuration-desk.ts';
import type { Handler } from '../operation.ts';
import { takeDocuments } from '../take-documents.ts';

export const tryDocument: Handler<'tryDocument'> = async ({ desk, caller, params: { partnerId: orgId }, request }) => {
  await desk.context.db.screens(caller.sight, (tx) => knownPartner(tx, orgId));
  return takeDocuments(desk, request, { orgId, environment: 'sandbox', actor: caller.actor });
};
