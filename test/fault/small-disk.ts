import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, of so many megabytes, that can be filled to the last byte. */
export interface SmallDisk {
  readonly dir: string;
  fill(): void;
  /** Gives the room back. */
  clear(): void;
  remove(): void;
}

/** Why there can be no small disk here; undefined where there can. */
export const smallDiskMissing: string | undefined = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'only root on Linux can mount a disk';
  const dir = mkdtempSync(join(tmpdir(), 'crossdock-mount-'));
  try {
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', dir]);
    if (status !== 0) return 'this machine lets nobody mount a disk';
    spawnSync('umount', [dir]);
    return undefined;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
})();

export function smallDisk(sizeMb: number): SmallDisk {
  const dir = mkdtempSync(join(tmpdir(), 'crossdock-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'tmpfs', dir]);
  chmodSync(dir, 0o711);
  const filler = join(dir, 'filler');
  return {
    dir,
    fill() {
      const chunk = Buffer.alloc(64 * 1024);
      for (let free = 1; free > 0; ) {
        try {
          writeFileSync(filler, chunk, { flag: 'a' });
        } catch {
          // Full; what somebody gives back meanwhile is taken as well.
        }
        const { bavail, bsize } = statfsSync(dir);
        free = bavail * bsize >= chunk.length ? 1 : 0;
      }
    },
    clear: () => rmSync(filler, { force: true }),
    remove() {
      // Lazily: a process that ends late must not keep it.
      spawnSync('umount', ['-l', dir]);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
