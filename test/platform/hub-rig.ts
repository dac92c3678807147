import { spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const isRoot = process.getuid?.() === 0;

/** The ordinary user that tests become when they run as root. */
export const nobody = { uid: 65534, gid: 65534 };

/** A folder that other users may pass, removed by the returned function. */
export function scratch(name = 'plain'): { dir: string; remove(): void } {
  const base = mkdtempSync(join(tmpdir(), 'crossdock-platform-'));
  chmodSync(base, 0o711);
  const dir = join(base, name);
  mkdirSync(dir, { mode: 0o711 });
  return { dir, remove: () => rmSync(base, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }) };
}

export function giveTo(user: { uid: number; gid: number }, path: string): void {
  chownSync(path, user.uid, user.gid);
}

export type Outcome = { code: number | null; signal: NodeJS.Signals | null; out: string; err: string };

export type Running = {
  pid: number;
  /** The first whole line on stdout that fits. */
  line(fits: RegExp): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<Outcome>;
};

export type RunOptions = { uid?: number; gid?: number; env?: NodeJS.ProcessEnv; cwd?: string };

/** Starts a program with a clean environment; see `ended` for what it said. */
export function start(command: string, args: string[], options: RunOptions = {}): Running {
  const { env = {}, cwd = '/', ...user } = options;
  const child = spawn(command, args, {
    ...user,
    cwd,
    env: { PATH: process.env.PATH, HOME: '/nonexistent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  const watchers = new Set<() => void>();
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
    for (const watch of watchers) watch();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  const ended = new Promise<Outcome>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, out, err }));
  });
  const line = (fits: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const watch = () => {
        const found = out
          .split('\n')
          .slice(0, -1)
          .find((text) => fits.test(text));
        if (found !== undefined) resolve(found);
      };
      watchers.add(watch);
      watch();
      ended.then(() => reject(new Error(`It ended without a line like ${fits}:\n${out}\n${err}`)), reject);
    });
  return { pid: child.pid ?? -1, line, kill: (signal) => child.kill(signal), ended };
}
