import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { MappingTrial } from '../../lib/contract.ts';
import { type MappingKey, tryMapping } from './mappings-query.ts';
import type { AnnotatedSample } from './sample-view.ts';

/** A trial with the texts that it was made of: places fit these and no others. */
export interface Tried {
  readonly trial: MappingTrial;
  readonly text: string;
  readonly sample: string;
}

export interface TrialState {
  readonly tried: Tried | undefined;
  readonly annotated: AnnotatedSample | undefined;
  readonly isTrying: boolean;
  readonly error: unknown;
}

const debounceMs = 350;

/** Tries what is typed, a moment after the last key; what came before its turn is given up. */
export function useTrial(path: MappingKey, text: string, sample: string | undefined, suggest: boolean): TrialState {
  const [state, setState] = useState<TrialState>({
    tried: undefined,
    annotated: undefined,
    isTrying: true,
    error: undefined,
  });
  const named = useRef<string>(undefined);
  const run = useEffectEvent(async (signal: AbortSignal) => {
    if (sample === undefined) return;
    const annotate = named.current !== sample;
    setState((before) => ({ ...before, isTrying: true }));
    try {
      const body = { text, ...(sample !== '' && { sample, annotate }), ...(suggest && { suggest }) };
      const trial = await tryMapping(path, body, signal);
      if (signal.aborted) return;
      if (annotate && trial.annotated) named.current = sample;
      setState((before) => ({
        ...{ tried: { trial, text, sample }, isTrying: false, error: undefined },
        annotated: trial.annotated ?? (sample === '' ? undefined : before.annotated),
      }));
    } catch (error) {
      if (!signal.aborted) setState((before) => ({ ...before, isTrying: false, error }));
    }
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text, sample or wish is what a new trial is made for
  useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(() => void run(controller.signal), debounceMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, sample, suggest]);
  return state;
}
