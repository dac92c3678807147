import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterEach, expect, inject, test } from 'vitest';
import { prepareDatabase } from '../../services/bin/database.ts';
import { audit, sealAudit } from '../../services/store/audit.ts';
import { verifyChain } from '../../services/store/audit-chain.ts';
import { chainRows } from '../../services/store/audit-rows.ts';
import { openDatabase } from '../../services/store/database.ts';
import { ensureLogins, findLogins, LoginError, loginName, namesUser, purposes } from '../../services/store/logins.ts';
import { testDatabase, testKeys } from '../support/database.ts';
import { seedForTest } from '../support/hub.ts';

const otherKeys = [Buffer.alloc(32, 8).toString('base64')];
const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function database() {
  const made = await testDatabase();
  cleanUp.push(() => made.drop());
  const url = new URL(made.url);
  url.username = '';
  url.password = '';
  return { ...made, url: made.url, address: url.href };
}

/** A database that belongs to an ordinary role, and that role's way in. */
async function ownedByOrdinaryRole(name: string, rights: string) {
  const role = `owner_${randomBytes(4).toString('hex')}`;
  const quoted = `"${name}"`;
  const run = (sql: string) => ask(inject('serverUrl'), sql);
  await run(`create role ${role} login password 'x' ${rights}`);
  await run(`create database ${quoted} owner ${role} template template0`);
  cleanUp.push(async () => {
    await run(`drop database ${quoted} with (force)`);
    for (const purpose of purposes) await run(`drop role if exists "${loginName(purpose, name)}"`);
    await run(`drop role ${role}`);
  });
  const url = new URL(inject('serverUrl'));
  [url.username, url.password, url.pathname] = [role, 'x', `/${encodeURIComponent(name)}`];
  return { url: url.href, role };
}

test.each(['crossdock', 'Größe ö "quoted" %', 'a-name-that-is-longer-than-what-leaves-room-for-the-rest-of-it'])(
  'the hub and the database call the logins alike: %s',
  async (name) => {
    const database = name.includes('"') ? name.replaceAll('"', '') : name;
    const owned = await ownedByOrdinaryRole(`${database}${randomBytes(2).toString('hex')}`.slice(-60), 'createrole');
    const { logins } = await prepareDatabase(owned.url, testKeys);
    const [row] = await ask(
      logins.partner,
      `select current_user = app_login('partner') as same, length(current_user) as length`,
    );
    expect(row).toMatchObject({ same: true });
    expect(row!.length).toBeLessThan(64);
  },
);

test('an owner who is no superuser runs the migrations, and everything works on the logins that it makes', async () => {
  const { url } = await ownedByOrdinaryRole(`shop_${randomBytes(4).toString('hex')}`, 'createrole');
  const { logins } = await prepareDatabase(url, testKeys);
  await seedForTest({ logins }, 3);
  const db = openDatabase({ logins, keys: testKeys, maxConnections: 4 });
  const orgs = await db.system('organization').pluck<string[]>('id');
  // What the seed put on record.
  await sealAudit(db.system);
  await db.scoped(orgs[0]!, (tx) =>
    audit(tx, [{ orgId: orgs[0]!, at: new Date(), actor: 'x', action: 'document.made' }]),
  );
  expect(await sealAudit(db.system)).toBe(1);
  const chain = await verifyChain(orgs[0]!, chainRows(db.system, orgs[0]!), db.auditKeys, []);
  expect(chain.faults).toEqual([]);
  expect(chain.entries).toBeGreaterThan(0);
  expect(await db.screens(orgs[1]!, (tx) => tx('organization').pluck('id'))).toEqual([orgs[1]]);
  // The owner sees what it owns, for migrations that change rows and for people who look after the database.
  expect(await ask(url, 'select count(*)::int as n from organization')).toEqual([{ n: 3 }]);
  await db.close();
  expect((await prepareDatabase(url, testKeys)).migrated).toEqual([]);
});

test('an owner who may not create roles is told the statement that an administrator runs', async () => {
  const { url, role } = await ownedByOrdinaryRole(`shop_${randomBytes(4).toString('hex')}`, '');
  await expect(ensureLogins(url, testKeys)).rejects.toThrow(`alter role ${role} createrole`);
});

test('after a change of keys the logins stay as they are for as long as the old key is there', async () => {
  const { url, address, logins } = await database();
  expect(await ensureLogins(url, [...otherKeys, ...testKeys])).toEqual(logins);
  expect(await findLogins(address, [...otherKeys, ...testKeys])).toEqual(logins);
});

test('keys that are all new make new passwords, but not under a hub that is at work', async () => {
  const { url, address, logins } = await database();
  const atWork = new Client({ connectionString: logins.queue });
  await atWork.connect();
  await expect(ensureLogins(url, otherKeys)).rejects.toThrow('A hub with other keys works on this database');
  await expect(findLogins(address, otherKeys)).rejects.toThrow('lets nobody in');
  expect(await ask(logins.hub, 'select 1 as one')).toEqual([{ one: 1 }]);
  await atWork.end();
  const renewed = await ensureLogins(url, otherKeys);
  expect(renewed.hub).not.toBe(logins.hub);
  expect(await findLogins(address, otherKeys)).toEqual(renewed);
  await expect(ask(logins.hub, 'select 1')).rejects.toThrow('password authentication failed');
});

test.each([
  ['is made a superuser', 'superuser'],
  ['passes row-level security', 'bypassrls'],
  ['may create roles', 'createrole'],
])('a login that %s is refused', async (_, right) => {
  const { url, address, logins, knex } = await database();
  const name = decodeURIComponent(new URL(logins.partner).username);
  await knex.raw(`alter role ${name} ${right}`);
  await expect(findLogins(address, testKeys)).rejects.toThrow(LoginError);
  await expect(ensureLogins(url, testKeys)).rejects.toThrow(`The login ${name} could pass the walls`);
});

test('a login that is a member of another role or owns a table is refused', async () => {
  const { address, logins, knex } = await database();
  const name = decodeURIComponent(new URL(logins.twin).username);
  await knex.raw(`grant pg_read_all_data to ${name}`);
  await expect(findLogins(address, testKeys)).rejects.toThrow('could pass the walls');
  await knex.raw(`revoke pg_read_all_data from ${name}`);
  await findLogins(address, testKeys);
  await knex.raw(`alter table odoo_twin.counter owner to ${name}`);
  await expect(findLogins(address, testKeys)).rejects.toThrow('could pass the walls');
});

test('rights that somebody gave a login by hand are taken again at the next start of the owner', async () => {
  const { url, logins, knex } = await database();
  const name = decodeURIComponent(new URL(logins.partner).username);
  await knex.raw(`grant all on all tables in schema public to ${name}; grant all on schema odoo_twin to ${name}`);
  await ensureLogins(url, testKeys);
  await expect(ask(logins.partner, 'select * from wall_key')).rejects.toThrow('permission denied');
  await expect(ask(logins.partner, 'select * from odoo_twin.record')).rejects.toThrow('permission denied');
});

test('what SQL on a login changed of its own password and settings is set right at the next start of the owner', async () => {
  const { url } = await database();
  const { logins } = await prepareDatabase(url, testKeys);
  for (const purpose of purposes)
    await ask(
      logins[purpose],
      `alter role current_user set search_path = 'nowhere'; alter role current_user set default_transaction_read_only = on;
       alter role current_user password 'x'`,
    );
  await expect(ask(logins.partner, 'select 1')).rejects.toThrow('password');
  expect((await prepareDatabase(url, testKeys)).logins).toEqual(logins);
  for (const purpose of purposes)
    expect(
      await ask(
        logins[purpose],
        `select current_setting('search_path') as path, current_setting('transaction_read_only') as readonly`,
      ),
    ).toEqual([{ path: '"$user", public', readonly: 'off' }]);
});

test('without the owner a login takes back the settings that SQL on it left, and one with another password is told with what mends it', async () => {
  const { url } = await database();
  const { logins } = await prepareDatabase(url, testKeys);
  const address = new URL(url);
  [address.username, address.password] = ['', ''];
  for (const purpose of purposes)
    await ask(
      logins[purpose],
      `alter role current_user set search_path = 'nowhere'; alter role current_user in database ${address.pathname.slice(1)} set default_transaction_read_only = on`,
    );
  expect(await findLogins(address.href, testKeys)).toEqual(logins);
  for (const purpose of purposes)
    expect(
      await ask(
        logins[purpose],
        `select current_setting('search_path') as path, current_setting('transaction_read_only') as readonly`,
      ),
    ).toEqual([{ path: '"$user", public', readonly: 'off' }]);
  await ask(logins.partner, `alter role current_user password 'x'`);
  await expect(findLogins(address.href, testKeys)).rejects.toThrow(/crossdock_partner_.*crossdock migrate/s);
});

test('a database that is away is told as that', async () => {
  await expect(findLogins('postgres://127.0.0.1:1/none', testKeys)).rejects.toThrow('The database does not answer');
});

test.each([
  ['postgres://db:5432/crossdock', false],
  ['postgres:///crossdock?host=/var/run/postgresql', false],
  ['postgres://owner@db/crossdock', true],
  ['postgres://owner:secret@db/crossdock', true],
  ['postgres:///crossdock?host=/tmp&user=owner', true],
])('%s names a user: %s', (address, expected) => {
  expect(namesUser(address)).toBe(expected);
});
