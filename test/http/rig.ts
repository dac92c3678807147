import type { Express } from 'express';
import request from 'supertest';
import type { Entry } from '../../services/domain/identity/entry.ts';
import type { Role } from '../../services/domain/roles.ts';
import { giveUsualEndpoint } from '../../services/flows/endpoints.ts';
import { hashPassword } from '../../services/flows/password.ts';
import { type AppOptions, createApp } from '../../services/http/app.ts';
import { issueApiKey, scopes, usualKeyLifeMs } from '../../services/store/api-keys.ts';
import type { Change } from '../../services/store/changes.ts';
import { addUser } from '../../services/store/users.ts';
import { type TestContext, testContext } from '../support/context.ts';

export const orgs = {
  owner: '0198c1a2-0000-7000-8000-0000000000a0',
  quayside: '0198c1a2-0000-7000-8000-0000000000a1',
  heron: '0198c1a2-0000-7000-8000-0000000000a2',
} as const;
export const password = 'correct horse battery';
export const users = {
  team: { email: 'team@northgate.example', org: orgs.owner, roles: ['team-admin'] },
  teamViewer: { email: 'viewer@northgate.example', org: orgs.owner, roles: ['team-auditor'] },
  quayside: { email: 'edi@quayside.example', org: orgs.quayside, roles: ['partner-admin'] },
  heron: { email: 'edi@blueheron.example', org: orgs.heron, roles: ['partner-editor'] },
} as const satisfies Record<string, { email: string; org: string; roles: readonly Role[] }>;
export type Who = keyof typeof users;

export interface LogLine {
  readonly level: string;
  readonly fields: object;
  readonly message: string;
}

/** A signed-in browser. */
export interface Browser {
  readonly csrf: string;
  readonly cookie: string;
  get(path: string): request.Test;
  send(method: 'post' | 'delete' | 'put' | 'patch', path: string): request.Test;
}

export interface HttpRig {
  readonly app: Express;
  readonly context: TestContext;
  readonly log: LogLine[];
  /** API keys: all scopes of production; of sandbox; production without any scope; of the other partner. */
  readonly keys: Record<'quayside' | 'sandbox' | 'powerless' | 'heron', string>;
  tell(change: Change): void;
  /** What the database tells of a session that ended. */
  endStreams(tokenHash: string): void;
  /** What the database tells of a key that was revoked. */
  tellOfKey(keyHash: string): void;
  readonly listeners: ReadonlySet<(change: Change) => void>;
  signIn(who: Who): Promise<Browser>;
  /** A request with an API key. */
  withKey(key: keyof HttpRig['keys'], method: 'get' | 'post' | 'put', path: string): request.Test;
  close(): Promise<void>;
}

/** The whole app on a database of its own: an owner, two partners, their people and keys. */
export async function httpRig({
  folders = [],
  channels,
  entry = {},
  ...options
}: Partial<AppOptions> & {
  folders?: readonly string[];
  /** Further channels of this hub, by their names. */
  channels?: Readonly<Record<string, unknown>>;
  entry?: Partial<Entry>;
} = {}): Promise<HttpRig> {
  const bare = await testContext({ folders, entry });
  const log: LogLine[] = [];
  const line = (level: string) => (fields: object, message: string) => void log.push({ level, fields, message });
  const context = {
    ...bare,
    log: { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') },
  };
  Object.assign(context.channels, channels);
  await seedPeople(context);
  const keys = await seedKeys(context);
  const listeners = new Set<(change: Change) => void>();
  const enders = new Set<(tokenHash: string) => void>();
  const keyListeners = new Set<(keyHash: string) => void>();
  const changes = {
    subscribe: (listener: (change: Change) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    // Told by the database alone: tests of it listen there.
    onPartnerChange: () => () => true,
    onSessionEnd: (ended: (tokenHash: string) => void) => {
      enders.add(ended);
      return () => enders.delete(ended);
    },
    onKeyChange: (changed: (keyHash: string) => void) => {
      keyListeners.add(changed);
      return () => keyListeners.delete(changed);
    },
  };
  // How fast the machine is must not matter.
  // What limits a pace is for tests of limits: on a fast machine any of the others would reach it.
  const unhurried = { requestMs: 600_000, bodyMs: 600_000 };
  const unlimited = { sessionRequestsPerSecond: 0, keyRequestsPerSecond: 0, signInsPerMinute: 0 };
  const limits = { ...unhurried, ...unlimited, ...options.limits };
  const app = createApp({ context, changes, checkResponses: true, ...options, limits });
  return {
    ...{ app, context, log, keys, listeners },
    tell: (change) => {
      for (const listener of listeners) listener(change);
    },
    endStreams: (tokenHash) => {
      for (const ended of enders) ended(tokenHash);
    },
    tellOfKey: (keyHash) => {
      for (const changed of keyListeners) changed(keyHash);
    },
    signIn: (who) => signIn(app, who),
    withKey: (key, method, path) => request(app)[method](path).set('Authorization', `Bearer ${keys[key]}`),
    close: () => bare.close(),
  };
}

async function seedPeople({ db, newId, now }: TestContext): Promise<void> {
  await db.system('organization').insert([
    { id: orgs.owner, name: 'Northgate Outfitters', kind: 'owner', stage: 'live' },
    {
      id: orgs.quayside,
      name: 'Quayside Logistics',
      kind: '3pl',
      stage: 'live',
      time_zone: 'America/Chicago',
    },
    { id: orgs.heron, name: 'Blue Heron Freight', kind: 'carrier', stage: 'live' },
  ]);
  for (const orgId of [orgs.quayside, orgs.heron])
    await db.system.transaction((tx) => giveUsualEndpoint({ newId, now }, tx, orgId));
  const passwordHash = await hashPassword(password);
  for (const [name, { email, org, roles }] of Object.entries(users))
    await addUser(db.system, { id: newId(), orgId: org, email, name, roles, passwordHash });
  await db.system('trading_identity').insert([
    {
      id: newId(),
      org_id: orgs.quayside,
      environment: 'production',
      qualifier: 'ZZ',
      isa_id: 'QUAYSIDE',
      gs_id: 'QUAYSIDE',
    },
    { id: newId(), org_id: orgs.heron, environment: 'production', qualifier: '02', isa_id: 'BHFT', gs_id: 'BHFT' },
  ]);
  await db.system('agreement').insert({
    ...{
      id: newId(),
      org_id: orgs.quayside,
      environment: 'production',
      direction: 'in',
      set_code: '945',
      version: '004010',
      endpoint: 'https',
    },
    mapping: '945-in.yaml',
  });
}

async function seedKeys({ db, newId, now }: TestContext): Promise<HttpRig['keys']> {
  const issue = async (
    orgId: string,
    environment: 'production' | 'sandbox',
    name: string,
    granted: readonly string[],
  ) =>
    (
      await issueApiKey(db.system, {
        ...{ id: newId(), orgId, environment, name, scopes: granted, createdAt: now() },
        expiresAt: new Date(now().getTime() + usualKeyLifeMs),
      })
    ).key;
  return {
    quayside: await issue(orgs.quayside, 'production', 'Quayside WMS', scopes),
    sandbox: await issue(orgs.quayside, 'sandbox', 'Quayside test', scopes),
    powerless: await issue(orgs.quayside, 'production', 'Quayside nothing', []),
    heron: await issue(orgs.heron, 'production', 'Heron TMS', scopes),
  };
}

async function signIn(app: Express, who: Who): Promise<Browser> {
  const answer = await request(app).post('/v1/session').send({ email: users[who].email, password });
  const cookie = answer.get('Set-Cookie')![0]!.split(';')[0]!;
  const csrf = (answer.body as { csrfToken: string }).csrfToken;
  return {
    csrf,
    cookie,
    get: (path) => request(app).get(path).set('Cookie', cookie),
    send: (method, path) => request(app)[method](path).set('Cookie', cookie).set('X-CSRF-Token', csrf),
  };
}

/** An interchange with an empty 945. */
export const isa = (control = '000000101') =>
  `ISA*00*          *00*          *ZZ*QUAYSIDE       *ZZ*NORTHGATE      *261123*1200*U*00401*${control}*0*P*>~GS*SW*QUAYSIDE*NORTHGATE*20261123*1200*1*X*004010~ST*945*0001~SE*2*0001~GE*1*1~IEA*1*${control}~`;
