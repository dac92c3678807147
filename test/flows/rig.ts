import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seedDemo } from '../../services/bin/seed.ts';
import { confirmPickUp } from '../../services/flows/confirm-pick-up.ts';
import type { Context, Log } from '../../services/flows/context.ts';
import { drain } from '../../services/flows/drain.ts';
import { receive } from '../../services/flows/receive.ts';
import { makeRelease, saveDraft } from '../../services/flows/releases.ts';
import { translate } from '../../services/flows/translate.ts';
import type { OdooClient } from '../../services/odoo/client.ts';
import { connectOdoo } from '../../services/odoo/connect.ts';
import { bytesOf, type ConfigurationFiles, configurationFiles, textsOf } from '../../services/store/configurations.ts';
import type { Environment } from '../../services/store/documents.ts';
import { draftOf } from '../../services/store/releases.ts';
import { createTwin } from '../../services/twins/odoo/twin.ts';
import { type TestContext, testContext } from '../support/context.ts';

export type Profile = 'standard-3pl' | 'standard-carrier';
type Handler = (req: IncomingMessage, res: ServerResponse) => void;

/** The demo company with both partners and its Odoo twin, served over HTTP; the clock is turned by hand and nothing runs by itself. */
export interface FlowRig {
  readonly context: TestContext;
  readonly orgs: Readonly<Record<Profile, string>>;
  /** Ids of the Odoo connections. */
  readonly connections: Readonly<Record<Environment, string>>;
  readonly odoo: Readonly<Record<Environment, OdooClient>>;
  /** Everything that was logged as a warning or an error. */
  readonly log: string[];
  /** Calls that reached the twin, as `stock.picking/web_search_read`. */
  readonly calls: string[];
  /** Stands between the hub and the twin until it is taken away again. */
  between: ((req: IncomingMessage, res: ServerResponse, twin: Handler) => void) | undefined;
  /** Receives bytes for a partner and translates them. @returns the id of the document. */
  bring(profile: Profile, text: string, environment?: Environment): Promise<string>;
  /** Receives and leaves it at that. */
  leave(profile: Profile, text: string, environment?: Environment): Promise<string>;
  /** Changes a partner's files, and releases them. @returns what makes it as it was before. */
  configure(profile: Profile, change: (files: Map<string, string>) => void): Promise<() => Promise<void>>;
  /** Drains every lane that was woken, until none is. */
  work(): Promise<void>;
  close(): Promise<void>;
}

const partners = fileURLToPath(new URL('../../partners', import.meta.url));

/** A sample document as text, one character a byte, with replacements that must each be found. */
export function sample(profile: Profile, name: string, changes: Readonly<Record<string, string>> = {}): string {
  let text = readFileSync(join(partners, profile, 'samples', `${name}.x12`), 'latin1');
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`${name} does not hold ${from}.`);
    text = text.replaceAll(from, to);
  }
  return text;
}

/** The sample under another interchange control number. */
export const under = (control: string, text: string): string => {
  const [, old = ''] = /^(?:[^*]*\*){13}(\d{9})\*/.exec(text) ?? [];
  return text.replaceAll(old, control);
};

export async function flowRig(options: { transfers?: number; folders?: readonly string[] } = {}): Promise<FlowRig> {
  let twin: Handler = (_req, res) => res.destroy();
  let rig: FlowRig | undefined;
  const calls: string[] = [];
  const log: string[] = [];
  const server = createServer((req, res) => {
    calls.push(req.url?.split('/').slice(-2).join('/') ?? '');
    if (rig?.between) rig.between(req, res, twin);
    else twin(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const twinUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const bare = await testContext({ twinUrl, ...(options.folders && { folders: options.folders }) });
  const noted = (_fields: object, message: string) => void log.push(message);
  const quiet: Log = { ...bare.log, warn: noted, error: noted };
  const context: TestContext = { ...bare, log: quiet };
  const { db, catalog, secrets, newId, now } = context;
  twin = createTwin({ db: db.twin, now, onCrash: (error) => log.push(`twin: ${error}`) });
  const home = mkdtempSync(join(tmpdir(), 'crossdock-home-'));
  await seedDemo(
    { db: db.system, twin: db.twin, catalog, secrets, newId, now, transfers: options.transfers ?? 12 },
    home,
  );
  rmSync(home, { recursive: true });
  const { orgs, connections, odoo } = await seeded(context, twinUrl);
  const leave: FlowRig['leave'] = async (profile, text, environment = 'production') => {
    const envelope = { orgId: orgs[profile], environment, channel: 'https', actor: 'test' };
    const [received] = await receive(context, envelope, [{ bytes: Buffer.from(text, 'latin1') }]);
    return received!.id;
  };
  rig = {
    ...{ context, orgs, connections, odoo, log, calls, leave },
    between: undefined,
    bring: async (profile, text, environment) => {
      const id = await leave(profile, text, environment);
      await translate(context, [id]);
      return id;
    },
    configure: (profile, change) => configure(context, orgs[profile], change),
    work: () => workOff(context),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await bare.close();
    },
  };
  return rig;
}

async function seeded({ db, secrets }: TestContext, twinUrl: string) {
  const partners = await db.system('organization').whereNot({ kind: 'owner' }).select('id', 'kind');
  const orgs = Object.fromEntries(partners.map(({ id, kind }) => [`standard-${kind}`, id])) as FlowRig['orgs'];
  const rows = await db.system('odoo_connection').select();
  const connections = Object.fromEntries(rows.map((row) => [row.environment, row.id])) as FlowRig['connections'];
  const clients = rows.map(({ environment, database, login, secret, version }) => [
    environment,
    connectOdoo({ url: `${twinUrl}/${database}`, database, login, apiKey: secrets.open(secret), version }),
  ]);
  return { orgs, connections, odoo: Object.fromEntries(clients) as FlowRig['odoo'] };
}

async function configure(
  context: TestContext,
  orgId: string,
  change: (files: Map<string, string>) => void,
): Promise<() => Promise<void>> {
  const { db, catalog, newId, now, pass } = context;
  const tools = { standards: catalog.standards, newId, now };
  const save = async (files: ConfigurationFiles, note: string) => {
    await db.system.transaction(async (tx) => {
      await saveDraft(tools, tx, { orgId, actor: 'test', files });
      await makeRelease(tools, tx, { orgId, actor: 'test', note, source: { draft: true } });
    });
    // Processes look again after three seconds.
    pass(3001);
  };
  const before = await configurationFiles(db.system, orgId, (await draftOf(db.system, orgId))!);
  const files = new Map(textsOf(before));
  change(files);
  await save(bytesOf(files), 'changed');
  return () => save(before, 'as before');
}

/** Replaces text in a file of a configuration; it must be there. */
export const edit = (path: string, from: string | RegExp, to: string) => (files: Map<string, string>) => {
  const text = files.get(path) ?? '';
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} does not hold ${from}.`);
  files.set(path, changed);
};

/** Takes a document out of what is agreed. */
export const without = (set: string) => edit('partner.yaml', new RegExp(`^ *- \\{ set: "${set}".*\\n`, 'm'), '');

async function workOff(context: Context): Promise<void> {
  for (;;) {
    const rows = await context.db
      .system('wake_up')
      .where({ topic: 'lane', waits_for: null })
      .distinct<{ key: string }[]>('key');
    if (rows.length === 0) return;
    for (const { key } of rows) await drain(context, key);
  }
}

/** Documents that the hub made for a partner, oldest first, with their text. */
export async function sentTo(rig: FlowRig, profile: Profile, environment: Environment = 'production') {
  const rows = await rig.context.db
    .system('document as d')
    .join('document_raw as r', 'r.document_id', 'd.id')
    .where({ 'd.org_id': rig.orgs[profile], 'd.environment': environment, direction: 'out' })
    .orderBy('control_number')
    .select('d.*', 'r.content');
  return rows.map((row) => ({
    id: row.id as string,
    answers: row.answers as string | null,
    outcome: row.outcome as string,
    headline: row.headline as string,
    control: row.control_number as string,
    sets: (row.sets as { code: string }[]).map((set) => set.code),
    subjects: row.subjects as string[],
    text: (row.content as Buffer).toString('latin1'),
  }));
}

/** The acknowledgements of one document. */
export const answersTo = async (rig: FlowRig, profile: Profile, id: string, environment?: Environment) =>
  (await sentTo(rig, profile, environment)).filter((document) => document.answers === id);

/** Segments of a document as the hub and its partners write it, without line ends. */
export const segmentsOf = (text: string): string[] => text.split('~').map((segment) => segment.trim());

/** Values of the segments with a tag: `AK5*A` of the segments `AK5`. */
export const picked = (text: string, ...tags: string[]): string[] =>
  segmentsOf(text).filter((segment) => tags.includes(segment.split('*')[0]!));

export const documentRow = (rig: FlowRig, id: string) => rig.context.db.system('document').where({ id }).first();
export const eventsOf = (rig: FlowRig, id: string) =>
  rig.context.db.system('event').where({ document_id: id }).orderBy('seq');
export const casesAbout = (rig: FlowRig, where: object) =>
  rig.context.db.system('exception_case').where(where).orderBy('opened_at');
export const clocksOf = async (rig: FlowRig, id: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await rig.context.db.system('sla_clock').where({ document_id: id }).orderBy('id')).map((row) => [
      row.name,
      row.state,
    ]),
  );

/** The partner fetches a document by its key and confirms it. */
export const pickUp = async (
  { context, orgs }: FlowRig,
  profile: Profile,
  id: string,
  environment: Environment = 'production',
) =>
  context.db.system.transaction((tx) =>
    confirmPickUp(context, tx, { orgId: orgs[profile], environment, channels: ['https'] }, id, {
      actor: 'test',
      at: context.now(),
    }),
  );

/** Rungs of a document: `{ transport: 'done', … }`. */
export async function ladderOf(rig: FlowRig, id: string): Promise<Record<string, string>> {
  const rows = await rig.context.db.system('ladder_rung').where({ document_id: id });
  return Object.fromEntries(rows.map((row) => [row.rung, row.state]));
}

/** Deliveries of the events of a document, in order. */
export const deliveriesOf = (rig: FlowRig, id: string) =>
  rig.context.db
    .system('delivery as d')
    .join('event as e', 'e.id', 'd.event_id')
    .where({ 'e.document_id': id })
    .orderBy('d.seq')
    .select('d.*', 'e.subject', 'e.type');
