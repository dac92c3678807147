import { hash } from 'node:crypto';
import type { Arrival } from '../channels/channel.ts';
import { classifyError } from '../domain/errors.ts';
import { acknowledgementDue } from '../domain/obligations/due.ts';
import type { Form } from '../domain/translate/recognise.ts';
import { toContent } from '../store/contents.ts';
import type { Database } from '../store/database.ts';
import { type Before, type Environment, insertReceived, type NewDocument } from '../store/documents.ts';
import type { Context } from './context.ts';

export interface Envelope {
  readonly orgId: string;
  readonly environment: Environment;
  readonly channel: string;
  /** The endpoint, where the channel has several. */
  readonly endpointId?: string;
  /** For the audit trail, such as `API key Quayside WMS`. */
  readonly actor: string;
  /** What the documents are by themselves, where no agreement has to say it. */
  readonly form?: Form;
}

export interface Received {
  readonly id: string;
  readonly duplicate: boolean;
  /** Of a duplicate: the one that came first, and how it stands. */
  readonly before?: Before;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly fileName?: string;
}

/**
 * Takes documents from a channel: bytes, transport id, wake-up, clock and audit are committed before this returns, so the channel may acknowledge.
 * The same transport id again has no effect and answers the first document's id with `duplicate: true`.
 * @param signal gives up what is not on its way to the database yet; the outcome of what is becomes known with its statement.
 */
export async function receive(
  context: Context,
  envelope: Envelope,
  arrivals: readonly Arrival[],
  signal?: AbortSignal,
): Promise<readonly Received[]> {
  const receivedAt = context.now();
  // Other threads compress what is large while this one hashes.
  const compressing = arrivals.map(({ bytes }) => toContent({ bytes, environment: envelope.environment }));
  const hashes = arrivals.map(({ bytes }) => hash('sha256', bytes, 'hex'));
  const contents = await Promise.all(compressing);
  signal?.throwIfAborted();
  const waiting = arrivals.map(async (arrival, at): Promise<Received> => {
    const sha256 = hashes[at]!;
    const document: NewDocument = {
      ...envelope,
      id: context.newId(),
      transportId: arrival.transportId ?? ownId(envelope.form, sha256),
      fileName: arrival.fileName ?? null,
      sha256,
      receivedAt,
      knownJump: context.knownJump(),
      ackDueAt: acknowledgementDue(receivedAt),
      sizeBytes: arrival.bytes.byteLength,
      content: contents[at]!,
    };
    const before = await commit(context, document, signal);
    return {
      id: before?.id ?? document.id,
      duplicate: before !== undefined,
      ...(before && { before }),
      sha256,
      sizeBytes: arrival.bytes.byteLength,
      ...(arrival.fileName === undefined ? {} : { fileName: arrival.fileName }),
    };
  });
  const received = await Promise.all(waiting);
  if (received.some((r) => !r.duplicate)) context.wakeRelay();
  for (const r of received) if (!r.duplicate) context.changes.moved(envelope.orgId, r.id);
  return received;
}

/** The same bytes by two ways in are two things: a file that was dropped into the inbox before can still be sent as events or as a proof of delivery. */
const ownId = (form: Form | undefined, sha256: string): string => (form === undefined ? sha256 : `${form}/${sha256}`);

interface Waiting {
  readonly document: NewDocument;
  readonly clockId: string;
  readonly resolve: (before: Before | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Group commit: what arrives while statements are under way goes together in the next one. */
interface Intake {
  readonly waiting: Waiting[];
  underWay: number;
}

const intakes = new WeakMap<Database, Intake>();
// Two statements in flight keep Postgres busy while this process prepares the next; more only makes the batches smaller.
const statementsInFlight = 2;
const batchDocuments = 256;
const batchBytes = 8 * 1024 * 1024;

function commit(context: Context, document: NewDocument, signal: AbortSignal | undefined): Promise<Before | undefined> {
  const intake = intakes.get(context.db) ?? { waiting: [], underWay: 0 };
  intakes.set(context.db, intake);
  const { promise, resolve, reject } = Promise.withResolvers<Before | undefined>();
  const one: Waiting = { document, clockId: context.newId(), resolve, reject };
  intake.waiting.push(one);
  signal?.addEventListener('abort', () => {
    const place = intake.waiting.indexOf(one);
    if (place < 0) return;
    intake.waiting.splice(place, 1);
    reject(signal.reason);
  });
  // Let the requests that are already in the socket buffers join.
  if (intake.underWay < statementsInFlight) setImmediate(pump, context.db, intake);
  return promise;
}

function pump(db: Database, intake: Intake): void {
  while (intake.underWay < statementsInFlight && intake.waiting.length > 0) {
    let bytes = 0;
    let count = 0;
    for (const { document } of intake.waiting) {
      bytes += document.content.content.byteLength;
      if (count > 0 && (count >= batchDocuments || bytes > batchBytes)) break;
      count += 1;
    }
    const batch = intake.waiting.splice(0, count);
    intake.underWay += 1;
    void store(db, batch).finally(() => {
      intake.underWay -= 1;
      pump(db, intake);
    });
  }
}

async function store(db: Database, batch: readonly Waiting[]): Promise<void> {
  try {
    const before = await insertReceived(
      db.intake,
      batch.map((w) => w.document),
      batch.map((w) => w.clockId),
      db.auditKeys,
    );
    for (const [place, w] of batch.entries()) w.resolve(before[place]);
  } catch (error) {
    // One document must not fail its neighbours: try them alone. A database that is away or too slow fails them all alike.
    if (batch.length > 1 && classifyError(error).http.status !== 503) for (const one of batch) await store(db, [one]);
    else for (const one of batch) one.reject(error);
  }
}
