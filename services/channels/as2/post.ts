import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { rootCertificates } from 'node:tls';
import type { Egress } from '../egress.ts';
import type { Fields } from './mime/write.ts';

/** A message on its way to a web server. */
export interface Posting {
  readonly url: URL;
  readonly fields: Fields;
  readonly body: readonly Uint8Array[];
  readonly basic?: { readonly user: string; readonly password: string } | undefined;
  /** Authorities that are trusted beside the public ones. PEM. */
  readonly authorities?: string | undefined;
  readonly answerMs: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

// A receipt is a few kilobytes; a web page of an error may be more.
const longestAnswer = 1024 * 1024;

/**
 * Posts with the length given, one connection each, no redirects followed; the names of fields as they are given.
 * @throws CodedError of `egress`, or the error of the connection
 */
export async function post(egress: Egress, posting: Posting): Promise<Answer> {
  const { url, fields, body, basic, authorities, answerMs } = posting;
  await egress.resolve(url.hostname);
  const length = body.reduce((sum, piece) => sum + piece.length, 0);
  const authorization = basic && `Basic ${Buffer.from(`${basic.user}:${basic.password}`).toString('base64')}`;
  const options: RequestOptions & { readonly ca?: readonly string[] } = {
    ...{ method: 'POST', lookup: egress.lookup, agent: false, insecureHTTPParser: true },
    headers: [
      ...['Host', url.host],
      ...fields.flat(),
      ...['Content-Length', String(length), 'Connection', 'close'],
      ...(authorization ? ['Authorization', authorization] : []),
    ],
    ...(authorities && { ca: [...rootCertificates, authorities] }),
  };
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const request = (url.protocol === 'https:' ? tlsRequest : plainRequest)(url, options as RequestOptions);
  const timer = setTimeout(() => request.destroy(new Error(`no answer within ${answerMs / 1000} s`)), answerMs);
  request.once('response', (response) => void readAnswer(response).then(resolve, reject));
  request.once('error', reject);
  request.once('close', () => reject(new Error('the connection was closed without an answer')));
  send(request, body).catch(reject);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    request.destroy();
  }
}

async function send(
  request: NodeJS.WritableStream & { destroyed: boolean },
  body: readonly Uint8Array[],
): Promise<void> {
  for (const piece of body) {
    if (request.destroyed) return;
    if (!request.write(piece))
      await new Promise<void>((go) => {
        request.once('drain', go);
        request.once('close', go);
      });
  }
  if (!request.destroyed) request.end();
}

async function readAnswer(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > longestAnswer) throw new Error('the answer is longer than 1 MB');
    chunks.push(chunk);
  }
  if (!response.complete) throw new Error('the answer was cut off');
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
}
