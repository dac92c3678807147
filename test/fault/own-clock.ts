import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../bin/command.ts';
import { scratch } from '../platform/hub-rig.ts';

/** A clock that a process is started with, so many seconds off, and that can be set while it runs. */
export function clockOfItsOwn(seconds: number) {
  const { dir, remove } = scratch();
  const file = join(dir, 'clock');
  writeFileSync(file, String(seconds));
  const preload = pathToFileURL(join(projectRoot, 'test/fault/other-clock.ts')).href;
  return {
    env: { NODE_OPTIONS: `--import=${preload}`, CROSSDOCK_TEST_CLOCK: file },
    set(pid: number, to: number) {
      writeFileSync(file, String(to));
      process.kill(pid, 'SIGUSR2');
    },
    remove,
  };
}
