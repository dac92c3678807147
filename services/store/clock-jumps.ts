import type { Knex } from 'knex';
import type pg from 'pg';
import { audit } from './audit.ts';
import type { Tx } from './database.ts';
import { moveDueRungsSql } from './obligations/in-statements.ts';

/** Clocks that differ by less are in step: what is in doubt of a measurement, and what time services correct without a jump. */
export const inStepMs = 10_000;

/**
 * Records a jump of the database's clock, so that deadlines have as much time left as before it: clocks of the ladder, which say what jump they know of, sessions and temporary passwords.
 * (What waits for minutes at most says itself that a time too far ahead is none.) Each jump is recorded once, whichever processes notice it.
 * @param shiftMs how far the clock went ahead, negative for back, since the caller knew of the jump `knownJump`.
 * @returns the newest jump on record, and by how much deadlines were moved with this call: 0 when another process had done it.
 */
export async function moveDeadlines(
  db: Knex,
  jump: { readonly shiftMs: number; readonly knownJump: number },
): Promise<{ readonly jump: number; readonly movedMs: number }> {
  return db.transaction(async (tx) => {
    await tx.raw('lock table clock_jump in share row exclusive mode');
    const { rows } = await tx.raw<{ rows: { newest: number; moved: number }[] }>(
      `select coalesce(max(id), 0)::float8 as newest, coalesce(sum(shift_ms) filter (where id > ?), 0)::float8 as moved from clock_jump`,
      [jump.knownJump],
    );
    const { newest = 0, moved = 0 } = rows[0] ?? {};
    const movedMs = Math.round(jump.shiftMs - moved);
    if (Math.abs(movedMs) < inStepMs) return { jump: newest, movedMs: 0 };
    await moveRest(tx, movedMs);
    const [row] = await tx('clock_jump').insert({ shift_ms: movedMs }).returning<{ id: number }[]>('id');
    await note(tx, movedMs);
    return { jump: row!.id, movedMs };
  });
}

// By then every process that lives has looked at the database's clock and is on the new time.
const allKnowAfter = '5 seconds';

/** Was the clock set back, and does the queue still hold times from before: locks and pauses that would end hours too late? */
export async function queueHasOldTimes(pool: pg.Pool): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select from clock_jump where shift_ms < 0 and queue_anew_at is null
       and (noticed_at < clock_timestamp() - interval '${allKnowAfter}' or noticed_at > clock_timestamp())`,
  );
  return (rowCount ?? 0) > 0;
}

/** The queue holds nothing from before any jump. */
export async function noteQueueAnew(pool: pg.Pool): Promise<void> {
  await pool.query('update clock_jump set queue_anew_at = clock_timestamp() where queue_anew_at is null');
}

async function moveRest(tx: Tx, shiftMs: number): Promise<void> {
  const by = `make_interval(secs => ${shiftMs} / 1000.0)`;
  await tx.raw(`update session set created_at = created_at + ${by}, expires_at = expires_at + ${by}`);
  await tx.raw(`update app_user set temporary_until = temporary_until + ${by} where temporary_until is not null`);
  await tx.raw(moveDueRungsSql(by));
}

async function note(tx: Tx, shiftMs: number): Promise<void> {
  const owner = await tx('organization').where({ kind: 'owner' }).first<{ id: string } | undefined>('id');
  if (!owner) return;
  const { rows } = await tx.raw<{ rows: { at: Date }[] }>('select clock_timestamp() as at');
  await audit(tx, [
    {
      orgId: owner.id,
      at: rows[0]!.at,
      actor: 'hub',
      action: 'clock.jumped',
      detail: { shiftSeconds: shiftMs / 1000 },
    },
  ]);
}
