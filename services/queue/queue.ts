import type { JobsOptions, Queue } from 'bullmq';
import {
  aloneId,
  isJobName,
  type Job,
  type JobName,
  jobSettings,
  keysOf,
  type QueueName,
  queueNames,
} from '../domain/jobs.ts';
import type { QueueStore } from './connect.ts';

export type JobQueue = {
  readonly queues: Readonly<Record<QueueName, Queue>>;
  enqueue(jobs: readonly Job[]): Promise<void>;
  /** Keys, by job, of all that waits, runs, or failed less than `failedWithinMs` ago; a failure yet to come is one before the clock was set back. */
  keysUnderWay(failedWithinMs: number): Promise<Map<JobName, Set<string>>>;
  /** Runs a job again and again; a second call with the same id replaces the first. */
  schedule(schedule: Schedule): Promise<void>;
  unschedule(id: string): Promise<void>;
  /** Forgets jobs that failed longer ago than this. */
  clearFailed(olderThanMs: number): Promise<void>;
  close(): Promise<void>;
};

export type Schedule = { readonly id: string; readonly job: Job; readonly everyMs: number };

function jobOptions(job: Job): JobsOptions {
  const { attempts, backoffMs } = jobSettings[job.name];
  const alone = aloneId(job);
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
    async schedule({ id, job, everyMs }) {
      const { attempts } = jobSettings[job.name];
      const queue = queues[jobSettings[job.name].queue];
      const known = await queue.getJobScheduler(id);
      if (known?.every === everyMs) return;
      const opts = { attempts, removeOnComplete: true };
      await queue.upsertJobScheduler(id, { every: everyMs }, { name: job.name, data: job.data, opts });
    },
    async unschedule(id) {
      await Promise.all(all.map((queue) => queue.removeJobScheduler(id)));
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

async function keysUnderWay(queues: readonly Queue[], failedWithinMs: number): Promise<Map<JobName, Set<string>>> {
  const found = new Map<JobName, Set<string>>();
  const now = Date.now();
  for (const queue of queues) {
    const jobs = await queue.getJobs(['waiting', 'active', 'delayed', 'prioritized', 'failed']);
    for (const job of jobs) {
      // A job that ends while the list is read comes back empty.
      if (!job || !isJobName(job.name)) continue;
      if (job.finishedOn !== undefined && Math.abs(now - job.finishedOn) > failedWithinMs) continue;
      const keys = found.get(job.name) ?? new Set();
      for (const key of keysOf({ name: job.name, data: job.data } as Job)) keys.add(key);
      found.set(job.name, keys);
    }
  }
  return found;
}
