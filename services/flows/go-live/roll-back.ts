import { type DocumentKey, documentKeyText } from '../../domain/configuration/document-key.ts';
import { usualParallelPolicy } from '../../domain/go-live/parallel-run.ts';
import { type ActedBy, audit } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import { insertRun, openRun, type ProducedRow, producedOf, saveProduced } from '../../store/go-live/production.ts';
import { requestsOf } from '../../store/go-live/requests.ts';
import { organizationName } from '../../store/partners.ts';
import { lockPartner } from '../../store/releases.ts';
import type { Context } from '../context.ts';
import { raise } from '../obligations.ts';
import { conflict } from './ask.ts';
import { runningOf } from './compose.ts';
import { eventTypesOf } from './go-live.ts';
import { askedOf, sameDocument } from './prepare.ts';
import { restoreDocuments } from './restore-documents.ts';
import { tell } from './tell.ts';

export interface RolledBack {
  /** The new release of the older content; absent where the document only goes back to its parallel run. */
  readonly release?: number;
  /** What each document does from now on. */
  readonly documents: Readonly<Record<string, 'live' | 'parallel'>>;
}

/**
 * Takes a document, and what went live with it, back to what it was before: the former release for what was live then, the parallel run for what was not. What is under way
 * finishes; what waits is looked at by what holds now; what Odoo has got already is recognised when it comes again. @throws CodedError
 */
export function rollBack(
  context: Context,
  orgId: string,
  key: DocumentKey,
  why: string,
  who: ActedBy,
): Promise<RolledBack> {
  return context.db.scoped('*', async (tx) => rollBackIn(context, tx, orgId, key, why, who));
}

export async function rollBackIn(
  context: Context,
  tx: Tx,
  orgId: string,
  key: DocumentKey,
  why: string,
  { actor, by }: ActedBy,
): Promise<RolledBack> {
  await lockPartner(tx, orgId);
  const produced = await producedOf(tx, orgId);
  const row = produced.find((one) => sameDocument(one.key, key));
  if (!row || row.mode === 'parallel' || row.requestId === null)
    throw conflict(
      `${documentKeyText(key)} did not go live by a request, or is back already. Restore an older release instead.`,
    );
  const request = (await requestsOf(tx, { id: row.requestId }))[0];
  const live = request?.decisions.findLast((one) => one.kind === 'live');
  if (live?.kind !== 'live') throw new Error(`Request ${row.requestId} is not live.`);
  const at = context.now();
  const { standards } = context.catalog;
  // What went live anew by a later request is that one's, and stays as it is.
  const covers = askedOf(Object.keys(live.former)).filter((one) =>
    produced.some((other) => sameDocument(other.key, one) && other.requestId === row.requestId),
  );
  const wasLive = covers.filter((one) => live.former[documentKeyText(one)] === 'live');
  const restored =
    wasLive.length > 0
      ? await restoreDocuments(context, tx, orgId, { number: live.restores, documents: wasLive, why }, { actor, by })
      : undefined;
  const release = restored?.release;
  const running = await runningOf(standards, tx, orgId);
  const documents: Record<string, 'live' | 'parallel'> = {};
  for (const one of covers) {
    const text = documentKeyText(one);
    const isLive = live.former[text] === 'live' && release !== undefined;
    documents[text] = isLive ? 'live' : 'parallel';
    await saveProduced(tx, {
      ...{ orgId, key: one, mode: isLive ? 'live' : 'parallel', canary: null, since: at, acknowledges: true },
      ...{
        eventTypes: running ? eventTypesOf(running, text) : row.eventTypes,
        wentBack: { at: at.toISOString(), by: actor, why },
      },
    });
    if (!isLive && !(await openRun(tx, orgId, one)))
      await insertRun(tx, {
        id: context.newId(),
        orgId,
        key: one,
        startedAt: at,
        startedBy: actor,
        policy: { ...usualParallelPolicy, acknowledges: true },
      });
  }
  const detail = {
    request: row.requestId,
    document: documentKeyText(key),
    why,
    documents,
    ...(release !== undefined && { release }),
  };
  await audit(tx, [
    { orgId, at, actor, by, action: 'go-live.rolled-back', subject: { type: 'organization', id: orgId }, detail },
  ]);
  const partner = await organizationName(tx, orgId);
  await raise(context, tx, [
    {
      ...{
        orgId,
        environment: 'production',
        at,
        about: { type: 'organization', id: orgId },
        kind: 'go-live.rolled-back',
      },
      facts: {
        document: documentKeyText(key),
        partner,
        why,
        back:
          release === undefined
            ? 'the parallel run: nothing of it is written'
            : `${restored!.isWhole ? 'the content of' : 'what it was in'} release ${live.restores}, as release ${release}`,
      },
    },
  ]);
  await tell(context, tx, {
    ...{
      orgId,
      to: 'everybody',
      requestId: row.requestId,
      subject: `${documentKeyText(key)} of ${partner} was taken back`,
    },
    says: [
      why,
      release === undefined
        ? 'It is in its parallel run again; documents are taken, and nothing of them is written.'
        : restored!.isWhole
          ? `Production runs the content of release ${live.restores} again.`
          : `Production runs it as in release ${live.restores} again; what went live since stays as it is.`,
    ],
  });
  return { documents, ...(release !== undefined && { release }) };
}

/** Rows that a trigger may take back. */
export const isWatched = (row: ProducedRow): boolean =>
  row.mode !== 'parallel' && row.requestId !== null && row.hypercareSince !== null && row.hypercareEndedAt === null;
