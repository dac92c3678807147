import type { Job as BullJob, JobsOptions, JobType, Queue } from 'bullmq';
import {
  dedupeKey,
  isJobName,
  type Job,
  type JobName,
  jobSettings,
  keysOf,
  type QueueName,
  queueNames,
} from '../domain/jobs.ts';
import type { QueueStore } from './connect.ts';

/** Keys as they stand in `wake_up`. */
export type KeysByJob = ReadonlyMap<JobName, ReadonlySet<string>>;

export type JobQueue = {
  readonly queues: Readonly<Record<QueueName, Queue>>;
  enqueue(jobs: readonly Job[]): Promise<void>;
  /** Keys, by job, of all that waits, and of all that runs or waits for its next try or failed less than `failedWithinMs` ago. */
  keysUnderWay(failedWithinMs: number): Promise<{ waiting: KeysByJob; begun: KeysByJob }>;
  /** Loses all that it holds, as its store may at any time: what is still to be done is a row, and comes again from there. */
  forget(): Promise<void>;
  /** Forgets jobs that failed longer ago than this. */
  clearFailed(olderThanMs: number): Promise<void>;
  close(): Promise<void>;
};

function jobOptions(job: Job): JobsOptions {
  const { attempts, backoffMs } = jobSettings[job.name];
  const alone = dedupeKey(job);
  return {
    attempts,
    ...(backoffMs > 0 ? { backoff: { type: 'exponential', delay: backoffMs } } : {}),
    // true and nothing else: a count makes the Postgres backend deadlock and marks jobs failed that have succeeded.
    removeOnComplete: true,
    ...(alone ? { deduplication: { id: alone, keepLastIfActive: true } } : {}),
  };
}

/** The typed side of the queues: what may be enqueued is what `domain/jobs.ts` lists. */
export function openJobQueue(store: QueueStore): JobQueue {
  const queues = Object.fromEntries(queueNames.map((name) => [name, store.queue(name)])) as Record<QueueName, Queue>;
  const all = Object.values(queues);
  return {
    queues,
    enqueue: (jobs) => enqueue(queues, jobs),
    keysUnderWay: (failedWithinMs) => keysUnderWay(all, failedWithinMs),
    async forget() {
      for (const queue of all) {
        await queue.obliterate({ force: true });
        // What is obliterated is paused first.
        await queue.resume();
      }
    },
    async clearFailed(olderThanMs) {
      await Promise.all(all.map((queue) => queue.clean(olderThanMs, 1_000, 'failed')));
    },
    async close() {
      await Promise.all(all.map((queue) => queue.close()));
    },
  };
}

async function enqueue(queues: Readonly<Record<QueueName, Queue>>, jobs: readonly Job[]): Promise<void> {
  await Promise.all(
    queueNames.map(async (name) => {
      const mine = jobs.filter((job) => jobSettings[job.name].queue === name);
      if (mine.length === 0) return;
      await queues[name].addBulk(mine.map((job) => ({ name: job.name, data: job.data, opts: jobOptions(job) })));
    }),
  );
}

async function keysUnderWay(queues: readonly Queue[], failedWithinMs: number) {
  const now = Date.now();
  const jobs = async (...states: JobType[]) => (await Promise.all(queues.map((queue) => queue.getJobs(states)))).flat();
  // A failure yet to come is one before the clock was set back.
  const isLate = ({ finishedOn }: BullJob) => finishedOn !== undefined && Math.abs(now - finishedOn) > failedWithinMs;
  return {
    waiting: keysByJob(await jobs('waiting', 'prioritized')),
    // A job that ends while the list is read comes back empty.
    begun: keysByJob((await jobs('active', 'delayed', 'failed')).filter((job) => job && !isLate(job))),
  };
}

function keysByJob(jobs: readonly (BullJob | undefined)[]): KeysByJob {
  const found = new Map<JobName, Set<string>>();
  for (const job of jobs) {
    if (!job || !isJobName(job.name)) continue;
    const keys = found.get(job.name) ?? new Set();
    for (const key of keysOf({ name: job.name, data: job.data } as Job)) keys.add(key);
    found.set(job.name, keys);
  }
  return found;
}
