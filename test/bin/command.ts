import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
export const launcher = fileURLToPath(new URL('../../services/bin/crossdock.js', import.meta.url));

export interface Said {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface RunningCommand {
  readonly pid: number;
  /** What it has printed so far. */
  out(): string;
  /** The first whole line of its output that fits; fails when it ends without one. */
  line(fits: RegExp): Promise<string>;
  /** Ctrl-C: SIGINT to the whole process group, as a terminal does it. */
  interrupt(): void;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<Said>;
}

interface Options {
  readonly env?: NodeJS.ProcessEnv;
  readonly stdin?: Uint8Array | string;
  /** Program to run; the launcher under this Node unless given. */
  readonly program?: readonly [string, ...string[]];
  /** It ends by itself when this process does, however that happens; only for the launcher. */
  readonly follow?: boolean;
}

/** Starts `crossdock` in a process group of its own, with nothing of our environment but PATH and HOME. */
export function command(args: readonly string[], options: Options = {}): RunningCommand {
  const [program, ...before] = options.program ?? [process.execPath, launcher];
  const child = spawn(program, [...before, ...args], {
    cwd: projectRoot,
    detached: true,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      // As the launcher tells its child: the channel closes with us.
      ...(options.follow && { CROSSDOCK_LAUNCHED: '1' }),
      ...options.env,
    },
    stdio: [
      options.stdin === undefined ? 'ignore' : 'pipe',
      'pipe',
      'pipe',
      ...(options.follow ? ['ipc' as const] : []),
    ],
  });
  child.channel?.unref();
  if (options.stdin !== undefined) {
    // It may end before it has read all: that is its right.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(options.stdin);
  }
  return watched(child);
}

function watched(child: ChildProcess): RunningCommand {
  let out = '';
  let err = '';
  const watchers = new Set<() => void>();
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    for (const watch of watchers) watch();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const ended = new Promise<Said>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, out, err }));
  });
  const line = (fits: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const watch = () => {
        const whole = out.split('\n').slice(0, -1);
        const found = whole.find((text) => fits.test(text));
        if (found !== undefined) resolve(found);
      };
      watchers.add(watch);
      watch();
      ended.then(() => reject(new Error(`It ended without a line like ${fits}:\n${out}\n${err}`)), reject);
    });
  const pid = child.pid ?? -1;
  return {
    pid,
    out: () => out,
    line,
    ended,
    interrupt: () => process.kill(-pid, 'SIGINT'),
    kill: (signal) => child.kill(signal),
  };
}

/** Runs a command to its end. */
export const said = (args: readonly string[], options: Options = {}): Promise<Said> => command(args, options).ended;
