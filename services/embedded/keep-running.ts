import { copyFileSync, statSync, truncateSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { clusterIn } from './cluster.ts';
import { type PostgresOptions, type RunningPostgres, startPostgres } from './postgres.ts';

/** An embedded PostgreSQL that is started again whenever it ends by itself, at the same address. */
export type KeptPostgres = Pick<RunningPostgres, 'url' | 'stop'>;

const firstPauseMs = 500;
const longestPauseMs = 15_000;
// One that ran this long did not fail at its start: the next failure begins with a short pause again.
const steadyMs = 60_000;
// The reason is said at the first failure, and after so many more.
const sayAgainAfter = 10;
const logBytes = 10_000_000;
const capEveryMs = 5_000;

/**
 * Runs PostgreSQL on a folder as `startPostgres` does, and starts it again when it ends by itself: killed, out of memory, or on a full disk, for as long as that takes.
 * Its log is kept below some 20 MB while it runs.
 * @param say told in sentences when it ended, why it cannot be started, and when it runs again.
 * @throws EmbeddedError when the first start fails.
 */
export async function keepPostgres(options: PostgresOptions, say: (line: string) => void): Promise<KeptPostgres> {
  let running = await startPostgres(options);
  const { url } = running;
  const port = Number(new URL(url).port);
  const { logFile } = clusterIn(options.dataDir);
  const stopping = new AbortController();
  const stopped = new Promise<void>((resolve) =>
    stopping.signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  const pause = (ms: number) => delay(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);

  /** @param shortRuns how often it has ended soon after its start: then it is not started over and over at once. */
  async function startAgain(shortRuns: number): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      await pause(Math.min(firstPauseMs * 2 ** (shortRuns + tries - 1), longestPauseMs));
      if (stopping.signal.aborted) return;
      try {
        // The pools know the address: no other port will do.
        running = await startPostgres({ ...options, port });
        say('PostgreSQL runs again; nothing that was acknowledged is lost.');
        return;
      } catch (error) {
        if (tries % sayAgainAfter === 1) say(whyNot(error as Error, tries));
      }
    }
  }

  async function keep(): Promise<void> {
    for (let shortRuns = 0; ; ) {
      const startedAt = performance.now();
      await Promise.race([running.gone, stopped]);
      if (stopping.signal.aborted) return;
      shortRuns = performance.now() - startedAt > steadyMs ? 0 : shortRuns + 1;
      say(`PostgreSQL has ended by itself; its log is ${logFile}. Starting it again …`);
      await startAgain(shortRuns);
    }
  }

  async function cap(): Promise<void> {
    while (!stopping.signal.aborted) {
      capLog(logFile);
      await pause(capEveryMs);
    }
  }

  const working = Promise.all([keep(), cap()]);
  return {
    url,
    async stop() {
      stopping.abort();
      // A start that is under way comes to its end first.
      await working;
      await running.stop();
    },
  };
}

const whyNot = (error: Error, tries: number) =>
  `PostgreSQL cannot be started (${tries} ${tries === 1 ? 'try' : 'tries'}): ${error.message} Until it runs the hub answers 503; it is tried again every ${longestPauseMs / 1000} seconds.`;

/** Keeps the newest part under another name. PostgreSQL appends to the file, so it goes on at the new end. */
function capLog(logFile: string): void {
  try {
    if (statSync(logFile).size < logBytes) return;
    try {
      copyFileSync(logFile, `${logFile}.1`);
    } finally {
      // On a full disk the copy fails, and room matters more.
      truncateSync(logFile);
    }
  } catch {
    // Gone, or not to be written at this moment: the next look comes soon.
  }
}
