import type { Tx } from './database.ts';

/** How many control numbers an interchange needs: ISA13, GS06 and ST02, counted for each partner and environment. */
export interface ControlNeeds {
  readonly interchange: number;
  readonly group: number;
  readonly set: number;
}

/** The first of the numbers taken, of each kind. */
export type ControlNumbers = { readonly [Kind in keyof ControlNeeds]: number };

/**
 * Takes the next control numbers, as part of the transaction that uses them: the rows stay locked until its end, so numbers have no gaps and no twins, and a
 * rolled back document gives its numbers back. All kinds are taken by one statement, in one order: whoever took them one by one could wait in a circle.
 */
export async function takeControlNumbers(
  tx: Tx,
  orgId: string,
  environment: string,
  needs: ControlNeeds,
): Promise<ControlNumbers> {
  const { rows } = await tx.raw<{ rows: { kind: keyof ControlNeeds; last: number }[] }>(
    `insert into control_number as c (org_id, environment, kind, last)
     values (:orgId, :environment, 'group', :group), (:orgId, :environment, 'interchange', :interchange), (:orgId, :environment, 'set', :set)
     on conflict (org_id, environment, kind) do update set last = c.last + excluded.last returning kind, last`,
    { orgId, environment, ...needs },
  );
  const first = (kind: keyof ControlNeeds) => (rows.find((row) => row.kind === kind)?.last ?? 0) - needs[kind] + 1;
  return { interchange: first('interchange'), group: first('group'), set: first('set') };
}

/** Gives back the last of the numbers that this transaction took. */
export async function returnControlNumbers(
  tx: Tx,
  orgId: string,
  environment: string,
  rest: ControlNeeds,
): Promise<void> {
  if (rest.interchange === 0 && rest.group === 0 && rest.set === 0) return;
  await takeControlNumbers(tx, orgId, environment, {
    interchange: -rest.interchange,
    group: -rest.group,
    set: -rest.set,
  });
}
