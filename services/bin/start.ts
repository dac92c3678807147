import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { uuidv7 } from 'uuidv7';
import { largest } from '../domain/lists.ts';
import { makeHome, openHome, resolveHome } from '../embedded/home.ts';
import { type KeptPostgres, keepPostgres } from '../embedded/keep-running.ts';
import { type Catalog, loadCatalog } from '../library/catalog.ts';
import { importsFolder } from '../library/standards/imports.ts';
import { openDatabase } from '../store/database.ts';
import { databaseTime } from '../store/database-clock.ts';
import type { Logins } from '../store/logins.ts';
import { ownOrganisationIfAny } from '../store/partners.ts';
import { secretBox } from '../store/secret-box.ts';
import { roles as allRoles, type Config, readConfig, secretKeys } from './config.ts';
import { ownDatabase, prepareDatabase } from './database.ts';
import type { DemoPartners } from './demo-partners.ts';
import { partnersOfDemo, type Station } from './demo-station.ts';
import { type Hub, startHub } from './hub.ts';
import { noteAddress } from './hub-address.ts';
import { checkPort } from './port.ts';
import { buildPortal } from './portal-build.ts';
import { type DemoAccess, demoFile, seedDemo } from './seed.ts';

/** A hub whose demo was made by this start. */
export interface DemoHub {
  readonly url: string;
  readonly home: string;
  readonly access: DemoAccess;
  /** When the hub stops. */
  readonly until: AbortSignal;
}

/**
 * Runs the hub until it is told to stop: the embedded database unless another is configured, migrations, the demo in an empty database, the roles.
 * @param onNewDemo done beside the hub once a new demo runs; what it returns is said
 * @returns the exit code.
 */
export async function start(
  env: NodeJS.ProcessEnv,
  wantedRoles: readonly string[],
  onNewDemo?: (hub: DemoHub) => Promise<string>,
): Promise<number> {
  const config = readConfig(env, wantedRoles);
  const dir = resolveHome(env);
  const say = (line: string) => console.log(line);
  // With a database of your own, several processes may share one home.
  const home = config.databaseUrl ? undefined : openHome(dir);
  if (!home) makeHome(dir);
  const stopping = stopSignal();
  let postgres: KeptPostgres | undefined;
  let hub: Hub | undefined;
  let station: Station | undefined;
  let patient = true;
  const over = new AbortController();
  let beside: Promise<void> | undefined;
  try {
    if (config.roles.includes('api')) await checkPort(config.host, config.port);
    const keys = secretKeys(env, dir);
    const catalog = loadCatalog(importsFolder(dir));
    const own = config.databaseUrl ? await ownDatabase(config, keys) : undefined;
    if (config.roles.includes('api')) await buildPortal(say);
    if (!config.databaseUrl) {
      say(`Starting PostgreSQL in ${dir} …`);
      postgres = await keepPostgres({ dataDir: join(dir, 'postgres') }, (line) => console.error(line));
    }
    const { logins, migrated } = own ?? (await prepareDatabase(postgres!.url, keys));
    if (migrated.length > 0)
      say(`Schema brought up to date: ${migrated.length} migration${migrated.length > 1 ? 's' : ''}.`);
    const theirs = config.demo ? await partnersOfDemo(config, dir, () => hub?.context) : undefined;
    station = theirs?.station;
    if (theirs?.trouble) say(theirs.trouble);
    const made = config.demo ? await demo(config, logins, keys, dir, catalog, theirs?.partners) : undefined;
    hub = await startHub({
      config,
      logins,
      keys,
      catalog,
      imports: importsFolder(dir),
      dataDir: dir,
      wholeProcess: true,
    });
    if (hub.url) noteAddress(dir, hub);
    announce(say, config, hub, made ?? (config.demo ? demoFile(dir) : undefined));
    if ((await hasCompany(hub)) === false) say(noCompany(config));
    say('Stop with Ctrl-C.');
    if (made && hub.url && onNewDemo && config.roles.length === allRoles.length)
      beside = onNewDemo({ url: hub.url, home: dir, access: made, until: over.signal }).then(say, (error: Error) => {
        if (!over.signal.aborted) console.error(`The partner that is half-way could not be made: ${error.message}`);
      });
    await stopping.signal;
    say('Stopping …');
  } finally {
    over.abort();
    await beside;
    patient = hub ? await stopInTime(hub) : true;
    await station?.close();
    await postgres?.stop();
    home?.release();
    stopping.release();
  }
  // Something still waits for an answer, such as a call to Odoo: all that it would record is found again at the next start.
  if (!patient) process.exit(0);
  return 0;
}

const stopPatienceMs = 8000;

/** @returns false when something did not come to its end in time. */
async function stopInTime(hub: Hub): Promise<boolean> {
  const stopped = new AbortController();
  const patience = wait(stopPatienceMs, false, { signal: stopped.signal });
  try {
    return await Promise.race([hub.stop().then(() => true), patience]);
  } finally {
    stopped.abort();
  }
}

async function demo(
  config: Config,
  logins: Logins,
  keys: readonly string[],
  home: string,
  catalog: Catalog,
  partners: DemoPartners | undefined,
): Promise<DemoAccess | undefined> {
  const db = openDatabase({ logins, keys, maxConnections: 4 });
  try {
    const now = await databaseTime(db.pool);
    const { keyLifeMs } = config.limits;
    const tools = { catalog, secrets: secretBox(keys), newId: uuidv7, now: () => now };
    return await seedDemo({ db: db.system, twin: db.twin, keyLifeMs, partners, ...tools }, home);
  } finally {
    await db.close();
  }
}

/** @returns undefined when the database does not answer: the hub goes on without it, and so does what is only a hint. */
const hasCompany = ({ context }: Hub): Promise<boolean | undefined> =>
  ownOrganisationIfAny(context.db.system).then(
    (own) => own !== undefined,
    () => undefined,
  );

/** What an empty database is told. */
const noCompany = ({ databaseUrl }: Config) =>
  `\nNobody can sign in yet. From another terminal${databaseUrl ? '' : ', with the same CROSSDOCK_HOME'}:\n  crossdock setup --company "…" --email you@…`;

/** @param access the demo's logins, once; later the file that has them: what a program prints ends up in logs that others read. */
function announce(
  say: (line: string) => void,
  config: Config,
  hub: Hub,
  access: DemoAccess | string | undefined,
): void {
  say('');
  say(hub.url ? `Crossdock is ready: ${hub.url}` : `Crossdock is ready (${config.roles.join(', ')}).`);
  for (const line of hub.listens) say(line);
  if (access && hub.url) {
    if (typeof access === 'string') say(`\nThe demo logins and API keys are in ${access}`);
    else {
      const width = largest(access.logins.map((login) => login.email.length));
      say('\nDemo logins (shown only now; they stay in demo.json in the home):');
      for (const { who, email, password } of access.logins) say(`  ${email.padEnd(width)}  ${password}   ${who}`);
      say('\nA first document, with the API key of the warehouse, from another terminal:');
      say(`  ${firstDocument(hub.url, access)}`);
    }
    say('\nAll the sample traffic: npm run demo');
  }
}

const sample = fileURLToPath(new URL('../../partners/standard-3pl/samples/945-complete.x12', import.meta.url));

/** A command that works as it stands, wherever it is typed. */
const firstDocument = (url: string, { apiKeys }: DemoAccess): string =>
  `curl -H "Authorization: Bearer ${apiKeys['standard-3pl/production']}" -H "Content-Type: application/edi-x12" --data-binary "@${sample}" ${url}/v1/inbox`;

/** Waits for Ctrl-C or a polite kill; a second one no longer waits for anything. */
function stopSignal(): { signal: Promise<'signal'>; release(): void } {
  const { promise, resolve } = Promise.withResolvers<'signal'>();
  let asked = false;
  const hear = () => {
    if (asked) process.exit(130);
    asked = true;
    resolve('signal');
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, hear);
  const release = () => {
    for (const signal of signals) process.off(signal, hear);
  };
  return { signal: promise, release };
}
