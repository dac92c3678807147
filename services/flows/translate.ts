import { append } from '../domain/lists.ts';
import { readDocuments, type StoredDocument } from '../store/documents.ts';
import { type ReceivedDocument, receivedDocuments } from '../store/received-documents.ts';
import { beginTries, failTry } from '../store/translation-tries.ts';
import { deleteSpentWakeUps, wakeApart } from '../store/wake-ups.ts';
import { nothingPinned, type Pinned, pinnedNow } from './configuration.ts';
import type { Context } from './context.ts';
import { isTransient, thisRun } from './this-run.ts';
import { translateApart } from './translate-apart.ts';
import { translateBatch } from './translate-batch.ts';

// What is read, checked and held in memory together. It is done in one go, so it must not take long.
const batchBytes = 1024 * 1024;

/**
 * Translates received documents: read, check, hold against the agreement, hold against guide and trade rules, map, acknowledge. The documents of one partner share a transaction;
 * when it fails each gets its own, so that one cannot hold up the others. Large documents, and those that were tried before in vain, go alone and apart.
 */
export async function translate(context: Context, documentIds: readonly string[]): Promise<void> {
  const { largeBytes } = context.limits;
  const waiting = await receivedDocuments(context.db.pool, thisRun, documentIds);
  const { apart = [], together = [] } = Object.groupBy(waiting, ({ isSuspect, sizeBytes }) =>
    isSuspect || sizeBytes >= largeBytes ? 'apart' : 'together',
  );
  if (context.apart && apart.length > 0) {
    await wakeApart(context.db.pool, apart);
    context.wakeRelay();
  }
  const failures: unknown[] = [];
  for (const batch of batches(together)) append(failures, await translateTogether(context, batch));
  if (!context.apart) for (const { id } of apart) append(failures, await failuresOf(() => translateApart(context, id)));
  await deleteSpentWakeUps(context.db.pool, documentIds);
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${documentIds.length} documents could not be translated`);
}

/** Documents that share partner and environment, up to a sum of bytes. */
function batches(documents: readonly ReceivedDocument[]): readonly (readonly ReceivedDocument[])[] {
  const made: ReceivedDocument[][] = [];
  const filling = new Map<string, { list: ReceivedDocument[]; bytes: number }>();
  for (const document of documents) {
    const key = `${document.orgId}/${document.environment}`;
    let batch = filling.get(key);
    if (!batch || batch.bytes + document.sizeBytes > batchBytes) {
      batch = { list: [], bytes: 0 };
      filling.set(key, batch);
      made.push(batch.list);
    }
    batch.list.push(document);
    batch.bytes += document.sizeBytes;
  }
  return made;
}

async function translateTogether(context: Context, batch: readonly ReceivedDocument[]): Promise<unknown[]> {
  const { pool } = context.db;
  const [{ orgId, environment } = batch[0]!] = batch;
  const pinned = (await pinnedNow(context, orgId, environment)) ?? nothingPinned;
  const tries = await beginTries(pool, thisRun, batch, pinned);
  const failures: unknown[] = [];
  // Mostly one: another configuration belongs to those whose first try was before a release.
  for (const same of Object.values(Object.groupBy(tries, ({ hash, releaseId }) => `${hash}/${releaseId}`))) {
    const [first] = same!;
    const ids = same!.map(({ documentId }) => documentId);
    append(failures, await translateOrFail(context, await readDocuments(pool, ids), first!));
  }
  return failures;
}

async function translateOrFail(
  context: Context,
  documents: readonly StoredDocument[],
  pinned: Pinned,
): Promise<unknown[]> {
  const [first] = documents;
  if (!first) return [];
  try {
    await translateBatch(context, first.orgId, first.environment, documents, pinned);
    return [];
  } catch (error) {
    if (documents.length === 1) {
      context.log.error({ err: error, document: first.id }, 'a document could not be translated');
      if (!isTransient(error)) await failTry(context.db.pool, first.id);
      return [error];
    }
    const failures: unknown[] = [];
    for (const document of documents) append(failures, await translateOrFail(context, [document], pinned));
    return failures;
  }
}

async function failuresOf(work: () => Promise<void>): Promise<readonly unknown[]> {
  try {
    await work();
    return [];
  } catch (error) {
    return [error];
  }
}
