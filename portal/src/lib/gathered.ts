import { useEffect, useEffectEvent, useRef } from 'react';

/**
 * What comes in bursts is worked on together: `work` gets what has come since it began last, `afterMs` after the first of it, and never a second time before it has
 * ended; a question that is asked anew before it is answered is never answered.
 */
export function useGathered<T>(
  afterMs: number,
  work: (gathered: ReadonlySet<T>) => Promise<unknown>,
): (one: T) => void {
  const run = useEffectEvent(work);
  const state = useRef({ waiting: new Set<T>(), isBusy: false, isGone: false });
  useEffect(() => {
    const now = state.current;
    now.isGone = false;
    return () => {
      now.isGone = true;
    };
  }, []);
  const begin = async () => {
    const now = state.current;
    now.isBusy = true;
    while (now.waiting.size > 0) {
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      const gathered = now.waiting;
      now.waiting = new Set();
      if (!now.isGone) await run(gathered);
    }
    now.isBusy = false;
  };
  return (one) => {
    state.current.waiting.add(one);
    if (!state.current.isBusy) void begin();
  };
}
