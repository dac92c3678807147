import { setTimeout as delay } from 'node:timers/promises';

/** Does a step again and again until `closing`; one that fails is told, and tried again after a second. Paced by running time, which no clock moves. */
export async function repeat(
  closing: AbortSignal,
  onError: (error: Error) => void,
  step: () => Promise<void>,
): Promise<void> {
  while (!closing.aborted) {
    try {
      await step();
    } catch (error) {
      onError(error as Error);
      await pause(1_000, closing);
    }
  }
}

/** Waits so long, or until `closing`. */
export const pause = (ms: number, closing: AbortSignal): Promise<void> =>
  delay(ms, undefined, { signal: closing }).catch(() => undefined);
