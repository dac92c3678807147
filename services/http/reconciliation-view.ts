import type { components } from '../../specs/generated/openapi.ts';
import { CodedError } from '../domain/errors.ts';
import { accuracyOf, fixOf } from '../domain/reconciliation/compare.ts';
import type { Context } from '../flows/context.ts';
import { differenceText } from '../flows/reconcile.ts';
import type { DifferenceRow } from '../store/odoo-differences.ts';
import { findReconciliation, type ReconciliationRow } from '../store/reconciliations.ts';
import type { SessionCaller } from './caller.ts';

/** @throws CodedError `http.not-found` */
export async function reconciliationOf(
  { db }: Context,
  caller: SessionCaller,
  { connectionId, reconciliationId }: { readonly connectionId: string; readonly reconciliationId: string },
): Promise<ReconciliationRow> {
  const row = await db.screens(caller.visibility, (tx) => findReconciliation(tx, reconciliationId));
  if (row?.connectionId !== connectionId)
    throw new CodedError('http.not-found', { detail: 'This connection has no reconciliation of this id.' });
  return row;
}

export function reconciliationView(row: ReconciliationRow): components['schemas']['Reconciliation'] {
  const { id, state, reason, askedBy, askedAt, finishedAt, agree, movedOn, differ, accepted, notApplied, stock } = row;
  return {
    ...{ id, state, agree, movedOn, differ, compared: agree + movedOn + differ, accuracy: accuracyOf(row) },
    ...{ accepted, notApplied, askedAt: askedAt.toISOString() },
    stock: stock.map(({ orgId, partner, documentId, warehouse, snapshot, asOf, compared, agree: same }) => ({
      ...{ partner: { id: orgId, name: partner }, warehouse, snapshot, asOf, compared, agree: same },
      ...(documentId !== null && { documentId }),
    })),
    ...(reason !== null && { reason }),
    ...(askedBy !== null && { askedBy }),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
  };
}

export function differenceView(row: DifferenceRow): components['schemas']['OdooDifference'] {
  const { id, cause, model, recordId, recordName, field, wrote, wroteAt, holds, changed, orgId, partner } = row;
  const { documentId, acceptedBy, acceptedAt, acceptedNote } = row;
  return {
    ...{
      id,
      cause,
      model,
      recordId,
      sentence: differenceText(row),
      fix: fixOf(cause),
      partner: { id: orgId, name: partner },
    },
    ...(field !== null && { field, wrote }),
    ...(wroteAt && { wroteAt: wroteAt.toISOString() }),
    ...(recordName !== null && { recordName }),
    ...(holds !== null && { holds }),
    ...(changed && { changed }),
    ...(documentId !== null && { documentId }),
    ...(acceptedBy !== null &&
      acceptedAt && {
        accepted: {
          by: acceptedBy,
          at: acceptedAt.toISOString(),
          ...(acceptedNote !== null && { note: acceptedNote }),
        },
      }),
  };
}
