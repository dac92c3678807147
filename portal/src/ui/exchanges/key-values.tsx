import { wordsOfName } from '../../lib/setting-fields.ts';
import { absoluteTime } from '../../lib/time.ts';
import { LongText } from '../long-text.tsx';
import classes from './exchanges.module.css';

/** What people call what transports say, in the order in which they read it; the rest comes after, its words made of its name. */
const labels: Readonly<Record<string, string>> = {
  from: 'From',
  to: 'To',
  as2From: 'AS2 From',
  as2To: 'AS2 To',
  messageId: 'Message-ID',
  originalMessageId: 'Message that it is for',
  says: 'It says',
  fileName: 'File',
  mic: 'MIC',
  micDigest: 'Digest of the MIC',
  micMatches: 'MIC is that of what was sent',
  mdn: 'MDN',
  disposition: 'Verdict',
  sizeBytes: 'Size',
  status: 'HTTP status',
  httpStatus: 'HTTP status',
  statusCode: 'HTTP status',
  url: 'Address',
  peer: 'Other side',
  user: 'Logged in as',
  method: 'Method',
  path: 'Path',
  software: 'Its software',
  fingerprint: 'Key',
  afterwards: 'After that',
  durationMs: 'Took',
  attempt: 'Attempt',
  by: 'By',
  type: 'Media type',
  attempts: 'Attempts',
  remoteAddress: 'Other side',
  encryption: 'Encryption',
  signature: 'Signature',
  receipt: 'Receipt',
  receivedMic: 'MIC in the receipt',
  rehearsal: 'Rehearsal of our next certificate',
  mode: 'How',
  event: 'Event',
  bytes: 'Size',
  request: 'Headers of the request',
  response: 'Headers of the answer',
  timeout: 'Took too long',
  test: 'Made up for a test',
  headers: 'Headers',
  requestHeaders: 'Headers of the request',
  responseHeaders: 'Headers of the answer',
  requestBody: 'Request',
  responseBody: 'Answer',
  transportId: 'Id of the transport',
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTime = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text);
const number = new Intl.NumberFormat('en-US');

const ranks = new Map(Object.keys(labels).map((name, rank) => [name, rank]));
const rankOf = ([name]: readonly [string, unknown]) => ranks.get(name) ?? ranks.size;

/** Names of headers are what they are; those of ours become words. */
const labelOf = (name: string) => labels[name] ?? (/^[a-z][A-Za-z0-9]*$/.test(name) ? wordsOfName(name) : name);

function plainWords(name: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    if (/bytes$/i.test(name)) return `${number.format(value)} bytes`;
    return /ms$/i.test(name) ? `${number.format(value)} ms` : String(value);
  }
  const text = String(value);
  return isTime(text) ? absoluteTime(text) : text;
}

function Value({ name, value }: { readonly name: string; readonly value: unknown }) {
  if (isObject(value)) return <KeyValues of={value} />;
  if (Array.isArray(value) && value.some(isObject))
    return (
      <ol className={classes.list}>
        {value.map((one, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was logged never changes
          <li key={nth}>
            <Value name={name} value={one} />
          </li>
        ))}
      </ol>
    );
  const text = Array.isArray(value) ? value.map((one) => plainWords(name, one)).join(', ') : plainWords(name, value);
  return text.includes('\n') ? (
    <LongText label={labelOf(name)} text={text} />
  ) : (
    <span className={classes.plain}>{text}</span>
  );
}

/** Whatever a transport has said, name by name. What is empty is left out. */
export function KeyValues({ of }: { readonly of: Readonly<Record<string, unknown>> }) {
  const shown = Object.entries(of)
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .sort((one, other) => rankOf(one) - rankOf(other));
  return (
    <dl className={classes.values}>
      {shown.map(([name, value]) => (
        <div key={name}>
          <dt>{labelOf(name)}</dt>
          <dd>
            <Value name={name} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
