import type { Finding } from '../domain/finding.ts';
import { hubFindings } from '../domain/hub-findings.ts';
import { audit } from '../store/audit.ts';
import { openCase, resolveCase } from '../store/cases.ts';
import { setRungs } from '../store/ladder.ts';
import { lockReceived, type ReceivedDocument, setAside, takeBack } from '../store/received-documents.ts';
import { resetTries, type Tries } from '../store/translation-tries.ts';
import { forgetTranslated } from '../store/wake-ups.ts';
import type { Context } from './context.ts';

/** The case of a document that was set aside. */
export const quarantineFingerprint = 'document.quarantined';

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
    await openCase(tx, {
      id: context.newId(),
      orgId,
      environment,
      at,
      documentId,
      fingerprint: quarantineFingerprint,
      title: 'The document could not be translated and was set aside',
      detail: `${triesInWords(failures, deaths)} ${lastReason} Look at the document and at the log under its id; when the cause is gone, release it with "Translate again". Its sender has got no acknowledgement yet.`,
    });
    await setRungs(tx, [
      {
        documentId,
        orgId,
        rung: 'transport',
        state: 'done',
        at: document.receivedAt,
        detail: 'Stored before the answer',
      },
    ]);
    await audit(tx, [
      { orgId, at, actor: 'hub', action: 'document.quarantined', documentId, detail: { failures, deaths } },
    ]);
    await forgetTranslated(tx, [documentId]);
    return true;
  });
  if (!isSetAside) return;
  context.log.error({ document: documentId, failures, deaths }, 'a document was set aside');
  context.nudge();
  context.changes.moved(orgId, documentId);
}

function triesInWords(failures: number, deaths: number): string {
  const told = [
    failures > 0 ? `${failures} ${failures === 1 ? 'try' : 'tries'} at translating it failed.` : '',
    deaths > 0 ? `The hub ended ${deaths} ${deaths === 1 ? 'time' : 'times'} in the middle of it.` : '',
  ];
  return told.filter(Boolean).join(' ');
}

/**
 * Lets a document go that was set aside: it is translated again, alone, as if it had never been tried.
 * @returns its state as it was; undefined when the caller sees none with this id. Only `quarantined` is let go.
 */
export async function release(
  context: Context,
  documentId: string,
  by: { readonly sight: string; readonly actor: string },
): Promise<string | undefined> {
  const at = context.now();
  const found = await context.db.scoped(by.sight, async (tx) => {
    const before = await takeBack(tx, documentId);
    if (before?.state !== 'quarantined') return before;
    const { orgId } = before;
    await resetTries(tx, { documentId, orgId });
    await resolveCase(tx, documentId, quarantineFingerprint, at);
    await audit(tx, [{ orgId, at, actor: by.actor, action: 'document.released', documentId }]);
    return before;
  });
  if (found?.state === 'quarantined') {
    context.nudge();
    context.changes.moved(found.orgId, documentId);
  }
  return found?.state;
}
