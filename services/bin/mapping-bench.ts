import { type ErrorCode, errorCatalogue } from '../domain/error-catalogue.ts';
import { CodedError } from '../domain/errors.ts';
import type { MappingBench } from '../flows/mappings/turns.ts';
import { type ApartOptions, openApart, type Question } from './apart-process.ts';

/** Longest trial; somebody sits before it and waits. */
const trialMs = 10_000;

/** Tries mappings in a process of its own, one at a time: what partners write there may be anything. */
export function openMappingBench(options: ApartOptions): MappingBench & { close(): Promise<void> } {
  const apart = openApart(options);
  const ask = async <T>(question: Question, withinMs: number): Promise<T> => {
    const answer = await apart.ask(question, withinMs);
    if ('page' in answer) return JSON.parse(answer.page) as T;
    if ('failure' in answer && answer.failure in errorCatalogue)
      throw new CodedError(answer.failure as ErrorCode, answer.detail);
    throw new CodedError('mapping.trial-stopped', { cause: answer });
  };
  return {
    trial: (trial) => ask({ trial }, trialMs),
    // It ends by itself and tells what it did not get to.
    whatIf: (whatIf) => ask({ whatIf }, options.limits.requestMs),
    close: apart.close,
  };
}
