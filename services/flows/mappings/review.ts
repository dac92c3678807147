import { CodedError } from '../../domain/errors.ts';
import { audit } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import {
  decideReview,
  insertReview,
  mappingVersions,
  organisationOf,
  type Review,
  reviewsOf,
} from '../../store/mappings.ts';
import { lockPartner } from '../../store/releases.ts';
import { refuseChangedSince } from '../changed-since.ts';
import { changeEntry, type ReleaseTools } from '../releases.ts';
import { type DraftMapping, mappingNamed, readDraft } from './draft-mapping.ts';
import { reviewOf, versionOf } from './standing.ts';
import { isSame, personOf, type Who } from './who.ts';

export interface ReviewAsked {
  readonly orgId: string;
  readonly name: string;
  /** Hash of the version that the caller saw. */
  readonly hash: string;
  readonly who: Who;
  readonly note?: string | undefined;
}

const conflict = (detail: string) => new CodedError('http.conflict', { detail });

async function draftMapping(tools: ReleaseTools, tx: Tx, { orgId, name, hash }: ReviewAsked): Promise<DraftMapping> {
  await lockPartner(tx, orgId);
  const found = mappingNamed(await readDraft(tools.standards, tx, orgId), name);
  refuseChangedSince('the mapping', hash, found.hash);
  return found;
}

/** Asks for a review of the version that the draft has. @throws CodedError `http.conflict` where one was asked for, or the version is approved */
export async function askForReview(tools: ReleaseTools, tx: Tx, asked: ReviewAsked): Promise<void> {
  const { orgId, who, name } = asked;
  const { path, hash } = await draftMapping(tools, tx, asked);
  const known = reviewOf(await reviewsOf(tx, orgId, path), path, hash);
  if (known?.state === 'asked')
    throw conflict(`A review of ${name} was asked for already, and nobody has decided yet.`);
  if (known?.state === 'approved') throw conflict(`This version of ${name} is approved already.`);
  await insertReview(tx, orgId, { ...begun(tools, who, path, hash), note: asked.note?.trim() || null });
  await record(tools, tx, asked, 'mapping-review.asked', hash);
}

const begun = (tools: ReleaseTools, who: Who, path: string, hash: string): Review => ({
  ...{ id: tools.newId(), path, hash, state: 'asked', note: null },
  ...{ askedBy: who.actor, askedById: personOf(who), askedAt: tools.now() },
  ...{ decidedBy: null, decidedById: null, decidedAt: null },
});

/**
 * Approves the version that the draft has, or returns it with a note. Whoever wrote it does neither, and the database holds that too.
 * @throws CodedError `http.conflict` with the reason
 */
export async function decide(
  tools: ReleaseTools,
  tx: Tx,
  asked: ReviewAsked & { readonly verdict: 'approved' | 'returned' },
): Promise<void> {
  const { orgId, who, verdict, name } = asked;
  const found = await draftMapping(tools, tx, asked);
  const { path, hash } = found;
  const reason = await whyNoReview(tx, orgId, found, who);
  if (reason !== undefined) throw conflict(reason);
  const note = asked.note?.trim() || null;
  if (verdict === 'returned' && note === null) throw conflict('Say in a note what has to change.');
  const known = reviewOf(await reviewsOf(tx, orgId, path), path, hash);
  if (known?.state === verdict && verdict === 'approved')
    throw conflict(`This version of ${name} is approved already.`);
  const decision = { state: verdict, note, decidedBy: who.actor, decidedById: personOf(who), decidedAt: tools.now() };
  if (known?.state === 'asked') await decideReview(tx, known.id, decision);
  else await insertReview(tx, orgId, { ...begun(tools, who, path, hash), ...decision });
  await record(tools, tx, asked, `mapping-review.${verdict}`, hash);
}

/** Why somebody may not review a mapping; undefined where that is in order. */
export async function whyNoReview(
  tx: Tx,
  orgId: string,
  { path, hash, name }: Pick<DraftMapping, 'path' | 'hash' | 'name'>,
  who: Who,
): Promise<string | undefined> {
  const version = versionOf(await mappingVersions(tx, orgId, path), path, hash);
  if (!version) return `There is no such version of ${name}.`;
  if (isSame(who, version)) return 'You wrote this version, and somebody else reviews it.';
  if (who.side === 'team') return undefined;
  const author = version.byId === null ? undefined : await organisationOf(tx, version.byId);
  // The walls let a partner see its own people only.
  if (version.byId !== null && author !== orgId) return undefined;
  return 'The company that you work with reviews this version.';
}

async function record(
  tools: ReleaseTools,
  tx: Tx,
  { orgId, name, who, note }: ReviewAsked,
  action: `mapping-review.${'approved' | 'asked' | 'returned'}`,
  hash: string,
): Promise<void> {
  const entry = changeEntry({ orgId, actor: who.actor, by: who.by }, tools.now());
  await audit(tx, [{ ...entry, action, detail: { mapping: name, hash, ...(note?.trim() && { note: note.trim() }) } }]);
}
