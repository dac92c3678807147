import { setTimeout as pause } from 'node:timers/promises';

/**
 * Looks again and again until `look` finds something; the pause between two looks decides nothing but the load.
 * @throws Error that names what was waited for, after ten minutes or what `withinMs` says.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  withinMs = 600_000,
): Promise<T> {
  const startedAt = performance.now();
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() - startedAt > withinMs)
      throw new Error(`After ${withinMs / 1000} s this is still not so: ${what}`);
    await pause(50);
  }
}
