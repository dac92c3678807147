import type { NewExchange } from '../domain/exchange.ts';
import type { Environment } from '../store/documents.ts';
import { insertAtMailbox } from '../store/exchanges.ts';
import type { Context } from './context.ts';

/** Whose traffic by HTTPS it is. */
export interface HttpsCaller {
  readonly orgId: string;
  readonly environment: Environment;
  /** Such as `API key Quayside WMS`. */
  readonly actor: string;
}

type Entry = NewExchange & Pick<HttpsCaller, 'orgId' | 'environment'> & { readonly id: string; readonly at: Date };

interface Waiting {
  readonly entries: Entry[];
  timer: NodeJS.Timeout | undefined;
  writing: Promise<void>;
}

const logs = new WeakMap<Context['db'], Waiting>();
const writtenEveryMs = 500;
/** More than that wait only while the database does not answer; what was exchanged is recorded elsewhere, and this is the log of the transport. */
const mostWaiting = 10_000;

/**
 * Writes into the log of the partner's HTTPS endpoint what its program dropped, fetched or confirmed. Entries of half a second go together, so that nobody waits for
 * them and a busy partner costs two statements a second; a process that dies takes no more than those with it.
 */
export function noteHttps(context: Context, of: HttpsCaller, exchange: NewExchange): void {
  const log = logs.get(context.db) ?? { entries: [], timer: undefined, writing: Promise.resolve() };
  logs.set(context.db, log);
  if (log.entries.length >= mostWaiting) return;
  const { orgId, environment, actor } = of;
  const detail = { by: actor, ...exchange.detail };
  log.entries.push({ ...exchange, detail, orgId, environment, id: context.newId(), at: context.now() });
  log.timer ??= setTimeout(() => void writeHttpsLog(context), writtenEveryMs).unref();
}

/** Writes what waits to be written. */
export async function writeHttpsLog(context: Context): Promise<void> {
  const log = logs.get(context.db);
  if (!log) return;
  clearTimeout(log.timer);
  log.timer = undefined;
  const entries = log.entries.splice(0);
  const before = log.writing;
  log.writing = (async () => {
    await before;
    if (entries.length === 0) return;
    try {
      await insertAtMailbox(context.db.system, context.channels.https.name, entries);
    } catch (error) {
      context.log.warn({ err: error, entries: entries.length }, 'the log of HTTPS endpoints could not be written');
    }
  })();
  await log.writing;
}

// Somebody who sends what is refused over and over must not fill the log.
const refusedEveryMs = 10_000;
const lastRefused = new Map<string, number>();
const mostRemembered = 10_000;

/** The same of what was refused: now and then one for each partner and kind of error. */
export function noteHttpsRefusal(context: Context, of: HttpsCaller, exchange: Omit<NewExchange, 'state'>): void {
  const key = `${of.orgId}/${of.environment}/${exchange.detail?.code ?? ''}`;
  const now = performance.now();
  if (now - (lastRefused.get(key) ?? Number.NEGATIVE_INFINITY) < refusedEveryMs) return;
  if (lastRefused.size >= mostRemembered) lastRefused.clear();
  lastRefused.set(key, now);
  noteHttps(context, of, { ...exchange, state: 'refused' });
}
