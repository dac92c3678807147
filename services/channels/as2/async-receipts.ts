import { setTimeout as wait } from 'node:timers/promises';
import type { Host, HostedEndpoint, KnownExchange } from '../host.ts';
import type { Around } from './around.ts';
import { wordsOf } from './deliver.ts';
import type { As2ExchangeDetail } from './exchange-detail.ts';
import { post } from './post.ts';
import { type As2Settings, usual } from './settings.ts';

/** A receipt of ours on its way to where a message asked for it. */
export interface ReceiptPost {
  readonly endpoint: HostedEndpoint<As2Settings>;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The entry of the message. */
  readonly exchange: KnownExchange;
}

/** Whether receipts may go there: to the machine of the partner's address, or to one of those that were agreed besides. */
export function mayGetReceipts(url: string, { url: own, receiptHosts = '' }: As2Settings): boolean {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return false;
  const hosts = [new URL(own).hostname, ...receiptHosts.toLowerCase().split(/[\s,]+/)];
  return hosts.includes(new URL(url).hostname);
}

// Over an hour and a half. A partner that misses its receipt longer than that sends its message again, and gets the same one.
const pausesMs = [0, 5_000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000] as const;
// Of everybody, and of one partner: whoever asks for receipts that nobody takes, and ids are all that it needs for that, takes nobody else's away.
const mostUnderWay = 1000;
const mostOfOne = 100;
const tooMany = 'so many receipts are under way that it was not tried; send the message again, it gets the same one';

/** Sends receipts, again while the partner's server does not take them; what came of it is logged once. */
export function openReceiptPosts(around: Around, host: Host<As2Settings>): (one: ReceiptPost) => void {
  let underWay = 0;
  const ofOne = new Map<string, number>();
  const count = (id: string, by: number) => {
    underWay += by;
    const left = (ofOne.get(id) ?? 0) + by;
    if (left > 0) ofOne.set(id, left);
    else ofOne.delete(id);
  };
  return (one) => {
    const { id } = one.endpoint;
    const isFull = underWay >= mostUnderWay || (ofOne.get(id) ?? 0) >= mostOfOne;
    if (!isFull) count(id, 1);
    (isFull ? note(host, one, { isTaken: false, says: tooMany }) : bring(around, host, one))
      // What cannot be logged is asked for again by the partner like what was never sent.
      .catch(() => undefined)
      .finally(() => {
        if (!isFull) count(id, -1);
      });
  };
}

async function bring(around: Around, host: Host<As2Settings>, one: ReceiptPost): Promise<void> {
  let trouble = '';
  await wait((await host.receiptDelayMs?.(one.endpoint)) ?? 0, undefined, { ref: false });
  for (const pause of pausesMs) {
    await wait(pause, undefined, { ref: false });
    const said = await tryOnce(around, one);
    if (said.isTaken) return note(host, one, { isTaken: true, says: said.says });
    trouble = said.says;
    if (said.isFinal) break;
  }
  await note(host, one, { isTaken: false, says: trouble });
}

async function tryOnce(
  around: Around,
  { endpoint, url, fields, body }: ReceiptPost,
): Promise<{ readonly isTaken: boolean; readonly isFinal: boolean; readonly says: string }> {
  const {
    user,
    password = '',
    tlsCertificates: authorities,
    url: own,
    answerSeconds = usual.answerSeconds,
  } = endpoint.settings;
  const isOwn = new URL(url).host === new URL(own).host;
  try {
    const { status } = await post(around.egress, {
      ...{
        url: new URL(url),
        fields: Object.entries(fields),
        body: [body],
        authorities,
        answerMs: answerSeconds * 1000,
      },
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
  { endpoint, url, fields, body, exchange }: ReceiptPost,
  { isTaken, says }: { readonly isTaken: boolean; readonly says: string },
): Promise<void> {
  const of = exchange.detail as Partial<As2ExchangeDetail>;
  const detail: As2ExchangeDetail = {
    ...{ messageId: fields['Message-ID'], originalMessageId: of.messageId, url },
    ...{ from: of.to ?? '', to: of.from ?? '', disposition: of.disposition, receivedMic: of.receivedMic },
  };
  await host.note(endpoint, {
    ...{ kind: 'receipt', direction: 'out', state: isTaken ? 'done' : 'failed', transportId: detail.messageId },
    summary: isTaken ? `Sent the receipt (${says})` : `The receipt could not be brought to ${url}: ${says}`,
    ...{ detail: { ...detail }, documentIds: exchange.documentIds },
    body: Buffer.concat([Buffer.from(`Content-Type: ${fields['Content-Type']}\r\n\r\n`), body]),
  });
}
