import { partnerIds, recordedSince } from '../../store/journey/standings.ts';
import type { Context } from '../context.ts';
import { keepJourney } from './keep.ts';
import { remindStill } from './remind.ts';

const wholeEveryMs = 600_000;

/**
 * Rounds of one process. Each looks again at every partner about which something was put on record since the round before the last one, and from time to time
 * at all of them: a waiver ends, and a first document arrives, without a word. It reminds whoever has not moved for days.
 */
export function journeyRounds(context: Context): () => Promise<void> {
  const { db, catalog, newId, now, log } = context;
  const tools = { standards: catalog.standards, newId, now };
  // Two rounds back: an entry may become visible after one with a higher number.
  let [before, last, wholeAt] = [0, 0, 0];
  return async () => {
    const isWhole = Math.abs(now().getTime() - wholeAt) >= wholeEveryMs;
    const { newest, orgIds } = await recordedSince(db.system, isWhole ? Number.MAX_SAFE_INTEGER : before);
    for (const orgId of isWhole ? await partnerIds(db.system) : orgIds) {
      if (context.closing?.aborted) return;
      try {
        await db.scoped('*', async (tx) => remindStill(context, tx, orgId, await keepJourney(tools, tx, orgId)));
      } catch (error) {
        // One partner whose draft cannot be read holds up no other.
        log.warn({ err: error, orgId }, 'the journey of a partner could not be computed');
      }
    }
    [before, last] = [last, newest];
    if (isWhole) wholeAt = now().getTime();
  };
}
