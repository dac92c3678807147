import { createServer } from 'node:net';
import { command, type RunningCommand } from '../bin/command.ts';
import { patience, testKeys } from '../support/seed.ts';
import { until } from './until.ts';

export interface HubProcess {
  readonly pid: number;
  /** SIGKILL: nothing in the process gets to clean up. */
  killHard(): Promise<void>;
  /** SIGTERM. @returns the exit code. */
  stop(): Promise<number | null>;
  /** What it has logged, once it has ended. */
  readonly ended: RunningCommand['ended'];
}

export interface HubProcesses {
  /** Where the API answers, now or after its next start. */
  readonly url: string;
  /** Starts a process with these roles, and with more in its environment; resolves when it is ready. */
  start(roles: string, more?: NodeJS.ProcessEnv): Promise<HubProcess>;
  /** Ends all that still run. */
  stop(): Promise<void>;
}

/** API and worker as processes of their own on one database, as in production; every start has the same port, home and keys. */
export async function hubProcesses(of: {
  databaseUrl: string;
  home: string;
  redisUrl?: string;
  /** More settings, over the usual ones. */
  env?: NodeJS.ProcessEnv;
  /** Told about a process that ended by itself; it is printed unless given. */
  onCrash?: (what: string) => void;
}): Promise<HubProcesses> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    DATABASE_URL: of.databaseUrl,
    REDIS_URL: of.redisUrl ?? '',
    PORT: String(port),
    HOST: '127.0.0.1',
    CROSSDOCK_URL: url,
    CROSSDOCK_HOME: of.home,
    CROSSDOCK_KEYS: testKeys[0],
    CROSSDOCK_DEMO: '0',
    CROSSDOCK_RATE_PER_SECOND: '0',
    CROSSDOCK_FEED_SECONDS: '3600',
    // Several hubs share the PostgreSQL of the test run.
    CROSSDOCK_CONNECTIONS: '8',
    LOG_LEVEL: 'warn',
    ...patience,
    ...of.env,
  };
  const alive = new Set<HubProcess>();
  return {
    url,
    async start(roles, more) {
      const running = command(['start', '--role', roles], { env: { ...env, ...more }, follow: true });
      let wanted = false;
      void running.ended.then(({ code, signal, err }) => {
        if (!wanted)
          (of.onCrash ?? console.error)(
            `The process with ${roles} ended by itself (${signal ?? code}):\n${err.slice(-4000)}`,
          );
      });
      const end = async (signal: NodeJS.Signals) => {
        wanted = true;
        running.kill(signal);
        const { code } = await running.ended;
        alive.delete(process_);
        return code;
      };
      const process_: HubProcess = {
        pid: running.pid,
        ended: running.ended,
        killHard: async () => void (await end('SIGKILL')),
        stop: () => end('SIGTERM'),
      };
      alive.add(process_);
      await running.line(/is ready/);
      if (roles.includes('api')) await until('the API answers', () => answers(url));
      return process_;
    },
    stop: async () => {
      await Promise.all([...alive].map((one) => one.killHard()));
    },
  };
}

const answers = (url: string) =>
  fetch(`${url}/v1/health`).then(
    (response) => response.ok,
    () => false,
  );

export async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const server = createServer().listen(0, '127.0.0.1', resolve);
  await promise;
  const address = server.address();
  const closed = Promise.withResolvers<void>();
  server.close(() => closed.resolve());
  await closed.promise;
  return typeof address === 'object' && address ? address.port : 0;
}
