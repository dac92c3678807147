interface Failing {
  count: number;
  since: number;
}

const mostRemembered = 20_000;

/** Counts what failed under a key within a time; then the count begins anew. */
export class Failures {
  readonly #byKey = new Map<string, Failing>();
  readonly #withinMs: number;
  readonly #ticks: () => number;

  constructor(withinMs: number, ticks: () => number) {
    this.#withinMs = withinMs;
    this.#ticks = ticks;
  }

  of(key: string): number {
    const known = this.#byKey.get(key);
    return known && this.#ticks() - known.since <= this.#withinMs ? known.count : 0;
  }

  /** @returns how many there are by now */
  add(key: string): number {
    const count = this.of(key) + 1;
    const since = count === 1 ? this.#ticks() : this.#byKey.get(key)!.since;
    // The oldest are over first.
    this.#byKey.delete(key);
    this.#byKey.set(key, { count, since });
    const [oldest] = this.#byKey.keys();
    if (this.#byKey.size > mostRemembered && oldest !== undefined) this.#byKey.delete(oldest);
    return count;
  }
}
