import { type DocumentKey, documentKeyText } from '../../domain/configuration/document-key.ts';
import { documentPart } from '../../domain/go-live/bundle.ts';
import { careStanding } from '../../domain/go-live/hypercare.ts';
import { parallelStanding } from '../../domain/go-live/parallel-run.ts';
import { standingOf } from '../../domain/go-live/request.ts';
import { type ReturnCodeName, returnCodes } from '../../domain/go-live/return-codes.ts';
import type { DocumentGoLive, GoLiveEvidence } from '../../domain/journey/evidence.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import type { Tx } from '../../store/database.ts';
import { careDaysOf } from '../../store/go-live/care-days.ts';
import { type ProducedRow, partnerHold, producedOf, type RunRow, runsOf } from '../../store/go-live/production.ts';
import { requestsOf, versionsOf } from '../../store/go-live/requests.ts';
import { draftOf, releasesOf } from '../../store/releases.ts';
import { compiledOf, runningOf } from './compose.ts';
import { sha256 } from './sha256.ts';

type Request = NonNullable<DocumentGoLive['request']>;

/** How a partner's documents stand on their way to production, and there. The transaction sees all organisations. */
export async function goLiveStanding(tx: Tx, orgId: string, now: Date, standards: Standards): Promise<GoLiveEvidence> {
  const [hold, produced, runs] = [await partnerHold(tx, orgId), await producedOf(tx, orgId), await runsOf(tx, orgId)];
  const requests = await requestsByDocument(tx, orgId, now);
  const live = await liveDocuments(tx, orgId, standards, produced);
  const keys = new Map<string, DocumentKey>();
  for (const key of [
    ...[...live.values()].map((one) => one.key),
    ...produced.map((one) => one.key),
    ...runs.map((one) => one.key),
    ...[...requests.values()].map((one) => one.key),
  ])
    keys.set(documentKeyText(key), key);
  const documents: DocumentGoLive[] = [];
  for (const [text, key] of keys) {
    const row = produced.find((one) => documentKeyText(one.key) === text);
    const run = runs.find((one) => documentKeyText(one.key) === text);
    const asked = requests.get(text)?.request;
    const production = live.get(text)?.production;
    const care = row && (await hypercareOf(tx, row, now));
    documents.push({
      key,
      ...(run && { parallelRun: runEvidence(run, now) }),
      ...(asked && { request: asked }),
      ...(production && { production }),
      ...(care && { hypercare: care }),
    });
  }
  const held = hold && { since: hold.since, by: hold.by, reason: hold.reason };
  return {
    documents,
    ...(held && (hold.kind === 'suspended' ? { suspended: held } : { retired: held })),
  };
}

function runEvidence(run: RunRow, now: Date): NonNullable<DocumentGoLive['parallelRun']> {
  const { state, progress, why } = parallelStanding(run.policy, run, run.startedAt, run.endedAt ?? now);
  return {
    ...{ state, progress, since: run.startedAt },
    ...(run.endedAt && { endedAt: run.endedAt }),
    ...(why !== undefined && { why }),
  };
}

/** What is decided still, or went live; a cancelled request is as if nobody had asked. */
async function requestsByDocument(
  tx: Tx,
  orgId: string,
  now: Date,
): Promise<ReadonlyMap<string, { readonly key: DocumentKey; readonly request: Request }>> {
  const rows = await requestsOf(tx, { orgId });
  const versions = await versionsOf(
    tx,
    rows.map(({ id }) => id),
  );
  const found = new Map<string, { key: DocumentKey; request: Request }>();
  // The newest first: what an older one says of the same document is past.
  for (const row of rows) {
    const standing = standingOf(row.decisions, row.approvalsNeeded, now);
    if (standing.state === 'cancelled') continue;
    const version = versions.find((one) => one.requestId === row.id && one.version === standing.version);
    for (const text of version?.covers ?? []) {
      const key = keyOf(text);
      if (found.has(text) || !key) continue;
      found.set(text, { key, request: requestEvidence(row.id, standing) });
    }
  }
  return found;
}

const keyOf = (text: string): DocumentKey | undefined => {
  const [direction, set, version] = text.split('/');
  return (direction === 'inbound' || direction === 'outbound') && set !== undefined && version !== undefined
    ? { direction, set, version }
    : undefined;
};

function requestEvidence(id: string, standing: ReturnType<typeof standingOf>): Request {
  const { state, askedAt, askedBy, goLiveAt, approvals, approvalsNeeded, returned, voided } = standing;
  const code: ReturnCodeName | undefined = returned?.code;
  return {
    ...{ id, at: askedAt, by: askedBy, approvalsNeeded, approvals: approvals.map(({ by }) => by) },
    state: state === 'returned' || state === 'void' ? 'returned' : state === 'asked' ? 'asked' : 'approved',
    ...(goLiveAt && { goLiveAt }),
    ...(state === 'returned' &&
      returned &&
      code && {
        returned: {
          code,
          reason: [returnCodes[code].cause, returned.note].filter(Boolean).join(' '),
          remedy: returnCodes[code].remedy,
        },
      }),
    ...(state === 'void' &&
      voided && {
        returned: {
          code: 'go-live.changed',
          reason: `It was changed after it was asked for: ${voided.why.join(' ')}`,
          remedy: 'Look at what differs, and ask again; it keeps its place.',
        },
      }),
  };
}

async function liveDocuments(
  tx: Tx,
  orgId: string,
  standards: Standards,
  produced: readonly ProducedRow[],
): Promise<
  ReadonlyMap<string, { readonly key: DocumentKey; readonly production: NonNullable<DocumentGoLive['production']> }>
> {
  const running = await runningOf(standards, tx, orgId);
  if (!running) return new Map();
  const release = (await releasesOf(tx, orgId)).find(({ number }) => number === running.release);
  const draftHash = await draftOf(tx, orgId);
  const draft = draftHash === undefined ? undefined : await compiledOf(standards, tx, orgId, draftHash);
  return new Map(
    running.configuration.documents.flatMap((document) => {
      const key = { set: document.set, direction: document.direction, version: document.version };
      const row = produced.find((one) => one.key.set === key.set && one.key.direction === key.direction);
      if (row?.mode === 'parallel') return [];
      const isChanged =
        draft !== undefined &&
        documentPart(sha256, draft.files, draft.configuration, key) !==
          documentPart(sha256, running.files, running.configuration, key);
      const production = {
        ...{ release: running.release, since: row?.since ?? release?.createdAt ?? new Date(0), isChanged },
        ...(row?.canary?.percent !== undefined && { canaryPercent: row.canary.percent }),
      };
      return [[documentKeyText(key), { key, production }] as const];
    }),
  );
}

async function hypercareOf(tx: Tx, row: ProducedRow, now: Date): Promise<DocumentGoLive['hypercare']> {
  const { hypercareSince: since, hypercareEndedAt: endedAt, hypercareEnd } = row;
  if (!since) return undefined;
  if (endedAt) return { since, until: endedAt, progress: hypercareEnd ?? 'It is over' };
  const care = careStanding(since, await careDaysOf(tx, row, since), now);
  // Over only when the hub has said so: until then it ends in the future.
  return { since, until: care.until > now ? care.until : new Date(now.getTime() + 60_000), progress: care.progress };
}
