import type { Database } from '../store/database.ts';
import { type EndpointOf, insertExchange, rewriteExchange } from '../store/exchanges.ts';
import type { Context } from './context.ts';

// What is refused of somebody who has not shown who he is. Names of partners are no secrets: whoever knows them could fill a log, each line of it a row.

/** So many stand in the log as they are, of an endpoint in the time of a window; what a partner's own wrong settings do is seen by these. */
export const loggedRefusals = 20;
const windowMs = 600_000;
const writtenEveryMs = 5_000;

interface Counted {
  readonly since: Date;
  logged: number;
  more: number;
  last: string;
  /** Of the entry that counts. */
  entryId?: string;
  timer?: NodeJS.Timeout;
}

const windows = new WeakMap<Database, Map<string, Counted>>();

/**
 * Counts a refusal. Those beyond the first of a window become one entry: `57 more like this since …`; a process that dies loses the count of its last seconds.
 * @param summary what was refused, in one sentence
 * @returns whether this one is to be logged as it is
 */
export function isToBeLogged(context: Context, endpoint: EndpointOf, summary: string): boolean {
  const known = windows.get(context.db) ?? new Map<string, Counted>();
  windows.set(context.db, known);
  const now = context.now();
  let counted = known.get(endpoint.id);
  if (!counted || Math.abs(now.getTime() - counted.since.getTime()) >= windowMs) {
    counted = { since: now, logged: 0, more: 0, last: '' };
    known.set(endpoint.id, counted);
  }
  if (counted.logged < loggedRefusals) {
    counted.logged += 1;
    return true;
  }
  const of = counted;
  of.more += 1;
  of.last = summary;
  of.timer ??= setTimeout(() => {
    delete of.timer;
    writeCount(context, endpoint, of).catch((error: unknown) =>
      context.log.warn({ err: error }, 'refused requests could not be counted in the log of their endpoint'),
    );
  }, writtenEveryMs).unref();
  return false;
}

async function writeCount(context: Context, endpoint: EndpointOf, of: Counted): Promise<void> {
  const { since, more, last } = of;
  const summary = `${more} more like this since ${since.toISOString().slice(11, 16)} UTC, the last: ${last}`;
  const detail = { counted: more, since: since.toISOString() };
  if (of.entryId !== undefined) return rewriteExchange(context.db.system, of.entryId, { summary, detail });
  of.entryId = context.newId();
  await insertExchange(context.db.system, endpoint, {
    ...{ kind: 'message', direction: 'in', state: 'refused', summary, detail, id: of.entryId, at: context.now() },
  });
}
