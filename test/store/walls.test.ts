import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveUsualEndpoint } from '../../services/flows/endpoints.ts';
import { addApiKey, hashKey } from '../../services/store/api-keys.ts';
import { insertExchange } from '../../services/store/exchanges.ts';
import { takeIdempotencyKey } from '../../services/store/idempotency-keys.ts';
import { startSession } from '../../services/store/sessions.ts';
import { addUser } from '../../services/store/users.ts';
import { type TestContext, testContext } from '../support/context.ts';
import { insertGoLives } from './go-live-rows.ts';
import { insertConfiguration, insertTraffic } from './traffic.ts';

// Row-level security: what a handler that forgets its filter would see.

let context: TestContext;
const [mine, theirs] = ['0198c1a2-0000-7000-8000-0000000000a1', '0198c1a2-0000-7000-8000-0000000000a2'] as const;
let walled: string[];
/** What the screens of a partner have no business with, its own rows included. */
const closed = [
  'api_key',
  'awaited_key',
  'business_key',
  ...['profile', 'agreement_text', 'agreement_signature', 'requirement_waiver', 'stage_entry', 'reminder'],
  ...['go_live_version', 'parallel_comparison'],
  'idempotency_key',
  'control_number',
  'cross_reference',
  'interchange_seen',
  'invite',
  'notified_transfer',
  'odoo_difference',
  'odoo_partner',
  'session',
  'stale_document',
  'taken_order',
  'translation_try',
];

beforeAll(async () => {
  context = await testContext();
  const { db, newId, now } = context;
  await db.system('organization').insert([mine, theirs].map((id) => ({ id, name: id, kind: '3pl' })));
  for (const orgId of [mine, theirs]) {
    const userId = newId();
    await addUser(db.system, {
      id: userId,
      orgId,
      email: `${orgId}@x.example`,
      name: 'X',
      roles: ['partner-admin'],
      passwordHash: 'x',
    });
    await startSession(db.system, {
      tokenHash: hashKey(orgId),
      userId,
      orgId,
      csrfToken: 'x',
      createdAt: now(),
      expiresAt: now(),
    });
    await addApiKey(db.system, {
      id: newId(),
      orgId,
      environment: 'production',
      name: 'X',
      scopes: [],
      createdAt: now(),
      expiresAt: now(),
      prefix: 'x',
      key: orgId,
    });
    await db
      .system('trading_identity')
      .insert({ id: newId(), org_id: orgId, environment: 'production', qualifier: 'ZZ', isa_id: orgId, gs_id: 'X' });
    await db.system('agreement').insert({
      ...{
        id: newId(),
        org_id: orgId,
        environment: 'production',
        direction: 'in',
        set_code: '945',
        version: '004010',
        endpoint: 'https',
      },
      mapping: 'x',
    });
    await db.system.transaction((tx) => giveUsualEndpoint(context, tx, orgId));
    await db.system('cross_reference').insert({ org_id: orgId, name: 'ship-to', key: '0042', value: 'WEST' });
    const { id: endpointId } = await db.system('channel_endpoint').where({ org_id: orgId }).first('id');
    const endpoint = { id: endpointId, orgId, environment: 'production', channel: 'https' } as const;
    const exchange = { kind: 'message', direction: 'in', state: 'done', summary: 'Took x.x12' } as const;
    await insertExchange(db.system, endpoint, { ...exchange, id: newId(), at: now() });
    await db.system('connection_test').insert({
      ...{ id: newId(), org_id: orgId, endpoint_id: endpointId, stage: 'loopback', started_at: now() },
      ...{ started_by: 'x', started_side: 'team' },
    });
    await db.system('invite').insert({
      ...{ id: newId(), org_id: orgId, email: 'x@y.example', roles: ['partner-viewer'], token_hash: hashKey(orgId) },
      ...{ created_at: now(), created_by: 'x', expires_at: now() },
    });
    const request = {
      orgId,
      environment: 'production',
      operation: 'submitEvents',
      key: 'k-1',
      bodySha256: '00',
    } as const;
    await takeIdempotencyKey(db.system, request, 7);
    await insertConfiguration(db.system, orgId);
    await insertJourney(orgId);
    await insertTraffic(db.system, { orgId });
    await insertDifference(orgId);
    await insertGoLives(db.system, orgId);
  }
  const { rows } = await db.pool.query<{ table_name: string }>(
    `select table_name from information_schema.columns where table_schema = 'public' and column_name = 'org_id' order by 1`,
  );
  walled = rows.map((row) => row.table_name);
});
afterAll(() => context.close());

/** A row of everything that is known of a partner's way to production. */
async function insertJourney(orgId: string): Promise<void> {
  const { newId, now } = context;
  const db = context.db.system;
  const [id, at] = [newId(), now()];
  await db('profile').insert({ org_id: orgId, updated_at: at, updated_by: 'x' });
  await db('agreement_text').insert({ org_id: orgId, hash: 'x', text: '{}', number: 1, noted_at: at, noted_by: 'x' });
  const signature = { id, org_id: orgId, side: 'team', hash: 'x', name: 'X', title: 'X', signed_at: at, actor: 'x' };
  await db('agreement_signature').insert(signature);
  const waiver = { id, org_id: orgId, requirement: 'x', why: 'x', until: at, waived_at: at, waived_by: 'x' };
  await db('requirement_waiver').insert(waiver);
  await db('stage_entry').insert({ id, org_id: orgId, stage: 'live', turn: 'nobody', entered_at: at, reason: 'x' });
  await db('reminder').insert({ id, org_id: orgId, side: 'team', at, by_side: 'hub', actor: 'hub' });
}

/** What a partner's people have done in an Odoo without a document. */
async function insertDifference(orgId: string): Promise<void> {
  const db = context.db.system;
  const [id, at] = [context.newId(), context.now()];
  const { connection_id } = await db('odoo_partner').where({ org_id: orgId }).first('connection_id');
  await db('odoo_reconciliation').insert({ id, connection_id, asked_at: at, finished_at: at, state: 'done' });
  await db('odoo_difference').insert({
    ...{ reconciliation_id: id, cause: 'undocumented', org_id: orgId },
    ...{ model: 'stock.picking', record_id: 1, record_name: 'x' },
  });
}

const orgsSeen = (scope: string, table: string) =>
  context.db.scoped(scope, async (tx) =>
    (await tx(table).distinct('org_id').orderBy('org_id')).map((row) => row.org_id as string),
  );

test('every table with an org_id has row-level security that binds its owner too', async () => {
  const { rows } = await context.db.pool.query(
    `select c.relname, c.relrowsecurity and c.relforcerowsecurity as walled, exists (select from pg_policies p where p.tablename = c.relname and p.schemaname = 'public') as policy
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname = any($1)`,
    [walled],
  );
  expect(rows).toEqual(expect.arrayContaining(walled.map((relname) => ({ relname, walled: true, policy: true }))));
  expect(walled.length).toBeGreaterThanOrEqual(19);
});

test('no table of the hub is outside of the walls but those that hold nothing of anybody', async () => {
  const { rows } = await context.db.pool.query<{ relname: string }>(
    `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p') and not relrowsecurity order by 1`,
  );
  expect(rows.map((row) => row.relname)).toEqual(['schema_migration', 'schema_migration_lock', 'wall_key']);
});

test('without a filter, each table shows the rows of one’s own organisation and no others', async () => {
  for (const table of walled) {
    expect([table, await orgsSeen('*', table)]).toEqual([table, [mine, theirs]]);
    if (closed.includes(table)) continue;
    expect([table, await orgsSeen(mine, table)]).toEqual([table, [mine]]);
    expect([table, await orgsSeen(theirs, table)]).toEqual([table, [theirs]]);
  }
});

test('organisations, people and Odoo connections of others do not show either', async () => {
  const seen = await context.db.scoped(mine, async (tx) => ({
    organizations: (await tx('organization')).map((row) => row.id),
    users: await tx('app_user').pluck('email'),
    connections: await tx('odoo_connection').pluck('name'),
  }));
  expect(seen).toEqual({ organizations: [mine], users: [`${mine}@x.example`], connections: [] });
});

test.each([
  ...closed,
  'mail',
  'mail_link',
  'registration',
  'totp',
  'passkey',
  'challenge',
  'wake_up',
  'wall_key',
  'schema_migration',
])('callers of one organisation do not get to %s at all', async (table) => {
  await expect(context.db.scoped(mine, (tx) => tx(table).first())).rejects.toThrow('permission denied');
});

test('hashes of passwords and keys, and sealed secrets, are not shown to callers of one organisation', async () => {
  for (const [table, column] of [
    ['app_user', 'password_hash'],
    ['api_key', 'key_hash'],
    ['invite', 'token_hash'],
    ['odoo_connection', 'secret'],
  ] as const)
    await expect(context.db.scoped(mine, (tx) => tx(table).pluck(column))).rejects.toThrow('permission denied');
});

test('without a scope, or with one that is no id, nothing shows', async () => {
  for (const scope of ['', 'none', "' or true --", '0198c1a2']) {
    for (const table of walled)
      if (!closed.includes(table)) expect([scope, table, await orgsSeen(scope, table)]).toEqual([scope, table, []]);
  }
});

test('rows of others can be neither written, changed nor removed', async () => {
  const { db } = context;
  const asMine = <T>(work: Parameters<typeof db.scoped<T>>[1]) => db.scoped(mine, work);
  const entry = { org_id: theirs, at: context.now(), actor: 'x', action: 'x' };
  await expect(asMine((tx) => tx('audit_entry').insert(entry))).rejects.toThrow('row-level security');
  for (const table of ['ladder_rung', 'document', 'sla_clock', 'resending'])
    await expect(asMine((tx) => tx(table).where({ org_id: mine }).update({ org_id: theirs }))).rejects.toThrow(
      'permission denied',
    );
  await expect(asMine((tx) => tx('ladder_rung').where({ org_id: mine }).delete())).rejects.toThrow('permission denied');
});

test('a scope ends with its transaction: the next one on the same connection starts with nothing', async () => {
  const { db } = context;
  const scopes = [mine, theirs, mine, '*', theirs, mine, theirs];
  const seen = await Promise.all(scopes.map((scope) => orgsSeen(scope, 'document')));
  expect(seen).toEqual(scopes.map((scope) => (scope === '*' ? [mine, theirs] : [scope])));
  await expect(db.scoped(mine, async (tx) => Promise.reject(await tx('document').count()))).rejects.toBeDefined();
  expect(await orgsSeen('none', 'document')).toEqual([]);
});
