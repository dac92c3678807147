import { type DocumentKey, documentKeyText } from '../../domain/configuration/document-key.ts';
import { CodedError, type ValidationIssue } from '../../domain/errors.ts';
import type { Canary } from '../../domain/go-live/canary.ts';
import { standingOf } from '../../domain/go-live/request.ts';
import { type ActedBy, audit } from '../../store/audit.ts';
import { bytesOf, saveConfiguration } from '../../store/configurations.ts';
import type { Tx } from '../../store/database.ts';
import { partnerHold, producedOf } from '../../store/go-live/production.ts';
import {
  insertDecision,
  insertRequest,
  insertVersion,
  lockRequest,
  type Promotion,
  type RequestRow,
  requestsOf,
  versionOf,
  versionsOf,
} from '../../store/go-live/requests.ts';
import { organizationName } from '../../store/partners.ts';
import { lockPartner } from '../../store/releases.ts';
import type { Context } from '../context.ts';
import { refuseBody } from '../refuse-body.ts';
import { freshFilesOf } from './fresh-files.ts';
import { askedOf, type Prepared, prepareGoLive } from './prepare.ts';
import { sealedPromotion } from './promote.ts';
import { tell } from './tell.ts';

// Asking for a go-live: possible when every check is met, and frozen from then on.

export interface Wish {
  /** Empty: as it is approved. */
  readonly goLiveAt?: Date | undefined;
  readonly note?: string | undefined;
  readonly canary?: Canary | undefined;
  /** By the name of the endpoint: settings that are other ones in production. */
  readonly endpoints?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  /** Hash of what was on the page; 409 where it is something else by now. */
  readonly bundle?: string | undefined;
}

export const conflict = (detail: string, errors?: readonly ValidationIssue[]) =>
  new CodedError('http.conflict', { detail, ...(errors && { errors }) });

const dayMs = 86_400_000;
const farthestMs = 180 * dayMs;

function refuseWish(context: Context, { goLiveAt, canary }: Wish): void {
  const ahead = goLiveAt === undefined ? 1 : goLiveAt.getTime() - context.now().getTime();
  refuseBody([
    ...(ahead > 0
      ? []
      : [{ place: 'body/goLiveAt', message: 'lies in the past; leave it out to go live as soon as it is approved' }]),
    ...(ahead <= farthestMs ? [] : [{ place: 'body/goLiveAt', message: 'lies more than 180 days ahead' }]),
    ...(canary && canary.percent === undefined && canary.sites === undefined
      ? [{ place: 'body/canary', message: 'names neither sites nor a share' }]
      : []),
  ]);
}

/** @throws CodedError `http.conflict` while the partner is held */
export async function refuseHeld(tx: Tx, orgId: string): Promise<void> {
  const hold = await partnerHold(tx, orgId);
  if (hold)
    throw conflict(
      hold.kind === 'suspended'
        ? `The partner is suspended since ${hold.since.toISOString()}: ${hold.reason}. Resume it first.`
        : 'The partner was off-boarded.',
    );
}

/** @throws CodedError `http.conflict` that names every check which is not met */
export function refuseUnmet(prepared: Prepared): void {
  refuseUnknown(prepared);
  const open = prepared.checks.filter(({ isMet }) => !isMet);
  if (open.length === 0) return;
  throw conflict(
    `${open.length} ${open.length === 1 ? 'check is' : 'checks are'} not met: ${open.map(({ title, says }) => `${title}. ${says}`).join(' ')}`,
    open.map(({ id, title, says }) => ({ place: `check/${id}`, message: `${title}: ${says}` })),
  );
}

/** @throws CodedError `http.not-found` for what the agreement has not */
export function refuseUnknown({ composed }: Prepared): void {
  if (composed.unknown.length > 0)
    throw new CodedError('http.not-found', {
      detail: `The agreement has no ${composed.unknown.join(', ')}. Documents are named as inbound/945/004010.`,
    });
}

const changedSince = () =>
  conflict('What would go live was changed since you saw it. Nothing was asked for: look at it again.');

/** Asks for the go-live of documents. @returns the id of the request. @throws CodedError */
export async function askGoLive(
  context: Context,
  orgId: string,
  of: Wish & { readonly documents: readonly DocumentKey[] },
  by: ActedBy,
): Promise<string> {
  refuseWish(context, of);
  const [first] = of.documents;
  if (!first) throw conflict('Name the document that is to go live.');
  return context.db.scoped('*', async (tx) => {
    await lockPartner(tx, orgId);
    await refuseHeld(tx, orgId);
    await refuseOpen(context, tx, orgId, of.documents);
    const id = context.newId();
    const { prepared, promotion } = await prepareWish(context, tx, orgId, of.documents, of);
    const createdAt = context.now();
    await insertRequest(tx, { id, orgId, key: first, approvalsNeeded: Math.max(1, context.approvals), createdAt });
    await freeze(context, tx, { id, orgId, version: 1 }, { wish: of, prepared, promotion }, by);
    return id;
  });
}

/** Asks again for what was returned, or changed since: with what it would be now. @throws CodedError */
export async function askAgain(context: Context, orgId: string, id: string, wish: Wish, by: ActedBy): Promise<void> {
  refuseWish(context, wish);
  await context.db.scoped('*', async (tx) => {
    await lockPartner(tx, orgId);
    await refuseHeld(tx, orgId);
    const request = await ownRequest(tx, orgId, id);
    const standing = standingOf(request.decisions, request.approvalsNeeded, context.now());
    if (standing.state !== 'returned' && standing.state !== 'void' && standing.state !== 'asked')
      throw conflict(`The request is ${standing.state}; there is nothing to ask for again.`);
    const before = await versionOf(tx, id, standing.version);
    const keys = askedOf(before.covers);
    const { prepared, promotion } = await prepareWish(context, tx, orgId, keys, wish, before.promotion);
    if (standing.state === 'asked' && prepared.hash === standing.hash)
      throw conflict('It is asked for already, with the same content.');
    await freeze(context, tx, { id, orgId, version: standing.version + 1 }, { wish, prepared, promotion }, by);
  });
}

/** @throws CodedError `http.not-found` */
export async function ownRequest(tx: Tx, orgId: string | undefined, id: string): Promise<RequestRow> {
  const request = await lockRequest(tx, id);
  if (!request || (orgId !== undefined && request.orgId !== orgId))
    throw new CodedError('http.not-found', { detail: 'There is no request with this id.' });
  return request;
}

async function refuseOpen(context: Context, tx: Tx, orgId: string, keys: readonly DocumentKey[]): Promise<void> {
  const open = await requestsOf(tx, { orgId, open: true });
  const versions = await versionsOf(
    tx,
    open.map(({ id }) => id),
  );
  for (const request of open) {
    const { version } = standingOf(request.decisions, request.approvalsNeeded, context.now());
    const covers = versions.find((one) => one.requestId === request.id && one.version === version)?.covers ?? [];
    const twice = keys.map(documentKeyText).find((key) => covers.includes(key));
    if (twice !== undefined) throw conflict(`${twice} is asked for already, by request ${request.number}.`);
  }
}

async function prepareWish(
  context: Context,
  tx: Tx,
  orgId: string,
  keys: readonly DocumentKey[],
  wish: Wish,
  before: Promotion = {},
): Promise<{ readonly prepared: Prepared; readonly promotion: Promotion }> {
  const first = await prepareGoLive(context, tx, orgId, keys, before);
  const { promotion: given, wrong } = sealedPromotion(context, wish.endpoints ?? {}, first.planned);
  refuseBody(wrong);
  const promotion = { ...before, ...given };
  const prepared = wish.endpoints ? await prepareGoLive(context, tx, orgId, keys, promotion) : first;
  // With other settings it is another bundle than that of the page; the rest must be the same.
  if (wish.bundle !== undefined && wish.bundle !== first.hash) throw changedSince();
  refuseUnmet(prepared);
  return { prepared, promotion };
}

async function freeze(
  context: Context,
  tx: Tx,
  { id, orgId, version }: { readonly id: string; readonly orgId: string; readonly version: number },
  { wish, prepared, promotion }: { readonly wish: Wish; readonly prepared: Prepared; readonly promotion: Promotion },
  { actor, by }: ActedBy,
): Promise<void> {
  const { composed, bundle, hash, checks } = prepared;
  const at = context.now();
  const goLiveAt = wish.goLiveAt ?? null;
  await keepComposed(context, tx, orgId, composed, actor);
  const freshFiles = freshFilesOf(composed, await producedOf(tx, orgId));
  await insertVersion(tx, {
    ...{ requestId: id, version, orgId, at, askedBy: actor, askedById: by.kind === 'person' ? (by.id ?? null) : null },
    ...{ note: wish.note?.trim() ?? '', goLiveAt, bundle, bundleHash: hash, draftHash: composed.draftHash },
    ...{ configurationHash: composed.configuration.hash, fromRelease: composed.running?.release ?? 0 },
    ...{ covers: composed.covers, canary: wish.canary ?? null, promotion },
    freshFiles,
    checks: checks.map(({ id: check, title, isMet, says, link }) => ({
      id: check,
      title,
      isMet,
      says,
      ...(link !== undefined && { link }),
    })),
  });
  await insertDecision(
    tx,
    { requestId: id, orgId, version, at, by: actor, ...(by.kind === 'person' && { byId: by.id }) },
    { kind: 'asked', version, hash, goLiveAt },
  );
  const detail = { request: id, version, documents: composed.covers, bundle: hash, goLiveAt };
  await audit(tx, [
    { orgId, at, actor, by, action: 'go-live.asked', subject: { type: 'organization', id: orgId }, detail },
  ]);
  const partner = await organizationName(tx, orgId);
  await tell(context, tx, {
    ...{
      orgId,
      to: 'approvers',
      requestId: id,
      subject: `${partner} asks for the go-live of ${composed.covers.join(', ')}`,
    },
    says: [
      `${actor} asks for it${goLiveAt ? `, for ${goLiveAt.toISOString()}` : ', as soon as it is approved'}. All ${checks.length} checks are met.`,
      ...(wish.note?.trim() ? [wish.note.trim()] : []),
    ],
  });
}

/** What is asked for is kept as a configuration, so that exactly these files can be released. */
async function keepComposed(
  context: Context,
  tx: Tx,
  orgId: string,
  { files }: Prepared['composed'],
  actor: string,
): Promise<void> {
  await saveConfiguration(tx, { orgId, files: bytesOf(files), at: context.now(), actor });
}
