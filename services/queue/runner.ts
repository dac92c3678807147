import { UnrecoverableError, type Worker } from 'bullmq';
import { isJobName, type Job, type JobHandlers, type QueueName, queueNames } from '../domain/jobs.ts';
import type { QueueStore } from './connect.ts';
import type { JobQueue } from './queue.ts';

export type RunnerOptions = {
  readonly store: QueueStore;
  readonly queue: JobQueue;
  readonly handlers: JobHandlers;
  /** Jobs at a time in this process, by queue. */
  readonly concurrency?: Partial<Record<QueueName, number>>;
  /** Told of each failed try of a job, and of connection trouble. */
  readonly onError: (error: Error, job?: Job) => void;
};

export type Runner = {
  /** Takes no more jobs, waits for those that run, lets go. */
  close(): Promise<void>;
};

const defaultConcurrency: Record<QueueName, number> = { documents: 4, large: 1, lanes: 8 };

// A killed worker's jobs start again elsewhere within about 15 s: the lock runs out, then the next look finds them.
const lockDurationMs = 10_000;
const stalledIntervalMs = 5_000;
// Being killed again and again is the fault of the machine and not of the job.
const maxStalledCount = 20;

/** Runs the jobs of every queue in this process until closed. */
export async function startRunner(options: RunnerOptions): Promise<Runner> {
  const { store, queue, handlers, onError, concurrency = {} } = options;
  const workers: Worker[] = queueNames.map((name) => {
    const worker = store.worker(name, (job) => run(handlers, job.name, job.data), {
      concurrency: concurrency[name] ?? defaultConcurrency[name],
      lockDuration: lockDurationMs,
      stalledInterval: stalledIntervalMs,
      maxStalledCount,
    });
    worker.on('failed', (job, error) => {
      onError(error, job && isJobName(job.name) ? ({ name: job.name, data: job.data } as Job) : undefined);
    });
    return worker;
  });
  await Promise.all(workers.map((worker) => worker.waitUntilReady()));
  // A process that died while it let the queue forget has left it paused.
  await Promise.all(Object.values(queue.queues).map((one) => one.resume()));
  return {
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

async function run(handlers: JobHandlers, name: string, data: unknown): Promise<void> {
  if (!isJobName(name)) throw new UnrecoverableError(`Nobody handles the job ${name}; it is of another version.`);
  const handle = handlers[name] as (data: unknown) => Promise<void>;
  await handle(data);
}
