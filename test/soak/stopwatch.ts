import { setTimeout as pause } from 'node:timers/promises';

export interface Stopwatch {
  /** Longest time for an answer, whatever it was; a connection that nobody took is none. */
  slowestMs(): number;
  /** The time below which so many of a hundred answers came. */
  atMs(percent: number): number;
  readonly answers: { readonly count: number };
  stop(): Promise<void>;
}

const everyMs = 200;

/** Asks for a page again and again, one request at a time, and keeps how long the answers took. */
export function watchPage(url: string, headers: Readonly<Record<string, string>> = {}): Stopwatch {
  const times: number[] = [];
  let stopped = false;
  const looking = (async () => {
    while (!stopped) {
      const startedAt = performance.now();
      const answered = await fetch(url, { headers }).then(
        (response) => response.arrayBuffer().then(() => true),
        () => false,
      );
      if (answered) times.push(performance.now() - startedAt);
      await pause(everyMs);
    }
  })();
  const sorted = () => times.toSorted((a, b) => a - b);
  return {
    slowestMs: () => sorted().at(-1) ?? 0,
    atMs: (percent) => sorted()[Math.floor(((times.length - 1) * percent) / 100)] ?? 0,
    answers: {
      get count() {
        return times.length;
      },
    },
    async stop() {
      stopped = true;
      await looking;
    },
  };
}
