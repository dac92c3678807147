import type { X509Certificate } from 'node:crypto';
import { nameOf } from './certificates.ts';
import type { Digest } from './cms/algorithms.ts';
import type { Layers } from './open-message.ts';

/**
 * What an entry of the log says of an AS2 message or receipt, in `detail` of the exchange. In `body` stands the receipt (MDN) as it went or came: its `Content-Type` and
 * `Content-Transfer-Encoding`, an empty line, and the bytes; that of a signed one is `multipart/signed`.
 */
export interface As2ExchangeDetail {
  readonly messageId?: string | undefined;
  /** Of a receipt: the message that it is for. */
  readonly originalMessageId?: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly subject?: string | undefined;
  readonly fileName?: string | undefined;
  readonly sizeBytes?: number | undefined;
  /** How many files were in it, where they were several. */
  readonly files?: number | undefined;
  /** Where it went, or from which machine it came. */
  readonly url?: string | undefined;
  readonly remoteAddress?: string | undefined;
  readonly status?: number | undefined;
  /** HTTP fields worth keeping, by their names in small letters; no authorization. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly signature?:
    | { readonly digest: string; readonly scheme?: string; readonly certificate?: CertificateShown }
    | undefined;
  readonly encryption?:
    | { readonly cipher: string; readonly keyTransport?: string; readonly certificate?: CertificateShown }
    | undefined;
  readonly compressed?: boolean | undefined;
  /** What the receipt is: asked for how, and signed or not. */
  readonly receipt?:
    | {
        readonly mode: 'sync' | 'async' | 'none';
        readonly signed: boolean;
        /** Of the receipt's own signature. */
        readonly digest?: Digest;
        /** Of what arrived, as it was asked for. */
        readonly micDigest?: Digest;
      }
    | undefined;
  /** Such as `processed` or `processed/Error: decryption-failed`. */
  readonly disposition?: string | undefined;
  /** What the partner says for people in its receipt. */
  readonly says?: string | undefined;
  /** Digests of what was sent, or of what arrived, by their algorithm; base64. */
  readonly mic?: Readonly<Record<string, string>> | undefined;
  /** The one in the receipt. */
  readonly receivedMic?: string | undefined;
  readonly micMatches?: boolean | undefined;
  /** It was sent to try our next certificate. */
  readonly rehearsal?: boolean | undefined;
}

export interface CertificateShown {
  readonly name: string;
  /** SHA-256. */
  readonly fingerprint: string;
}

export const shownCertificate = (one: X509Certificate): CertificateShown => ({
  name: nameOf(one),
  fingerprint: one.fingerprint256,
});

/** What was found around the content of a message. */
export const shownLayers = ({
  encrypted,
  signed,
  compressed,
}: Layers): Pick<As2ExchangeDetail, 'encryption' | 'signature' | 'compressed'> => ({
  ...(encrypted && { encryption: { ...encrypted, certificate: shownCertificate(encrypted.certificate) } }),
  ...(signed && { signature: { ...signed, certificate: shownCertificate(signed.certificate) } }),
  ...(compressed && { compressed }),
});

const kept = [
  ...['as2-version', 'content-type', 'content-length', 'content-disposition', 'date', 'disposition-notification-to'],
  ...['disposition-notification-options', 'receipt-delivery-option', 'ediint-features', 'server', 'transfer-encoding'],
  'user-agent',
];
const longest = 300;

export const shownHeaders = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    kept.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value.slice(0, longest)]] : [];
    }),
  );
