import { type DocumentKey, documentKeyText, isAcknowledgement } from '../../domain/configuration/document-key.ts';
import { CodedError } from '../../domain/errors.ts';
import { differencesOf, type PartDifference } from '../../domain/go-live/differences.ts';
import { type ParallelStanding, parallelStanding } from '../../domain/go-live/parallel-run.ts';
import { type Standing, standingOf, whyNotApprove } from '../../domain/go-live/request.ts';
import type { DocumentGoLive } from '../../domain/journey/evidence.ts';
import type { Tx } from '../../store/database.ts';
import {
  type ComparisonRow,
  comparisonsOf,
  type HoldRow,
  type ProducedRow,
  partnerHold,
  producedOf,
  type RunRow,
  runsOf,
} from '../../store/go-live/production.ts';
import { type RequestRow, requestsOf, type VersionRow, versionsOf } from '../../store/go-live/requests.ts';
import { organizationName, partnerNames } from '../../store/partners.ts';
import { draftOf } from '../../store/releases.ts';
import type { Context } from '../context.ts';
import { setNameOf } from '../onboarding/templates.ts';
import { ownRequest } from './ask.ts';
import type { Check } from './checks.ts';
import { compiledOf } from './compose.ts';
import { sinceAsked } from './decide.ts';
import { askedOf, liveBundle, prepareGoLive, sameDocument } from './prepare.ts';
import { goLiveStanding } from './standing.ts';

// What people look at. Every transaction here sees all organisations; whoever calls has kept the caller to its own.

/** A request as it stands, with its newest version. */
export interface RequestStanding {
  readonly request: RequestRow;
  readonly standing: Standing;
  readonly version: VersionRow;
  readonly partner: string;
}

export interface PartnerGoLive {
  readonly partner: { readonly id: string; readonly name: string };
  readonly documents: readonly (Omit<DocumentGoLive, 'request'> & {
    readonly name: string;
    readonly isAgreed: boolean;
    readonly request?: string;
    readonly row?: ProducedRow;
  })[];
  readonly requests: readonly RequestStanding[];
  readonly hold?: HoldRow;
}

export async function readGoLive({ catalog, now }: Context, tx: Tx, orgId: string): Promise<PartnerGoLive> {
  const { standards } = catalog;
  const draft = await draftOf(tx, orgId);
  const agreed = draft === undefined ? [] : (await compiledOf(standards, tx, orgId, draft)).configuration.documents;
  const evidence = await goLiveStanding(tx, orgId, now(), standards);
  const produced = await producedOf(tx, orgId);
  const hold = await partnerHold(tx, orgId);
  const keys = new Map<string, DocumentKey>();
  for (const { set, direction, version } of [...agreed, ...evidence.documents.map(({ key }) => key)])
    if (!isAcknowledgement({ set }))
      keys.set(documentKeyText({ set, direction, version }), { set, direction, version });
  const known = new Set(agreed.map(documentKeyText));
  return {
    partner: { id: orgId, name: await organizationName(tx, orgId) },
    documents: [...keys].map(([text, key]) => {
      const found = evidence.documents.find((one) => sameDocument(one.key, key));
      const { request, ...rest } = found ?? { key };
      const row = produced.find((one) => sameDocument(one.key, key));
      return {
        ...{ ...rest, key, name: setNameOf(standards, key.set, key.version), isAgreed: known.has(text) },
        ...(request && { request: request.id }),
        ...(row && { row }),
      };
    }),
    requests: await readRequests(now(), tx, { orgId }),
    ...(hold && { hold }),
  };
}

/** Requests as they stand, the newest first. */
export async function readRequests(
  now: Date,
  tx: Tx,
  filter: Parameters<typeof requestsOf>[1],
): Promise<readonly RequestStanding[]> {
  const rows = await requestsOf(tx, filter);
  const versions = await versionsOf(
    tx,
    rows.map(({ id }) => id),
  );
  const names = await partnerNames(tx, [...new Set(rows.map(({ orgId }) => orgId))]);
  return rows.flatMap((request) => {
    const standing = standingOf(request.decisions, request.approvalsNeeded, now);
    const version = versions.find((one) => one.requestId === request.id && one.version === standing.version);
    return version ? [{ request, standing, version, partner: names.get(request.orgId) ?? '' }] : [];
  });
}

export interface Dossier extends RequestStanding {
  /** As they stand now; those that were kept where it is over. */
  readonly checks: readonly (Pick<Check, 'id' | 'title' | 'isMet' | 'says' | 'link'> & Partial<Check>)[];
  readonly differences: readonly PartDifference[];
  readonly changedSince: readonly string[];
  readonly mayNotApprove?: string;
}

/** All that an approver looks at. @throws CodedError `http.not-found` */
export async function readDossier(
  context: Context,
  tx: Tx,
  id: string,
  reader: { readonly userId: string; readonly actor: string },
): Promise<Dossier> {
  await ownRequest(tx, undefined, id);
  const [found] = await readRequests(context.now(), tx, { id });
  if (!found) throw new CodedError('http.not-found', { detail: 'There is no request with this id.' });
  const { request, standing, version } = found;
  const isOpen = standing.state !== 'live' && standing.state !== 'cancelled';
  const now = isOpen
    ? await prepareGoLive(context, tx, request.orgId, askedOf(version.covers), version.promotion).catch(() => undefined)
    : undefined;
  const why = whyNotApprove(standing, { approverId: reader.userId, approver: reader.actor, authors: version.authors });
  return {
    ...found,
    checks: now?.checks ?? version.checks,
    differences: differencesOf(await formerBundle(context, tx, version), version.bundle),
    changedSince: isOpen ? await sinceAsked(context, tx, request, version) : [],
    ...(why !== undefined && { mayNotApprove: why }),
  };
}

/** The bundle of the release that ran when it was asked for. */
async function formerBundle(context: Context, tx: Tx, { orgId, fromRelease }: VersionRow) {
  const row = await tx('release')
    .where({ org_id: orgId, number: fromRelease })
    .first<{ hash: string } | undefined>('hash');
  if (!row) return undefined;
  return liveBundle(tx, orgId, await compiledOf(context.catalog.standards, tx, orgId, row.hash));
}

export interface RunReading {
  readonly run: RunRow;
  readonly standing: ParallelStanding;
  readonly comparisons: readonly ComparisonRow[];
}

/** The newest parallel run of a document with what differs. @param withCalls whether the reader may see calls to Odoo @throws CodedError `http.not-found` */
export async function readParallelRun(
  now: Date,
  tx: Tx,
  orgId: string,
  key: DocumentKey,
  withCalls: boolean,
): Promise<RunReading> {
  const run = (await runsOf(tx, orgId)).find((one) => sameDocument(one.key, key));
  if (!run) throw new CodedError('http.not-found', { detail: `There was no parallel run of ${documentKeyText(key)}.` });
  return {
    run,
    standing: parallelStanding(run.policy, run, run.startedAt, run.endedAt ?? now),
    comparisons: await comparisonsOf(tx, run.id, { verdicts: ['waiting', 'mismatch'], withCalls }),
  };
}
