import { openRuns, organisationsWithRuns } from '../../store/scenario-runs.ts';
import type { Context } from '../context.ts';
import { isTransient } from '../this-run.ts';
import { advanceRun } from './advance.ts';
import { startByNumber } from './start-by-number.ts';

/** What runs are told by: every document that moves on. */
export interface RunKeeper {
  moved(orgId: string): void;
  /** Lets what is under way come to its end. */
  close(): Promise<void>;
}

// While no run is open, a document that moves on costs a number in memory, and all of them together one small question a second.
const soonMs = 50;
const laterMs = 1000;

/**
 * Takes runs on as documents move: received, translated, handed over, fetched, acknowledged. Whoever misses a movement, as across a crash, is helped by the round of
 * `sweepRuns`.
 * @param contextOf what the hub's parts share; asked for later, because it holds this keeper
 */
export function keepRuns(contextOf: () => Context): RunKeeper {
  const moved = new Set<string>();
  let open: ReadonlySet<string> = new Set();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let closed = false;
  const look = async () => {
    const context = contextOf();
    const orgIds = [...moved];
    moved.clear();
    try {
      open = new Set(await organisationsWithRuns(context.db.system));
      const concerned = orgIds.filter((id) => open.has(id));
      if (concerned.length > 0) await advanceAll(context, concerned);
    } catch (error) {
      context.log[isTransient(error) ? 'warn' : 'error']({ err: error }, 'runs of scenarios could not be looked at');
    }
  };
  return {
    moved(orgId) {
      if (closed) return;
      moved.add(orgId);
      timer ??= setTimeout(
        () => {
          timer = undefined;
          looking = looking.then(look);
        },
        open.has(orgId) ? soonMs : laterMs,
      );
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await looking;
    },
  };
}

async function advanceAll(context: Context, orgIds: readonly string[]): Promise<void> {
  for (const { id } of await openRuns(context.db.system, orgIds)) await advanceRun(context, id);
}

/** Looks at every open run: deadlines that have passed, silences that have lasted, and what nobody told of. */
export async function sweepRuns(context: Context): Promise<void> {
  await startByNumber(context);
  await advanceAll(context, await organisationsWithRuns(context.db.system));
}

export const sweepEveryMs = 5000;
