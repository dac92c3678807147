import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

// Standard Webhooks, symmetric: `webhook-signature` is a list of `v1,<HMAC-SHA256 of "id.timestamp.body">`, one for each secret that is in use.

const prefix = 'whsec_';
const [fewestBytes, mostBytes] = [24, 64];
/** So many may be in use at once: each signs. */
export const mostSecrets = 5;
/** How far the sender's clock may be off; what is older is a replay. */
const toleranceSeconds = 300;

export const newSecret = (): string => prefix + randomBytes(32).toString('base64');

/** The secrets of a setting, newest first, with spaces between them. */
export const secretsIn = (setting: string): readonly string[] => setting.split(/\s+/).filter(Boolean);

/** What is wrong with the secrets of a setting; undefined when nothing is. Repeats none of them. */
export function faultOfSecrets(setting: string): string | undefined {
  const secrets = secretsIn(setting);
  if (secrets.length === 0) return 'holds no secret';
  if (secrets.length > mostSecrets) return `holds ${secrets.length} secrets; ${mostSecrets} at most are used at once`;
  const wrong = secrets.findIndex((one) => keyOf(one) === undefined);
  if (wrong < 0) return undefined;
  return `must be ${prefix} followed by ${fewestBytes} to ${mostBytes} bytes in base64${secrets.length > 1 ? ` (number ${wrong + 1})` : ''}`;
}

function keyOf(secret: string): Buffer | undefined {
  const text = secret.startsWith(prefix) ? secret.slice(prefix.length) : '';
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  const key = Buffer.from(text, 'base64');
  return key.length >= fewestBytes && key.length <= mostBytes ? key : undefined;
}

interface Signed {
  readonly id: string;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly body: Uint8Array;
}

const signatureBy = (key: Buffer, { id, timestamp, body }: Signed): Buffer =>
  createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();

/** The value of `webhook-signature`. */
export const signatures = (secrets: readonly string[], of: Signed): string =>
  secrets
    .flatMap((secret) => keyOf(secret) ?? [])
    .map((key) => `v1,${signatureBy(key, of).toString('base64')}`)
    .join(' ');

export interface SignedHeaders {
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

const mostSignatures = 20;

/** Why a request is not what it claims to be; undefined when it is signed by one of the secrets, and of now. Without a body: what no body could make good. */
export function faultOfSignature(
  secrets: readonly string[],
  { id, timestamp, signature }: SignedHeaders,
  body: Uint8Array | undefined,
  now: Date,
): string | undefined {
  if (!id || !timestamp || !signature)
    return 'The headers webhook-id, webhook-timestamp and webhook-signature are needed, all three.';
  if (!/^[\x21-\x7e]{1,200}$/.test(id)) return 'webhook-id must be 1 to 200 visible characters.';
  const seconds = /^\d{1,12}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  const off = Math.floor(now.getTime() / 1000) - seconds;
  if (Number.isNaN(off)) return 'webhook-timestamp must be the time in whole seconds since 1970.';
  if (Math.abs(off) > toleranceSeconds)
    return `webhook-timestamp is ${Math.abs(off)} seconds in the ${off > 0 ? 'past' : 'future'}; ${toleranceSeconds} are allowed. Sign each request anew, also when it is sent again, and set the clock.`;
  if (!body) return undefined;
  const given = signature
    .split(' ', mostSignatures)
    .flatMap((one) => (one.startsWith('v1,') ? [Buffer.from(one.slice(3), 'base64')] : []));
  const of = { id, timestamp: seconds, body };
  const good = secrets.flatMap((secret) => keyOf(secret) ?? []).map((key) => signatureBy(key, of));
  const fits = given.some((one) => good.some((two) => one.length === two.length && timingSafeEqual(one, two)));
  return fits
    ? undefined
    : 'webhook-signature fits none of the secrets that are in use. It is made of "<id>.<timestamp>.<body>", with the body byte for byte as it is sent.';
}
