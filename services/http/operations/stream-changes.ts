import type { Response } from 'express';
import { CodedError } from '../../domain/errors.ts';
import { findSession } from '../../store/sessions.ts';
import type { SessionCaller } from '../caller.ts';
import type { ApiContext, Handler } from '../operation.ts';

const pingMs = 25_000;
// A person sees no difference, and a burst of documents is one write.
const collectMs = 200;
// What a client that reads slowly may have waiting; above it changes are left out, as they only say "look again".
const backlogBytes = 1_048_576;

// A browser has a few tabs; more is a mistake or worse.
const open = new Map<string, number>();

export const streamChanges: Handler<'streamChanges'> = async ({ api, caller }) => {
  const mine = open.get(caller.userId) ?? 0;
  if (mine >= api.settings.streamsAtOnce)
    throw new CodedError('http.too-many-requests', {
      retryAfterSeconds: 5,
      detail: 'Too many live streams of yours are open. Close some pages of the portal.',
    });
  return {
    status: 200,
    headers: {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
    stream: (response) => {
      open.set(caller.userId, (open.get(caller.userId) ?? 0) + 1);
      response.once('close', () => {
        const left = (open.get(caller.userId) ?? 1) - 1;
        if (left > 0) open.set(caller.userId, left);
        else open.delete(caller.userId);
      });
      start(api, caller, response);
    },
  };
};

function start({ context, changes }: ApiContext, caller: SessionCaller, response: Response): void {
  const write = (text: string) => {
    if (response.writableLength < backlogBytes) response.write(text);
  };
  const stopTelling = tellChanges(changes, caller, write);
  const stopWatching = endWithSession(context, changes, caller, write, () => response.end());
  response.once('close', () => {
    stopTelling();
    stopWatching();
  });
  // Comes at once, so that the client knows that the stream is open.
  response.write('retry: 2000\n\n');
}

function tellChanges(changes: ApiContext['changes'], caller: SessionCaller, write: (text: string) => void): () => void {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    timer = undefined;
    write([...waiting].join(''));
    waiting.clear();
  };
  const tell = (orgId: string, event: string, data: object) => {
    if (caller.side !== 'team' && orgId !== caller.orgId) return;
    waiting.add(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    timer ??= setTimeout(flush, collectMs);
  };
  const ends = [
    changes.subscribe(({ orgId, documentId }) => tell(orgId, 'change', { documentId })),
    changes.onPartnerChange((partnerId) => tell(partnerId, 'partner', { partnerId })),
  ];
  return () => {
    for (const end of ends) end();
    clearTimeout(timer);
  };
}

/**
 * A stream must not outlive its session: it ends when the session is ended anywhere, at its time, and, should word of that have been lost,
 * with the next ping.
 */
function endWithSession(
  { db, now }: ApiContext['context'],
  changes: ApiContext['changes'],
  caller: SessionCaller,
  write: (text: string) => void,
  end: () => void,
): () => void {
  const mine = caller.tokenHash.toString('hex');
  const unsubscribe = changes.onSessionEnd((tokenHash) => {
    if (tokenHash === mine) end();
  });
  const expiry = setTimeout(end, Math.max(0, caller.expiresAt.getTime() - now().getTime()));
  const ping = async () => {
    const still = await findSession(db.front, caller.tokenHash, now()).catch(() => caller);
    if (still) write('event: ping\ndata: {}\n\n');
    else end();
  };
  const pings = setInterval(() => void ping(), pingMs);
  // It may have ended between the look at the session and the subscription.
  void ping();
  return () => {
    unsubscribe();
    clearTimeout(expiry);
    clearInterval(pings);
  };
}
