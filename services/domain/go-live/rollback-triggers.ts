// What takes a document back from production by itself. Each trigger has a least number of cases: one fault among three documents is no rate.

export interface Trigger {
  /** `60 % of the 997s reject`, after its rate. */
  readonly says: string;
  /** In hundredths: from here on it goes back. */
  readonly above: number;
  /** So much that it is no accident. */
  readonly atLeast: number;
}

/** Over the last `windowMinutes`, only what came since the release. */
export const rollbackTriggers = {
  'ack-rejects': { says: 'of what was acknowledged was rejected', above: 20, atLeast: 10 },
  'sla-misses': { says: 'of the deadlines were missed', above: 30, atLeast: 10 },
  'unknown-codes': { says: 'of the documents hold codes that nobody knows', above: 20, atLeast: 10 },
  duplicates: { says: 'of the documents came twice', above: 20, atLeast: 10 },
  'odoo-errors': { says: 'of what went to Odoo failed or was refused', above: 20, atLeast: 10 },
} as const satisfies Readonly<Record<string, Trigger>>;

export type TriggerName = keyof typeof rollbackTriggers;

export const windowMinutes = 60;
/** So many looks in succession, so that a moment is not enough. */
export const looksInSuccession = 2;
/** A document that went back stays back: nothing puts it forward by itself. */

export interface TriggerCounts {
  readonly bad: number;
  readonly all: number;
}

export interface Tripped {
  readonly trigger: TriggerName;
  readonly bad: number;
  readonly all: number;
  /** `60 % of what went to Odoo failed or was refused (12 of 20 within 60 minutes)`. */
  readonly says: string;
}

/** The triggers that are above their mark now. */
export function tripped(counts: Readonly<Record<TriggerName, TriggerCounts>>): readonly Tripped[] {
  return (Object.keys(rollbackTriggers) as TriggerName[]).flatMap((trigger) => {
    const { bad, all } = counts[trigger];
    const { above, atLeast, says } = rollbackTriggers[trigger];
    if (all < atLeast || (100 * bad) / all <= above) return [];
    const rate = Math.round((100 * bad) / all);
    return [{ trigger, bad, all, says: `${rate} % ${says} (${bad} of ${all} within ${windowMinutes} minutes)` }];
  });
}
