import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { freePort } from '../fault/hub-processes.ts';
import { scratch } from '../platform/hub-rig.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { command, type RunningCommand, said } from './command.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
}, 300_000);

async function database(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  const made = await testDatabase(options);
  cleanUp.push(() => made.drop());
  return made;
}

function homeDir(): string {
  const { dir, remove } = scratch('home of the hub');
  cleanUp.push(remove);
  return dir;
}

function running(args: readonly string[], env: NodeJS.ProcessEnv): RunningCommand {
  const one = command(args, { follow: true, env: { HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...env } });
  cleanUp.push(async () => {
    one.kill('SIGKILL');
    await one.ended;
  });
  return one;
}

describe('crossdock migrate', { timeout: 900_000 }, () => {
  test('without DATABASE_URL it is a mistake in use, and says who migrates the embedded one', async () => {
    expect(await said(['migrate'])).toMatchObject({
      code: 2,
      out: '',
      err: 'Set DATABASE_URL. The embedded database is migrated by `crossdock start`.\n',
    });
  });

  test('several at once on an empty database make the schema once; later there is nothing to do', async () => {
    const { url, knex } = await database({ empty: true });
    const env = { DATABASE_URL: url, CROSSDOCK_HOME: homeDir() };
    const all = await Promise.all([1, 2, 3].map(() => said(['migrate', '--json'], { env })));
    expect(all.map(({ code, err }) => ({ code, err }))).toEqual(all.map(() => ({ code: 0, err: '' })));
    const migrated = all.map(({ out }) => (JSON.parse(out) as { migrated: string[] }).migrated);
    expect(migrated.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await knex('document')).toEqual([]);
    expect(await said(['migrate'], { env })).toMatchObject({ code: 0, out: 'The schema is the newest already.\n' });
  });

  test('a database that does not answer is told in a sentence, with exit code 2 and without the password', async () => {
    const env = { DATABASE_URL: `postgres://crossdock:hidden@127.0.0.1:${await freePort()}/nothing` };
    for (const args of [
      ['migrate'],
      ['setup', '--company', 'A', '--email', 'a@b.example'],
      ['start', '--role', 'worker'],
    ]) {
      const { code, err } = await said(args, { env: { ...env, CROSSDOCK_HOME: homeDir() } });
      expect({ args, code }).toEqual({ args, code: 2 });
      expect(err).toMatch(/^The database at DATABASE_URL does not answer: .*ECONNREFUSED/);
      expect(err).not.toMatch(/hidden|\n\s+at /);
    }
  });
});

describe('a hub on a database of your own', { timeout: 900_000 }, () => {
  test('setup makes the company and its administrator once; the login works; nothing of a demo is there', async () => {
    const { url, knex } = await database({ empty: true });
    const port = await freePort();
    const env = { DATABASE_URL: url, CROSSDOCK_HOME: homeDir(), PORT: String(port) };
    const args = ['setup', '--company', 'Larkfield Sports', '--email', 'ada@larkfield.example', '--json'];
    const made = await said(args, { env });
    expect(made).toMatchObject({ code: 0, err: '' });
    const login = JSON.parse(made.out) as { email: string; password: string };
    const again = await said(args, { env });
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.err).toMatch(
      /^There is a company in this database already: Larkfield Sports\..* run `crossdock user reset-password EMAIL`/,
    );
    const reset = await said(['user', 'reset-password', login.email, '--json'], { env });
    expect(reset).toMatchObject({ code: 0, err: '' });
    const { password } = JSON.parse(reset.out) as { password: string };

    const hub = running(['start'], env);
    await hub.line(/Stop with Ctrl-C/);
    expect(hub.out()).not.toMatch(/Demo logins|PostgreSQL/);
    const response = await fetch(`http://127.0.0.1:${port}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: login.email, password }),
    });
    expect([response.status, ((await response.json()) as { mustChangePassword?: boolean }).mustChangePassword]).toEqual(
      [200, true],
    );
    expect(await knex('organization').pluck('name')).toEqual(['Larkfield Sports']);
    hub.interrupt();
    expect(await hub.ended).toMatchObject({ code: 0, err: '' });
  });

  test('setup refuses an address that the sign-in form refuses, and says what to do next', async () => {
    const { url } = await database({ empty: true });
    const env = { DATABASE_URL: url, CROSSDOCK_HOME: homeDir() };
    const wrong = await said(['setup', '--company', 'Larkfield Sports', '--email', 'ada'], { env });
    expect(wrong).toMatchObject({
      ...{ code: 2, out: '' },
      err: '--email is "ada", which is no e-mail address: nobody could sign in with it.\n',
    });
    const made = await said(['setup', '--company', 'Larkfield Sports', '--email', 'ada@larkfield.example'], { env });
    for (const step of [
      'crossdock start',
      'Sign in at http://127.0.0.1:8080',
      'crossdock user add',
      'crossdock odoo connect',
    ])
      expect(made.out).toContain(step);
  });

  test('the owner migrates by itself, and the hub runs without its login', async () => {
    const { url, knex } = await database({ empty: true });
    const address = new URL(url);
    [address.username, address.password] = ['', ''];
    const env = { DATABASE_URL: address.href, CROSSDOCK_HOME: homeDir(), PORT: String(await freePort()) };
    const early = await said(['start'], { env });
    expect(early).toMatchObject({ code: 2, out: '' });
    expect(early.err).toMatch(/^The database lets nobody in as crossdock_hub_.* Run `crossdock migrate`/);
    expect(await said(['migrate'], { env })).toMatchObject({
      code: 2,
      err: "Set DATABASE_OWNER_URL to the database with its owner's login.\n",
    });
    expect(await said(['migrate'], { env: { ...env, DATABASE_OWNER_URL: url } })).toMatchObject({ code: 0, err: '' });
    const company = ['--company', 'Larkfield Sports', '--email', 'ada@larkfield.example'];
    expect(await said(['setup', ...company], { env })).toMatchObject({ code: 0, err: '' });
    const hub = running(['start'], env);
    await hub.line(/Stop with Ctrl-C/);
    const { rows } = await knex.raw(
      `select distinct usename::text as login from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );
    expect(rows.map(({ login }: { login: string }) => login.replace(/_test_.*/, '')).toSorted()).toEqual(
      expect.arrayContaining(['crossdock_hub', 'crossdock_queue']),
    );
    for (const { login } of rows) expect(login).toMatch(/^crossdock_(hub|partner|twin|queue)_test_/);
    hub.interrupt();
    expect(await hub.ended).toMatchObject({ code: 0, err: '' });
    await knex.raw('delete from schema_migration where id = (select max(id) from schema_migration)');
    expect(await said(['start'], { env })).toMatchObject({
      code: 2,
      err: 'The database lacks 1 of the migrations of this version. Run `crossdock migrate` with DATABASE_OWNER_URL.\n',
    });
  });

  test('an API and a worker that start at the same moment on one empty home and database share schema, demo and keys', async () => {
    const { url } = await database({ empty: true });
    const port = await freePort();
    const dir = homeDir();
    const env = {
      DATABASE_URL: url,
      CROSSDOCK_HOME: dir,
      CROSSDOCK_DEMO: '1',
      PORT: String(port),
      CROSSDOCK_URL: `http://127.0.0.1:${port}`,
    };
    const both = ['worker', 'api'].map((role) => running(['start', '--role', role], env));
    await Promise.all(both.map((one) => one.line(/is ready/)));
    // Only with the same keys can the worker open what the other has sealed for the twin.
    const demo = await said(['demo', '--json'], { env });
    expect(demo).toMatchObject({ code: 0, err: '' });
    expect(demo.out).toMatch(/applied in Odoo/);
    for (const one of both) one.interrupt();
    for (const one of both) expect(await one.ended).toMatchObject({ code: 0, err: '' });
  });
});

interface Line {
  readonly by: string;
  readonly partner: string;
  readonly file: string;
  readonly documentId?: string;
  readonly outcome: string;
  readonly text: string;
}

describe('crossdock demo', { timeout: 900_000 }, () => {
  const lines = (out: string) =>
    out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);

  test('sends every sample and tells what became of each; a second run says duplicate', async () => {
    const { url, knex } = await database();
    const port = await freePort();
    const dir = homeDir();
    const env = { DATABASE_URL: url, CROSSDOCK_HOME: dir, CROSSDOCK_DEMO: '1', PORT: String(port) };
    // So few requests a second that the demo comes to its limit, and has to wait as it is told.
    const hub = running(['start'], { ...env, CROSSDOCK_SESSION_RATE_PER_SECOND: '15' });
    await hub.line(/is ready/);

    const first = await said(['demo', '--json'], { env });
    expect(first).toMatchObject({ code: 0, err: '' });
    const inOdoo = lines(first.out).filter(({ by }) => by === 'Odoo');
    const others = lines(first.out).filter(({ by }) => by !== 'Odoo');
    const sent = others.filter(({ outcome }) => outcome !== 'picked up');
    // Somebody confirms there what the buyer has ordered.
    expect(inOdoo).toMatchObject([
      { outcome: 'answered', text: expect.stringMatching(/^MKT-40017 is answered by an 855/) },
    ]);
    const files = ['standard-3pl', 'standard-carrier'].flatMap((profile) =>
      readdirSync(new URL(`../../partners/${profile}/samples`, import.meta.url)).filter((name) =>
        name.endsWith('.x12'),
      ),
    );
    expect(sent.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
    for (const line of sent) {
      expect(['done', 'attention', 'rejected', 'kept'], line.file).toContain(line.outcome);
      expect(line.text, line.file).not.toBe('');
    }
    expect(sent.filter(({ outcome }) => outcome === 'done').length).toBeGreaterThan(3);
    // What carrier and warehouse invoice, and what a buyer orders, stands in Odoo, and was read back.
    const booked = { '210-agreed-price': 75, '810-purchase-order': 46, '850-order': 'MKT-40017' };
    for (const [file, after] of Object.entries(booked)) {
      const line = sent.find((one) => one.file === `${file}.x12`);
      expect(line, file).toMatchObject({ outcome: 'done' });
      const writes = await knex('odoo_write as w')
        .join('delivery as v', 'v.id', 'w.delivery_id')
        .join('event as e', 'e.id', 'v.event_id')
        .where({ 'e.document_id': line!.documentId })
        .whereIn('w.field', ['amount_total', 'client_order_ref'])
        .select('w.before', 'w.after');
      expect(writes, file).toEqual([{ before: false, after }]);
    }
    const collected = others.filter(({ outcome }) => outcome === 'picked up');
    expect([...new Set(collected.map(({ text }) => text))]).toEqual(expect.arrayContaining(['997', '855']));
    expect(await knex('document').where({ direction: 'in', environment: 'production' })).toHaveLength(files.length);

    const second = await said(['demo'], { env });
    expect(second).toMatchObject({ code: 0, err: '' });
    for (const file of files) expect(second.out).toMatch(new RegExp(`${file.replaceAll('.', '\\.')} +duplicate`));
    expect(await knex('document').where({ direction: 'in', environment: 'production' })).toHaveLength(files.length);
    expect(second.out).toMatch(new RegExp(`portal: http://localhost:${port}/messages`));
  });

  test('without a demo, without a hub, with an unknown environment: a sentence with the remedy and exit code 2', async () => {
    const { url } = await database();
    const dir = homeDir();
    const env = { DATABASE_URL: url, CROSSDOCK_HOME: dir, CROSSDOCK_DEMO: '1', PORT: String(await freePort()) };
    const refused = async (args: string[]) => {
      const { code, out, err } = await said(args, { env });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      return err;
    };
    expect(await refused(['demo', '--environment', 'test'])).toMatch(
      /^There is no environment test; it is production or/,
    );
    expect(await refused(['demo'])).toMatch(/^There is no demo in .*npm start/);
    const hub = running(['start'], env);
    await hub.line(/is ready/);
    expect(existsSync(join(dir, 'demo.json'))).toBe(true);
    hub.interrupt();
    await hub.ended;
    expect(await refused(['demo'])).toMatch(/^Nobody answers at http:\/\/localhost:\d+\. Start the hub/);
    rmSync(join(dir, 'demo.json'));
    expect(await refused(['demo'])).toMatch(/^There is no demo/);
  });
});
