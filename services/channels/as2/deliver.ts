import { CodedError } from '../../domain/errors.ts';
import type { NewExchange } from '../../domain/exchange.ts';
import type { EndpointIdentity, Handover, Outgoing } from '../channel.ts';
import { HandoverError } from '../handover-error.ts';
import { tlsWords } from '../tls-words.ts';
import { type Around, identitiesIn } from './around.ts';
import { type BuiltMessage, buildMessage, type Packing } from './build-message.ts';
import { digestNames } from './cms/algorithms.ts';
import { type As2ExchangeDetail, shownCertificate, shownHeaders } from './exchange-detail.ts';
import type { Identities, Identity } from './identity/identity.ts';
import { micName } from './mic.ts';
import { readParameters } from './mime/parameters.ts';
import type { Fields } from './mime/write.ts';
import { messageIdOf, writeId } from './names.ts';
import { type Answer, post } from './post.ts';
import { judgeReceipt } from './receipt.ts';
import { type As2Settings, partnerCertificates, type WholeSettings, wholeSettings } from './settings.ts';

interface Sending {
  readonly around: Around;
  readonly settings: WholeSettings;
  readonly identities: Identities;
  readonly message: BuiltMessage;
  readonly detail: As2ExchangeDetail & { readonly messageId: string };
}

export interface DeliverOptions {
  /** Another identity than the current one signs: a rehearsal of the next certificate. */
  readonly as?: Identity;
  /** Changes what was signed, for tests of what is to be refused. */
  readonly spoil?: Packing['spoil'];
}

/**
 * Sends a document and hears what the partner says of it. Its Message-ID is made of the id of the document: a partner that has it already answers as before.
 * @throws HandoverError
 */
export async function deliver(
  around: Around,
  outgoing: Outgoing,
  given: As2Settings,
  { environment }: Pick<EndpointIdentity, 'environment'>,
  { as, spoil }: DeliverOptions = {},
): Promise<Handover> {
  const settings = wholeSettings(given);
  const at = around.now();
  const identities = await identitiesIn(around, environment);
  const signer = as ?? identities.current;
  const { recipient, outOfTime } = partnerCertificates(settings, at);
  const messageId = messageIdOf(outgoing.id);
  const base: Sending['detail'] = {
    ...{ messageId, from: settings.ourId, to: settings.partnerId, subject: settings.subject, url: settings.url },
    ...{ fileName: outgoing.fileName, sizeBytes: outgoing.bytes.length },
    receipt: { mode: settings.mdn, signed: settings.mdn !== 'none' && settings.mdnSigned },
    ...(as && { rehearsal: true }),
  };
  if (settings.encrypt && !recipient) {
    const ended = outOfTime.length > 0 ? ' Those that there are have ended or not begun.' : '';
    const why = `There is no certificate of the partner to encrypt for.${ended} Put the new one into the settings of the endpoint.`;
    throw failure('channel.unreachable', why, base);
  }
  const message = await buildMessage(outgoing, { settings, signer, recipient, at, spoil });
  const detail: Sending['detail'] = { ...base, ...(await packingDetail(message, settings, { signer, recipient })) };
  const sending = { around, settings, identities, message, detail };
  const answer = await send(sending);
  return heard(sending, answer);
}

async function packingDetail(
  message: BuiltMessage,
  { sign, digest, encrypt, cipher, keyTransport, compress, mdn }: WholeSettings,
  { signer, recipient }: { signer: Identity; recipient: Parameters<typeof shownCertificate>[0] | undefined },
): Promise<Pick<As2ExchangeDetail, 'signature' | 'encryption' | 'compressed' | 'mic'>> {
  // A receipt that comes later may have any of the digests; one that comes at once is held against the message itself.
  const wanted = mdn === 'async' ? digestNames : [digest];
  const mics = await Promise.all(wanted.map((one) => message.mic(one)));
  return {
    ...(sign && { signature: { digest, certificate: shownCertificate(signer.certificate) } }),
    ...(encrypt && recipient && { encryption: { cipher, keyTransport, certificate: shownCertificate(recipient) } }),
    ...(compress !== 'none' && { compressed: true }),
    mic: Object.fromEntries(mics.map(({ digest: name, value }) => [name, value])),
  };
}

async function send({ around, settings, message, detail }: Sending): Promise<Answer> {
  const { user, password, tlsCertificates: authorities, answerSeconds } = settings;
  try {
    return await post(around.egress, {
      ...{ url: new URL(settings.url), body: message.body, authorities, answerMs: answerSeconds * 1000 },
      fields: [...transportFields(around, settings, detail.messageId), ...message.fields],
      basic: user === undefined ? undefined : { user, password: password ?? '' },
    });
  } catch (error) {
    if (error instanceof CodedError)
      throw failure(error.code, error.more.detail ?? error.message, detail, { cause: error });
    const why = `${settings.url} does not answer: ${wordsOf(error)}.`;
    throw failure('channel.unreachable', why, detail, { cause: error });
  }
}

function transportFields(around: Around, settings: WholeSettings, messageId: string): Fields {
  const { ourId, partnerId, subject, mdn, mdnSigned, digest } = settings;
  const fields: (readonly [string, string])[] = [
    ['AS2-Version', '1.2'],
    ['EDIINT-Features', 'multiple-attachments'],
    ['AS2-From', writeId(ourId)],
    ['AS2-To', writeId(partnerId)],
    ['Message-ID', messageId],
    ['Subject', subject],
    ['Date', around.now().toUTCString()],
    ['MIME-Version', '1.0'],
    ['User-Agent', 'Crossdock'],
  ];
  if (mdn === 'none') return fields;
  fields.push(['Disposition-Notification-To', around.receiptUrl()]);
  if (mdnSigned)
    fields.push([
      'Disposition-Notification-Options',
      `signed-receipt-protocol=optional, pkcs7-signature; signed-receipt-micalg=optional, ${micName(digest)}`,
    ]);
  if (mdn === 'async') fields.push(['Receipt-Delivery-Option', around.receiptUrl()]);
  return fields;
}

async function heard(sending: Sending, answer: Answer): Promise<Handover> {
  const { settings, detail: sent } = sending;
  const detail = { ...sent, status: answer.status, headers: shownHeaders(answer.headers) };
  const { status } = answer;
  if (status < 200 || status > 299) throw refusal({ ...sending, detail }, answer);
  const type = readParameters(String(answer.headers['content-type'] ?? ''));
  const isReceipt = /^multipart\/(signed|report)$/.test(type.value) || /pkcs7-mime$/.test(type.value);
  if (isReceipt) return judged({ ...sending, detail }, answer, type);
  if (settings.mdn === 'none') {
    const summary = `Sent ${sent.fileName}; no receipt was asked for`;
    return { state: 'delivered', detail: `Taken with HTTP ${status}`, exchange: entry('done', summary, detail) };
  }
  if (settings.mdn === 'sync')
    throw failure('channel.unreachable', `The partner answers HTTP ${status} without a receipt (MDN).`, detail);
  const dueAt = new Date(sending.around.now().getTime() + settings.mdnMinutes * 60_000);
  return {
    ...{ state: 'waits', detail: `Sent; the receipt (MDN) is expected until ${dueAt.toISOString()}` },
    receipt: { transportId: sent.messageId, dueAt },
    exchange: entry('waits', `Sent ${sent.fileName}; the receipt is to come`, detail),
  };
}

async function judged(sending: Sending, answer: Answer, type: ReturnType<typeof readParameters>): Promise<Handover> {
  const { settings, identities, message, around, detail } = sending;
  const headers = new Map(
    Object.entries(answer.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
  const body = receiptBytes(answer.headers, answer.body);
  const verdict = await judgeReceipt(
    { headers, type, body: answer.body },
    {
      ...{ settings, identities, at: around.now(), messageId: detail.messageId },
      sentMic: async (digest) => (await message.mic(digest)).value,
    },
  );
  const { signature: receiptSignature, ...said } = verdict.detail;
  const whole = { ...detail, ...said, receipt: { mode: 'sync' as const, signed: receiptSignature !== undefined } };
  if (verdict.state === 'good') {
    const exchange = entry('done', `Sent ${detail.fileName}: ${verdict.says}`, whole, body);
    return { state: 'delivered', detail: `Sent, answered at once`, receipt: { detail: verdict.says }, exchange };
  }
  // What proves nothing may be the partner's trouble of the moment; the same message again gets the receipt that was meant.
  const code = verdict.state === 'bad' ? 'channel.refused' : 'channel.unreachable';
  throw failure(code, verdict.says, whole, { body, isReceipt: verdict.state === 'bad' });
}

// Enough for what people have to read.
const readOfRefusal = 4096;

/** 408 and 429 ask to come again; anything else from 400 to 499 says that this message will never be taken. */
function refusal({ settings, detail }: Sending, { status, body }: Answer): HandoverError {
  const { url } = settings;
  const isFinal = status >= 400 && status < 500 && status !== 408 && status !== 429;
  const text = body.subarray(0, readOfRefusal).toString('utf8');
  const basic = basicOf(settings);
  // Pages that tell a fault show the request with all of its fields.
  const told = basic === undefined ? text : text.replaceAll(basic, '•••');
  const said = told
    .replaceAll(/<[^<>]*>|\s+/g, ' ')
    .trim()
    .slice(0, 200);
  const words = status === 401 || status === 403 ? ' Look at user name and password in the settings.' : '';
  const moved = status >= 300 && status < 400 ? ' Put the address that it names into the settings.' : '';
  const why = `${url} answers HTTP ${status}${said === '' ? '.' : `: ${said.replace(/[.\s]*$/, '.')}`}${words}${moved}`;
  return failure(isFinal ? 'channel.refused' : 'channel.unreachable', why, detail);
}

const entry = (
  state: NewExchange['state'],
  summary: string,
  detail: As2ExchangeDetail,
  body?: Buffer,
): NewExchange => ({
  ...{ kind: 'message', direction: 'out', state, summary, transportId: detail.messageId, detail: { ...detail } },
  ...(body && { body }),
});

function failure(
  code: CodedError['code'],
  why: string,
  detail: As2ExchangeDetail,
  more: { readonly cause?: unknown; readonly body?: Buffer; readonly isReceipt?: boolean } = {},
): HandoverError {
  const { body, cause, isReceipt } = more;
  const exchange = entry(isReceipt ? 'refused' : 'failed', why, detail, body);
  return new HandoverError(code, { detail: why, exchange, cause, ...(isReceipt && { isReceipt }) });
}

/** User name and password as they are sent. */
const basicOf = ({ user, password = '' }: Pick<WholeSettings, 'user' | 'password'>) =>
  user === undefined ? undefined : Buffer.from(`${user}:${password}`).toString('base64');

/** A receipt as the log keeps it: what it says of itself, an empty line, its bytes. */
export function receiptBytes(headers: Answer['headers'], body: Uint8Array): Buffer {
  const fields = ['content-type', 'content-transfer-encoding'].flatMap((name) =>
    typeof headers[name] === 'string' ? [`${name}: ${headers[name]}\r\n`] : [],
  );
  return Buffer.concat([Buffer.from(`${fields.join('')}\r\n`), body]);
}

const words: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'it closed the connection',
  EPIPE: 'it closed the connection',
  ETIMEDOUT: 'it cannot be reached',
  EHOSTUNREACH: 'it cannot be reached',
  ENETUNREACH: 'it cannot be reached',
  CERT_HAS_EXPIRED: 'the certificate of its web server has ended',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its web server has a certificate that it made itself; put it into the settings',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its web server has a certificate of an authority that is not known; put it into the settings',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its web server has a certificate of an authority that is not known; put it into the settings',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its web server has a certificate for another name',
};

/** What the network says, for people. */
export const wordsOf = (error: unknown): string => {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return words[code] ?? tlsWords(error) ?? (message || code);
};
