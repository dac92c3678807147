import { CodedError } from '../../domain/errors.ts';
import type { Context } from '../context.ts';
import type { Preview } from '../imports.ts';
import { readSpecification, type SpecificationQuestion } from '../read-specification.ts';
import { runTrial, type Trial, type TrialQuestion } from './bench.ts';
import { runWhatIf, type WhatIf, type WhatIfQuestion } from './what-if.ts';

/** Where mappings are tried and specifications are read: what takes long there, or all the memory there is, hurts nobody else. */
export interface MappingBench {
  trial(question: TrialQuestion): Promise<Trial>;
  whatIf(question: WhatIfQuestion): Promise<WhatIf>;
  specification(question: SpecificationQuestion): Promise<Preview>;
}

/** A bench in this process. */
export const benchHere = (context: Pick<Context, 'db' | 'catalog' | 'limits'>): MappingBench => ({
  trial: (question) => runTrial(context, question),
  whatIf: (question) => runWhatIf(context, question),
  specification: (question) => readSpecification(context, question),
});

/** Of one organisation so many may wait for their turn: whoever types sends the next one anyway. */
const mostWaiting = 6;

/** What one organisation tries comes one after the other, so that nobody keeps the bench from others. */
export function inTurn(bench: MappingBench): MappingBench {
  const lines = new Map<string, { count: number; last: Promise<unknown> }>();
  const queued = async <T>(orgId: string, work: () => Promise<T>): Promise<T> => {
    const line = lines.get(orgId) ?? { count: 0, last: Promise.resolve() };
    if (line.count >= mostWaiting)
      throw new CodedError('http.too-many-requests', {
        retryAfterSeconds: 2,
        detail: 'Your other trials and uploads have not come to their end yet. Wait for them, then try again.',
      });
    lines.set(orgId, line);
    line.count += 1;
    const mine = line.last.then(work);
    line.last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      line.count -= 1;
      if (line.count === 0) lines.delete(orgId);
    }
  };
  return {
    trial: (question) => queued(question.orgId, () => bench.trial(question)),
    whatIf: (question) => queued(question.orgId, () => bench.whatIf(question)),
    specification: (question) => queued(question.orgId, () => bench.specification(question)),
  };
}
