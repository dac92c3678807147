import type { Finding } from '../domain/finding.ts';
import { hubFindings } from '../domain/hub-findings.ts';
import { type Actor, audit } from '../store/audit.ts';
import { lockReceived, type ReceivedDocument, setAside, takeBack } from '../store/received-documents.ts';
import { resetTries, type Tries } from '../store/translation-tries.ts';
import { forgetTranslated } from '../store/wake-ups.ts';
import type { Context } from './context.ts';
import { met, raise, resolve, setStatuses } from './obligations.ts';

/**
 * Sets a document aside for a person, so that the next one goes on: state and finding of the document, a case that says what happened and what to do, the ladder.
 * @param lastReason how its last try ended, in one sentence.
 */
export async function quarantine(
  context: Context,
  document: ReceivedDocument,
  { failures, deaths }: Pick<Tries, 'failures' | 'deaths'>,
  lastReason: string,
): Promise<void> {
  const { id: documentId, orgId, environment } = document;
  const at = context.now();
  const { level, meaning, remedy } = hubFindings['document.quarantined'];
  const finding: Finding = { code: 'document.quarantined', level, explanation: `${meaning} ${remedy}` };
  const isSetAside = await context.db.system.transaction(async (tx) => {
    if (!(await lockReceived(tx, [documentId])).has(documentId)) return false;
    await setAside(tx, documentId, finding);
    await setStatuses(tx, [
      { id: documentId, outcome: 'attention', headline: 'Set aside: it could not be translated' },
    ]);
    const facts = { failures, deaths, lastReason };
    await raise(context, tx, [
      { kind: 'document.quarantined', facts, orgId, environment, at, about: { type: 'document', id: documentId } },
    ]);
    await met(tx, [
      { documentId, orgId, rung: 'transport', at: document.receivedAt, detail: 'Stored before the answer' },
    ]);
    await audit(tx, [
      { orgId, at, actor: 'hub', action: 'document.quarantined', documentId, detail: { failures, deaths } },
    ]);
    await forgetTranslated(tx, [documentId]);
    return true;
  });
  if (!isSetAside) return;
  context.log.error({ document: documentId, failures, deaths }, 'a document was set aside');
  context.wakeRelay();
  context.changes.moved(orgId, documentId);
}

/**
 * Lets a document go that was set aside: it is translated again, alone, as if it had never been tried.
 * @returns its state as it was; undefined when the caller sees none with this id. Only `quarantined` is let go.
 */
export async function release(
  context: Context,
  documentId: string,
  by: { readonly visibility: string; readonly actor: string; readonly by?: Actor },
): Promise<string | undefined> {
  const at = context.now();
  const found = await context.db.scoped(by.visibility, async (tx) => {
    const before = await takeBack(tx, documentId);
    if (before?.state !== 'quarantined') return before;
    const { orgId } = before;
    await resetTries(tx, { documentId, orgId });
    await setStatuses(tx, [{ id: documentId, outcome: 'processing', headline: null }]);
    await resolve(tx, documentId, { kind: 'document.quarantined', at });
    await audit(tx, [
      { orgId, at, actor: by.actor, ...(by.by && { by: by.by }), action: 'document.released', documentId },
    ]);
    return before;
  });
  if (found?.state === 'quarantined') {
    context.wakeRelay();
    context.changes.moved(found.orgId, documentId);
  }
  return found?.state;
}
