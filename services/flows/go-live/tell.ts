import type { Tx } from '../../store/database.ts';
import type { Context } from '../context.ts';
import { linkTo, queueMail } from '../identity/queue-mail.ts';

/** Who is told of a go-live. */
export type Told = 'approvers' | 'partner' | 'everybody';

const rolesOf: Readonly<Record<Exclude<Told, 'everybody'>, readonly string[]>> = {
  approvers: ['team-admin', 'team-approver'],
  partner: ['partner-admin', 'partner-editor'],
};

/** Mails of both sides' people who have to do with go-lives, whose accounts are open. */
async function addressesOf(
  tx: Tx,
  orgId: string,
  told: Told,
): Promise<readonly { readonly email: string; readonly side: 'team' | 'partner' }[]> {
  const rows = await tx('membership as m')
    .join('app_user as u', 'u.id', 'm.user_id')
    .join('organization as o', 'o.id', 'm.org_id')
    .where({ 'u.disabled_at': null })
    .where((one) => one.where({ 'o.id': orgId }).orWhere({ 'o.kind': 'owner' }))
    .orderBy('u.email')
    .select<{ email: string; kind: string; roles: string[] }[]>('u.email', 'o.kind', 'm.roles');
  return rows.flatMap(({ email, kind, roles }) => {
    const side = kind === 'owner' ? ('team' as const) : ('partner' as const);
    const group = side === 'team' ? 'approvers' : 'partner';
    if (told !== 'everybody' && told !== group) return [];
    return roles.some((role) => rolesOf[group].includes(role)) ? [{ email, side }] : [];
  });
}

/** Queues a mail about a partner's go-live, in the transaction that it tells of. */
export async function tell(
  context: Context,
  tx: Tx,
  of: {
    readonly orgId: string;
    readonly to: Told;
    readonly subject: string;
    readonly says: readonly string[];
    readonly requestId?: string;
  },
): Promise<void> {
  for (const { email, side } of await addressesOf(tx, of.orgId, of.to)) {
    const page =
      side === 'team'
        ? of.requestId === undefined
          ? `/partners/${of.orgId}`
          : `/approvals?request=${of.requestId}`
        : '/go-live';
    await queueMail(context, tx, email, {
      purpose: 'go-live',
      of: { subject: of.subject, says: of.says, link: linkTo(context, page) },
    });
  }
}
