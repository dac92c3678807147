import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newEd25519 } from '../../services/channels/ssh2.ts';
import { freePort } from '../fault/hub-processes.ts';
import { scratch } from '../platform/hub-rig.ts';
import { command, launcher, projectRoot, type RunningCommand } from './command.ts';

// The lines of the README, as they stand there, beside a hub that a real `crossdock start` runs with its demo.

/** Lines that are not run, each with the reason. */
const skipped: readonly (readonly [RegExp, string])[] = [
  [/^npm install/, 'it installs the packages that this test runs on, and starts what this test has started'],
  [/^docker/, 'it needs Docker'],
];

/** Lines that find something, which is exit code 1: each with what it finds after the sample traffic of the demo. */
const finding: readonly (readonly [RegExp, RegExp])[] = [
  [/^npx crossdock retry/, /odoo\.order-unknown/],
  [/^npx crossdock certification list/, /order-complete +open/],
];

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
const lines = [...readme.matchAll(/^```\n([\s\S]*?)^```$/gm)]
  .flatMap(([, block = '']) => block.split('\n'))
  // The picture of the house is no command.
  .filter((line) => /^(npm|npx|curl|docker|crossdock) /.test(line));
const toRun = lines.filter((line) => !skipped.some(([form]) => form.test(line)));

let room: string;
let cleanUp: () => unknown;
let port: number;
let hub: RunningCommand;
let key: string;
const env = () => ({
  ...{ PATH: process.env.PATH, HOME: room, CROSSDOCK_HOME: join(room, 'home'), PORT: String(port), API_KEY: key },
  LOG_LEVEL: 'warn',
});

/** Runs a line in a shell, at the root of the project; its port, and the folder that it writes, are the test's own. */
function run(line: string): Promise<{ code: number | null; out: string }> {
  const own = line
    .replaceAll('localhost:8080', `localhost:${port}`)
    .replaceAll('/tmp/harbour-row', join(room, 'harbour-row'))
    // What npx would find first of all: the program of this very folder.
    .replace(/^npx crossdock/, `"${process.execPath}" "${launcher}"`);
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', own], { cwd: projectRoot, env: env() });
    let out = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out }));
  });
}

beforeAll(async () => {
  const { dir, remove } = scratch('readme');
  room = dir;
  cleanUp = remove;
  port = await freePort();
  key = '';
  // As whoever uses SSH has one.
  mkdirSync(join(room, '.ssh'));
  writeFileSync(join(room, '.ssh/id_ed25519.pub'), `${newEd25519().public} somebody\n`);
  hub = command(['start'], { env: { ...env(), HOST: '127.0.0.1' }, follow: true });
  await hub.line(/Stop with Ctrl-C/);
}, 300_000);
afterAll(async () => {
  hub.interrupt();
  await hub.ended;
  cleanUp();
}, 120_000);

test('the start of the demo prints a key and a curl line that works as it stands', async () => {
  const [line = ''] = /curl .*$/m.exec(hub.out()) ?? [];
  key = /Bearer (cdk_\S+)"/.exec(line)?.[1] ?? '';
  const { code, out } = await run(line.trim());
  expect([code, out]).toEqual([0, expect.stringContaining('"duplicate":false')]);
}, 120_000);

describe('the README', () => {
  test('has lines to run', () => {
    expect(toRun.length).toBeGreaterThan(20);
    expect(lines.length - toRun.length).toBe(2);
  });

  test.each(toRun)('%s', { timeout: 600_000 }, async (line) => {
    const { code, out } = await run(line);
    const [, found] = finding.find(([form]) => form.test(line)) ?? [];
    expect([code, out]).toEqual([found ? 1 : 0, found ? expect.stringMatching(found) : expect.anything()]);
    if (line.startsWith('curl')) expect(out).toMatch(/"documents":\[/);
  });
});
