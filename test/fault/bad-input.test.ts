import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHub, type TestHub } from '../support/hub.ts';
import { storedDocuments } from '../support/stored-files.ts';
import { type BadInput, badInput } from './bad-documents.ts';
import { until } from './until.ts';

let hub: TestHub;
beforeAll(async () => {
  const env = { CROSSDOCK_BODY_LIMIT_MB: '1', CROSSDOCK_FEED_SECONDS: '3600' };
  hub = await startHub({ transfers: badInput.length + 5, env });
}, 300_000);
afterAll(() => hub.stop());

interface Answer {
  readonly documents?: readonly { readonly id: string }[];
  readonly code?: string;
  readonly detail?: string;
  readonly documentId?: string;
}

async function send(body: Buffer): Promise<{ status: number; answer: Answer }> {
  const authorization = `Bearer ${hub.apiKeys['standard-carrier/production']}`;
  const headers = { authorization, 'content-type': 'application/edi-x12' };
  const response = await fetch(`${hub.url}/v1/inbox`, { method: 'POST', headers, body: new Uint8Array(body) });
  return { status: response.status, answer: (await response.json()) as Answer };
}

interface Place {
  readonly code: string;
  readonly segment?: string;
  readonly position?: number;
  readonly explanation: string;
}

/** All findings of a document, in no order. */
async function findingsOf(id: string): Promise<readonly Place[]> {
  const db = hub.database.knex;
  const tables = ['interchange', 'functional_group', 'transaction_set'];
  const lists = await Promise.all([
    db('document').where({ id }).pluck<Place[][]>('findings'),
    ...tables.map((table) => db(table).where({ document_id: id }).pluck<Place[][]>('findings')),
  ]);
  return lists.flat(2);
}

/** What the acknowledgements of a document say, without envelopes. */
async function answersTo(id: string): Promise<readonly string[]> {
  const db = hub.database.knex;
  const contents = await db('document as d')
    .join('document_raw as r', 'r.document_id', 'd.id')
    .where({ 'd.answers': id })
    .orderBy('d.control_number')
    .pluck<Buffer[]>('r.content');
  return contents.map((content) =>
    content
      .toString('latin1')
      .split('~')
      .map((segment) => segment.trim())
      .filter((segment) => /^(TA1|AK\d)\*/.test(segment))
      .join('~'),
  );
}

async function atRest(id: string): Promise<{ outcome: string; deliveries: readonly string[] }> {
  const db = hub.database.knex;
  return until('the document has come to rest', async () => {
    const outcome = await db('document')
      .where({ id })
      .whereNot({ state: 'received' })
      .whereNot({ outcome: 'processing' })
      .first<{ outcome: string }>('outcome');
    const deliveries = await db('delivery as d')
      .join('event as e', 'e.id', 'd.event_id')
      .where('e.document_id', id)
      .pluck('d.state');
    const open = deliveries.some((state) => state === 'pending' || state === 'in-flight');
    return outcome && !open && { outcome: outcome.outcome, deliveries };
  });
}

async function becameOf({ body }: BadInput) {
  const { status, answer } = await send(body);
  const id = answer.documents?.[0]?.id ?? answer.documentId;
  const told = { status, code: answer.code, detail: answer.detail };
  if (!id) return { told, stored: undefined };
  const { outcome, deliveries } = await atRest(id);
  return { told, stored: { id, outcome, deliveries, findings: await findingsOf(id), answers: await answersTo(id) } };
}

test.for(badInput)('$what', async (given) => {
  const { told, stored } = await becameOf(given);
  const [status, code] = given.problem ?? [202, undefined];
  expect(told).toMatchObject({ status, ...(code && { code }) });
  // A sentence that can be acted upon.
  if (code) expect(told.detail).toMatch(/\b(Send|Look|Split|agree)\b/);

  expect(stored?.outcome).toBe(given.outcome);
  if (!stored) return;
  const places = stored.findings.map(({ code: of, segment, position }) =>
    `${of} ${segment ?? ''}${position ?? ''}`.trim(),
  );
  expect(places).toEqual(expect.arrayContaining([...(given.findings ?? [])]));
  for (const { explanation } of stored.findings) expect(explanation).toMatch(/\.$/);
  expect(stored.answers).toEqual(given.answers ?? []);
  expect(stored.deliveries).toEqual(Array.from({ length: given.applied ?? 0 }, () => 'applied'));

  const kept = (await storedDocuments(hub.database.knex)).find(({ id }) => id === stored.id);
  expect(kept?.bytes.equals(given.body)).toBe(true);
});
