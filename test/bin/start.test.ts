import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { DemoAccess } from '../../services/bin/seed.ts';
import { isPostgres, readPostmaster } from '../../services/embedded/postmaster.ts';
import { statusReport } from '../bench/samples.ts';
import { freePort } from '../fault/hub-processes.ts';
import { post } from '../fault/posting.ts';
import { until } from '../fault/until.ts';
import { scratch } from '../platform/hub-rig.ts';
import { command, type RunningCommand, said } from './command.ts';

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
}, 300_000);

/** A home on a path with a space, and what else a start needs; whatever runs on it at the end is ended. */
async function home(): Promise<{ dir: string; env: NodeJS.ProcessEnv; url: string; postgres(): number | undefined }> {
  const { dir, remove } = scratch('home of the hub');
  const port = await freePort();
  const postgres = () => {
    const pid = readPostmaster(join(dir, 'postgres', 'cluster'))?.pid;
    return pid !== undefined && isPostgres(pid) ? pid : undefined;
  };
  cleanUp.push(remove, () => {
    const pid = postgres();
    if (pid !== undefined) process.kill(pid, 'SIGQUIT');
  });
  const env = { CROSSDOCK_HOME: dir, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'warn' };
  return { dir, env, url: `http://localhost:${port}`, postgres };
}

function started(env: NodeJS.ProcessEnv, program?: readonly [string, ...string[]]): RunningCommand {
  const running = program ? command([], { env, program }) : command(['start'], { env, follow: true });
  cleanUp.push(async () => {
    try {
      process.kill(-running.pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
    await running.ended.catch(() => undefined);
  });
  return running;
}

const loginLines = (out: string) =>
  out
    .split('\n')
    .filter((line) => line.includes('.example'))
    .map((line) => line.trim().split(/\s+/));

/** What the hub answers; a machine that has too much in hand may ask to come again, which is said. */
async function signIn(url: string, email: string, password: string): Promise<number | string> {
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(`${url}/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (response.ok) return response.status;
    const said = `${response.status} ${await response.text()}`;
    if (response.status !== 503 || tries === 5) return said;
    console.warn(`${email} is asked to come again: ${said}`);
    await setTimeout(1000 * Number(response.headers.get('retry-after')));
  }
}

describe('crossdock start', { timeout: 900_000 }, () => {
  test('npm start prints address and logins that work; Ctrl-C stops it with its PostgreSQL; a second start finds its data', async () => {
    const { env, url, postgres } = await home();
    const first = started(env, ['npm', 'start']);
    expect(await first.line(/is ready/)).toBe(`Crossdock is ready: ${url}`);
    await first.line(/Stop with Ctrl-C/);
    const logins = loginLines(first.out());
    expect(logins.map(([email]) => email)).toEqual([
      'team@northgate.example',
      'edi@quayside.example',
      'edi@blueheron.example',
    ]);
    for (const [email = '', password = ''] of logins) expect(await signIn(url, email, password), first.out()).toBe(200);
    expect((await fetch(`${url}/`)).status).toBe(200);
    first.interrupt();
    const firstSaid = await first.ended;
    expect(firstSaid.out).toMatch(/Stopping/);
    expect(firstSaid.err).not.toMatch(/ at |Error/);
    expect(postgres()).toBeUndefined();

    const second = started(env);
    await second.line(/Stop with Ctrl-C/);
    // What a program prints ends up in logs: passwords once, and then the place where they are.
    const file = join(env.CROSSDOCK_HOME!, 'demo.json');
    expect(second.out()).toContain(file);
    const [email = '', password = ''] = logins[0] ?? [];
    expect(second.out()).not.toContain(password);
    expect(readFileSync(file, 'utf8')).toContain(password);
    expect(await signIn(url, email, password)).toBe(200);
    second.interrupt();
    expect(await second.ended).toMatchObject({ code: 0, signal: null, err: '' });
    expect(postgres()).toBeUndefined();
  });

  test('killed with SIGKILL it leaves nothing that blocks the next start, which ends as cleanly as any', async () => {
    const { env, postgres } = await home();
    const first = started(env);
    await first.line(/is ready/);
    first.kill('SIGKILL');
    await first.ended;

    const second = started(env);
    await second.line(/is ready/);
    second.interrupt();
    expect(await second.ended).toMatchObject({ code: 0, err: '' });
    expect(postgres()).toBeUndefined();
  });

  test('a home in use is refused with the process that has it, and that one goes on', async () => {
    const { dir, env, url } = await home();
    const first = started(env);
    await first.line(/is ready/);
    const second = await said(['start'], { env: { ...env, PORT: '0' } });
    expect(second.code).toBe(2);
    expect(second.err).toBe(
      `Another Crossdock (process ${first.pid}) runs on ${dir}. Stop it first, or set CROSSDOCK_HOME to another folder for a second one.\n`,
    );
    expect((await fetch(`${url}/v1/health`)).status).toBe(200);
  });

  test('a taken port: it says so and how to change it, and leaves no PostgreSQL behind', async () => {
    const { env, postgres } = await home();
    const thief = createServer().listen(Number(env.PORT), '127.0.0.1');
    cleanUp.push(() => thief.close());
    const { code, out, err } = await said(['start'], { env });
    expect(code).toBe(2);
    expect(err).toBe(`Port ${env.PORT} is taken by another program. Choose another: PORT=8090 npm start\n`);
    // At once: nothing was begun that takes its time.
    expect(out).toBe('');
    expect(postgres()).toBeUndefined();
  });

  test('a port that this user may not have: it says so at once', async ({ skip }) => {
    const file = '/proc/sys/net/ipv4/ip_unprivileged_port_start';
    skip(process.getuid?.() === 0, 'root may listen on every port');
    skip(!existsSync(file) || Number(readFileSync(file, 'utf8')) <= 80, 'every user may listen on port 80 here');
    const { env } = await home();
    const { code, out, err } = await said(['start'], { env: { ...env, PORT: '80' } });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^This user may not listen on port 80\. Choose one from 1024 up: .*\n$/);
  });

  test.each(['/proc/crossdock', '/dev/null', '/dev/null/crossdock'])(
    'a home that cannot be, %s: it says so at once',
    async (dir) => {
      const { env } = await home();
      const { code, out, err } = await said(['start'], { env: { ...env, CROSSDOCK_HOME: dir } });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toBe(
        `Crossdock cannot write to its data folder ${dir}. Set CROSSDOCK_HOME to a folder that this user can write.\n`,
      );
    },
  );

  test.each([
    ['npx', 'crossdock', 'start'],
    ['npm', 'start'],
  ] as const)('a kill of `%s %s` ends the hub too, with its PostgreSQL', async (...program) => {
    const { env, url, postgres } = await home();
    const running = started(env, [...program]);
    await running.line(/Stop with Ctrl-C/);
    process.kill(running.pid, 'SIGTERM');
    await until('the hub has ended', async () => {
      const answers = await fetch(`${url}/v1/health`).then(
        () => true,
        () => false,
      );
      return !answers && postgres() === undefined;
    });
  });

  test('Ctrl-C during the start stops it as cleanly', async () => {
    const { env, postgres } = await home();
    const running = started(env);
    await running.line(/Starting PostgreSQL/);
    running.interrupt();
    expect(await running.ended).toMatchObject({ code: 0, err: '' });
    expect(postgres()).toBeUndefined();
  });

  test('when its PostgreSQL is killed it says so, starts it again, and goes on; Ctrl-C ends both as ever', async () => {
    const { dir, env, url, postgres } = await home();
    const running = started(env);
    await running.line(/is ready/);
    const { apiKeys } = JSON.parse(readFileSync(join(dir, 'demo.json'), 'utf8')) as DemoAccess;
    const key = apiKeys['standard-carrier/production']!;
    const accepted: string[] = [];
    for (let round = 1; round <= 3; round += 1) {
      const pid = await until('PostgreSQL runs', postgres);
      process.kill(pid, 'SIGKILL');
      const taken = await until('documents are taken again', async () => {
        const answer = await post(url, key, statusReport(round, 'WH/OUT/00001'));
        // Nothing else is answered meanwhile, and nothing is acknowledged twice.
        expect([202, 200, 503], answer.broke).toContain(answer.status);
        return answer.status !== 503 && postgres() !== pid && answer;
      });
      accepted.push(taken.id!);
    }
    await until('all have their acknowledgement', async () => {
      const headers = { authorization: `Bearer ${key}` };
      const answer = await fetch(`${url}/v1/outbox`, { headers });
      const { documents = [] } = (await answer.json()) as { documents?: { answers?: string }[] };
      return accepted.every((id) => documents.filter(({ answers }) => answers === id).length === 1);
    });
    expect((await fetch(`${url}/v1/health`)).status).toBe(200);
    running.interrupt();
    const { code, err } = await running.ended;
    expect(code).toBe(0);
    // Where it is killed while it is being started again, that is one end and not two.
    const told = err.match(/PostgreSQL (has ended by itself; its log is .*Starting it again|runs again)/g) ?? [];
    expect(told.length).toBeGreaterThanOrEqual(2);
    for (const [nth, line] of told.entries()) expect(line).toContain(nth % 2 === 0 ? 'has ended' : 'runs again');
    expect(told.at(-1)).toContain('runs again');
    expect(err).toContain(join(dir, 'postgres', 'postgres.log'));
    expect(postgres()).toBeUndefined();
  });

  test('what cannot be used of the environment is named, with what it should be', async () => {
    const { env } = await home();
    const refused = async (args: string[], more: NodeJS.ProcessEnv) => {
      const { code, err, out } = await said(args, { env: { ...env, ...more } });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      return err;
    };
    expect(await refused(['start'], { PORT: 'eighty' })).toMatch(/^PORT is "eighty"; it must be a whole number/);
    expect(await refused(['start', '--role', 'sftp,api'], {})).toMatch(/^There is no role sftp; the roles are/);
    expect(await refused(['start'], { CROSSDOCK_KEYS: 'short' })).toMatch(/openssl rand -base64 32/);
  });

  test('the keys to its secrets and the demo logins are for its user alone', async () => {
    const { dir, env } = await home();
    const running = started(env);
    await running.line(/is ready/);
    for (const name of ['keys', 'demo.json']) expect(statSync(join(dir, name)).mode & 0o077, name).toBe(0);
    expect(JSON.parse(readFileSync(join(dir, 'demo.json'), 'utf8'))).toHaveProperty('apiKeys');
    running.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 0 });
  });
});
