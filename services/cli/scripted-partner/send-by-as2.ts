import { hash, X509Certificate } from 'node:crypto';
import { type IncomingMessage, request } from 'node:http';
import { openAs2 } from '../../bin/demo-station.ts';
import { buildMessage } from '../../channels/as2/build-message.ts';
import type { Signer } from '../../channels/as2/cms/signed-data.ts';
import { dispositionText } from '../../channels/as2/disposition.ts';
import { readMdn } from '../../channels/as2/mdn.ts';
import { wholeSettings } from '../../channels/as2/settings.ts';

/** Both sides of AS2 in one environment, as a partner knows them. */
export interface As2Line {
  /** How the partner is called, and the key by which it is known. */
  readonly own: { readonly id: string; readonly signer: Signer };
  /** The hub: how it is called, where it takes messages, and its certificate in PEM. */
  readonly hub: { readonly id: string; readonly url: string; readonly certificate: string };
}

export interface As2Answer {
  /** Of the message: the same for the same bytes, so that a second run is a repetition. */
  readonly messageId: string;
  /** Such as `processed, signed by CN=Northgate`. */
  readonly receipt: string;
}

/** Sends a document as a partner's AS2 program does: signed, encrypted, with a signed receipt, which is checked. @throws Error that says what the hub answered instead */
export async function sendByAs2(
  { own, hub }: As2Line,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<As2Answer> {
  const { signer } = own;
  const recipient = new X509Certificate(hub.certificate);
  const settings = wholeSettings({ ourId: own.id, partnerId: hub.id, url: hub.url });
  const message = await buildMessage({ fileName, bytes }, { settings, signer, recipient, at: new Date() });
  const messageId = `<${hash('sha256', bytes, 'hex')}@${own.id.toLowerCase()}.example>`;
  const answer = await post(hub.url, Buffer.concat(message.body), {
    ...{ 'AS2-Version': '1.2', 'AS2-From': own.id, 'AS2-To': hub.id, 'Message-ID': messageId },
    'Disposition-Notification-To': `edi@${own.id.toLowerCase()}.example`,
    'Disposition-Notification-Options':
      'signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=optional, sha-256',
    ...Object.fromEntries(message.fields),
  });
  if (!/^multipart\//.test(answer.headers['content-type'] ?? ''))
    throw new Error(`HTTP ${answer.status}: ${answer.body.toString('utf8').slice(0, 300)}`);
  const { content, layers } = await openAs2(answer, { recipient: signer, trusted: [recipient] });
  const { disposition } = readMdn(content);
  const said = disposition ? dispositionText(disposition) : 'a receipt without a verdict';
  return { messageId, receipt: `${said}${layers.signed ? ', signed' : ''}` };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

function post(url: string, body: Buffer, headers: Readonly<Record<string, string>>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: { ...headers, 'Content-Length': body.length } });
    sent.once('error', reject);
    sent.once('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.end(body);
  });
}
