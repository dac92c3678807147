import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Folders whose tests each have a process of their own: they end processes, or hold ports and workers in theirs. */
const apart = ['fault', 'platform', 'queue', 'soak'];

const folders = readdirSync(new URL('test', import.meta.url)).filter((name) => name !== 'support');
const compiled = fileURLToPath(new URL('node_modules/.cache/tests', import.meta.url));

/** The tests of a folder. Most share a process, and so what they have imported: a file leaves nothing there that another could see. */
const project = (folder: string) => ({
  test: {
    name: folder,
    include: [`test/${folder}/**/*.test.ts`],
    isolate: apart.includes(folder),
    pool: 'forks' as const,
    // Guards against what never ends; how fast the machine is must not matter.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Node reads our TypeScript by itself, as it does in the product, and keeps what it has compiled for the next process.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    env: { NODE_COMPILE_CACHE: compiled },
  },
});

export default defineConfig({
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    teardownTimeout: 20_000,
    // As many as the build machine has cores: more of them make tests that follow a hub or a browser run out of their patience.
    maxWorkers: 2,
    projects: folders.map(project),
  },
});
