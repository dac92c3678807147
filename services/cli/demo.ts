import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { components } from '../../specs/generated/openapi.ts';
import { ConfigError } from '../bin/config.ts';
import { readDemoPartners } from '../bin/demo-partners.ts';
import { hubAddress } from '../bin/hub-address.ts';
import type { DemoAccess } from '../bin/seed.ts';
import type { Environment } from '../store/documents.ts';
import { type Call, caller, demoOf, signedIn } from './demo-call.ts';
import { openDesk } from './demo-journey/odoo-desk.ts';
import { type Place, until, type Way, wayOf } from './demo-ways.ts';

type Message = components['schemas']['Message'];

const templates = fileURLToPath(new URL('../../partners', import.meta.url));
const partners = [
  { name: 'Quayside Logistics', template: 'standard-3pl' },
  { name: 'Blue Heron Freight', template: 'standard-carrier' },
] as const;

interface Line {
  readonly partner: string;
  /** How it went: HTTPS, AS2 or SFTP; or that it was done in Odoo. */
  readonly by: Way['by'] | 'Odoo';
  readonly file: string;
  readonly documentId?: string;
  readonly outcome: string;
  readonly text: string;
}

/**
 * Sends the sample documents of both demo partners through the real endpoints, as their own programs would: AS2, SFTP or HTTPS. Waits for each, and prints what became of it.
 * @returns exit code 0, or 1 when a document did not come to an end.
 */
export async function runDemo(
  env: NodeJS.ProcessEnv,
  options: { environment: string; json?: boolean },
): Promise<number> {
  const { environment } = options;
  if (environment !== 'production' && environment !== 'sandbox')
    throw new ConfigError(`There is no environment ${environment}; it is production or sandbox.`);
  const { home, access } = demoOf(env);
  const url = hubAddress(env);
  const print = (line: Line) => {
    const { partner, by, file, outcome, text } = line;
    if (options.json) console.log(JSON.stringify(line));
    else console.log(`${partner.padEnd(20)} ${by.padEnd(5)} ${file.padEnd(34)} ${outcome.padEnd(11)} ${text}`);
  };
  const begun = Date.now();
  let unfinished = 0;
  // What became of a document is told from our side, which sees Odoo.
  const look = caller(url, { cookie: await signedIn(url, access) });
  for (const { name, template } of partners) {
    const call = caller(url, { authorization: `Bearer ${access.apiKeys[`${template}/${environment}`]}` });
    const place: Place = { url, partner: name, environment, look, call, theirs: readDemoPartners(home) };
    const way = await wayOf(place);
    try {
      const tell = (line: Line) => {
        if (line.outcome === 'unfinished') unfinished += 1;
        print(line);
      };
      for (const file of samples(template)) tell(await send(way, place, file, begun));
      if (template === 'standard-3pl') for (const line of await confirmOrders(place, access)) tell(line);
      for (const got of await way.collect()) print({ partner: name, by: way.by, outcome: 'picked up', ...got });
    } finally {
      way.end();
    }
  }
  if (!options.json) console.log(`\nSee it all in the portal: ${url}/messages`);
  return unfinished > 0 ? 1 : 0;
}

/** Somebody of the company confirms in the Odoo twin what the buyer has ordered, and the hub answers with an 855. */
async function confirmOrders({ url, environment, look }: Place, access: DemoAccess): Promise<readonly Line[]> {
  if (environment !== 'production' || !access.odoo) return [];
  const lines: Line[] = [];
  for (const { name, number } of await openDesk(url, access).confirmOrders()) {
    const answer = await until(async () => {
      const found = await look(`/v1/messages?direction=out&set=855&q=${encodeURIComponent(number)}`);
      const { messages } = (await found.json()) as { messages: readonly Pick<Message, 'id' | 'headline'>[] };
      return messages[0];
    });
    const text = answer
      ? `${number} is answered by an 855 · ${answer.headline}`
      : `${number} has no answer after a minute`;
    const of = { partner: 'Northgate Outfitters', by: 'Odoo', file: `${name} is confirmed` } as const;
    lines.push({ ...of, outcome: answer ? 'answered' : 'unfinished', text });
  }
  return lines;
}

function samples(template: string): readonly string[] {
  const folder = join(templates, template, 'samples');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.x12'))
    .sort()
    .map((name) => join(folder, name));
}

/** The samples are written for production; ISA15 stands at a fixed place. */
function forEnvironment(bytes: Buffer, environment: Environment): Buffer {
  if (bytes.subarray(0, 3).toString('latin1') === 'ISA')
    bytes[102] = (environment === 'production' ? 'P' : 'T').charCodeAt(0);
  return bytes;
}

async function send(way: Way, { partner, environment, look }: Place, path: string, begun: number): Promise<Line> {
  const file = basename(path);
  const sent = await way.send(file, forEnvironment(readFileSync(path), environment));
  const line = (outcome: string, text: string): Line => ({
    ...{ partner, by: way.by, file, outcome, text: [sent.note, text].filter(Boolean).join(' · ') },
    ...(sent.documentId !== undefined && { documentId: sent.documentId }),
  });
  if (sent.refused) return line(sent.refused.outcome, sent.refused.text);
  const repeated = () => line('duplicate', 'The same bytes came before; nothing was done again.');
  if (sent.isRepeated) return repeated();
  const message = sent.documentId === undefined ? undefined : await follow(look, sent.documentId);
  if (!message) return line('unfinished', 'Still under way after a minute; look at it in the portal.');
  if (Date.parse(message.at) < begun) return repeated();
  return line(message.outcome, describe(message));
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
