import type { Context } from './context.ts';

interface Kept<T> {
  readonly value: Promise<T>;
  readonly at: number;
}

/**
 * Remembers per database what was loaded within the last `keepMs`: spares a query per document, and nobody waits long for a change.
 * A load that failed is not remembered, nor one of a time that is yet to come: the clock was set back since.
 */
export function recent<T>(keepMs: number): Recent<T> {
  const byDatabase = new WeakMap<Context['db'], Map<string, Kept<T>>>();
  const remember = (context: Context, key: string, load: () => Promise<T>): Promise<T> => {
    const known = byDatabase.get(context.db) ?? new Map<string, Kept<T>>();
    byDatabase.set(context.db, known);
    const now = context.now().getTime();
    const found = known.get(key);
    if (found && Math.abs(now - found.at) < keepMs) return found.value;
    const value = load();
    known.set(key, { value, at: now });
    value.catch(() => known.delete(key));
    return value;
  };
  return Object.assign(remember, {
    forget(context: Context, key: string, olderThanMs = 0) {
      const found = byDatabase.get(context.db)?.get(key);
      if (!found || context.now().getTime() - found.at < olderThanMs) return false;
      byDatabase.get(context.db)?.delete(key);
      return true;
    },
  });
}

export interface Recent<T> {
  (context: Context, key: string, load: () => Promise<T>): Promise<T>;
  /** The next one loads anew, unless this was loaded within `olderThanMs`. @returns whether it will */
  forget(context: Context, key: string, olderThanMs?: number): boolean;
}
