/**
 * Every kind of job with its data. A job is a wake-up and says only where to look: the work, its order and its state are
 * rows. So a job may run twice, or never (the sweep makes another), and carries ids and no payload.
 */
export type Jobs = {
  /** Documents received and not translated. */
  translate: { readonly documentIds: readonly string[] };
  /** A document that is translated alone, apart from all else: it is large, or was tried before in vain. */
  'translate-apart': { readonly documentId: string };
  /** Deliveries of one lane, to be applied in their order; never two of one lane at a time. */
  lane: { readonly lane: string };
};

export type JobName = keyof Jobs;
export type Job = { [Name in JobName]: { readonly name: Name; readonly data: Jobs[Name] } }[JobName];

/** One handler for each job; a job without one does not compile. Handlers are idempotent. */
export type JobHandlers = { readonly [Name in JobName]: (data: Jobs[Name]) => Promise<void> };

/** Kept apart so that neither a slow Odoo (`lanes`) nor a large document (`large`) ever holds up an acknowledgement (`documents`). */
export const queueNames = ['documents', 'large', 'lanes'] as const;
export type QueueName = (typeof queueNames)[number];

export type JobSettings = {
  readonly queue: QueueName;
  /** Tries before the job is set aside as failed. The sweep makes a new one after a pause while the work is still due. */
  readonly attempts: number;
  /** Wait before the second try; doubles with each further one. */
  readonly backoffMs: number;
};

// Eight tries, doubling from half a second, span a minute: a database that restarts is waited out, about as long as it was away.
export const jobSettings: { readonly [Name in JobName]: JobSettings } = {
  translate: { queue: 'documents', attempts: 8, backoffMs: 500 },
  'translate-apart': { queue: 'large', attempts: 8, backoffMs: 500 },
  lane: { queue: 'lanes', attempts: 8, backoffMs: 500 },
};

/** How the keys of `wake_up` rows of one topic become jobs. */
export type Topic = 'translate' | 'translate-apart' | 'lane';

type WakeUp<Name extends Topic> = {
  /** Keys in one job at most. */
  readonly chunk: number;
  readonly job: (keys: readonly string[]) => Jobs[Name];
  readonly keys: (data: Jobs[Name]) => readonly string[];
  /** Keys under way at most: what the queue holds stays small enough for the sweep to read whole, and the rest of a backlog waits as rows. */
  readonly most: number;
  /** Keys of one organisation under way at most: what another one sends waits behind no more than these. */
  readonly share: number;
};

export const wakeUps: { readonly [Name in Topic]: WakeUp<Name> } = {
  translate: {
    ...{ chunk: 50, most: 2000, share: 200 },
    job: (documentIds) => ({ documentIds }),
    keys: (data) => data.documentIds,
  },
  'translate-apart': {
    ...{ chunk: 1, most: 4, share: 1 },
    job: ([documentId = '']) => ({ documentId }),
    keys: (data) => [data.documentId],
  },
  lane: { ...{ chunk: 1, most: 2000, share: 32 }, job: ([lane = '']) => ({ lane }), keys: (data) => [data.lane] },
};

export const isTopic = (text: string): text is Topic => Object.hasOwn(wakeUps, text);
export const isJobName = (text: string): text is JobName => Object.hasOwn(jobSettings, text);

/**
 * Two jobs with the same alone-id never run at the same time; while one runs, one more at most waits behind it.
 * undefined for jobs that may run side by side.
 */
export function dedupeKey(job: Job): string | undefined {
  if (job.name === 'lane') return `lane-${job.data.lane}`;
  if (job.name === 'translate-apart') return `apart-${job.data.documentId}`;
  return undefined;
}

/** The jobs for a set of keys of one topic: each key once, in the order given, in chunks. */
export function jobsFor(topic: Topic, keys: readonly string[]): Job[] {
  const distinct = [...new Set(keys)];
  const { chunk, job } = wakeUps[topic];
  const jobs: Job[] = [];
  for (let at = 0; at < distinct.length; at += chunk) {
    // The compiler cannot see that name and data come from the same line of the table.
    jobs.push({ name: topic, data: job(distinct.slice(at, at + chunk)) } as Job);
  }
  return jobs;
}

/** The keys that a job speaks of, as they stand in `wake_up`; none for a job that no topic makes. */
export function keysOf(job: Job): readonly string[] {
  if (!isTopic(job.name)) return [];
  const read = wakeUps[job.name].keys as (data: Job['data']) => readonly string[];
  return read(job.data);
}
