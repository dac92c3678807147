import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reasonIn } from './skipped.ts';
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

const unexplained = 'no reason given';

/** @returns how many gave no reason. */
function explainSkips(skipped: Summary['skipped']): number {
  const byReason = Object.groupBy(skipped, ({ test, reason }) => reason || reasonIn(test) || unexplained);
  for (const [reason, tests = []] of Object.entries(byReason)) {
    console.log(`\n${tests.length} skipped, ${reason}:`);
    const byFile = Object.groupBy(tests, ({ test }) => test.split(' > ', 1)[0] ?? test);
    for (const [file, those = []] of Object.entries(byFile)) console.log(`  ${file} (${those.length})`);
  }
  return byReason[unexplained]?.length ?? 0;
}

const args = process.argv.slice(2);
const portal = buildPortal(args.filter((arg) => !arg.startsWith('-')));
if (portal !== 0) console.error('The portal does not build; the browser tests would not run on what is in the source.');
const { status, summary } = runTests(args);
const counts: Summary = summary ?? { passed: 0, failed: 1, skipped: [], failures: [], slowest: [] };
if (portal !== 0) counts.failed += 1;
// A run that broke outside of any test (setup, a crash) is a failure too.
if (status !== 0 && counts.failed === 0) counts.failed = 1;
// With a filter by name the others are left out without a reason; else each has one.
const isFiltered = args.some((arg) => /^(-t|--testNamePattern)\b/.test(arg));
if (explainSkips(counts.skipped) > 0 && !isFiltered) {
  console.error('Every skipped test says why: see test/support/skipped.ts.');
  counts.failed += 1;
}
if (counts.slowest.length > 1) {
  console.log(`\nLongest: ${counts.slowest.map(({ file, seconds }) => `${file} ${seconds} s`).join(', ')}`);
}
if (counts.failures.length > 0) console.log('\nFailed:');
for (const { test, message } of counts.failures) console.log(`  ${test}\n    ${message}`);
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped.length} skipped`);
process.exitCode = counts.failed > 0 ? 1 : 0;
