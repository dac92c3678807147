import type { IncomingMessage } from 'node:http';
import { CodedError } from '../../domain/errors.ts';
import { plainFileName } from '../../domain/file-name.ts';
import type { Arrival, Channel } from '../channel.ts';
import { readSchema } from '../schema.ts';
import { faultOfSecrets } from '../webhook-signature.ts';
import { type BodyLimits, readBody } from './body.ts';
import { fileNameOf } from './file-name.ts';
import { readForm } from './form.ts';

export interface HttpsTransmission extends BodyLimits {
  readonly request: IncomingMessage;
}

/** The API key says who is who, and the partner does the picking up; what is posted without a key is signed. */
export interface HttpsSettings {
  readonly signingSecret?: string;
}

// What a document is, its bytes say; a media type is only what a sender may call it.
const documentTypes = ['application/edi-x12', 'application/json', 'text/csv', 'application/xml', 'text/xml'];
const plainTypes = new Set(['', ...documentTypes, 'application/octet-stream', 'text/plain']);
const taken = `${documentTypes.join(', ')}, application/octet-stream, text/plain or multipart/form-data`;

/** Documents by HTTP: the partner drops them with a POST and picks ours up from a mailbox. */
export const httpsChannel: Channel<HttpsTransmission, HttpsSettings> = {
  name: 'https',
  schema: readSchema('https'),
  outbound: 'fetch',
  setUpBy: 'both',
  ingress: { kind: 'mount', path: '/v1/inbox' },
  open: async ({ request, ...limits }) => {
    const type = mediaType(request);
    checkEncoding(request);
    if (type === 'multipart/form-data') return fromForm(request, limits);
    if (!plainTypes.has(type)) throw wrongType(type);
    const bytes = await readBody(request, limits);
    if (bytes.length === 0) throw new CodedError('inbox.empty');
    return [named(bytes, fileNameOf(request))];
  },
  checkSettings: ({ signingSecret }) => {
    const message = signingSecret === undefined ? undefined : faultOfSecrets(signingSecret);
    return message === undefined ? [] : [{ setting: 'signingSecret', message }];
  },
  tell: async (_settings, { baseUrl, endpoint: { id } }) => [
    {
      ...{ label: 'Signed requests', value: `${baseUrl.replace(/\/+$/, '')}/v1/hooks/${id}` },
      help: 'For systems that sign what they post, as Standard Webhooks says, and hold no API key. The endpoint needs a signing secret.',
    },
  ],
  // The response of the request says it, which is the operation's.
  reply: async () => undefined,
  deliver: async () => ({ state: 'waits', detail: 'In the outbox, for the partner to pick up' }),
  test: async () => ({
    works: true,
    says: ['The hub answers. Whether the partner reaches it shows with its first request in the log below.'],
    failed: [],
  }),
};

async function fromForm(request: IncomingMessage, limits: BodyLimits): Promise<readonly Arrival[]> {
  const files = await readForm(request, limits);
  if (files.length === 0)
    throw new CodedError('inbox.empty', {
      detail: 'The form has no file. Send the document as a file, not as a text field.',
    });
  const empty = files.find((file) => file.bytes.length === 0);
  if (empty)
    throw new CodedError('inbox.empty', {
      detail: `The file ${empty.name} is empty, so nothing of the form was stored. Leave it out, or send it filled.`,
    });
  return files.map((file) => named(file.bytes, plainFileName(file.name)));
}

const named = (bytes: Buffer, fileName: string | undefined): Arrival =>
  fileName === undefined ? { bytes } : { bytes, fileName };

function mediaType(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();
}

function checkEncoding(request: IncomingMessage): void {
  const encoding = request.headers['content-encoding'];
  if (encoding === undefined || encoding.toLowerCase() === 'identity') return;
  throw new CodedError('inbox.media-type', { detail: 'Send the document uncompressed, without Content-Encoding.' });
}

function wrongType(type: string): CodedError {
  const curl =
    type === 'application/x-www-form-urlencoded' ? ' (curl: add -H "Content-Type: application/edi-x12")' : '';
  return new CodedError('inbox.media-type', { detail: `${type} is not accepted. Send ${taken}${curl}.` });
}
