import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Summary } from './summary-reporter.ts';

// What `npm test` runs: all tests, or those of the paths given (`npm test -- test/queue`); ends with one line of counts.

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (args: string[], env: NodeJS.ProcessEnv = process.env) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env }).status ?? 1;

function buildPortal(filters: string[]): number {
  const wanted = filters.length === 0 || filters.some((filter) => filter.includes('e2e'));
  if (!wanted || !existsSync(join(root, 'portal', 'index.html'))) return 0;
  return run(['node_modules/vite/bin/vite.js', 'build', 'portal', '--logLevel', 'warn']);
}

function runTests(args: string[]): { status: number; summary: Summary | undefined } {
  const dir = mkdtempSync(join(tmpdir(), 'crossdock-run-'));
  const file = join(dir, 'summary.json');
  const reporters = ['--reporter=default', '--reporter=./test/support/summary-reporter.ts'];
  const env = { ...process.env, CROSSDOCK_TEST_SUMMARY: file };
  try {
    const status = run(['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...args], env);
    const summary = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Summary) : undefined;
    return { status, summary };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function explainSkips(skipped: Summary['skipped']): void {
  const byReason = new Map<string, string[]>();
  for (const { test, reason } of skipped) {
    const said = reason || /\((skipped: [^)]*)\)/.exec(test)?.[1] || 'no reason given';
    byReason.set(said, [...(byReason.get(said) ?? []), test]);
  }
  for (const [reason, tests] of byReason) {
    console.log(`\n${tests.length} skipped, ${reason.replace(/^skipped: /, '')}:`);
    for (const test of tests) console.log(`  ${test.replace(/ \(skipped: [^)]*\)/, '')}`);
  }
}

const args = process.argv.slice(2);
const portal = buildPortal(args.filter((arg) => !arg.startsWith('-')));
if (portal !== 0) console.error('The portal does not build; the browser tests would not run on what is in the source.');
const { status, summary } = runTests(args);
const counts = summary ?? { passed: 0, failed: 1, skipped: [] };
if (portal !== 0) counts.failed += 1;
// A run that broke outside of any test (setup, a crash) is a failure too.
if (status !== 0 && counts.failed === 0) counts.failed = 1;
explainSkips(counts.skipped);
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped.length} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;
