import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../flows/context.ts';
import { noteShortened } from '../flows/watch-audit.ts';
import { sealAudit } from '../store/audit.ts';
import { headsFolder, keepDailyHead } from '../store/audit-heads.ts';
import { moveLatestHead } from '../store/audit-latest-head.ts';

// What is taken away from the end of a chain within this time leaves no trace.
const lookEveryMs = 5_000;

/**
 * Signs the end of every audit chain and writes it to the home, so that it is outside of the database as well: once a day (UTC) for good, and to the log;
 * and every few seconds in the place of the one before, unless that one tells of entries that are gone.
 * @returns what ends it.
 */
export function keepHeads(context: Context, home: string): { close(): Promise<void> } {
  const closing = new AbortController();
  const { db, log } = context;
  const look = async () => {
    while ((await sealAudit(db.system)) > 0);
    const head = await keepDailyHead(db.system, db.auditKeys, headsFolder(home), context.now());
    if (head) log.info({ auditHead: head }, 'signed head of the audit trail');
    const moved = await moveLatestHead(db.system, db.auditKeys, headsFolder(home), context.now());
    await noteShortened(context, moved.kind === 'broken' ? moved : undefined);
  };
  const running = (async () => {
    while (!closing.signal.aborted) {
      await look().catch((error: unknown) =>
        log.warn({ err: error }, 'the head of the audit trail was not signed; trying again'),
      );
      await wait(lookEveryMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  })();
  return {
    close: () => {
      closing.abort();
      return running;
    },
  };
}
