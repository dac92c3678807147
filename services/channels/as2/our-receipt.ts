import type { KnownExchange } from '../host.ts';
import { type Around, identitiesIn } from './around.ts';
import type { Digest } from './cms/algorithms.ts';
import { readDisposition } from './disposition.ts';
import type { As2ExchangeDetail } from './exchange-detail.ts';
import type { Environment } from './identity/identity.ts';
import { writeMdn } from './mdn.ts';
import type { Mic } from './mic.ts';
import { receiptDigest, signingDigest, type WantedReceipt } from './request-header.ts';

/** How a receipt of ours is made: what it says is another matter. */
export interface ReceiptForm {
  readonly signed: boolean;
  /** Of its signature. */
  readonly digest: Digest;
  /** Of what arrived, where the message does not say it by its own signature. */
  readonly mic: Digest;
}

/** The form that a message asks for. */
export const formOf = (wants: WantedReceipt, allowSha1: boolean): ReceiptForm => ({
  signed: wants.signed,
  digest: signingDigest(wants, allowSha1),
  mic: receiptDigest(wants, undefined),
});

/** A receipt as it goes out. */
export interface OurReceipt {
  readonly contentType: string;
  readonly body: Buffer;
}

/**
 * The receipt for a message that was answered before, in the form that is asked for now: the same bytes as then where it is the same form, else the same verdict
 * written anew. @returns undefined when the entry does not say any more what the verdict was
 */
export async function receiptAs(
  around: Around,
  environment: Environment,
  exchange: KnownExchange,
  form: ReceiptForm,
): Promise<OurReceipt | undefined> {
  const detail = exchange.detail as Partial<As2ExchangeDetail>;
  const stored = storedReceipt(exchange);
  if (stored && isSame(detail, form)) return stored;
  const { messageId, to, says = '' } = detail;
  const disposition = readDisposition(`; ${detail.disposition ?? ''}`);
  if (!disposition || to === undefined) return stored;
  const signing = form.signed && {
    ...{ signer: (await identitiesIn(around, environment)).current, digest: form.digest, at: around.now() },
  };
  const mdn = { receiver: to, messageId, disposition, mic: micIn(detail, form), text: says };
  const { contentType, body } = await writeMdn(mdn, signing || undefined);
  return { contentType, body: Buffer.concat(body) };
}

function isSame({ receipt, signature }: Partial<As2ExchangeDetail>, { signed, digest, mic }: ReceiptForm): boolean {
  // Entries of former versions do not say the digests.
  const { digest: ofSignature = digest, micDigest = mic } = receipt ?? {};
  return (
    receipt?.signed === signed && (!signed || ofSignature === digest) && (signature !== undefined || micDigest === mic)
  );
}

/** The digest over what arrived: of a signed message the one of its signature; else the one that is asked for, where it was taken. */
function micIn({ mic = {} }: Partial<As2ExchangeDetail>, form: ReceiptForm): Mic | undefined {
  const [first] = Object.keys(mic) as Digest[];
  const digest = mic[form.mic] === undefined ? first : form.mic;
  return digest && { digest, value: mic[digest]! };
}

/** The receipt that stands in an entry. */
function storedReceipt({ body }: KnownExchange): OurReceipt | undefined {
  const end = body?.indexOf('\r\n\r\n') ?? -1;
  if (!body || end < 0) return undefined;
  const contentType = body.toString('latin1', 0, end).replace(/^content-type:\s*/i, '');
  return { contentType, body: body.subarray(end + 4) };
}
