import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { CanonicalEvent } from '../../../services/domain/events.ts';
import { compareFact, factsOf } from '../../../services/domain/reconciliation/facts.ts';
import {
  type ActionResult,
  actionOf,
  type Outcome,
  type PartnerRules,
  togetherOf,
} from '../../../services/odoo/actions/index.ts';
import { type Capabilities, readCapabilities } from '../../../services/odoo/capabilities.ts';
import type { OdooClient } from '../../../services/odoo/client.ts';
import { connectOdoo } from '../../../services/odoo/connect.ts';
import { readBack } from '../../../services/odoo/read-back.ts';
import { skipped } from '../../support/skipped.ts';
import { type PlainOdoo, plainOdoo } from './plain-odoo.ts';
import { twins } from './twin-server.ts';
import { buildWorld, type World } from './world.ts';

/** A server to run the scenarios against, and how to get in: as the hub, and as somebody who may set up a warehouse. */
export interface Server {
  readonly version: 17 | 18 | 19;
  readonly url: string;
  readonly database: string;
  readonly login: string;
  readonly key: string;
  readonly setUpLogin: string;
  readonly setUpKey: string;
}

/**
 * Real servers that the environment names: `ODOO19_URL`, `ODOO19_DATABASE`, `ODOO19_LOGIN`, `ODOO19_KEY` for the hub, `ODOO19_SETUP_LOGIN` and `ODOO19_SETUP_KEY` for
 * a user who may set up products and places (the same as the hub's where absent); likewise `ODOO18_…`, `ODOO17_…`.
 */
export function realServer(version: 17 | 18 | 19): Server | undefined {
  const of = (name: string) => process.env[`ODOO${version}_${name}`];
  const url = of('URL');
  if (!url) return undefined;
  const login = of('LOGIN') ?? 'admin';
  const key = of('KEY') ?? '';
  return {
    version,
    url,
    database: of('DATABASE') ?? 'odoo',
    login,
    key,
    setUpLogin: of('SETUP_LOGIN') ?? login,
    setUpKey: of('SETUP_KEY') ?? key,
  };
}

/** The second database of a server, with sales, purchases and stock only: `ODOO19_BARE_DATABASE`, `ODOO19_BARE_KEY`, `ODOO19_BARE_SETUP_KEY`. */
export function bareServer(version: 17 | 18 | 19): Server | undefined {
  const full = realServer(version);
  const of = (name: string) => process.env[`ODOO${version}_BARE_${name}`];
  const database = of('DATABASE');
  if (!full || !database) return undefined;
  return { ...full, database, key: of('KEY') ?? full.key, setUpKey: of('SETUP_KEY') ?? full.setUpKey };
}

export interface Stage {
  readonly server: Server;
  readonly world: World;
  /** The hub's own client, with what it found out about the server. */
  readonly client: OdooClient;
  readonly capabilities: Capabilities;
  readonly rules: PartnerRules;
  /** Applies an event as the hub would, for a partner with these rules. */
  apply(
    event: CanonicalEvent,
    rules?: Partial<PartnerRules>,
    client?: OdooClient,
    /** Who sees what was written; the hub's user unless given. */
    reader?: OdooClient,
  ): Promise<ActionResult>;
  /** Applies events of one type together; those that must go alone are undefined. */
  together(
    events: readonly CanonicalEvent[],
    rules?: Partial<PartnerRules>,
    client?: OdooClient,
  ): Promise<readonly Outcome[]>;
}

export async function openStage(server: Server): Promise<Stage> {
  const { url, database, login, key, version } = server;
  const setUp: PlainOdoo = await plainOdoo({ url, database, login: server.setUpLogin, key: server.setUpKey });
  const world = await buildWorld(setUp);
  const client = connectOdoo({ url, database, login, apiKey: key, version });
  let capabilities = await readCapabilities(client);
  const rules: PartnerRules = {
    notified: async () => [],
    pickingTypeIds: [world.warehouse.inType, world.warehouse.outType],
    unreserved: 'reserve',
    unitTolerance: 0,
    overs: 'apply',
    warehouseCancels: 'hold',
    units: new Map(),
    meanings: async () => new Map(),
    trade: { tolerance: 0, unpricedFreight: 'hold' },
  };
  return {
    server,
    world,
    client,
    capabilities,
    rules,
    async apply(event, more = {}, as = client, reader = client) {
      const now = () => new Date().toISOString();
      const attempt = () =>
        actionOf(event.type)!(event, { client: as, now, version, capabilities, partner: { ...rules, ...more } });
      const result = await attempt();
      if (result.code !== 'odoo.unit-unknown') return holding(reader, result);
      // As the flow does: units that somebody has made meanwhile are asked for.
      capabilities = await readCapabilities(client);
      return holding(reader, await attempt());
    },
    async together(events, more = {}, as = client) {
      const now = () => new Date().toISOString();
      const context = { client: as, now, version, capabilities, partner: { ...rules, ...more } };
      return togetherOf(events[0]!.type)!(events, context);
    },
  };
}

/** What an action says that it wrote is what Odoo holds: reconciliation would find no difference. */
async function holding(client: OdooClient, result: ActionResult): Promise<ActionResult> {
  const facts = factsOf(result.writes.map((write) => ({ ...write, deliveryId: 'one' })));
  for (const model of new Set(facts.map(({ write }) => write.model))) {
    const own = facts.filter(({ write }) => write.model === model);
    const held = await readBack(
      client,
      own.map(({ write }) => write),
      undefined,
    );
    for (const [at, fact] of own.entries()) {
      const { model: of, recordName, field, after } = fact.write;
      const found = compareFact(fact, held[at]!);
      expect({ of, recordName, field, after, ...found }).toMatchObject({ verdict: 'agrees' });
    }
  }
  return result;
}

/**
 * Runs scenarios against the twin of each version, and against each real server that the environment names; the real ones that are not there are skipped with the reason.
 */
export const onRealOdoo = (scenarios: (stage: () => Stage) => void): void =>
  onServers(realServer, noServer, [], scenarios);

const noServer = (version: number) => `ODOO${version}_URL names no server`;
const noBareDatabase = (version: number) => `ODOO${version}_BARE_DATABASE names no database`;

/** The same without the twins, for what they do not stand in for: settings, rights and actions of the server's own. */
export const onRealOdooOnly = (scenarios: (stage: () => Stage) => void): void =>
  onServers(realServer, noServer, undefined, scenarios);

/** The same against the databases without `stock_delivery`. */
export const onBareOdoo = (scenarios: (stage: () => Stage) => void): void =>
  onServers(bareServer, noBareDatabase, ['stock_delivery'], scenarios);

export const onBareOdooOnly = (scenarios: (stage: () => Stage) => void): void =>
  onServers(bareServer, noBareDatabase, undefined, scenarios);

function onServers(
  find: (version: 17 | 18 | 19) => Server | undefined,
  why: (version: number) => string,
  /** What the twins lack; undefined for no twins. */
  lacks: readonly string[] | undefined,
  scenarios: (stage: () => Stage) => void,
): void {
  const house = twins();
  afterAll(async () => {
    expect(await house.close()).toEqual([]);
  });
  for (const version of [17, 18, 19] as const) {
    const run = (title: string, open: (() => Promise<Server>) | undefined) =>
      // A server that installs modules beside the tests may take a minute for a call.
      describe.skipIf(!open)(title, { timeout: 300_000 }, () => {
        let stage: Stage;
        beforeAll(async () => {
          stage = await openStage(await open!());
        }, 300_000);
        scenarios(() => stage);
      });
    if (lacks) run(`on the twin of Odoo ${version}`, () => house.open(version, lacks));
    const server = find(version);
    run(skipped(`on Odoo ${version}`, !server && why(version)), server && (async () => server));
  }
}

/** The notes that the hub has left on a transfer. */
export const notesOn = ({ world }: Pick<Stage, 'world'>, id: number) =>
  world.odoo.rows(
    'mail.message',
    [
      ['model', '=', 'stock.picking'],
      ['res_id', '=', id],
      ['body', 'ilike', '[crossdock'],
    ],
    ['body'],
  );
