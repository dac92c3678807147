import { mkdtempSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { inputOf } from './input.ts';
import { searcher } from './search.ts';

// `npm run fuzz [-- --count 1000000]`: spoils X12, JSON, CSV and XML documents, mappings, guides and trade rules, and looks for those that the engine does wrong.
// Ends with code 1 and the input in a file when it found one, or when the time was up before all inputs were made.

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '200000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    /** Only this one, by its number. */
    input: { type: 'string' },
    /** A minute for about a thousand inputs leaves room for a machine that does other things too. */
    minutes: { type: 'string' },
  },
});
const [seed, inputs] = [Number(values.seed), Number(values.count)];
const minutes = values.minutes === undefined ? Math.max(30, inputs / 1000) : Number(values.minutes);
if (![seed, inputs, minutes].every(Number.isFinite)) {
  console.error('--count, --seed and --minutes are numbers.');
  process.exit(2);
}
/** One input takes a few milliseconds; nothing takes so long unless it never ends, however busy the machine is. */
const STUCK_MS = 600_000;
const LOOK_MS = 10_000;
/** What lives after a collection is some 50 MB, however many inputs were made: whoever fills more keeps something, and the search ends. */
const heapLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };

function fail(input: number, why: string): never {
  const { bytes, kind, name } = inputOf(seed, input);
  const ending = kind === 'x12' ? 'x12' : name.slice(name.lastIndexOf('.') + 1);
  const file = join(mkdtempSync(join(tmpdir(), 'crossdock-fuzz-')), `${seed}-${input}.${ending}`);
  writeFileSync(file, bytes);
  console.error(`input ${input} (${kind} ${name}, ${bytes.length} bytes, saved as ${file}): ${why}`);
  console.error(`again with: npm run fuzz -- --seed ${seed} --input ${input}`);
  process.exit(1);
}

if (values.input !== undefined) {
  const input = Number(values.input);
  try {
    searcher(1)(seed, input);
  } catch (error) {
    fail(input, (error as Error).stack ?? String(error));
  }
  console.log(`input ${input} of seed ${seed} is done right`);
} else {
  const count = Math.max(1, availableParallelism());
  /** For each worker the input it is at. */
  const at = new Int32Array(new SharedArrayBuffer(4 * count));
  console.log(`seed ${seed}: ${inputs} inputs, ${count} at a time`);
  const started = Date.now();
  const workers = Array.from({ length: count }, (_, nth) => {
    const workerData = { seed, first: nth, step: count, inputs, at, nth };
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData, resourceLimits: heapLimits });
    worker.on('message', ({ input, why }: { input: number; why: string }) => fail(input, why));
    worker.on('error', (error) => fail(at[nth]!, error.stack ?? error.message));
    return worker;
  });
  const seen = [...at].map((input) => ({ input, since: started }));
  const done = () => [...at].reduce((sum, input, nth) => sum + Math.ceil((Math.min(input, inputs) - nth) / count), 0);
  const look = setInterval(() => {
    const now = Date.now();
    for (const [nth, input] of at.entries()) {
      if (seen[nth]!.input !== input || input >= inputs) seen[nth] = { input, since: now };
      else if (now - seen[nth]!.since > STUCK_MS) fail(input, `no end after ${STUCK_MS / 60_000} minutes`);
    }
    const seconds = (now - started) / 1000;
    const megabytes = process.memoryUsage.rss() / 2 ** 20;
    console.log(`${done()} inputs in ${seconds.toFixed(0)} s, ${megabytes.toFixed(0)} MB`);
    if (seconds > minutes * 60) {
      console.error(`the time is up after ${done()} of ${inputs} inputs; nothing was found in those`);
      process.exit(1);
    }
  }, LOOK_MS);
  await Promise.all(workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve))));
  clearInterval(look);
  console.log(`${inputs} inputs, nothing found, ${((Date.now() - started) / 1000).toFixed(0)} s (seed ${seed})`);
}
