import type pg from 'pg';

/** A document of an organisation has moved on. */
export interface Change {
  readonly orgId: string;
  readonly documentId: string;
}

const channel = 'document_change';
// NOTIFY serialises commits, so changes are collected and told together; a payload holds at most 8,000 bytes.
const collectMs = 150;
const changesPerNotice = 90;

/** Tells all processes of changes, a few times a second at most. */
export function publishChanges(
  pool: pg.Pool,
  onError: (error: unknown) => void,
): { moved(orgId: string, documentId: string): void; flush(): Promise<void> } {
  let waiting = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;
  const flush = async () => {
    clearTimeout(timer);
    timer = undefined;
    const pairs = [...waiting];
    waiting = new Map();
    try {
      for (let from = 0; from < pairs.length; from += changesPerNotice) {
        await pool.query('select pg_notify($1, $2)', [
          channel,
          JSON.stringify(pairs.slice(from, from + changesPerNotice)),
        ]);
      }
    } catch (error) {
      onError(error);
    }
  };
  return {
    moved: (orgId, documentId) => {
      waiting.set(documentId, orgId);
      timer ??= setTimeout(() => void flush(), collectMs);
    },
    flush,
  };
}

/** Hears changes of all processes; connects again when the connection breaks. */
export function hearChanges(
  pool: pg.Pool,
  onError: (error: unknown) => void,
): { subscribe(listener: (change: Change) => void): () => void; close(): Promise<void> } {
  const listeners = new Set<(change: Change) => void>();
  let client: pg.PoolClient | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  const connect = async (): Promise<void> => {
    try {
      const fresh = await pool.connect();
      if (closed) return fresh.release();
      client = fresh;
      fresh.on('notification', ({ payload }) => {
        for (const [documentId, orgId] of JSON.parse(payload ?? '[]') as [string, string][])
          for (const listener of listeners) listener({ orgId, documentId });
      });
      fresh.once('error', (error) => {
        onError(error);
        fresh.release(error);
        client = undefined;
        again();
      });
      await fresh.query(`listen ${channel}`);
    } catch (error) {
      onError(error);
      again();
    }
  };
  const again = () => {
    if (!closed) retry = setTimeout(() => void connect(), 1000);
  };
  const connecting = connect();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await connecting;
      // Destroyed, not returned: a connection that still listens would speak to the next user.
      client?.release(true);
    },
  };
}
