import { CodedError } from '../../domain/errors.ts';
import { revokeKeyById } from '../../store/api-keys.ts';
import { type ActedBy, audit } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import { endpointsOf, savePause } from '../../store/endpoints.ts';
import { endHold, endRun, insertHold, partnerHold, producedOf, wakeHeld } from '../../store/go-live/production.ts';
import { requestsOf } from '../../store/go-live/requests.ts';
import { organizationName } from '../../store/partners.ts';
import { lockPartner } from '../../store/releases.ts';
import { saveDisabled } from '../../store/users.ts';
import type { Context } from '../context.ts';
import { forgetEndpoints } from '../endpoint-in-use.ts';
import { refuseBody } from '../refuse-body.ts';
import { conflict } from './ask.ts';
import { endRequest } from './decide.ts';
import { tell } from './tell.ts';

// A partner whose production is held, and one that leaves.

/** Holds production: what comes is stored and acknowledged as agreed, and not applied; what is for the partner waits. @throws CodedError */
export async function suspendPartner(
  context: Context,
  orgId: string,
  { reason, ...who }: { readonly reason: string } & ActedBy,
): Promise<void> {
  const words = sentence(reason);
  await context.db.scoped('*', async (tx) => {
    await lockKnown(tx, orgId);
    await refuseAgain(tx, orgId);
    const since = context.now();
    await insertHold(tx, { id: context.newId(), orgId, kind: 'suspended', since, by: who.actor, reason: words });
    await note(tx, orgId, since, who, 'partner.suspended', { reason: words });
    await tell(context, tx, {
      ...{ orgId, to: 'everybody', subject: `${await organizationName(tx, orgId)}: production is suspended` },
      says: [
        words,
        'What you send is stored and acknowledged as agreed, and not acted on. What is for you waits. Both go on by themselves when it is resumed.',
      ],
    });
  });
}

/** Lets production go on: what waited is done in its order. @throws CodedError */
export async function resumePartner(context: Context, orgId: string, who: ActedBy): Promise<void> {
  await context.db.scoped('*', async (tx) => {
    await lockKnown(tx, orgId);
    const hold = await partnerHold(tx, orgId);
    if (hold?.kind !== 'suspended')
      throw conflict(hold ? 'The partner was off-boarded; that is not taken back.' : 'The partner is not suspended.');
    const at = context.now();
    await endHold(tx, hold.id, at, who.actor);
    await wakeHeld(tx, orgId);
    await note(tx, orgId, at, who, 'partner.resumed', { suspendedSince: hold.since });
    await tell(context, tx, {
      ...{ orgId, to: 'everybody', subject: `${await organizationName(tx, orgId)}: production goes on` },
      says: ['What waited is worked on now, in its order.'],
    });
  });
  context.wakeRelay();
}

export interface OffBoarded {
  readonly keys: number;
  readonly endpoints: number;
  readonly people: number;
  readonly requests: number;
}

/**
 * Ends a partner: its keys are revoked, endpoints stopped, its people's access ended, open requests cancelled. Documents and the audit trail stay as long as the retention
 * says. @param name the partner's name as whoever does it has typed it @throws CodedError
 */
export async function offBoardPartner(
  context: Context,
  orgId: string,
  { name, reason, ...who }: { readonly name: string; readonly reason: string } & ActedBy,
): Promise<OffBoarded> {
  const words = sentence(reason);
  const done = await context.db.scoped('*', async (tx) => {
    await lockKnown(tx, orgId);
    const partner = await organizationName(tx, orgId);
    if (name !== partner)
      refuseBody([{ place: 'body/name', message: `must be the partner's name as it is written: ${partner}` }]);
    const hold = await partnerHold(tx, orgId);
    if (hold?.kind === 'off-boarded') throw conflict('The partner was off-boarded already.');
    const at = context.now();
    // Before its people lose their access: they are told.
    await tell(context, tx, {
      ...{ orgId, to: 'everybody', subject: `${partner} leaves Crossdock` },
      says: [
        words,
        'Keys are revoked, channels stopped, and nobody of the partner can sign in. Documents are kept as long as was agreed.',
      ],
    });
    if (hold) await endHold(tx, hold.id, at, who.actor);
    await insertHold(tx, { id: context.newId(), orgId, kind: 'off-boarded', since: at, by: who.actor, reason: words });
    const made = {
      keys: await revokeKeys(tx, orgId, at),
      endpoints: await stopEndpoints(tx, orgId, at, who.actor),
      people: await endAccess(tx, orgId, at),
      requests: await cancelAll(context, tx, orgId, who),
    };
    for (const { key } of await producedOf(tx, orgId)) await endRun(tx, orgId, key, at, who.actor);
    await tx('invite').where({ org_id: orgId, accepted_at: null, revoked_at: null }).update({ revoked_at: at });
    await note(tx, orgId, at, who, 'partner.off-boarded', { reason: words, ...made });
    return made;
  });
  for (const environment of ['sandbox', 'production'] as const) forgetEndpoints(context, orgId, environment);
  context.wakeRelay();
  return done;
}

async function revokeKeys(tx: Tx, orgId: string, at: Date): Promise<number> {
  const ids = await tx('api_key').where({ org_id: orgId, revoked_at: null }).pluck<string[]>('id');
  for (const id of ids) await revokeKeyById(tx, id, at);
  return ids.length;
}

async function stopEndpoints(tx: Tx, orgId: string, at: Date, by: string): Promise<number> {
  const endpoints = await endpointsOf(tx, { orgId });
  for (const { id } of endpoints) {
    await savePause(tx, id, { at, by, stopped: 'The partner was off-boarded' });
    // What opens the partner's systems, and what the partner opens ours with, is gone.
    await tx('channel_endpoint').where({ id }).update({ secrets: '{}', secret_names: [] });
  }
  return endpoints.length;
}

/** People who belong to nobody else lose their account; those who do lose this membership. */
async function endAccess(tx: Tx, orgId: string, at: Date): Promise<number> {
  const ids = await tx('membership').where({ org_id: orgId }).pluck<string[]>('user_id');
  for (const id of ids) {
    const others = await tx('membership').where({ user_id: id }).whereNot({ org_id: orgId }).first('org_id');
    if (!others) await saveDisabled(tx, id, at);
    else await tx('membership').where({ user_id: id, org_id: orgId }).delete();
    await tx('session').where({ user_id: id }).delete();
  }
  return ids.length;
}

async function cancelAll(context: Context, tx: Tx, orgId: string, who: ActedBy): Promise<number> {
  const open = await requestsOf(tx, { orgId, open: true });
  for (const request of open) await endRequest(context, tx, request, 'The partner was off-boarded.', who);
  return open.length;
}

function sentence(reason: string): string {
  const words = reason.trim();
  if (words === '') refuseBody([{ place: 'body/reason', message: 'is empty: say why, the partner reads it' }]);
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

async function lockKnown(tx: Tx, orgId: string): Promise<void> {
  const row = await tx('organization').where({ id: orgId }).whereNot({ kind: 'owner' }).first('id');
  if (!row) throw new CodedError('http.not-found', { detail: 'No partner has this id.' });
  await lockPartner(tx, orgId);
}

async function refuseAgain(tx: Tx, orgId: string): Promise<void> {
  const hold = await partnerHold(tx, orgId);
  if (hold) throw conflict(`The partner is ${hold.kind} already, since ${hold.since.toISOString()}: ${hold.reason}`);
}

const note = (
  tx: Tx,
  orgId: string,
  at: Date,
  { actor, by }: ActedBy,
  action: 'partner.suspended' | 'partner.resumed' | 'partner.off-boarded',
  detail: Record<string, unknown>,
): Promise<void> => audit(tx, [{ orgId, at, actor, by, action, subject: { type: 'organization', id: orgId }, detail }]);
