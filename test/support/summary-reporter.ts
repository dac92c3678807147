import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export type Summary = { passed: number; failed: number; skipped: { test: string; reason: string }[] };

function count(modules: ReadonlyArray<TestModule>, unhandled: number): Summary {
  const summary: Summary = { passed: 0, failed: unhandled, skipped: [] };
  for (const module of modules) {
    summary.failed += module.errors().length;
    for (const suite of module.children.allSuites()) summary.failed += suite.errors().length;
    for (const test of module.children.allTests()) {
      const result = test.result();
      if (result.state === 'passed') summary.passed += 1;
      else if (result.state === 'failed') summary.failed += 1;
      else {
        const reason = result.state === 'skipped' ? (result.note ?? '') : 'did not run';
        summary.skipped.push({ test: `${module.relativeModuleId} > ${test.fullName}`, reason });
      }
    }
  }
  return summary;
}

/** Writes the counts of the run to CROSSDOCK_TEST_SUMMARY, where `run.ts` reads them for its closing line. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, unhandledErrors: ReadonlyArray<unknown>): void {
    const path = process.env.CROSSDOCK_TEST_SUMMARY;
    if (path) writeFileSync(path, JSON.stringify(count(modules, unhandledErrors.length)));
  }
}
