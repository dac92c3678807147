import { append } from '../domain/lists.ts';
import { check } from '../domain/x12/check/check.ts';
import { read } from '../domain/x12/read/read.ts';
import type { Environment } from '../store/documents.ts';
import { lockReceived, readDocuments, receivedSizes, type StoredDocument } from '../store/documents.ts';
import { deleteSpentWakeUps } from '../store/wake-ups.ts';
import { acknowledgeDocuments } from './acknowledge.ts';
import type { Context } from './context.ts';
import { interpret, mappableSets } from './interpret.ts';
import { judgeAll } from './judge-all.ts';
import { linkAnswers } from './link-answers.ts';
import { lint } from './lint.ts';
import { lookUp } from './look-up.ts';
import { markRepeated } from './mark-repeated.ts';
import { odooFor } from './odoo-connection.ts';
import { record, type Translated } from './record.ts';
import { termsOf } from './terms.ts';

// What is read, checked and held in memory together; one large document goes alone.
const batchBytes = 8 * 1024 * 1024;

/**
 * Translates received documents: read, check, judge by the agreement, hold against guide and traps, map, acknowledge. The documents of one partner share a transaction;
 * when it fails each gets its own, so that one cannot hold up the others. A document that was translated before is left alone.
 */
export async function translate(context: Context, documentIds: readonly string[]): Promise<void> {
  const failures: unknown[] = [];
  for (const batch of await batches(context, documentIds)) {
    const documents = await readDocuments(context.db.pool, batch);
    append(failures, await translateTogether(context, documents));
  }
  await deleteSpentWakeUps(context.db.pool, documentIds);
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${documentIds.length} documents could not be translated`);
}

/** Ids of documents that share partner and environment, up to a sum of bytes. */
async function batches(context: Context, documentIds: readonly string[]): Promise<readonly (readonly string[])[]> {
  const made: string[][] = [];
  const filling = new Map<string, { ids: string[]; bytes: number }>();
  for (const { id, orgId, environment, sizeBytes } of await receivedSizes(context.db.pool, documentIds)) {
    const key = `${orgId}/${environment}`;
    let batch = filling.get(key);
    if (!batch || batch.bytes + sizeBytes > batchBytes) {
      batch = { ids: [], bytes: 0 };
      filling.set(key, batch);
      made.push(batch.ids);
    }
    batch.ids.push(id);
    batch.bytes += sizeBytes;
  }
  return made;
}

async function translateTogether(context: Context, documents: readonly StoredDocument[]): Promise<unknown[]> {
  const [first] = documents;
  if (!first) return [];
  try {
    await translateBatch(context, first.orgId, first.environment, documents);
    return [];
  } catch (error) {
    if (documents.length === 1) {
      context.log.error({ err: error, document: first.id }, 'a document could not be translated');
      return [error];
    }
    const failures: unknown[] = [];
    for (const document of documents) append(failures, await translateTogether(context, [document]));
    return failures;
  }
}

async function translateBatch(
  context: Context,
  orgId: string,
  environment: Environment,
  documents: readonly StoredDocument[],
): Promise<void> {
  const terms = await termsOf(context, orgId, environment);
  if (!terms) throw new Error(`Document ${documents[0]?.id} belongs to no organisation.`);
  const scope = (await odooFor(context, environment))?.id ?? environment;
  const { findings: limits } = context.limits;
  const readings = documents.map((document) => ({
    document,
    reading: check(read(document.bytes, limits), context.catalog.standards, { limits }),
  }));
  const touched = await context.db.system.transaction(async (tx) => {
    const open = await lockReceived(
      tx,
      documents.map((document) => document.id),
    );
    const at = context.now();
    const judged = await judgeAll(
      tx,
      readings.filter(({ document }) => open.has(document.id)),
      terms,
      at,
      limits,
    );
    const linted = judged.map((one) => ({
      ...one,
      interchanges: lint(one.interchanges, terms, context.catalog, one.document.receivedAt, limits),
    }));
    const marked = await markRepeated(tx, linted, context.catalog, limits);
    const uses = marked.flatMap((one) => mappableSets(one.interchanges, terms, context.catalog));
    const lookups = await lookUp(context, terms, context.catalog.profile(terms.profile), uses);
    const translated: Translated[] = marked.map((one) => ({
      ...one,
      found: interpret(one.document.id, one.interchanges, terms, context.catalog, context.newId, lookups, limits),
    }));
    if (translated.length === 0) return [];
    await record(context, tx, translated, scope, at);
    const answered = await linkAnswers(context, tx, translated, at);
    // Last, because control numbers stay locked until the commit.
    const acknowledgements = await acknowledgeDocuments(context, tx, translated, terms, at);
    return [...open, ...answered, ...acknowledgements];
  });
  if (touched.length > 0) context.nudge();
  for (const id of touched) context.changes.moved(orgId, id);
}
