import type { Context } from './context.ts';

const underWay = new WeakMap<Context['db'], Set<string>>();

/** Lanes that this process works on, whatever has become of their locks. */
export function lanesUnderWay({ db }: Pick<Context, 'db'>): Set<string> {
  const lanes = underWay.get(db) ?? new Set();
  underWay.set(db, lanes);
  return lanes;
}
