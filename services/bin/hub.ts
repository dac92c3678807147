import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { uuidv7 } from 'uuidv7';
import type { Broker } from '../channels/broker/broker.ts';
import { natsBroker } from '../channels/broker/nats.ts';
import { openChannels } from '../channels/registry.ts';
import { makeAdmission } from '../flows/admit.ts';
import { keepRuns, sweepEveryMs, sweepRuns } from '../flows/certification/keep-runs.ts';
import { collect } from '../flows/collect.ts';
import type { Context } from '../flows/context.ts';
import { drain } from '../flows/drain.ts';
import { feedBroker } from '../flows/feed-broker.ts';
import { watchGoLive } from '../flows/go-live/watch-go-live.ts';
import { writeHttpsLog } from '../flows/https-log.ts';
import { sendMails } from '../flows/identity/send-mails.ts';
import { openIntake } from '../flows/intake.ts';
import { journeyRounds } from '../flows/journey/journey-rounds.ts';
import { pruneExchanges } from '../flows/prune-exchanges.ts';
import { reconcileDue } from '../flows/reconcile.ts';
import { continueRetries } from '../flows/retry-many.ts';
import { pollsOf } from '../flows/take-in.ts';
import { isTransient, thisRun } from '../flows/this-run.ts';
import { translate } from '../flows/translate.ts';
import { translateApart } from '../flows/translate-apart.ts';
import { watch } from '../flows/watch.ts';
import { watchDisk } from '../flows/watch-disk.ts';
import { watchExpiries } from '../flows/watch-expiries.ts';
import { type AppOptions, createApp, twinBodyBytes } from '../http/app.ts';
import { boardPath, twinPath } from '../http/paths.ts';
import { makeServer } from '../http/server.ts';
import { type Catalog, loadCatalog } from '../library/catalog.ts';
import { openSmtp } from '../mail/smtp.ts';
import { queueBoard } from '../queue/board.ts';
import { connectQueue, type QueueStore } from '../queue/connect.ts';
import { remoteWakeRelay } from '../queue/notify.ts';
import { type JobQueue, openJobQueue } from '../queue/queue.ts';
import { type Relay, startRelay } from '../queue/relay.ts';
import { type Runner, startRunner } from '../queue/runner.ts';
import { startSchedules } from '../queue/schedules.ts';
import { closeUnsealedChains } from '../store/audit.ts';
import { hearChanges, publishChanges } from '../store/changes.ts';
import { openDatabase } from '../store/database.ts';
import { startDatabaseClock } from '../store/database-clock.ts';
import type { Logins } from '../store/logins.ts';
import { secretBox } from '../store/secret-box.ts';
import { holdRun } from '../store/translation-tries.ts';
import { createTwin } from '../twins/odoo/twin.ts';
import type { Config } from './config.ts';
import { keepHeads } from './keep-heads.ts';
import { closeServer, type Going, listenBySelf, portOf } from './listeners.ts';
import { openLog } from './log.ts';
import { openMappingBench } from './mapping-bench.ts';
import { openPageMaker } from './page-maker.ts';
import { keepProcessTime } from './process-time.ts';
import { surroundingsOf } from './surroundings.ts';
import { openTranslator } from './translator.ts';

export interface HubOptions {
  readonly config: Config;
  readonly logins: Logins;
  readonly keys: readonly string[];
  /** Where signed heads of the audit trail go, and whose free disk the inbox looks at; neither is done unless given. */
  readonly dataDir?: string;
  /** Loaded with `imports` unless given; the process that translates large documents loads its own. */
  readonly catalog?: Catalog;
  /** Folder of imported standards. */
  readonly imports?: string;
  /** The process is this hub and nothing else: its libraries get the database's time too. */
  readonly wholeProcess?: boolean;
  /** Responses are held against the contract; for tests and development. */
  readonly checkResponses?: boolean;
}

export interface Hub {
  /** Base address, when this process serves the API. */
  readonly url: string | undefined;
  /** What its channels listen at, for people. */
  readonly listens: readonly string[];
  /** Their ports, by the name of the channel. */
  readonly ports: Readonly<Record<string, number>>;
  readonly context: Context;
  /** Lets what runs come to its end, then lets go of everything. */
  stop(): Promise<void>;
}

const watchEveryMs = 2000;
const retriesEveryMs = 1000;
const brokerEveryMs = 500;
const diskEveryMs = 30_000;
const mailsEveryMs = 2000;
const goLiveEveryMs = 5000;
const expiriesEveryMs = 60_000;
const pruneEveryMs = 3_600_000;
const journeysEveryMs = 2000;
const reconciliationsEveryMs = 2000;
// Statements end before the requests that wait for them do.
const databaseMs = (requestMs: number) => Math.ceil((requestMs * 2) / 3);

/** Starts the roles of one process on a migrated database. @throws PortError */
export async function startHub({
  config,
  logins,
  keys,
  catalog,
  imports,
  dataDir,
  wholeProcess = false,
  checkResponses = false,
}: HubOptions): Promise<Hub> {
  const log = openLog(config.logLevel);
  const report = (error: unknown) => log.warn({ err: error }, 'trouble with a connection; trying again');
  const db = openDatabase({
    logins,
    keys,
    maxConnections: config.maxConnections,
    screenTimeoutMs: config.limits.screenTimeoutMs,
    requestTimeoutMs: databaseMs(config.limits.requestMs),
  });
  const parts: Parts = { wakeRelay: () => undefined, base: config.baseUrl };
  const clock = await startDatabaseClock({
    db,
    onError: report,
    onJump: (movedMs) =>
      log.warn({ seconds: movedMs / 1000 }, "the database's clock was set; deadlines and sessions were moved along"),
  });
  const ownTime = wholeProcess ? keepProcessTime(clock.now) : () => undefined;
  const store = connectQueue({ databaseUrl: logins.queue, redisUrl: config.redisUrl, onError: report });
  const queue = openJobQueue(store);
  const changes = publishChanges(db.pool, report);
  const runs = keepRuns(() => context);
  parts.wakeRelay = remoteWakeRelay(db.pool, report);
  const closing = new AbortController();
  const { limits, logLevel } = config;
  const large = { logins, keys, imports, limits, logLevel, log };
  const [apart, pages, bench] = [openTranslator(large), openPageMaker(large), openMappingBench(large)];
  const own = { db, secrets: secretBox(keys), newId: uuidv7, now: clock.now };
  const context: Context = {
    ...own,
    catalog: catalog ?? loadCatalog(imports),
    channels: openChannels(
      surroundingsOf(
        config,
        { ...own, log },
        {
          home: dataDir ?? join(tmpdir(), 'crossdock'),
          baseUrl: () => parts.base,
        },
      ),
    ),
    limits,
    approvals: config.approvals,
    apart,
    knownJump: clock.knownJump,
    log,
    changes: {
      moved: (orgId, documentId) => {
        changes.moved(orgId, documentId);
        runs.moved(orgId, documentId);
      },
    },
    wakeRelay: () => parts.wakeRelay(),
    closing: closing.signal,
    entry: {
      ...config.identity,
      get publicUrl() {
        return parts.base.replace(/\/+$/, '');
      },
    },
    get twinUrl() {
      return parts.base + twinPath;
    },
  };
  const stop = async () => {
    closing.abort();
    // Jobs first: what they do at this moment may need our API once more, for the twin.
    const { relay, runner, schedules, heads } = parts;
    await Promise.all([relay, runner, schedules, heads, apart, pages, bench].map(async (part) => part?.close()));
    await parts.broker?.close();
    await Promise.all(parts.going?.ends.map((end) => end()) ?? []);
    await Promise.all(parts.going?.listeners.map((one) => one.close()) ?? []);
    if (parts.server) await closeServer(parts.server);
    await runs.close();
    await writeHttpsLog(context);
    await changes.flush();
    await clock.close();
    await parts.heard?.close();
    await queue.close();
    await store.close();
    await db.close();
    ownTime();
  };
  try {
    const url = config.roles.includes('api')
      ? await serve(context, config, queue, parts, { checkResponses, dataDir, ...pages, bench })
      : undefined;
    if (config.roles.includes('worker')) {
      await closeUnsealedChains(db.system, context.now());
      // The disk of a database of your own is not ours to see.
      await work(context, config, store, queue, parts, config.databaseUrl ? undefined : dataDir);
      if (dataDir) parts.heads = keepHeads(context, dataDir);
    }
    const listeners = parts.going?.listeners ?? [];
    const ports = Object.fromEntries(listeners.map(({ channel, port }) => [channel, port]));
    return { url, listens: listeners.map(({ says }) => says), ports, context, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What is running, so that it can be stopped however far the start came. */
interface Parts {
  wakeRelay: () => void;
  /** Where the API answers. */
  base: string;
  server?: Server;
  going?: Going;
  heard?: ReturnType<typeof hearChanges>;
  relay?: Relay;
  heads?: ReturnType<typeof keepHeads>;
  runner?: Runner;
  schedules?: ReturnType<typeof startSchedules>;
  broker?: Broker;
}

async function serve(
  context: Context,
  config: Config,
  queue: JobQueue,
  parts: Parts,
  {
    checkResponses,
    dataDir,
    pageOf,
    bench,
    previewOf,
  }: Pick<AppOptions, 'checkResponses' | 'pageOf' | 'bench' | 'previewOf'> & { dataDir: string | undefined },
): Promise<string> {
  parts.heard = hearChanges(context.db.pool, (error) =>
    context.log.warn({ err: error }, 'live updates lost their connection; connecting again'),
  );
  const settings = {
    ...config.limits,
    keyRequestsPerSecond: config.limits.inboxPerSecond,
    inFlightBytes: Math.max(config.limits.inFlightBytes, config.limits.bodyLimitBytes),
    ...(dataDir !== undefined && { dataDir }),
  };
  const intake = openIntake(context, settings, config.limits.bodyLimitBytes);
  const app = createApp({
    context,
    intake,
    checkResponses,
    ...(pageOf && { pageOf }),
    ...(bench && { bench }),
    ...(previewOf && { previewOf }),
    changes: parts.heard,
    portalDir: fileURLToPath(new URL('../../portal/dist', import.meta.url)),
    board: queueBoard(queue, boardPath),
    twin: createTwin({
      db: context.db.twin,
      bodyLimitBytes: twinBodyBytes,
      now: context.now,
      onCrash: (error) => context.log.error({ err: error }, 'the Odoo twin had a fault'),
    }),
    bodyLimitBytes: config.limits.bodyLimitBytes,
    limits: settings,
    secureCookies: config.secureCookies,
    trustProxy: config.trustProxy,
    twinRemote: config.twinRemote,
  });
  const server = makeServer(app, { bodyMs: config.limits.bodyMs, behindProxy: config.trustProxy !== 0 });
  const url = await addressOf(server, config);
  parts.server = server;
  if (!config.givenUrl) parts.base = url;
  parts.going = await listenBySelf(context, config, intake);
  return url;
}

async function work(
  context: Context,
  config: Config,
  store: QueueStore,
  queue: JobQueue,
  parts: Parts,
  ownDisk: string | undefined,
): Promise<void> {
  const { log } = context;
  const relay = startRelay({
    pool: context.db.pool,
    queue,
    onError: (error) => log.warn({ err: error }, 'the relay had trouble; trying again'),
    onListening: (client) => holdRun(client, thisRun),
  });
  parts.relay = relay;
  parts.wakeRelay = () => relay.wakeRelay();
  parts.runner = await startRunner({
    store,
    queue,
    handlers: {
      translate: ({ documentIds }) => translate(context, documentIds),
      'translate-apart': ({ documentId }) => translateApart(context, documentId),
      lane: ({ lane }) => drain(context, lane),
    },
    onError: (error, job) => log[isTransient(error) ? 'warn' : 'error']({ err: error, job: job?.name }, 'a job failed'),
  });
  const broker = config.natsUrl ? natsBroker(config.natsUrl, (says) => log.info({ says }, 'NATS')) : undefined;
  if (broker) parts.broker = broker;
  const admission = makeAdmission(context, { ...config.limits, ...(ownDisk !== undefined && { dataDir: ownDisk }) });
  const { smtp } = config.identity;
  const mailer = smtp && openSmtp(smtp);
  const keepJourneys = journeyRounds(context);
  parts.schedules = startSchedules({
    pool: context.db.pool,
    schedules: async () => [
      { id: 'watch', everyMs: watchEveryMs, run: () => watch(context) },
      { id: 'expiries', everyMs: expiriesEveryMs, run: () => watchExpiries(context) },
      { id: 'log', everyMs: pruneEveryMs, run: () => pruneExchanges(context, config.limits.exchangeMs) },
      { id: 'journeys', everyMs: journeysEveryMs, run: keepJourneys },
      { id: 'retries', everyMs: retriesEveryMs, run: () => continueRetries(context) },
      ...(broker ? [{ id: 'broker', everyMs: brokerEveryMs, run: () => feedBroker(context, broker) }] : []),
      ...(ownDisk ? [{ id: 'disk', everyMs: diskEveryMs, run: () => watchDisk(context, ownDisk, config.limits) }] : []),
      { id: 'certification', everyMs: sweepEveryMs, run: () => sweepRuns(context) },
      { id: 'go-live', everyMs: goLiveEveryMs, run: () => watchGoLive(context) },
      { id: 'mails', everyMs: mailsEveryMs, run: () => sendMails(context, mailer) },
      { id: 'reconciliations', everyMs: reconciliationsEveryMs, run: () => reconcileDue(context) },
      ...(await pollsOf(context, admission)),
      ...(await connectionIds(context)).map((id) => ({
        id: `feed-${id}`,
        everyMs: config.feedEveryMs,
        run: () => collect(context, id),
      })),
    ],
    onError: (error, schedule) =>
      log[isTransient(error) ? 'warn' : 'error']({ err: error, schedule }, 'a round of a schedule failed'),
  });
}

const connectionIds = async (context: Context) =>
  (await context.db.system('odoo_connection').select<{ id: string }[]>('id')).map((row) => row.id);

async function addressOf(server: Server, config: Config): Promise<string> {
  return `http://localhost:${await portOf(server, config.host, config.port)}`;
}
