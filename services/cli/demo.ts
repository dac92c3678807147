import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { components } from '../../specs/generated/openapi.ts';
import { ConfigError } from '../bin/config.ts';
import { hubAddress } from '../bin/hub-address.ts';
import { type DemoAccess, readDemoAccess } from '../bin/seed.ts';
import { resolveHome } from '../embedded/home.ts';

type Message = components['schemas']['Message'];
type Receipt = components['schemas']['Receipt'];
type OutboxEntry = components['schemas']['OutboxEntry'];

const templates = fileURLToPath(new URL('../../partners', import.meta.url));
const partners = [
  { name: 'Quayside Logistics', template: 'standard-3pl' },
  { name: 'Blue Heron Freight', template: 'standard-carrier' },
] as const;

interface Line {
  readonly partner: string;
  readonly file: string;
  readonly documentId?: string;
  readonly outcome: string;
  readonly text: string;
}

/**
 * Sends the sample documents of both demo partners through the real endpoints, waits for each, and prints what became of it.
 * @returns exit code 0, or 1 when a document did not come to an end.
 */
export async function runDemo(
  env: NodeJS.ProcessEnv,
  options: { environment: string; json?: boolean },
): Promise<number> {
  const { environment } = options;
  if (environment !== 'production' && environment !== 'sandbox')
    throw new ConfigError(`There is no environment ${environment}; it is production or sandbox.`);
  const home = resolveHome(env);
  const access = readDemoAccess(home);
  if (!access)
    throw new ConfigError(
      `There is no demo in ${home}. Start the hub once with \`npm start\`; if it uses another CROSSDOCK_HOME, set the same here.`,
    );
  const url = hubAddress(env);
  const print = (line: Line) => {
    if (options.json) console.log(JSON.stringify(line));
    else console.log(`${line.partner.padEnd(20)} ${line.file.padEnd(34)} ${line.outcome.padEnd(11)} ${line.text}`);
  };
  let unfinished = 0;
  // What became of a document is told from our side, which sees Odoo.
  const look = caller(url, { cookie: await signedIn(url, access) });
  for (const partner of partners) {
    const call = caller(url, { authorization: `Bearer ${access.apiKeys[`${partner.template}/${environment}`]}` });
    for (const file of samples(partner.template)) {
      const line = await send({ call, look }, partner.name, file, environment);
      if (line.outcome === 'unfinished') unfinished += 1;
      print(line);
    }
    for (const entry of await outbox(call)) {
      await call(`/v1/outbox/${entry.id}`);
      await call(`/v1/outbox/${entry.id}/confirmation`, { method: 'PUT' });
      print({
        partner: partner.name,
        file: entry.fileName,
        documentId: entry.id,
        outcome: 'picked up',
        text: entry.sets.join(', '),
      });
    }
  }
  if (!options.json) console.log(`\nSee it all in the portal: ${url}/messages`);
  return unfinished > 0 ? 1 : 0;
}

function samples(template: string): readonly string[] {
  const folder = join(templates, template, 'samples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.x12'))
    .sort()
    .map((name) => join(folder, name));
}

/** The samples are written for production; ISA15 stands at a fixed place. */
function forEnvironment(bytes: Buffer, environment: 'production' | 'sandbox'): Buffer {
  if (bytes.subarray(0, 3).toString('latin1') === 'ISA')
    bytes[102] = (environment === 'production' ? 'P' : 'T').charCodeAt(0);
  return bytes;
}

type Call = (path: string, init?: RequestInit) => Promise<Response>;

/** The cookie of a session of the team. */
async function signedIn(url: string, { logins }: DemoAccess): Promise<string> {
  const { email, password } = logins[0]!;
  const response = await caller(url, {})('/v1/session', {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ email, password }),
  });
  if (!response.ok)
    throw new ConfigError(`The team cannot sign in as ${email}: the password in demo.json is not the one of now.`);
  return response.headers.getSetCookie()[0]!.split(';')[0]!;
}

function caller(url: string, by: Readonly<Record<string, string>>): Call {
  return async (path, init = {}) => {
    try {
      return await fetch(url + path, { ...init, headers: { ...init.headers, ...by } });
    } catch (cause) {
      throw new ConfigError(`Nobody answers at ${url}. Start the hub with \`npm start\` and leave it running.`, {
        cause,
      });
    }
  };
}

async function send(
  { call, look }: { readonly call: Call; readonly look: Call },
  partner: string,
  path: string,
  environment: 'production' | 'sandbox',
): Promise<Line> {
  const file = basename(path);
  const body = forEnvironment(readFileSync(path), environment);
  const response = await call('/v1/inbox', {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': 'application/edi-x12', 'x-file-name': file },
  });
  const answer = (await response.json()) as Partial<Receipt> & { title?: string; detail?: string; documentId?: string };
  const receipt = answer.documents?.[0];
  if (!receipt) {
    return {
      partner,
      file,
      outcome: `HTTP ${response.status}`,
      text: [answer.title, answer.detail].filter(Boolean).join(': '),
      ...(answer.documentId ? { documentId: answer.documentId } : {}),
    };
  }
  if (receipt.duplicate)
    return {
      partner,
      file,
      documentId: receipt.id,
      outcome: 'duplicate',
      text: 'The same bytes came before; nothing was done again.',
    };
  const message = await follow(look, receipt.id);
  if (!message)
    return {
      partner,
      file,
      documentId: receipt.id,
      outcome: 'unfinished',
      text: 'Still under way after a minute; look at it in the portal.',
    };
  return { partner, file, documentId: receipt.id, outcome: message.outcome, text: describe(message) };
}

/** The document once it has come to rest, or undefined after a minute. */
async function follow(call: Call, id: string): Promise<Message | undefined> {
  for (let tries = 0; tries < 300; tries += 1) {
    const response = await call(`/v1/messages/${id}`);
    const message = (await response.json()) as Message;
    if (response.ok && message.outcome !== 'processing') return message;
    await wait(200);
  }
  return undefined;
}

function describe(message: Message): string {
  const sets = message.interchanges.flatMap((x) => x.groups.flatMap((g) => g.sets.map((s) => `${s.code} ${s.status}`)));
  const subjects = [...new Set(message.events.map((event) => event.subject))];
  const refused = message.events.flatMap((event) => event.deliveries).find((delivery) => delivery.reason);
  const finding = [
    ...message.findings,
    ...message.interchanges.flatMap((x) => [
      ...x.findings,
      ...x.groups.flatMap((g) => [...g.findings, ...g.sets.flatMap((s) => s.findings)]),
    ]),
  ].find((f) => f.level !== 'note');
  return [sets.join(', '), subjects.join(', '), message.headline, refused?.reason, finding?.explanation]
    .filter(Boolean)
    .join(' · ');
}

async function outbox(call: Call): Promise<readonly OutboxEntry[]> {
  const response = await call('/v1/outbox');
  return ((await response.json()) as { documents: OutboxEntry[] }).documents;
}
