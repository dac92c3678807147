import { parentPort, workerData } from 'node:worker_threads';
import { searcher } from './search.ts';

interface Share {
  readonly seed: number;
  readonly first: number;
  readonly step: number;
  readonly inputs: number;
  /** Shared with the main thread: the input that worker `nth` is at. */
  readonly at: Int32Array;
  readonly nth: number;
}

/** Of so many inputs one is read as a stream as well, which takes longer than all the rest. */
const STREAM_EVERY = 6;

const { seed, first, step, inputs, at, nth } = workerData as Share;
const search = searcher(STREAM_EVERY);
for (let input = first; input < inputs; input += step) {
  at[nth] = input;
  try {
    search(seed, input);
  } catch (error) {
    parentPort!.postMessage({ input, why: (error as Error).stack ?? String(error) });
    break;
  }
}
at[nth] = Math.max(inputs, first);
