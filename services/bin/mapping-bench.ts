import { type ErrorCode, errorCatalogue } from '../domain/error-catalogue.ts';
import { CodedError } from '../domain/errors.ts';
import type { MappingBench } from '../flows/mappings/turns.ts';
import { type Answer, type ApartOptions, type Death, openApart, type Question } from './apart-process.ts';

/** Longest trial, and longest reading of a specification; somebody sits before it and waits. */
const trialMs = 10_000;

/** Tries mappings and reads specifications in a process of its own, one at a time: what partners write or upload there may be anything. */
export function openMappingBench(options: ApartOptions, withinMs = trialMs): MappingBench & { close(): Promise<void> } {
  const apart = openApart(options);
  const ask = async <T>(question: Question, within: number, stopped = trialStopped): Promise<T> => {
    const answer = await apart.ask(question, within);
    if ('page' in answer) return JSON.parse(answer.page) as T;
    if ('failure' in answer && answer.failure in errorCatalogue)
      throw new CodedError(answer.failure as ErrorCode, answer.detail);
    throw stopped(answer);
  };
  return {
    trial: (trial) => ask({ trial }, withinMs),
    // It ends by itself and tells what it did not get to.
    whatIf: (whatIf) => ask({ whatIf }, options.limits.requestMs),
    specification: (specification) =>
      ask({ specification }, withinMs, (answer) => readingStopped(answer, { withinMs, ...options.limits })),
    close: apart.close,
  };
}

const trialStopped = (answer: Answer | Death) => new CodedError('mapping.trial-stopped', { cause: answer });

function readingStopped(
  answer: Answer | Death,
  { withinMs, largeHeapBytes }: { readonly withinMs: number; readonly largeHeapBytes: number },
): CodedError {
  const of = 'of' in answer ? answer.of : undefined;
  const detail = {
    time: `It was read for ${withinMs / 1000} seconds without coming to an end, which is the longest that a specification may take.`,
    memory: `Reading it took more than the ${largeHeapBytes / 1024 / 1024} MB of memory that there are for a specification.`,
  };
  return new CodedError('guide.reading-stopped', { ...(of && { detail: detail[of] }), cause: answer });
}
