import { CodedError } from '../../domain/errors.ts';
import type { Turn } from '../../domain/journey/evidence.ts';
import { type Journey, journeyOf } from '../../domain/journey/journey.ts';
import type { ActedBy } from '../../store/audit.ts';
import { audit } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import { addressesOf, insertReminder, lastReminder, type ReminderRow } from '../../store/journey/standings.ts';
import { organizationName, ownOrganisation } from '../../store/partners.ts';
import { lockPartner } from '../../store/releases.ts';
import type { Context } from '../context.ts';
import { linkTo, queueMail } from '../identity/queue-mail.ts';
import { readEvidence } from './evidence.ts';

/** Once a day: who is reminded more often stops reading. */
export const remindEveryMs = 86_400_000;

/** Who can do what is asked for. */
const rolesOf = { partner: ['partner-admin', 'partner-editor'], team: ['team-admin', 'team-integrator'] } as const;

export interface Reminding extends ActedBy {
  readonly orgId: string;
  /** Who is reminded. */
  readonly side: Turn;
  readonly bySide: ReminderRow['bySide'];
}

/**
 * Reminds a side, by mail, of what is its turn.
 * @returns to how many people the mail goes
 * @throws CodedError `http.conflict` where it is not its turn or nobody could be written to, `http.too-many-requests` within a day of the last one
 */
export async function remindSide(context: Context, tx: Tx, of: Reminding): Promise<number> {
  const { orgId, side } = of;
  await lockPartner(tx, orgId);
  const tools = { standards: context.catalog.standards, now: context.now };
  const journey = journeyOf(await readEvidence(tools, tx, orgId));
  const last = await lastReminder(tx, orgId, side);
  const again = last ? last.at.getTime() + remindEveryMs - context.now().getTime() : 0;
  if (again > 0)
    throw new CodedError('http.too-many-requests', {
      detail: `They were reminded already, on ${last!.at.toISOString().slice(0, 16).replace('T', ' ')} UTC. Once a day is enough.`,
      retryAfterSeconds: Math.ceil(again / 1000),
    });
  return sendReminder(context, tx, of, journey);
}

async function sendReminder(context: Context, tx: Tx, of: Reminding, { requirements }: Journey): Promise<number> {
  const { orgId, side, bySide, actor, by } = of;
  const asked = requirements.currentlyDue.find(({ turn }) => turn === side);
  if (!asked)
    throw new CodedError('http.conflict', { detail: 'Nothing waits for them: there is nothing to remind them of.' });
  const owner = await ownOrganisation(tx);
  const to = await addressesOf(tx, side === 'team' ? owner : orgId, rolesOf[side]);
  if (to.length === 0)
    throw new CodedError('http.conflict', { detail: 'Nobody of them can sign in, so there is nobody to write to.' });
  const [partner, company] = [await organizationName(tx, orgId), await organizationName(tx, owner)];
  const at = context.now();
  const link = linkTo(context, side === 'team' ? `/partners/${orgId}` : '/');
  for (const address of to)
    await queueMail(context, tx, address, {
      purpose: 'reminder',
      of: {
        about: side === 'team' ? partner : company,
        from: bySide === 'hub' ? undefined : bySide === 'team' ? company : partner,
        ...{ title: asked.title, reason: asked.reason, since: asked.since, link },
      },
    });
  await insertReminder(tx, orgId, { id: context.newId(), side, at, bySide, actor, requirement: asked.id });
  await audit(tx, [
    {
      ...{ orgId, at, actor, by, action: 'partner.reminded', subject: { type: 'organization', id: orgId } },
      detail: { side, requirement: asked.id, mails: to.length },
    },
  ]);
  return to.length;
}

const dayMs = 86_400_000;

/** Reminds by itself whoever has not moved for so many days, and then again after as many. */
export async function remindStill(context: Context, tx: Tx, orgId: string, journey: Journey): Promise<void> {
  const days = context.entry.remindAfterDays ?? 0;
  const { next, turn } = journey;
  if (days <= 0 || !next || turn === 'nobody' || journey.stage === 'suspended') return;
  const now = context.now().getTime();
  const last = await lastReminder(tx, orgId, turn);
  const quietSince = Math.max(next.since.getTime(), last?.at.getTime() ?? 0);
  if (now - quietSince < days * dayMs) return;
  const to = turn === 'team' ? await ownOrganisation(tx) : orgId;
  if ((await addressesOf(tx, to, rolesOf[turn])).length === 0) return;
  await sendReminder(context, tx, { orgId, side: turn, bySide: 'hub', actor: 'hub', by: { kind: 'hub' } }, journey);
}
