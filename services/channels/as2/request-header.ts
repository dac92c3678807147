import type { IncomingMessage } from 'node:http';
import { type Digest, digestNames } from './cms/algorithms.ts';
import { digestCalled } from './mic.ts';
import type { Headers } from './mime/headers.ts';
import { isMessageId, readId } from './names.ts';

/** What the header of a message says: who, to whom, and which receipt is wanted. */
export interface MessageHeader {
  readonly from: string;
  readonly to: string;
  /** undefined when there is none, or none that can be one. */
  readonly messageId: string | undefined;
  readonly subject: string | undefined;
  readonly wants: WantedReceipt;
  /** All fields, for the outermost part. */
  readonly fields: Headers;
}

export interface WantedReceipt {
  readonly mode: 'none' | 'sync' | 'async';
  readonly signed: boolean;
  /** Where an async one goes. */
  readonly url?: string;
  /** The digests that the sender can read, in its order; empty where it does not say. */
  readonly digests: readonly Digest[];
  /** It must have one of its digests, and we know none of them. */
  readonly digestsUnknown: boolean;
}

const longestId = 128;

/** Reads the header. @returns undefined when it is no AS2 message: without the ids of both sides */
export function readMessageHeader(request: IncomingMessage): MessageHeader | undefined {
  const { headersDistinct } = request;
  const one = (name: string) => {
    const values = headersDistinct[name] ?? [];
    return values.length === 1 ? unfolded(values[0]!) : undefined;
  };
  const [from, to] = [readId(one('as2-from') ?? ''), readId(one('as2-to') ?? '')];
  if (from === '' || to === '' || from.length > longestId || to.length > longestId) return undefined;
  const messageId = one('message-id')?.trim();
  const fields = new Map(
    Object.entries(headersDistinct).flatMap(([name, values]) =>
      values?.[0] === undefined ? [] : [[name, asText(unfolded(values[0]))]],
    ),
  );
  return {
    ...{ from, to, subject: one('subject'), fields, wants: wantedReceipt(one) },
    messageId: messageId !== undefined && isMessageId(messageId) ? messageId : undefined,
  };
}

// The parser of old programs' folded fields leaves their line ends in.
const unfolded = (value: string) => value.replaceAll(/[\r\n]+[ \t]*/g, ' ');

/** Node gives header fields as Latin-1; senders that go beyond ASCII mostly write UTF-8. */
function asText(value: string): string {
  const text = Buffer.from(value, 'latin1').toString('utf8');
  return text.includes('\ufffd') ? value : text;
}

function wantedReceipt(one: (name: string) => string | undefined): WantedReceipt {
  if (one('disposition-notification-to') === undefined)
    return { mode: 'none', signed: false, digests: [], digestsUnknown: false };
  const url = one('receipt-delivery-option')?.trim();
  const options = new Map(
    (one('disposition-notification-options') ?? '').split(';').map((option) => {
      const [name = '', value = ''] = option.split('=', 2);
      return [name.trim().toLowerCase(), value.split(',').map((word) => word.trim())];
    }),
  );
  const [importance = '', ...names] = options.get('signed-receipt-micalg') ?? [];
  const digests = names.flatMap((name) => digestCalled(name) ?? []);
  const [, protocol = ''] = options.get('signed-receipt-protocol') ?? [];
  return {
    ...{ mode: url ? 'async' : 'sync', digests, ...(url && { url }) },
    signed: /^pkcs7-signature$/i.test(protocol),
    digestsUnknown: importance.toLowerCase() === 'required' && names.length > 0 && digests.length === 0,
  };
}

/** The digest of a receipt: the one of the signature, else the first that the sender reads. */
export const receiptDigest = ({ digests }: WantedReceipt, signed: Digest | undefined): Digest =>
  signed ?? digests[0] ?? 'sha-256';

/** What the receipt itself is signed with: what the sender reads first, unless it is too weak. */
export const signingDigest = ({ digests }: WantedReceipt, allowSha1: boolean): Digest =>
  digests.find((one) => allowSha1 || one !== 'sha-1') ?? (allowSha1 ? (digests[0] ?? 'sha-256') : digestNames[1]);
