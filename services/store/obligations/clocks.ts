import type { ClockName } from '../../domain/obligations/clock-kinds.ts';
import type { Tx } from '../database.ts';
import { jsonPieces, pieces } from '../pieces.ts';

export interface DueClock {
  readonly documentId: string;
  readonly orgId: string;
  readonly environment: string;
  readonly name: ClockName;
  readonly dueAt: Date;
}

/** The time as a process knows it. */
export interface KnownTime {
  readonly at: Date;
  /** The newest jump of the database's clock that it takes account of. */
  readonly knownJump: number;
}

/**
 * Turns running clocks whose time has passed into breaches. Clocks of documents that somebody works on are left for the next look: waiting for them could be
 * waiting in a circle. None is judged by a time that does not know of the newest jump of the database's clock. @returns the breached ones, each once: a second caller does not get them again.
 */
export async function breachDueClocks(tx: Tx, { at, knownJump }: KnownTime, limit = 200): Promise<readonly DueClock[]> {
  await tx.raw(
    `update sla_clock set started_at = since_jumps(started_at, known_jump), due_at = since_jumps(due_at, known_jump), known_jump = newest.id
     from (select max(id) as id from clock_jump) newest where state = 'running' and known_jump < newest.id`,
  );
  const { rows } = await tx.raw<{ rows: DueClock[] }>(
    `update sla_clock set state = 'breached' where id in (
       select c.id from sla_clock c join document d on d.id = c.document_id
       where c.state = 'running' and c.due_at <= ? and c.known_jump = ? and not exists (select from clock_jump where id > ?) order by c.due_at limit ? for update skip locked)
     returning document_id as "documentId", org_id as "orgId", environment, name, due_at as "dueAt"`,
    [at, knownJump, knownJump, limit],
  );
  return rows;
}

export interface NewClock {
  readonly id: string;
  readonly orgId: string;
  readonly environment: string;
  readonly documentId: string;
  readonly name: ClockName;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly knownJump: number;
}

/** Starts clocks; one that runs already is left as it is. */
export async function startClocks(tx: Tx, clocks: readonly NewClock[]): Promise<void> {
  const rowOf = (clock: NewClock) => ({
    id: clock.id,
    org_id: clock.orgId,
    environment: clock.environment,
    document_id: clock.documentId,
    name: clock.name,
    started_at: clock.startedAt,
    due_at: clock.dueAt,
    known_jump: clock.knownJump,
  });
  const columns = 'id, org_id, environment, document_id, name, started_at, due_at, known_jump';
  for (const piece of jsonPieces(clocks, rowOf))
    await tx.raw(
      `insert into sla_clock (${columns}) select ${columns} from jsonb_populate_recordset(null::sla_clock, ?::jsonb) on conflict do nothing`,
      [piece],
    );
}

// Whoever has been at work since before the clock was set back still has the time of before.
const setBack = `least('0', coalesce((select sum(shift_ms) * interval '1 millisecond' from clock_jump
  where noticed_at > clock_timestamp() - interval '1 minute'), '0'))`;

/** Stops a clock of each document: met when in time, else breached. */
export async function stopClocks(tx: Tx, documentIds: readonly string[], name: ClockName, at: Date): Promise<void> {
  for (const piece of pieces(documentIds))
    await tx.raw(
      `update sla_clock set stopped_at = :at, state = case when since_jumps(due_at, known_jump) >= :at::timestamptz + ${setBack} then 'met' else 'breached' end
       where document_id = any(:documentIds::uuid[]) and name = :name and stopped_at is null`,
      { at, documentIds: [...piece], name },
    );
}
