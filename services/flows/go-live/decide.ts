import { differencesOf } from '../../domain/go-live/differences.ts';
import { editWindowMs, isOver, standingOf, whyNotApprove } from '../../domain/go-live/request.ts';
import { type ReturnCodeName, returnCodes } from '../../domain/go-live/return-codes.ts';
import type { ActedBy } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import { insertDecision, type RequestRow, type VersionRow, versionOf } from '../../store/go-live/requests.ts';
import { organizationName } from '../../store/partners.ts';
import { lockPartner } from '../../store/releases.ts';
import type { Context } from '../context.ts';
import { refuseBody } from '../refuse-body.ts';
import { conflict, ownRequest, refuseHeld } from './ask.ts';
import { goLive } from './go-live.ts';
import { askedOf, prepareGoLive } from './prepare.ts';
import { decisionBy, note } from './record-decision.ts';
import { tell } from './tell.ts';

// Approving, returning and cancelling a request.

/** A person of the team. */
export interface Approver extends ActedBy {
  readonly userId: string;
}

/**
 * Approves what was asked for, by its hash. The last approval that is needed makes the release, or the date does. Where something was changed since, nothing is
 * approved and the request is void. @throws CodedError
 */
export async function approveGoLive(
  context: Context,
  id: string,
  { hash, ...who }: { readonly hash: string } & Approver,
): Promise<void> {
  const changed = await context.db.scoped('*', async (tx) => {
    const { orgId } = await ownRequest(tx, undefined, id);
    await lockPartner(tx, orgId);
    const request = await ownRequest(tx, orgId, id);
    await refuseHeld(tx, orgId);
    const at = context.now();
    const standing = standingOf(request.decisions, request.approvalsNeeded, at);
    const version = await versionOf(tx, id, standing.version);
    if (hash !== standing.hash)
      throw conflict('What you saw is not what is asked for now. Nothing was approved: look at it again.');
    const why = whyNotApprove(standing, { approverId: who.userId, approver: who.actor, authors: version.authors });
    if (why !== undefined) throw conflict(why);
    const now = await sinceAsked(context, tx, request, version);
    if (now.length > 0) {
      await voidRequest(context, tx, request, version, now, who);
      return now;
    }
    await insertDecision(
      tx,
      { ...decisionBy(request, version.version, at, who), byId: who.userId },
      { kind: 'approved', version: version.version, hash },
    );
    await note(tx, request, at, who, 'go-live.approved', { version: version.version, bundle: hash });
    const approvals = standing.approvals.length + 1;
    if (approvals < request.approvalsNeeded) return [];
    if (version.goLiveAt === null || version.goLiveAt <= at) await goLive(context, tx, request, version, who);
    else
      await tell(context, tx, {
        ...{
          orgId,
          to: 'everybody',
          requestId: id,
          subject: `The go-live of ${version.covers.join(', ')} is approved`,
        },
        says: [`It goes live on ${version.goLiveAt.toISOString()}. Until then it can be cancelled.`],
      });
    return [];
  });
  context.wakeRelay();
  if (changed.length > 0)
    throw conflict(
      `What would go live was changed after it was asked for. ${changed.join(' ')} It has to be asked for again; it keeps its place.`,
    );
}

/** What differs from what was asked for, in sentences; none where it is the same. */
export async function sinceAsked(
  context: Context,
  tx: Tx,
  request: RequestRow,
  version: VersionRow,
): Promise<readonly string[]> {
  const prepared = await prepareGoLive(context, tx, request.orgId, askedOf(version.covers), version.promotion).catch(
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  if (typeof prepared === 'string') return [prepared];
  if (prepared.hash === version.bundleHash) return [];
  const says = differencesOf(version.bundle, prepared.bundle).flatMap((one) => one.says);
  return says.length > 0 ? says : ['Something of what production runs beside it was changed.'];
}

async function voidRequest(
  context: Context,
  tx: Tx,
  request: RequestRow,
  { version, covers }: VersionRow,
  why: readonly string[],
  who: ActedBy,
): Promise<void> {
  const at = context.now();
  await insertDecision(tx, decisionBy(request, version, at, who), { kind: 'voided', version, why });
  await note(tx, request, at, who, 'go-live.voided', { version, why });
  await tell(context, tx, {
    ...{
      orgId: request.orgId,
      to: 'partner',
      requestId: request.id,
      subject: `The go-live of ${covers.join(', ')} has to be asked for again`,
    },
    says: [`It was changed after it was asked for. ${why.join(' ')}`],
  });
}

/** Returns a request with a numbered code; it keeps its place for three days. @throws CodedError */
export async function returnGoLive(
  context: Context,
  id: string,
  { code, note: words, ...who }: { readonly code: ReturnCodeName; readonly note: string } & ActedBy,
): Promise<void> {
  const { cause, remedy } = returnCodes[code];
  if (code === 'GL-901' && words.trim() === '')
    refuseBody([{ place: 'body/note', message: 'is needed for GL-901: say what it is' }]);
  await context.db.scoped('*', async (tx) => {
    const request = await ownRequest(tx, undefined, id);
    const at = context.now();
    const standing = standingOf(request.decisions, request.approvalsNeeded, at);
    if (standing.state !== 'asked' && standing.state !== 'approved' && standing.state !== 'scheduled')
      throw conflict(`The request is ${standing.state}; it cannot be returned.`);
    const { version } = standing;
    const editUntil = new Date(at.getTime() + editWindowMs);
    await insertDecision(tx, decisionBy(request, version, at, who), {
      kind: 'returned',
      version,
      code,
      note: words.trim(),
      editUntil,
    });
    await note(tx, request, at, who, 'go-live.returned', { version, code, note: words.trim(), editUntil });
    const { covers } = await versionOf(tx, id, version);
    await tell(context, tx, {
      ...{
        orgId: request.orgId,
        to: 'partner',
        subject: `The request for ${covers.join(', ')} was returned (${code})`,
      },
      says: [
        cause,
        ...(words.trim() ? [words.trim()] : []),
        `${remedy} Until ${editUntil.toISOString()} it keeps its place.`,
      ],
    });
  });
}

/** Takes a request back, until it is live. @throws CodedError */
export async function cancelGoLive(
  context: Context,
  orgId: string | undefined,
  id: string,
  { why, ...who }: { readonly why: string } & ActedBy,
): Promise<void> {
  await context.db.scoped('*', async (tx) => {
    const request = await ownRequest(tx, orgId, id);
    await endRequest(context, tx, request, why, who);
  });
}

/** @throws CodedError where it is over */
export async function endRequest(
  context: Context,
  tx: Tx,
  request: RequestRow,
  why: string,
  who: ActedBy,
): Promise<void> {
  const at = context.now();
  const standing = standingOf(request.decisions, request.approvalsNeeded, at);
  if (isOver(standing)) throw conflict(`The request is ${standing.state} already.`);
  await insertDecision(tx, decisionBy(request, standing.version, at, who), { kind: 'cancelled', why });
  await note(tx, request, at, who, 'go-live.cancelled', { version: standing.version, why });
  const { covers } = await versionOf(tx, request.id, standing.version);
  const partner = await organizationName(tx, request.orgId);
  await tell(context, tx, {
    ...{
      orgId: request.orgId,
      to: 'everybody',
      requestId: request.id,
      subject: `The go-live of ${covers.join(', ')} of ${partner} is cancelled`,
    },
    says: [why],
  });
}
