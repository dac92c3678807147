import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

export type LockOwner = { pid: number; startedAt: string };
export type ProcessLock = { release(): void };

/** Says whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When the process began, as an opaque text that differs when an id is used again; '' where the system does not tell. */
export function processStart(pid: number): string {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      // Field 22 (starttime), counted after the command name, which is in brackets and may hold spaces.
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    }
    if (process.platform === 'win32') return '';
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

function readOwner(path: string): LockOwner | undefined {
  try {
    const parsed = JSON.parse(readFileSync(path, 'utf8')) as Partial<LockOwner>;
    if (typeof parsed.pid !== 'number') return undefined;
    return { pid: parsed.pid, startedAt: String(parsed.startedAt ?? '') };
  } catch {
    return undefined;
  }
}

function isHeld(owner: LockOwner | undefined): boolean {
  if (!owner || !isAlive(owner.pid)) return false;
  const startedAt = processStart(owner.pid);
  return owner.startedAt === '' || startedAt === '' || owner.startedAt === startedAt;
}

/** Moves a dead owner's file aside; puts it back when another process was quicker and the file moved is a living one's. */
function clearStale(path: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  try {
    if (isHeld(readOwner(aside))) linkSync(aside, path);
  } catch {
    // A third process took the lock in between; it has it now.
  }
  rmSync(aside, { force: true });
}

/**
 * Takes the lock file at `path` for this process, or returns the living process that has it.
 * The file of a process that was killed is taken over; a hard link makes creation and content one step.
 */
export function tryLock(path: string): ProcessLock | LockOwner {
  const mine: LockOwner & { token: string } = {
    pid: process.pid,
    startedAt: processStart(process.pid),
    token: randomUUID(),
  };
  const draft = `${path}.${mine.token}`;
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o644 });
  try {
    for (;;) {
      try {
        linkSync(draft, path);
        return { release: () => release(path, mine.token) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const owner = readOwner(path);
      if (owner && isHeld(owner)) return owner;
      clearStale(path);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

function release(path: string, token: string): void {
  try {
    if ((JSON.parse(readFileSync(path, 'utf8')) as { token?: string }).token === token) rmSync(path, { force: true });
  } catch {
    // Gone already: nothing is held.
  }
}

/** Like `tryLock`, but waits up to `waitMs` for the other process; returns undefined when it still has it. */
export async function waitForLock(path: string, waitMs: number): Promise<ProcessLock | undefined> {
  for (let leftMs = waitMs; ; leftMs -= 50) {
    const taken = tryLock(path);
    if ('release' in taken) return taken;
    if (leftMs <= 0) return undefined;
    await delay(50);
  }
}
