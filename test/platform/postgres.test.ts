import { chmodSync, cpSync, existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openHome, resolveHome } from '../../services/embedded/home.ts';
import { type RunningPostgres, startPostgres } from '../../services/embedded/postgres.ts';
import { isPostgres } from '../../services/embedded/postmaster.ts';
import { skipped } from '../support/skipped.ts';
import { giveTo, isRoot, nobody, start } from './hub-rig.ts';
import { ask, cleansUp, cleanUp, folder, forOthers, hub, node, program } from './postgres-rig.ts';

cleansUp();

async function database(dataDir: string, port?: number): Promise<RunningPostgres> {
  const running = await startPostgres({ dataDir, durable: false, ...(port === undefined ? {} : { port }) });
  cleanUp.push(() => running.stop());
  return running;
}

describe('the embedded PostgreSQL', () => {
  test('a second start finds the data, the password and the port of the first', async () => {
    const dataDir = join(folder('a path with a space'), 'postgres');
    const first = await database(dataDir);
    await ask(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    expect(isPostgres(first.pid)).toBe(false);

    const second = await database(dataDir);
    expect(second.adopted).toBe(false);
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('it is PostgreSQL 17 with durable commits, a password, and no door but 127.0.0.1', async () => {
    const dataDir = join(folder(), 'postgres');
    const running = await startPostgres({ dataDir });
    cleanUp.push(() => running.stop());
    const names = ['server_version_num', 'synchronous_commit', 'fsync', 'listen_addresses', 'unix_socket_directories'];
    const rows = await ask<{ name: string; setting: string }>(
      running.url,
      `select name, setting from pg_settings where name in (${names.map((name) => `'${name}'`).join()})`,
    );
    const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
    expect(Math.floor(Number(settings.server_version_num) / 10_000)).toBe(17);
    expect(settings).toMatchObject({
      synchronous_commit: 'on',
      fsync: 'on',
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
    });
    const stranger = new URL(running.url);
    stranger.password = 'guessed';
    await expect(ask(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(dataDir, 'password')).mode & 0o077).toBe(0);
  });

  test('a hub killed with SIGKILL leaves a database that the next one takes over, with what was committed', async () => {
    const home = folder();
    const first = await hub(home);
    await ask(first.url, 'create table kept as select 42 as answer');
    first.process.kill('SIGKILL');
    await first.process.ended;
    expect(isPostgres(first.pid)).toBe(true);

    const second = await hub(home);
    expect(second).toMatchObject({ adopted: true, pid: first.pid, url: first.url });
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
    second.process.kill('SIGTERM');
    expect((await second.process.ended).code).toBe(0);
    expect(isPostgres(first.pid)).toBe(false);
  });

  test('a database killed with SIGKILL starts again and has lost nothing that was committed', async () => {
    const dataDir = join(folder(), 'postgres');
    const first = await startPostgres({ dataDir });
    cleanUp.push(() => first.stop());
    await ask(first.url, 'create table kept as select 42 as answer');
    process.kill(first.pid, 'SIGKILL');
    await first.gone;
    const second = await database(dataDir);
    expect(second.adopted).toBe(false);
    expect(await ask(second.url, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  test('a leftover postmaster.pid whose number now belongs to another program does not stop the start', async () => {
    const dataDir = join(folder(), 'postgres');
    const first = await database(dataDir);
    await first.stop();
    const stranger = start('sleep', ['600']);
    cleanUp.push(() => stranger.kill('SIGKILL'));
    writeFileSync(
      join(dataDir, 'cluster', 'postmaster.pid'),
      `${stranger.pid}\n${dataDir}/cluster\n1\n5432\n\n\n\nready\n`,
    );
    const second = await database(dataDir);
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('the port of the last start is given up for a free one when another program has it', async () => {
    const dataDir = join(folder(), 'postgres');
    const first = await database(dataDir);
    await first.stop();
    const thief = createServer();
    await new Promise<void>((resolve) => thief.listen(Number(new URL(first.url).port), '127.0.0.1', resolve));
    cleanUp.push(() => thief.close());
    const second = await database(dataDir);
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
  });

  test('two starts at once on an empty folder end in one database', async () => {
    const dataDir = join(folder(), 'postgres');
    const [one, two] = await Promise.all([database(dataDir), database(dataDir)]);
    expect(one.pid).toBe(two.pid);
    expect([one.adopted, two.adopted].toSorted()).toEqual([false, true]);
  });

  test('a creation that was cut off half-way is begun anew', async () => {
    const dataDir = join(folder(), 'postgres');
    const draft = join(dataDir, 'cluster.new');
    const first = await database(dataDir);
    await first.stop();
    cpSync(join(dataDir, 'cluster', 'PG_VERSION'), join(draft, 'PG_VERSION'), { recursive: true });
    rmSync(join(dataDir, 'cluster'), { recursive: true });
    const second = await database(dataDir);
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(draft)).toBe(false);
  });

  test('a second hub on the same home is refused with the process that has it', async () => {
    const home = folder();
    const first = await hub(home);
    const second = await start(node, [program, home]).ended;
    expect(second.code).not.toBe(0);
    expect(second.err).toMatch(`Another Crossdock (process ${first.process.pid}) runs on ${home}`);
    expect(second.err).toMatch(/CROSSDOCK_HOME/);
  });

  test('the lock of a killed hub is taken over', async () => {
    const home = folder();
    const first = await hub(home);
    first.process.kill('SIGKILL');
    await first.process.ended;
    const mine = openHome(home);
    mine.release();
    expect(readdirSync(home)).not.toContain('hub.lock');
    await hub(home);
  });
});

describe('where the data lives', () => {
  test('CROSSDOCK_HOME first, then the place that suits the user', () => {
    expect(resolveHome({ CROSSDOCK_HOME: '/somewhere/else' }, 0)).toBe('/somewhere/else');
    expect(resolveHome({}, 0)).toBe('/var/lib/crossdock');
    expect(resolveHome({ XDG_DATA_HOME: '/home/ada/.data' }, 1000)).toBe('/home/ada/.data/crossdock');
    expect(resolveHome({}, 1000)).toMatch(/\/\.local\/share\/crossdock$/);
  });
});

const ordinary = !isRoot && 'the tests run as an ordinary user';

describe.skipIf(!isRoot)(skipped('as root', ordinary), () => {
  test('PostgreSQL runs as nobody, and its folder is closed to others', async () => {
    const dataDir = join(folder(), 'postgres');
    const running = await database(dataDir);
    expect(statSync(`/proc/${running.pid}`).uid).toBe(nobody.uid);
    expect(statSync(dataDir)).toMatchObject({ uid: nobody.uid });
    expect(statSync(dataDir).mode & 0o077).toBe(0);
  });

  test('a home below a closed folder is refused, naming the folder and the remedy', async () => {
    const closed = folder();
    chmodSync(closed, 0o700);
    await expect(startPostgres({ dataDir: join(closed, 'home', 'postgres') })).rejects.toThrow(
      new RegExp(`${closed} is closed to other users. Set CROSSDOCK_HOME .*chmod o\\+x ${closed}`),
    );
  });

  test('an ordinary user starts it on a folder of his own', async () => {
    const home = folder('the home of nobody');
    giveTo(nobody, home);
    const running = await hub(home, nobody, forOthers());
    expect(await ask(running.url, 'select current_user as who')).toEqual([{ who: 'crossdock' }]);
    expect(statSync(`/proc/${running.pid}`).uid).toBe(nobody.uid);
  });

  test('a home that the user may not write is refused with the remedy', async () => {
    const home = folder();
    const other = forOthers();
    const refused = await start(other.node, [other.program, home], nobody).ended;
    expect(refused.code).not.toBe(0);
    expect(refused.err).toMatch(/cannot write to its data folder .* Set CROSSDOCK_HOME/);
  });

  test('a user id without a passwd entry is refused with the remedy', async () => {
    const home = folder();
    giveTo({ uid: 4242, gid: 4242 }, home);
    const other = forOthers();
    const refused = await start(other.node, [other.program, home], { uid: 4242, gid: 4242 }).ended;
    expect(refused.code).not.toBe(0);
    expect(refused.err).toMatch(/user id 4242.*set DATABASE_URL/);
  });
});
