import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/support/**', 'node_modules/**'],
    globalSetup: ['test/support/global-setup.ts'],
    // Each file in a process of its own: the suites start servers, pools and workers, and some end processes.
    pool: 'forks',
    maxWorkers: 2,
    // Guards against what never ends; how fast the machine is must not matter.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 20_000,
  },
});
