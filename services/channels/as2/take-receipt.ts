import { setTimeout as wait } from 'node:timers/promises';
import type { Host, KnownExchange } from '../host.ts';
import { type Around, identitiesIn } from './around.ts';
import { receiptBytes } from './deliver.ts';
import type { As2ExchangeDetail } from './exchange-detail.ts';
import { readMdn } from './mdn.ts';
import { MimeError } from './mime/mime-error.ts';
import { judgeOpened } from './receipt.ts';
import type { Arrived, Outcome } from './receive.ts';
import type { As2Settings } from './settings.ts';

// Our own record of the sending may be on its way while the receipt is here already.
const looks = [0, 200, 500, 1000, 2000] as const;

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
  const sent = await find(host, endpoint, messageId);
  // Asked to come again: either it will be known then, or the message is sent once more, with the same id.
  if (!sent)
    return { status: 503, says: 'The message of this receipt is not known, or not yet. Send the receipt again.' };
  const mics = (sent.detail as Partial<As2ExchangeDetail>).mic ?? {};
  const sentMic = async (digest: string) => mics[digest];
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

async function find(
  host: Host<As2Settings>,
  endpoint: Arrived['endpoint'],
  transportId: string,
): Promise<KnownExchange | undefined> {
  for (const pause of looks) {
    await wait(pause);
    const sent = await host.find(endpoint, { direction: 'out', transportId, kind: 'message' });
    if (sent) return sent;
  }
  return undefined;
}
