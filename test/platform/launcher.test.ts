import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { skipped } from '../support/skipped.ts';
import { scratch, start } from './hub-rig.ts';

const launcher = fileURLToPath(new URL('../../services/bin/crossdock.js', import.meta.url));

/** A Node of the system that is older than 24, where this machine has one. */
const oldNode = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => {
  if (!existsSync(path)) return false;
  const said = spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout;
  const major = Number(/^v(\d+)/.exec(said)?.[1] ?? 24);
  return major >= 20 && major < 24;
});

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});

/** The launcher beside a stand-in for the real program, with the pinned Node where npm puts it. */
function project(cli: string, pinned: 'node' | 'platform' | 'none' = 'node'): string {
  const { dir, remove } = scratch('a project');
  cleanUp.push(remove);
  const bin = join(dir, 'services', 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(dir, 'package.json'), '{"type":"module"}');
  cpSync(launcher, join(bin, 'crossdock.js'));
  const embedded = join(bin, '..', 'embedded');
  mkdirSync(embedded, { recursive: true });
  cpSync(new URL('../../services/embedded/pinned-node.js', import.meta.url), join(embedded, 'pinned-node.js'));
  mkdirSync(join(dir, 'services', 'cli'));
  writeFileSync(join(dir, 'services', 'cli', 'cli.ts'), cli);
  if (pinned !== 'none') {
    const name = pinned === 'node' ? 'node' : `node-${process.platform}-${process.arch}`;
    mkdirSync(join(dir, 'node_modules', name, 'bin'), { recursive: true });
    symlinkSync(process.execPath, join(dir, 'node_modules', name, 'bin', 'node'));
  }
  chmodSync(dir, 0o755);
  return join(bin, 'crossdock.js');
}

const report = `const said: { node: string; args: string[] } = { node: process.versions.node.split('.')[0]!, args: process.argv.slice(2) };
console.log(JSON.stringify(said));
process.exitCode = 3;`;

describe('the launcher', () => {
  test('under Node 24 runs the program in the same process, with arguments and exit code', async () => {
    const running = start(process.execPath, [project(report, 'none'), 'inspect', 'a file']);
    const { code, out } = await running.ended;
    expect(JSON.parse(out)).toEqual({ node: '24', args: ['inspect', 'a file'] });
    expect(code).toBe(3);
  });
});

const none = !oldNode && 'this machine has no Node 20 to 23 in /usr/bin or /usr/local/bin';
describe.skipIf(!oldNode)(skipped('the launcher under an older Node', none), () => {
  const old = oldNode ?? '';

  test.each(['node', 'platform'] as const)('goes over to the pinned Node of package `%s`', async (pinned) => {
    const { code, out } = await start(old, [project(report, pinned), 'inspect', 'a file']).ended;
    expect(JSON.parse(out)).toEqual({ node: '24', args: ['inspect', 'a file'] });
    expect(code).toBe(3);
  });

  test('says in one sentence what to do when npm has installed no Node 24, and ends with 2', async () => {
    const { code, out, err } = await start(old, [project(report, 'none')]).ended;
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(/needs Node 24.*npm install/);
  });

  const waiting = `const alive = setInterval(() => {}, 300_000);
process.once('SIGTERM', () => { console.log('clean'); clearInterval(alive); process.exitCode = 0; });
console.log('ready');`;

  test('hands SIGTERM on and waits for the clean end', async () => {
    const running = start(old, [project(waiting)]);
    await running.line(/ready/);
    running.kill('SIGTERM');
    const { code, out } = await running.ended;
    expect(out).toMatch(/clean/);
    expect(code).toBe(0);
  });

  test('killed with SIGKILL leaves no program behind: it ends cleanly by itself', async () => {
    const running = start(old, [project(waiting)]);
    await running.line(/ready/);
    running.kill('SIGKILL');
    // The pipes close when the program has ended as well.
    expect((await running.ended).out).toMatch(/clean/);
  });
});
