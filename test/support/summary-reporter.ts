import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export type Summary = {
  passed: number;
  failed: number;
  skipped: { test: string; reason: string }[];
  /** What failed, each with the first line of its message: repeated at the end, where a log that is cut still has it. */
  failures: { test: string; message: string }[];
  /** The files that took longest, in seconds. */
  slowest: { file: string; seconds: number }[];
};

type Failure = { readonly message?: string };

const firstLine = (error: Failure | undefined) => (error?.message ?? 'no message').split('\n', 1)[0] ?? '';
const slowFiles = 12;

function count(modules: ReadonlyArray<TestModule>, unhandled: readonly Failure[]): Summary {
  const summary: Summary = { passed: 0, failed: 0, skipped: [], failures: [], slowest: [] };
  const fail = (test: string, errors: readonly (Failure | undefined)[]) => {
    summary.failed += errors.length;
    for (const error of errors) summary.failures.push({ test, message: firstLine(error) });
  };
  fail('outside of any test', unhandled);
  for (const module of modules) {
    const file = module.relativeModuleId;
    fail(file, module.errors());
    for (const suite of module.children.allSuites()) fail(`${file} > ${suite.fullName}`, suite.errors());
    for (const test of module.children.allTests()) {
      const name = `${file} > ${test.fullName}`;
      const result = test.result();
      if (result.state === 'passed') summary.passed += 1;
      else if (result.state === 'failed') fail(name, [result.errors[0]]);
      else
        summary.skipped.push({ test: name, reason: result.state === 'skipped' ? (result.note ?? '') : 'did not run' });
    }
    summary.slowest.push({ file, seconds: Math.round(module.diagnostic().duration / 1000) });
  }
  summary.slowest = summary.slowest.sort((a, b) => b.seconds - a.seconds).slice(0, slowFiles);
  return summary;
}

/** Writes the counts of the run to CROSSDOCK_TEST_SUMMARY, where `run.ts` reads them for its closing line. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandledErrors: readonly Failure[]): void {
    const path = process.env.CROSSDOCK_TEST_SUMMARY;
    if (path) writeFileSync(path, JSON.stringify(count(modules, unhandledErrors)));
  }
}
