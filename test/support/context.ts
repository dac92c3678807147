import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { openEgress } from '../../services/channels/egress.ts';
import { openChannels } from '../../services/channels/registry.ts';
import type { Surroundings } from '../../services/channels/surroundings.ts';
import type { Entry } from '../../services/domain/identity/entry.ts';
import { type Limits, usualLimits } from '../../services/domain/limits.ts';
import type { Admission } from '../../services/flows/admit.ts';
import type { Context } from '../../services/flows/context.ts';
import { openHubKeys } from '../../services/flows/hub-keys.ts';
import { loadCatalog } from '../../services/library/catalog.ts';
import { openDatabase } from '../../services/store/database.ts';
import { secretBox } from '../../services/store/secret-box.ts';
import { type TestDatabase, testDatabase, testKeys } from './database.ts';

export interface TestContext extends Context {
  /** Its own, to look into as superuser or as the hub's logins. */
  readonly database: TestDatabase;
  /** Every change that was told, as document ids. */
  readonly moves: string[];
  /** Turns the clock forward. */
  pass(ms: number): void;
  /** Ids of the organisations that `partnership` made. */
  close(): Promise<void>;
}

const catalog = loadCatalog();

/** A context on a database of its own, with a clock that only moves when told to. */
export async function testContext(
  options: {
    twinUrl?: string;
    startAt?: string;
    limits?: Limits;
    folders?: readonly string[];
    ports?: Surroundings['ports'];
    privateNetworks?: readonly string[];
    entry?: Partial<Entry>;
    approvals?: number;
    baseUrl?: () => string;
  } = {},
): Promise<TestContext> {
  const database = await testDatabase();
  // How fast the machine is must not matter.
  const patience = { screenTimeoutMs: 600_000, requestTimeoutMs: 600_000 };
  const db = openDatabase({ logins: database.logins, keys: testKeys, maxConnections: 8, ...patience });
  let now = new Date(options.startAt ?? '2026-11-23T12:00:00.000Z').getTime();
  const moves: string[] = [];
  const quiet = () => undefined;
  const own = { db, secrets: secretBox(testKeys), newId: uuidv7, now: () => new Date(now) };
  const spoolDir = join(tmpdir(), `crossdock-test-${process.pid}`);
  return {
    ...own,
    database,
    catalog,
    moves,
    limits: options.limits ?? usualLimits,
    channels: openChannels({
      ...{ folders: options.folders ?? [], limitBytes: 50 * 1024 * 1024, ticks: () => now, spoolDir },
      ...{
        ports: options.ports ?? {},
        host: '127.0.0.1',
        baseUrl: options.baseUrl ?? (() => 'http://127.0.0.1:1'),
        newId: uuidv7,
        now: own.now,
        keys: openHubKeys(own),
      },
      egress: openEgress(options.privateNetworks ?? ['127.0.0.0/8', '::1']),
    }),
    entry: {
      publicUrl: 'http://localhost:8080',
      registration: 'open',
      adminsNeedSecondFactor: false,
      openValidator: false,
      ...options.entry,
    },
    approvals: options.approvals ?? 0,
    twinUrl: options.twinUrl ?? 'http://127.0.0.1:1/twin',
    knownJump: () => 0,
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    changes: { moved: (_orgId, documentId) => void moves.push(documentId) },
    wakeRelay: quiet,
    pass: (ms) => {
      now += ms;
    },
    close: async () => {
      await db.close();
      await database.drop();
    },
  };
}

/** Takes everything. */
export const openDoor: Admission = { admit: async () => undefined, stored: () => undefined };
