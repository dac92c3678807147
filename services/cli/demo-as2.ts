import { hash, X509Certificate } from 'node:crypto';
import { type IncomingMessage, request } from 'node:http';
import { as2Ids, carrierSigner, type DemoPartners } from '../bin/demo-partners.ts';
import { openAs2 } from '../bin/demo-station.ts';
import { buildMessage } from '../channels/as2/build-message.ts';
import { dispositionText } from '../channels/as2/disposition.ts';
import { readMdn } from '../channels/as2/mdn.ts';
import { wholeSettings } from '../channels/as2/settings.ts';
import type { Environment } from '../store/documents.ts';

export interface As2Answer {
  /** Of the message: the same for the same bytes, so that a second run is a repetition. */
  readonly messageId: string;
  /** Such as `processed, signed by CN=Northgate`. */
  readonly receipt: string;
}

/** Sends a document as the carrier's AS2 program does: signed, encrypted, with a signed receipt, which is checked. @throws Error that says what the hub answered instead */
export async function sendByAs2(
  theirs: DemoPartners,
  to: { readonly url: string; readonly certificate: string; readonly environment: Environment },
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
): Promise<As2Answer> {
  const { hub, carrier } = as2Ids(to.environment);
  const signer = carrierSigner(theirs);
  const recipient = new X509Certificate(to.certificate);
  const settings = wholeSettings({ ourId: carrier, partnerId: hub, url: to.url });
  const message = await buildMessage({ fileName, bytes }, { settings, signer, recipient, at: new Date() });
  const messageId = `<${hash('sha256', bytes, 'hex')}@blueheron.example>`;
  const answer = await post(to.url, Buffer.concat(message.body), {
    ...{ 'AS2-Version': '1.2', 'AS2-From': carrier, 'AS2-To': hub, 'Message-ID': messageId },
    'Disposition-Notification-To': 'edi@blueheron.example',
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
