import type { Host, OwedAnswer } from '../host.ts';
import type { Around } from './around.ts';
import { wordsOf } from './deliver.ts';
import type { As2ExchangeDetail } from './exchange-detail.ts';
import { writeId } from './names.ts';
import { type OurReceipt, type ReceiptForm, receiptAs } from './our-receipt.ts';
import { post } from './post.ts';
import { type As2Settings, usual } from './settings.ts';

/** What the entry of a message says of its receipt while that is still to be sent. */
export interface OwedReceipt extends ReceiptForm {
  readonly url: string;
  /** How often it was tried. */
  readonly tries: number;
}

/** As it stands in an entry: what a row is written with. */
export const owedReceipt = (url: string, form: ReceiptForm): Readonly<Record<string, unknown>> => ({
  ...form,
  url,
  tries: 0,
});

// Usual ports of web servers; those above are any program's, such as the receiver of receipts that listens beside the one of messages.
const lowPorts = new Set(['80', '443']);
const firstFreePort = 1024;

/**
 * Whether receipts may go there: to the machine of the partner's address, at its port, a usual one of web servers or one above 1023, which is where AS2 programs take
 * receipts; or to a machine that was agreed besides, where a port is only meant if it is named.
 */
export function mayGetReceipts(url: string, { url: own, receiptHosts = '' }: As2Settings): boolean {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return false;
  const { hostname, host, port, protocol } = new URL(url);
  const given = port || (protocol === 'https:' ? '443' : '80');
  const agreed = receiptHosts.toLowerCase().split(/[\s,]+/);
  if (host === new URL(own).host || agreed.includes(`${hostname}:${given}`)) return true;
  const isUsual = lowPorts.has(given) || Number(given) >= firstFreePort;
  return isUsual && (hostname === new URL(own).hostname || agreed.includes(hostname));
}

// Over an hour and a half. A partner that misses its receipt longer than that sends its message again, and gets the same one.
const pausesMs = [5_000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000] as const;
// Of one partner at the same time: whose server hangs takes nobody else's receipts away.
const mostOfOne = 20;
const lookEveryMs = 10_000;
// A receipt is a few kilobytes. Who has not settled it within the longer time is gone.
const longestAnswerMs = 60_000;
const claimMs = 90_000;

export interface ReceiptPosts {
  /** Sends what is due: of one entry, or of all. */
  send(exchangeId?: string): Promise<void>;
  /** Looks now and every few seconds for what is due, also from before a restart and of other processes that are gone. @returns what ends it */
  watch(): () => Promise<void>;
}

/** Sends receipts, again while the partner's server does not take them. What is owed are rows; what came of it is logged once. */
export function openReceiptPosts(around: Around, host: Host<As2Settings>): ReceiptPosts {
  const underWay = new Map<string, Set<Promise<void>>>();
  const begin = (one: OwedAnswer<As2Settings>) => {
    const { id } = one.endpoint;
    const ofOne = underWay.get(id) ?? new Set();
    underWay.set(id, ofOne);
    // What cannot be written down is due again in a while.
    const work: Promise<void> = bring(around, host, one)
      .catch(() => undefined)
      .finally(() => {
        ofOne.delete(work);
        if (ofOne.size === 0) underWay.delete(id);
      });
    ofOne.add(work);
  };
  const send = async (exchangeId?: string) => {
    const busy = [...underWay].flatMap(([id, { size }]) => (size >= mostOfOne ? [id] : []));
    const of = { forMs: claimMs, mostOfOne, exchangeId, notOf: busy };
    for (const one of await host.owed(of)) begin(one);
  };
  return {
    send,
    watch() {
      let look = Promise.resolve();
      const again = () => {
        // The database may be away for a moment.
        look = look.then(() => send()).catch(() => undefined);
      };
      again();
      const timer = setInterval(again, lookEveryMs).unref();
      return async () => {
        clearInterval(timer);
        await look;
      };
    },
  };
}

async function bring(around: Around, host: Host<As2Settings>, one: OwedAnswer<As2Settings>): Promise<void> {
  const { endpoint, exchange } = one;
  const owed = one.owed as unknown as OwedReceipt;
  const receipt = await receiptAs(around, endpoint.environment, exchange, owed);
  if (!receipt) return host.owe(exchange.id, undefined);
  // The settings may have been changed since it was asked for.
  const said = mayGetReceipts(owed.url, endpoint.settings)
    ? await tryOnce(around, one, { owed, receipt })
    : { isTaken: false, isFinal: true, says: 'the settings do not name this machine any more' };
  const pause = pausesMs[owed.tries];
  if (!said.isTaken && !said.isFinal && pause !== undefined)
    return host.owe(exchange.id, { ...owed, tries: owed.tries + 1 }, pause);
  await note(host, one, { owed, receipt, ...said });
  await host.owe(exchange.id, undefined);
}

interface Tried {
  readonly owed: OwedReceipt;
  readonly receipt: OurReceipt;
}

/** The fields of a receipt, the same each time. */
export function receiptFields(
  { from, to }: Pick<As2ExchangeDetail, 'from' | 'to'>,
  exchangeId: string,
  { contentType }: OurReceipt,
): Readonly<Record<string, string>> {
  return {
    ...{ 'AS2-Version': '1.2', 'AS2-From': writeId(to), 'AS2-To': writeId(from), 'MIME-Version': '1.0' },
    ...{ 'Message-ID': receiptId(exchangeId), 'Content-Type': contentType },
    'EDIINT-Features': 'multiple-attachments',
  };
}

const receiptId = (exchangeId: string) => `<mdn-${exchangeId}@as2.crossdock>`;

async function tryOnce(
  around: Around,
  { endpoint, exchange }: OwedAnswer<As2Settings>,
  { owed, receipt }: Tried,
): Promise<{ readonly isTaken: boolean; readonly isFinal: boolean; readonly says: string }> {
  const { settings } = endpoint;
  const { user, password = '', tlsCertificates: authorities, answerSeconds = usual.answerSeconds } = settings;
  const { from = settings.partnerId, to = settings.ourId } = exchange.detail as Partial<As2ExchangeDetail>;
  const isOwn = new URL(owed.url).host === new URL(settings.url).host;
  try {
    const { status } = await post(around.egress, {
      ...{ url: new URL(owed.url), fields: Object.entries(receiptFields({ from, to }, exchange.id, receipt)) },
      ...{ body: [receipt.body], authorities, answerMs: Math.min(answerSeconds * 1000, longestAnswerMs) },
      basic: isOwn && user !== undefined ? { user, password } : undefined,
    });
    const isTaken = status >= 200 && status < 300;
    const isFinal = status >= 400 && status < 500 && status !== 408 && status !== 429;
    return { isTaken, isFinal, says: `HTTP ${status}` };
  } catch (error) {
    return { isTaken: false, isFinal: false, says: wordsOf(error) };
  }
}

async function note(
  host: Host<As2Settings>,
  { endpoint, exchange }: OwedAnswer<As2Settings>,
  { owed: { url }, receipt, isTaken, says }: Tried & { readonly isTaken: boolean; readonly says: string },
): Promise<void> {
  const of = exchange.detail as Partial<As2ExchangeDetail>;
  const detail: As2ExchangeDetail = {
    ...{ messageId: receiptId(exchange.id), originalMessageId: of.messageId, url },
    ...{ from: of.to ?? '', to: of.from ?? '', disposition: of.disposition, receivedMic: of.receivedMic },
  };
  await host.note(endpoint, {
    ...{ kind: 'receipt', direction: 'out', state: isTaken ? 'done' : 'failed', transportId: detail.messageId },
    summary: isTaken ? `Sent the receipt (${says})` : `The receipt could not be brought to ${url}: ${says}`,
    ...{ detail: { ...detail }, documentIds: exchange.documentIds },
    body: Buffer.concat([Buffer.from(`Content-Type: ${receipt.contentType}\r\n\r\n`), receipt.body]),
  });
}
