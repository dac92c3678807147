import type { AuditAction } from '../../domain/audit-actions.ts';
import { type ActedBy, audit } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import type { RequestRow } from '../../store/go-live/requests.ts';

/** Whose decision it is, and about which version of a request. */
export const decisionBy = ({ id, orgId }: RequestRow, version: number, at: Date, { actor, by }: ActedBy) => ({
  ...{ requestId: id, orgId, version, at, by: actor },
  ...(by.kind === 'person' && { byId: by.id }),
});

export async function note(
  tx: Tx,
  { orgId, id }: RequestRow,
  at: Date,
  { actor, by }: ActedBy,
  action: AuditAction,
  detail: Record<string, unknown>,
): Promise<void> {
  await audit(tx, [
    { orgId, at, actor, by, action, subject: { type: 'organization', id: orgId }, detail: { request: id, ...detail } },
  ]);
}
