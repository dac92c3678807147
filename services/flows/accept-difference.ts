import { CodedError } from '../domain/errors.ts';
import { type ActedBy, audit } from '../store/audit.ts';
import { setAcceptance } from '../store/odoo-differences.ts';
import { ownOrganisation } from '../store/partners.ts';
import { lastDone } from '../store/reconciliations.ts';
import type { Context } from './context.ts';
import { openConnection } from './odoo-connection.ts';
import { tellDifferences } from './reconcile.ts';

interface Which {
  readonly connectionId: string;
  readonly reconciliationId: string;
  readonly differenceId: number;
}

/** A person says that a difference is right as it is. @throws CodedError `http.not-found` */
export const acceptDifference = (context: Context, of: Which, note: string | undefined, by: ActedBy): Promise<void> =>
  set(context, of, { by: by.actor, at: context.now(), note: note ?? null }, by);

/** It is told again, from the reconciliations on that have found it. @throws CodedError `http.not-found` */
export const takeAcceptanceBack = (context: Context, of: Which, by: ActedBy): Promise<void> =>
  set(context, of, undefined, by);

async function set(
  context: Context,
  of: Which,
  acceptance: Parameters<typeof setAcceptance>[2],
  { actor, by }: ActedBy,
): Promise<void> {
  const connection = await openConnection(context, of.connectionId);
  await context.db.system.transaction(async (tx) => {
    if (!connection || !(await setAcceptance(tx, of, acceptance)))
      throw new CodedError('http.not-found', { detail: 'The reconciliation has no difference of this id.' });
    const [at, action] = [context.now(), acceptance ? 'odoo-difference.accepted' : 'odoo-difference.reopened'] as const;
    const detail = { connection: connection.name, ...of, ...(acceptance?.note != null && { note: acceptance.note }) };
    await audit(tx, [{ orgId: await ownOrganisation(tx), at, actor, by, action, detail }]);
    const last = await lastDone(tx, of.connectionId);
    if (last) await tellDifferences(context, tx, connection, last.id);
  });
}
