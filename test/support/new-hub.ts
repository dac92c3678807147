import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { connectOdoo } from '../../services/odoo/connect.ts';
import { type Seeded, seedTwin } from '../../services/twins/odoo/seed.ts';
import { command, type RunningCommand, said } from '../bin/command.ts';
import { freePort } from '../fault/hub-processes.ts';
import { serveTwin, type TwinServer } from '../odoo/twin-rig.ts';
import { scratch } from '../platform/hub-rig.ts';
import { type TestContext, testContext } from './context.ts';
import { testKeys } from './database.ts';

/** A hub as its operator finds it: an empty database, the program, and an Odoo that stands somewhere. Nothing is seeded. */
export interface NewHub {
  readonly context: TestContext;
  readonly url: string;
  readonly room: string;
  /** Runs `crossdock` to its end; fails unless it ends with 0. @returns what it printed. */
  run(...args: readonly string[]): Promise<string>;
  /** The same with `--json`. */
  json(...args: readonly string[]): Promise<Record<string, unknown>>;
  /** Starts the hub and waits until it is ready. */
  start(): Promise<RunningCommand>;
  /** What opens the Odoo. */
  odooAccess(): Promise<{ url: string; database: string; login: string; apiKey: string }>;
  /** Connects the Odoo, by the command line: its key is in a file. */
  connectOdoo(): Promise<void>;
  /** Gives a partner the orders of that Odoo. */
  sendOrders(partner: string): Promise<void>;
  /** State of a transfer in that Odoo, such as `assigned` or `done`. */
  transferState(name: string): Promise<unknown>;
  close(): Promise<void>;
}

export async function newHub(): Promise<NewHub> {
  const context = await testContext({ startAt: new Date().toISOString() });
  const { dir: room, remove } = scratch('new hub');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...{ DATABASE_URL: context.database.url, CROSSDOCK_KEYS: testKeys.join(','), CROSSDOCK_HOME: join(room, 'home') },
    ...{ PORT: String(port), HOST: '127.0.0.1', CROSSDOCK_URL: url, CROSSDOCK_FEED_SECONDS: '1', LOG_LEVEL: 'warn' },
    CROSSDOCK_APPROVALS: '0',
  };
  let hub: RunningCommand | undefined;
  let twin: { readonly server: TwinServer; readonly seeded: Seeded } | undefined;
  const run: NewHub['run'] = async (...args) => {
    const { code, out, err } = await said(args, { env });
    expect({ args, code, err: code === 0 ? '' : err + out }).toEqual({ args, code: 0, err: '' });
    return out;
  };
  const openTwin = async () => {
    twin ??= {
      server: await serveTwin(context.db.twin),
      seeded: await seedTwin(context.db.twin, { database: 'larkfield', version: 19, transfers: 2 }),
    };
    return twin;
  };
  return {
    ...{ context, url, room, run },
    json: async (...args) => JSON.parse(await run(...args, '--json')) as Record<string, unknown>,
    start: async () => {
      hub = command(['start'], { env, follow: true });
      await hub.line(/Stop with Ctrl-C/);
      return hub;
    },
    odooAccess: async () => {
      const { server, seeded } = await openTwin();
      const { login, apiKey } = seeded;
      return { url: `${server.url}/larkfield`, database: 'larkfield', login, apiKey };
    },
    connectOdoo: async () => {
      const { server, seeded } = await openTwin();
      const keyFile = join(room, 'odoo-key');
      writeFileSync(keyFile, `${seeded.apiKey}\n`);
      const address = ['--url', `${server.url}/larkfield`, '--database', 'larkfield', '--login', seeded.login];
      await run('odoo', 'connect', ...address, '--key-file', keyFile, '--send-from', 'all');
    },
    sendOrders: async (partner) => {
      const { seeded } = await openTwin();
      const types = seeded.outgoingTypeIds.flatMap((id) => ['--operation-type', String(id)]);
      await run('odoo', 'partner', partner, ...types, '--receives', 'orders');
    },
    transferState: async (name) => {
      const { server, seeded } = await openTwin();
      const { login, apiKey } = seeded;
      const odoo = connectOdoo({ url: `${server.url}/larkfield`, database: 'larkfield', login, apiKey, version: 19 });
      const [found] = await odoo.searchRead('stock.picking', [['name', '=', name]], ['state']);
      return found?.state;
    },
    close: async () => {
      hub?.interrupt();
      await hub?.ended;
      await twin?.server.close();
      await context.close();
      remove();
    },
  };
}

interface Finding {
  readonly code: string;
  readonly level: string;
}
interface Verdicts {
  readonly outcome: string;
  readonly findings: readonly Finding[];
  readonly interchanges: readonly {
    readonly findings: readonly Finding[];
    readonly groups: readonly {
      readonly sets: readonly {
        readonly code: string;
        readonly status: string;
        readonly findings: readonly Finding[];
      }[];
    }[];
  }[];
}

/** Sends a document with an API key and waits until it was read. @returns its id, and what was said of it, in the words of the contract */
export async function sendAndRead(url: string, key: string, bytes: Buffer, patienceMs = 120_000) {
  const headers = { authorization: `Bearer ${key}` };
  const answer = await fetch(`${url}/v1/inbox`, {
    ...{ method: 'POST', headers: { ...headers, 'content-type': 'application/edi-x12' }, body: new Uint8Array(bytes) },
  });
  const receipt = (await answer.json()) as { documents?: { id: string }[] };
  expect(receipt).toMatchObject({ documents: [{ duplicate: expect.any(Boolean) }] });
  const id = receipt.documents![0]!.id;
  const read = async () => (await (await fetch(`${url}/v1/messages/${id}`, { headers })).json()) as Verdicts;
  await expect.poll(async () => (await read()).outcome, { timeout: patienceMs }).not.toBe('processing');
  const { interchanges, findings } = await read();
  const told = (list: readonly Finding[]) => list.map(({ code, level }) => `${level} ${code}`);
  const verdicts = interchanges.map((one) => ({
    findings: told(one.findings),
    sets: one.groups.flatMap(({ sets }) => sets.map((set) => [set.code, set.status, ...told(set.findings)])),
  }));
  return { id, verdicts, findings: told(findings) };
}
