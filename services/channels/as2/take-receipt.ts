import type { Host } from '../host.ts';
import { type Around, identitiesIn } from './around.ts';
import { micOfDocument } from './build-message.ts';
import { receiptBytes } from './deliver.ts';
import type { As2ExchangeDetail } from './exchange-detail.ts';
import { readMdn } from './mdn.ts';
import { MimeError } from './mime/mime-error.ts';
import { documentIdOf } from './names.ts';
import { judgeOpened, type SentMic } from './receipt.ts';
import type { Arrived, Outcome } from './receive.ts';
import type { As2Settings } from './settings.ts';

/** Takes a receipt that comes by itself. @returns what the partner's server is told */
export async function takeReceipt(
  around: Around,
  host: Host<As2Settings>,
  arrived: Arrived,
  { opened, layers }: Extract<Outcome, { kind: 'receipt' }>,
): Promise<{ readonly status: number; readonly says: string }> {
  const { endpoint, settings, entity, header } = arrived;
  const identities = await identitiesIn(around, endpoint.environment);
  const messageId = originalId(opened.content);
  if (messageId === undefined) return { status: 400, says: 'The receipt does not say which message it is for.' };
  const sentMic = await sentMicOf(host, arrived, messageId);
  if (!sentMic) return { status: 404, says: 'The message of this receipt is not known.' };
  const against = { settings, identities, at: around.now(), messageId, sentMic };
  const verdict = await judgeOpened(opened, layers, against);
  const detail = {
    ...arrived.detail,
    ...verdict.detail,
    receipt: { mode: 'async' as const, signed: layers.signed !== undefined },
  };
  const state = verdict.state === 'good' ? 'delivered' : 'failed';
  const exchange = {
    ...({ kind: 'receipt', direction: 'in', state: state === 'delivered' ? 'done' : 'refused' } as const),
    ...{ summary: `Receipt: ${verdict.says}`, transportId: header.messageId, detail: { ...detail } },
    body: receiptBytes({ 'content-type': header.fields.get('content-type') }, entity.body),
  };
  if (verdict.state === 'doubtful') {
    await host.note(endpoint, exchange);
    return { status: 400, says: verdict.says };
  }
  await host.receipt(endpoint, messageId, { state, detail: verdict.says, exchange });
  return { status: 200, says: '' };
}

function originalId(content: Parameters<typeof readMdn>[0]): string | undefined {
  try {
    return readMdn(content).messageId;
  } catch (error) {
    if (error instanceof MimeError) return undefined;
    throw error;
  }
}

/**
 * The digests of a message of ours: as the log has them, or made anew of a document that is being sent at this moment. A receipt may be faster than our own note that
 * the message went out. @returns undefined when there is no such message
 */
async function sentMicOf(
  host: Host<As2Settings>,
  { endpoint, settings }: Arrived,
  messageId: string,
): Promise<SentMic | undefined> {
  const sent = await host.find(endpoint, { direction: 'out', transportId: messageId, kind: 'message' });
  const { mic } = (sent?.detail ?? {}) as Partial<As2ExchangeDetail>;
  if (mic) return async (digest) => mic[digest];
  const documentId = documentIdOf(messageId);
  const file = documentId && (await host.outbox(endpoint)).find((one) => one.documentId === documentId);
  const bytes = file && (await host.read(endpoint, file.documentId));
  if (!bytes) return undefined;
  return async (digest) => (await micOfDocument({ fileName: file.fileName, bytes }, settings, digest)).value;
}
