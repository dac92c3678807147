import type pg from 'pg';

/** A document of an organisation has moved on. */
export interface Change {
  readonly orgId: string;
  readonly documentId: string;
}

const channel = 'document_change';
/** Told by a trigger; the payload is the hash of the token in hex. */
const sessionChannel = 'session_ended';
/** Told by a trigger as well; the payload is the hash of the key in hex. */
const keyChannel = 'api_key_changed';
/** Told by triggers on what is on record and on runs; the payload is the id of the organisation. */
const partnerChannel = 'partner_change';
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

export interface LiveChanges {
  /** @returns what ends the subscription. */
  subscribe(listener: (change: Change) => void): () => void;
  /** Tells of organisations about which something was done that is on record, or whose runs have moved on; traffic is told by `subscribe`. */
  onPartnerChange(changed: (orgId: string) => void): () => void;
  /** Tells of sessions that were ended, in whatever process and by whatever statement; by the hash of the token, in hex. */
  onSessionEnd(ended: (tokenHash: string) => void): () => void;
  /** Tells of API keys that were revoked or changed, in whatever process; by the hash of the key, in hex. */
  onKeyChange(changed: (keyHash: string) => void): () => void;
}

/** Hears changes of all processes; connects again when the connection breaks. */
export function hearChanges(
  pool: pg.Pool,
  onError: (error: unknown) => void,
): LiveChanges & { close(): Promise<void> } {
  const listeners = new Set<(change: Change) => void>();
  const enders = new Set<(tokenHash: string) => void>();
  const keyListeners = new Set<(keyHash: string) => void>();
  const partnerListeners = new Set<(orgId: string) => void>();
  let client: pg.PoolClient | undefined;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  // Told by an event, by a failed statement, or by both; after `close` the connection is nobody's any more.
  const lose = (lost: pg.PoolClient, error: unknown) => {
    if (client !== lost) return;
    client = undefined;
    lost.release(true);
    onError(error);
    again();
  };
  const connect = async (): Promise<void> => {
    const fresh = await pool.connect().catch((error: unknown) => {
      onError(error);
      again();
    });
    if (!fresh) return;
    if (closed) return fresh.release();
    client = fresh;
    fresh.on('notification', ({ channel: heardOn, payload = '' }) => {
      if (heardOn === sessionChannel) for (const ended of enders) ended(payload);
      else if (heardOn === keyChannel) for (const changed of keyListeners) changed(payload);
      else if (heardOn === partnerChannel) for (const changed of partnerListeners) changed(payload);
      else
        for (const [documentId, orgId] of JSON.parse(payload) as [string, string][])
          for (const listener of listeners) listener({ orgId, documentId });
    });
    fresh.once('error', (error) => lose(fresh, error));
    await fresh
      .query(`listen ${channel}; listen ${sessionChannel}; listen ${keyChannel}; listen ${partnerChannel}`)
      .catch((error: unknown) => lose(fresh, error));
  };
  const again = () => {
    if (closed) return;
    retry = setTimeout(() => {
      connecting = connect();
    }, 1000);
  };
  let connecting = connect();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onPartnerChange: (changed) => {
      partnerListeners.add(changed);
      return () => partnerListeners.delete(changed);
    },
    onSessionEnd: (ended) => {
      enders.add(ended);
      return () => enders.delete(ended);
    },
    onKeyChange: (changed) => {
      keyListeners.add(changed);
      return () => keyListeners.delete(changed);
    },
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await connecting;
      // Destroyed, not returned: a connection that still listens would speak to the next user.
      const last = client;
      client = undefined;
      last?.release(true);
    },
  };
}
