import type { Response } from 'express';
import { findSession } from '../../store/sessions.ts';
import type { SessionCaller } from '../caller.ts';
import type { Desk, Handler } from '../operation.ts';

const pingMs = 25_000;
// A person sees no difference, and a burst of documents is one write.
const collectMs = 200;
// What a client that reads slowly may have waiting; above it changes are left out, as they only say "look again".
const backlogBytes = 1_048_576;

export const streamChanges: Handler<'streamChanges'> = async ({ desk, caller }) => ({
  status: 200,
  headers: {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  },
  stream: (response) => open(desk, caller, response),
});

function open({ context, changes }: Desk, caller: SessionCaller, response: Response): void {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const write = (text: string) => {
    if (response.writableLength < backlogBytes) response.write(text);
  };
  const flush = () => {
    timer = undefined;
    write([...waiting].map((documentId) => `event: change\ndata: ${JSON.stringify({ documentId })}\n\n`).join(''));
    waiting.clear();
  };
  const unsubscribe = changes.subscribe(({ orgId, documentId }) => {
    if (caller.side !== 'team' && orgId !== caller.orgId) return;
    waiting.add(documentId);
    timer ??= setTimeout(flush, collectMs);
  });
  const ping = async () => {
    // A stream must not outlive its session: signed out, expired, disabled.
    const still = await findSession(context.db.front, caller.tokenHash, context.now()).catch(() => caller);
    if (still) write('event: ping\ndata: {}\n\n');
    else response.end();
  };
  const pings = setInterval(() => void ping(), pingMs);
  response.once('close', () => {
    unsubscribe();
    clearInterval(pings);
    clearTimeout(timer);
  });
  // Comes at once, so that the client knows that the stream is open.
  response.write('retry: 2000\n\n');
}
