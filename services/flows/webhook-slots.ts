import type { Context } from './context.ts';

// How much of this process may wait for receivers: whatever they do, other lanes keep workers.
const mostAtOnce = 4;
const mostOfEndpoint = 3;
// A receiver that is quick gives its place away within moments; behind one that hangs nobody waits.
const patienceMs = 200;

interface Slots {
  total: number;
  readonly of: Map<string, number>;
  readonly waiting: Set<() => void>;
}
const slotsOf = new WeakMap<Context['db'], Slots>();

/** A place to post from. @returns what gives it back, or undefined when there is none for now */
export async function takeSlot({ db }: Context, endpointId: string): Promise<(() => void) | undefined> {
  const slots = slotsOf.get(db) ?? { total: 0, of: new Map<string, number>(), waiting: new Set<() => void>() };
  slotsOf.set(db, slots);
  const until = performance.now() + patienceMs;
  while (slots.total >= mostAtOnce || (slots.of.get(endpointId) ?? 0) >= mostOfEndpoint) {
    const left = until - performance.now();
    if (left <= 0) return undefined;
    await aChange(slots, left);
  }
  slots.total += 1;
  slots.of.set(endpointId, (slots.of.get(endpointId) ?? 0) + 1);
  return () => {
    slots.total -= 1;
    const rest = (slots.of.get(endpointId) ?? 1) - 1;
    if (rest > 0) slots.of.set(endpointId, rest);
    else slots.of.delete(endpointId);
    for (const wake of slots.waiting) wake();
  };
}

function aChange(slots: Slots, withinMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, withinMs);
  slots.waiting.add(resolve);
  return promise.finally(() => {
    clearTimeout(timer);
    slots.waiting.delete(resolve);
  });
}
