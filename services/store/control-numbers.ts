import type { Tx } from './database.ts';

/** What is numbered: ISA13, GS06 and ST02 of what we send to one partner in one environment. */
export type ControlKind = 'interchange' | 'group' | 'set';

/**
 * Takes the next `count` control numbers, as part of the transaction that uses them: the row stays locked until its end,
 * so numbers have no gaps and no twins, and a rolled back document gives its numbers back.
 * @returns the first of them.
 */
export async function takeControlNumbers(
  tx: Tx,
  orgId: string,
  environment: string,
  kind: ControlKind,
  count = 1,
): Promise<number> {
  const { rows } = await tx.raw<{ rows: { last: number }[] }>(
    `insert into control_number as c (org_id, environment, kind, last) values (?, ?, ?, ?)
     on conflict (org_id, environment, kind) do update set last = c.last + excluded.last returning last`,
    [orgId, environment, kind, count],
  );
  return rows[0]!.last - count + 1;
}
