import { CodedError } from '../domain/errors.ts';
import { isTriedEnough } from '../domain/patience.ts';
import { readDocuments } from '../store/documents.ts';
import { receivedDocuments } from '../store/received-documents.ts';
import { abandonTry, beginTries, failTry, pinnedOf } from '../store/translation-tries.ts';
import { deleteSpentWakeUps } from '../store/wake-ups.ts';
import { nothingPinned, pinnedNow } from './configuration.ts';
import type { Context } from './context.ts';
import { quarantine } from './quarantine.ts';
import { isTransient, thisRun } from './this-run.ts';
import { translateBatch } from './translate-batch.ts';

/** How a translation ended that was made apart. */
export type ApartEnd =
  | { readonly kind: 'done' }
  /** It failed for what is in the document; the reason is one sentence. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** It came to nothing for another reason, such as a database that is away, or the end of the hub. */
  | { readonly kind: 'interrupted'; readonly reason: string };

/**
 * Translates one document alone: a large one, or one that was tried before in vain. Where the context has a process for it, its death hurts nobody.
 * Tries are counted in a row of their own before they begin; a document that was tried often enough is set aside for a person.
 */
export async function translateApart(context: Context, documentId: string): Promise<void> {
  const { pool } = context.db;
  const [document] = await receivedDocuments(pool, thisRun, [documentId]);
  if (document) {
    // First, so that the end of the hub while the process starts counts for nothing.
    await context.apart?.ready();
    const pinned = (await pinnedNow(context, document.orgId, document.environment)) ?? nothingPinned;
    const [tries] = await beginTries(pool, thisRun, [document], pinned);
    if (isTriedEnough(tries!)) await quarantine(context, document, tries!, 'It was not tried again.');
    else {
      const end = await (context.apart?.translate(documentId) ?? translateHere(context, documentId));
      if (end.kind === 'interrupted') {
        await abandonTry(pool, documentId);
        throw new CodedError('store.unavailable', { detail: `Document ${documentId}: ${end.reason}` });
      }
      if (end.kind === 'failed') {
        const failed = await failTry(pool, documentId);
        if (!failed || !isTriedEnough(failed)) throw new Error(`Document ${documentId}: ${end.reason}`);
        await quarantine(context, document, failed, end.reason);
      }
    }
  }
  await deleteSpentWakeUps(pool, [documentId]);
}

/** One try in this process. */
export async function translateHere(context: Context, documentId: string): Promise<ApartEnd> {
  try {
    const [document] = await readDocuments(context.db.pool, [documentId]);
    if (document) {
      const pinned = await pinnedOf(context.db.pool, documentId);
      await translateBatch(context, document.orgId, document.environment, [document], pinned);
    }
    return { kind: 'done' };
  } catch (error) {
    if (isTransient(error)) return { kind: 'interrupted', reason: 'The database is away or busy.' };
    context.log.error({ err: error, document: documentId }, 'a document could not be translated');
    return { kind: 'failed', reason: `It met a fault of the hub: ${String(error).slice(0, 200)}.` };
  }
}
