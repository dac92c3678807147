import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { CodedError, classifyError } from '../../domain/errors.ts';
import type { Host, HostedEndpoint, KnownExchange, Room } from '../host.ts';
import type { Around } from './around.ts';
import { As2Fault } from './as2-fault.ts';
import { mayGetReceipts, owedReceipt, receiptFields } from './async-receipts.ts';
import { readInto } from './body.ts';
import { dispositionOf, type Modifier, modifierWords } from './disposition.ts';
import { type As2ExchangeDetail, shownHeaders } from './exchange-detail.ts';
import { writeMdn } from './mdn.ts';
import { readParameters } from './mime/parameters.ts';
import { writeId } from './names.ts';
import { formOf, receiptAs } from './our-receipt.ts';
import { type Arrived, envelopeBytes, type Outcome, receive, refuse } from './receive.ts';
import { type MessageHeader, readMessageHeader } from './request-header.ts';
import { type As2Settings, type WholeSettings, wholeSettings } from './settings.ts';
import { takeReceipt } from './take-receipt.ts';

type Endpoint = HostedEndpoint<As2Settings>;

export interface Handling {
  readonly around: Around;
  readonly host: Host<As2Settings>;
  /** Sends the receipt that an entry owes, now and again until it is there. */
  sendOwed(exchangeId: string): void;
}

/** Answers a request at `/as2`: a message of a partner, or a receipt for one of ours. */
export async function handle(request: IncomingMessage, response: ServerResponse, handling: Handling): Promise<void> {
  try {
    await answer(request, response, handling);
  } catch (error) {
    const { http, logLevel } = classifyError(error);
    // What is ours to mend goes to the hub's log; the sender is told as far as it concerns it.
    if (logLevel === 'error' && !(error instanceof CodedError)) throw error;
    if (http.retryAfterSeconds !== undefined) response.setHeader('Retry-After', http.retryAfterSeconds);
    say(request, response, http.status, `${http.title}. ${http.detail}`);
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, handling: Handling): Promise<void> {
  const { host, around } = handling;
  if (request.method !== 'POST') return refuseMethod(request, response);
  // Two lengths are two opinions on where the message ends, which is how requests are smuggled.
  if (request.headers['content-length'] !== undefined && request.headers['transfer-encoding'] !== undefined)
    return say(request, response, 400, 'A message has Content-Length or Transfer-Encoding, not both.');
  const header = readMessageHeader(request);
  if (!header) return say(request, response, 400, 'This address takes AS2 messages: AS2-From and AS2-To are missing.');
  const endpoint = (await host.endpoints()).find(
    ({ settings: { ourId, partnerId } }) => ourId === header.to && partnerId === header.from,
  );
  if (!endpoint) return answerStranger(request, response, handling, header);
  if (!isLetIn(request, endpoint.settings)) {
    response.setHeader('WWW-Authenticate', 'Basic realm="AS2", charset="UTF-8"');
    const status = 401;
    return turnAway(request, response, {
      host,
      endpoint,
      header,
      status,
      text: 'User name and password are missing or wrong.',
    });
  }
  if (endpoint.paused)
    throw new CodedError('channel.paused', { detail: 'Nothing is taken here for now.', retryAfterSeconds: 300 });
  if (header.messageId === undefined)
    return answerFault(request, response, { around, header, endpoint, host }, 'invalid-message-id');
  const { messageId, wants } = header;
  if (wants.url !== undefined && !mayGetReceipts(wants.url, endpoint.settings))
    return turnAway(request, response, { host, endpoint, header, status: 400, text: elsewhere });
  const known = await host.find(endpoint, { direction: 'in', transportId: messageId, kind: 'message' });
  if (known?.state === 'done') {
    await readInto(request, { limitBytes: largestBody(around), patienceMs: around.patienceMs });
    return repeat(response, handling, { endpoint, header }, known);
  }
  const settings = wholeSettings(endpoint.settings);
  const fault = bareFault(header, settings);
  if (fault) {
    const arrived = arrivedAs({ header: { ...header, messageId }, endpoint, room: noRoom }, Buffer.alloc(0), request);
    const outcome = await refuse(around, host, arrived, { fault, layers: {} });
    leaveUnread(request, response);
    return tell(request, response, handling, { endpoint, header, outcome });
  }
  await host.admit(endpoint);
  const room = host.room(endpoint.orgId);
  try {
    const limitBytes =
      typeIn(header).value === 'multipart/report' ? Math.min(longestReceipt, largestBody(around)) : largestBody(around);
    const body = await readInto(request, { limitBytes, room, patienceMs: around.patienceMs });
    const arrived = arrivedAs({ header: { ...header, messageId }, endpoint, room }, body, request);
    const outcome = await receive(around, host, arrived);
    if (outcome.kind !== 'receipt') return await tell(request, response, handling, { endpoint, header, outcome });
    const { status, says } = await takeReceipt(around, host, arrived, outcome);
    say(request, response, status, says);
  } finally {
    room.release();
  }
}

const elsewhere =
  'Receipts go to the machine of the address that was agreed, at its port, 80, 443 or one above 1023: Receipt-Delivery-Option names another one. The settings of the endpoint can name more (receiptHosts).';

const typeIn = ({ fields }: MessageHeader) => readParameters(fields.get('content-type') ?? 'application/octet-stream');
const longestReceipt = 1024 * 1024;
// Of what is not read nothing is held.
const noRoom: Room = { take: () => undefined, release: () => undefined };

/** What is no envelope, where one is due, is refused by its header alone: reading it would only cost. A receipt may come without. */
function bareFault(header: MessageHeader, { inSigned, inEncrypted }: WholeSettings): As2Fault | undefined {
  if (inSigned !== 'required' && inEncrypted !== 'required') return undefined;
  if (/^(application\/(x-)?pkcs7-mime|multipart\/(signed|report))$/.test(typeIn(header).value)) return undefined;
  const missing = inSigned === 'required' ? 'signed' : 'encrypted';
  return new As2Fault('insufficient-message-security', `It must be ${missing}.`);
}

/** A message of a known partner that is not even read: the sender hears why, and its log has it. */
async function turnAway(
  request: IncomingMessage,
  response: ServerResponse,
  {
    host,
    endpoint,
    header: { from, to, messageId },
    status,
    text,
  }: {
    readonly host: Host<As2Settings>;
    readonly endpoint: Endpoint;
    readonly header: MessageHeader;
    readonly status: number;
    readonly text: string;
  },
): Promise<void> {
  const { remoteAddress } = request.socket;
  const summary = `Refused: ${text}`;
  // Under no id of its own: it says nothing of a message that came under the same one.
  await host.refuse(endpoint, summary, () => ({
    ...{ kind: 'message', direction: 'in', state: 'refused', summary },
    detail: { messageId, from, to, status, remoteAddress, headers: shownHeaders(request.headers) },
  }));
  say(request, response, status, text);
}

/** Base64 makes a third more of it. */
const largestBody = ({ limitBytes }: Around) => Math.ceil(limitBytes * 1.4) + envelopeBytes;

function arrivedAs(
  { header, endpoint, room }: Pick<Arrived, 'header' | 'endpoint' | 'room'>,
  body: Buffer,
  request: IncomingMessage,
): Arrived {
  const { from, to, messageId, subject, fields } = header;
  const detail: As2ExchangeDetail = {
    ...{ messageId, from, to, sizeBytes: body.length, headers: shownHeaders(request.headers) },
    ...{ remoteAddress: request.socket.remoteAddress },
    ...(subject !== undefined && { subject: subject.slice(0, 200) }),
  };
  const entity = { headers: fields, type: typeIn(header), body };
  return { header, entity, endpoint, settings: wholeSettings(endpoint.settings), room, detail };
}

interface Answering {
  readonly endpoint: Endpoint;
  readonly header: MessageHeader;
}

/** Says what became of a message. */
async function tell(
  request: IncomingMessage,
  response: ServerResponse,
  handling: Handling,
  { endpoint, header, outcome }: Answering & { readonly outcome: Exclude<Outcome, { kind: 'receipt' }> },
): Promise<void> {
  if (outcome.kind === 'message') {
    await reply(response, handling, { endpoint, header }, outcome.exchange);
    if (header.wants.url !== undefined) handling.sendOwed(outcome.exchange.id);
    return;
  }
  // What is only counted costs no signature and owes no receipt.
  const { modifier, message } = outcome.fault;
  if (header.wants.mode !== 'sync') return say(request, response, 422, message);
  return sendUnsigned(response, handling, header, { modifier, text: message });
}

/** Answers a message that was taken before: it is owed its receipt anew where it asks for it later. */
async function repeat(
  response: ServerResponse,
  handling: Handling,
  { endpoint, header }: Answering,
  exchange: KnownExchange,
): Promise<void> {
  const { wants } = header;
  if (wants.url === undefined) return reply(response, handling, { endpoint, header }, exchange);
  const form = formOf(wants, wholeSettings(endpoint.settings).allowSha1);
  await handling.host.owe(exchange.id, owedReceipt(wants.url, form));
  await reply(response, handling, { endpoint, header }, exchange);
  handling.sendOwed(exchange.id);
}

/** Answers with the receipt of an entry, in the form that is asked for; one that is sent later stands in its row by now. */
async function reply(
  response: ServerResponse,
  { around }: Handling,
  { endpoint, header }: Answering,
  exchange: KnownExchange,
): Promise<void> {
  const { wants, from, to } = header;
  if (wants.url !== undefined) return void response.writeHead(200).end();
  const form = formOf(wants, wholeSettings(endpoint.settings).allowSha1);
  const receipt = wants.mode === 'sync' ? await receiptAs(around, endpoint.environment, exchange, form) : undefined;
  if (!receipt) {
    const isTaken = exchange.state === 'done';
    response.writeHead(isTaken ? 200 : 422, { 'Content-Type': 'text/plain; charset=utf-8' });
    return void response.end(isTaken ? '' : `${String(exchange.detail.says ?? 'The message was refused.')}\n`);
  }
  response.writeHead(200, {
    ...receiptFields({ from, to }, exchange.id, receipt),
    'Content-Length': receipt.body.length,
  });
  response.end(receipt.body);
}

/** Ids that nobody here has: the sender learns no more than that, and the team hears of it. */
async function answerStranger(
  request: IncomingMessage,
  response: ServerResponse,
  { around, host }: Handling,
  header: MessageHeader,
): Promise<void> {
  const { from, to } = header;
  await host.note(undefined, {
    ...{ kind: 'message', direction: 'in', state: 'refused', transportId: header.messageId },
    summary: `An AS2 message from ${from} to ${to} came from ${request.socket.remoteAddress ?? 'somewhere'}; no endpoint has these two ids.`,
  });
  const modifier = from === to ? 'sender-equals-receiver' : 'unknown-trading-partner';
  return answerFault(request, response, { around, header }, modifier);
}

/** An unsigned receipt for what is not even read. */
async function answerFault(
  request: IncomingMessage,
  response: ServerResponse,
  of: {
    readonly around: Around;
    readonly header: MessageHeader;
    readonly endpoint?: Endpoint;
    readonly host?: Host<As2Settings>;
  },
  modifier: Modifier,
): Promise<void> {
  const { from, to, wants } = of.header;
  const text = modifierWords[modifier];
  const summary = `Refused: ${text}`;
  if (of.endpoint)
    await of.host?.refuse(of.endpoint, summary, () => ({
      ...{ kind: 'message', direction: 'in', state: 'refused', summary },
      detail: { from, to, disposition: modifier, headers: shownHeaders(request.headers) },
    }));
  if (wants.mode !== 'sync') return say(request, response, 403, text);
  leaveUnread(request, response);
  return sendUnsigned(response, of, of.header, { modifier, text });
}

async function sendUnsigned(
  response: ServerResponse,
  { around }: Pick<Handling, 'around'>,
  { from, to, messageId }: MessageHeader,
  { modifier, text }: { readonly modifier: Modifier; readonly text: string },
): Promise<void> {
  const mdn = await writeMdn({ receiver: to, messageId, disposition: dispositionOf(modifier), text }, undefined);
  const body = Buffer.concat(mdn.body);
  const fields = { 'AS2-Version': '1.2', 'AS2-From': writeId(to), 'AS2-To': writeId(from), 'MIME-Version': '1.0' };
  const unread = { 'Message-ID': `<mdn-${around.newId()}@as2.crossdock>`, 'Content-Type': mdn.contentType };
  response.writeHead(200, { ...fields, ...unread, 'Content-Length': body.length }).end(body);
}

function refuseMethod(request: IncomingMessage, response: ServerResponse): void {
  const isLook = request.method === 'GET' || request.method === 'HEAD';
  if (!isLook) response.setHeader('Allow', 'POST, GET, HEAD');
  say(request, response, isLook ? 200 : 405, 'This address takes AS2 messages by POST.');
}

function say(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) return void response.destroy();
  leaveUnread(request, response);
  const body = Buffer.from(text === '' ? '' : `${text}\n`);
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': body.length }).end(body);
}

/** What still comes is thrown away for a moment, so that the sender can read the answer; then the connection ends. */
function leaveUnread(request: IncomingMessage, response: ServerResponse): void {
  if (request.readableEnded) return;
  response.setHeader('Connection', 'close');
  request.resume();
  const timer = setTimeout(() => request.socket.destroy(), unreadMs);
  request.once('close', () => clearTimeout(timer));
}

const unreadMs = 10_000;

function isLetIn(request: IncomingMessage, { inUser, inPassword }: As2Settings): boolean {
  if (inUser === undefined) return true;
  const [scheme = '', given = ''] = (request.headers.authorization ?? '').split(' ');
  const digest = (text: string | Buffer) => createHash('sha256').update(text).digest();
  const wanted = Buffer.from(`${inUser}:${inPassword ?? ''}`);
  return scheme.toLowerCase() === 'basic' && timingSafeEqual(digest(Buffer.from(given, 'base64')), digest(wanted));
}
