import { createHash } from 'node:crypto';
import type { Digest } from './cms/algorithms.ts';
import { type Signer, signDetached } from './cms/signed-data.ts';
import { type Disposition, dispositionText, readDisposition } from './disposition.ts';
import { type Mic, micName, readMic, writeMic } from './mic.ts';
import { decodedBody, type Entity, readEntity } from './mime/entity.ts';
import { readHeaders } from './mime/headers.ts';
import { MimeError } from './mime/mime-error.ts';
import { readMultipart } from './mime/multipart.ts';
import { base64Lines, entity, multipart } from './mime/write.ts';

// Message disposition notifications (RFC 3798, RFC 4130 section 7): the receipt of an AS2 message.

export interface Mdn {
  /** AS2 ids: who received the message, which is who sends the receipt. */
  readonly receiver: string;
  /** As it came, with its brackets. */
  readonly messageId: string | undefined;
  readonly disposition: Disposition;
  readonly mic?: Mic | undefined;
  /** For people. */
  readonly text: string;
}

/** An entity on its way: the value of its Content-Type, and its body in pieces. */
export interface Written {
  readonly contentType: string;
  readonly body: readonly Uint8Array[];
}

const agent = 'Crossdock';
const printable = (text: string) => text.replaceAll(/[^\x20-\x7e]/g, '?');

export async function writeMdn(
  mdn: Mdn,
  signing: { readonly signer: Signer; readonly digest: Digest; readonly at: Date } | undefined,
): Promise<Written> {
  const report = writeReport(mdn);
  if (!signing) return report;
  const signed = entity([['Content-Type', report.contentType]], report.body);
  const signature = await signDetached(signed, signing.signer, { ...signing, padding: 'pkcs1' });
  return wrapSigned(signed, signature, signing.digest);
}

/** A part and its signature beside it (RFC 1847). */
export function wrapSigned(signed: readonly Uint8Array[], signature: Buffer, digest: Digest): Written {
  const boundary = boundaryOf('signed', signature);
  const part = entity(
    [
      ['Content-Type', 'application/pkcs7-signature; name=smime.p7s; smime-type=signed-data'],
      ['Content-Transfer-Encoding', 'base64'],
      ['Content-Disposition', 'attachment; filename="smime.p7s"'],
    ],
    [base64Lines(signature)],
  );
  return {
    contentType: `multipart/signed; protocol="application/pkcs7-signature"; micalg=${micName(digest)}; boundary="${boundary}"`,
    body: multipart(boundary, [signed, part]),
  };
}

/** The same for the same content, so that what is made twice is the same. */
export const boundaryOf = (kind: string, of: string | Uint8Array): string =>
  `=_${kind}_${createHash('sha256').update(of).digest('hex').slice(0, 32)}`;

function writeReport({ receiver, messageId, disposition, mic, text }: Mdn): Written {
  const fields = [
    `Reporting-UA: ${agent}`,
    `Original-Recipient: rfc822; ${printable(receiver)}`,
    `Final-Recipient: rfc822; ${printable(receiver)}`,
    ...(messageId === undefined ? [] : [`Original-Message-ID: ${printable(messageId)}`]),
    `Disposition: automatic-action/MDN-sent-automatically; ${dispositionText(disposition)}`,
    ...(mic ? [`Received-Content-MIC: ${writeMic(mic)}`] : []),
  ];
  const human = entity(
    [
      ['Content-Type', 'text/plain; charset=utf-8'],
      ['Content-Transfer-Encoding', '8bit'],
    ],
    [Buffer.from(`${text}\r\n`)],
  );
  const machine = entity(
    [
      ['Content-Type', 'message/disposition-notification'],
      ['Content-Transfer-Encoding', '7bit'],
    ],
    [Buffer.from(`${fields.join('\r\n')}\r\n\r\n`)],
  );
  const boundary = boundaryOf('report', `${fields.join()}${text}`);
  return {
    contentType: `multipart/report; report-type=disposition-notification; boundary="${boundary}"`,
    body: multipart(boundary, [human, machine]),
  };
}

export interface ReadMdn {
  readonly messageId: string | undefined;
  readonly disposition: Disposition | undefined;
  readonly mic: Mic | undefined;
  /** What the partner says for people. */
  readonly text: string;
}

const longestText = 2000;

export const isMdn = ({ type }: Entity): boolean => type.value === 'multipart/report';

/** Reads the report of an MDN, opened. @throws MimeError */
export function readMdn({ type, body }: Entity): ReadMdn {
  const parts = readMultipart(body, type.parameters.get('boundary') ?? '').map(readEntity);
  const machine = parts.find((part) => part.type.value === 'message/disposition-notification');
  if (!machine) throw new MimeError('The receipt does not say what became of the message.');
  const { headers } = readHeaders(decodedBody(machine));
  const human = parts.find((part) => part.type.value.startsWith('text/'));
  return {
    messageId: headers.get('original-message-id'),
    disposition: readDisposition(headers.get('disposition') ?? ''),
    mic: readMic(headers.get('received-content-mic') ?? ''),
    text: human ? decodedBody(human).toString('utf8').slice(0, longestText).trim() : '',
  };
}
