import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../flows/context.ts';
import { sealAudit } from '../store/audit.ts';
import { headsFolder, keepDailyHead } from '../store/audit-heads.ts';

const lookEveryMs = 600_000;

/**
 * Signs the end of every audit chain once a day (UTC) and writes it to the home and to the log, so that it is outside of the database as well.
 * @returns what ends it.
 */
export function keepHeads(context: Context, home: string): { close(): Promise<void> } {
  const closing = new AbortController();
  const { db, log } = context;
  const look = async () => {
    while ((await sealAudit(db.system)) > 0);
    const head = await keepDailyHead(db.system, db.auditKeys, headsFolder(home), context.now());
    if (head) log.info({ auditHead: head }, 'signed head of the audit trail');
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
