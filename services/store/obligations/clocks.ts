import type { ClockName } from '../../domain/obligations/clock-kinds.ts';
import { type Subject, type SubjectType, subjectColumns } from '../../domain/obligations/subject.ts';
import type { Tx } from '../database.ts';
import { jsonPieces, pieces } from '../pieces.ts';
import { isAboutSql, type Subjects } from './about.ts';

export interface DueClock {
  readonly about: Subject;
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

/** Brings what running clocks know of the time up to the newest jump of the database's clock. */
export async function catchUpClocks(tx: Tx): Promise<void> {
  await tx.raw(
    `update sla_clock set started_at = since_jumps(started_at, known_jump), due_at = since_jumps(due_at, known_jump),
       warn_at = since_jumps(warn_at, known_jump), known_jump = newest.id
     from (select max(id) as id from clock_jump) newest where state = 'running' and known_jump < newest.id`,
  );
}

/**
 * Turns running clocks whose time has passed into breaches. Clocks of documents that somebody works on are left for the next look: waiting for them could be
 * waiting in a circle. None is judged by a time that does not know of the newest jump of the database's clock. @returns the breached ones, each once: a second caller does not get them again.
 */
export const breachDueClocks = (tx: Tx, time: KnownTime): Promise<readonly DueClock[]> =>
  change(tx, time, 'c.due_at <= :at', `state = 'breached'`);

/** Marks running clocks that are to warn and have not yet. @returns them, each once. */
export const warnDueClocks = (tx: Tx, time: KnownTime): Promise<readonly DueClock[]> =>
  change(tx, time, 'c.warn_at <= :at and c.warned_at is null', 'warned_at = :at');

const mostAtOnce = 200;

async function change(tx: Tx, { at, knownJump }: KnownTime, isDue: string, set: string): Promise<readonly DueClock[]> {
  const due = `c.state = 'running' and ${isDue} and c.known_jump = :knownJump and not exists (select from clock_jump where id > :knownJump)`;
  const rest = 'order by c.due_at limit :mostAtOnce for update skip locked';
  const { rows } = await tx.raw<{ rows: (Omit<DueClock, 'about'> & { type: SubjectType; id: string })[] }>(
    `with of_documents as (select c.id from sla_clock c join document d on d.id = c.document_id where ${due} ${rest}),
       of_others as (select c.id from sla_clock c where c.document_id is null and ${due} ${rest})
     update sla_clock set ${set} where id in (select id from of_documents union all select id from of_others)
     returning subject_type as type, coalesce(document_id::text, subject_id) as id, org_id as "orgId", environment, name, due_at as "dueAt"`,
    { at, knownJump, mostAtOnce },
  );
  return rows.map(({ type, id, ...clock }) => ({ ...clock, about: { type, id } }));
}

export interface NewClock {
  readonly id: string;
  readonly orgId: string;
  readonly environment: string;
  readonly about: Subject;
  readonly name: ClockName;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly warnAt?: Date | undefined;
  readonly knownJump: number;
}

/** Starts clocks; one that runs already is left as it is. */
export async function startClocks(tx: Tx, clocks: readonly NewClock[]): Promise<void> {
  const rowOf = (clock: NewClock) => ({
    id: clock.id,
    org_id: clock.orgId,
    environment: clock.environment,
    ...subjectColumns(clock.about),
    name: clock.name,
    started_at: clock.startedAt,
    due_at: clock.dueAt,
    warn_at: clock.warnAt ?? null,
    known_jump: clock.knownJump,
  });
  const columns =
    'id, org_id, environment, subject_type, document_id, subject_id, name, started_at, due_at, warn_at, known_jump';
  for (const piece of jsonPieces(clocks, rowOf))
    await tx.raw(
      `insert into sla_clock (${columns}) select ${columns} from jsonb_populate_recordset(null::sla_clock, ?::jsonb) on conflict do nothing`,
      [piece],
    );
}

// Whoever has been at work since before the clock was set back still has the time of before.
const setBack = `least('0', coalesce((select sum(shift_ms) * interval '1 millisecond' from clock_jump
  where noticed_at > clock_timestamp() - interval '1 minute'), '0'))`;

/** Stops a clock of subjects: met when in time, else breached. */
export async function stopClocks(tx: Tx, subjects: Subjects, name: ClockName, at: Date): Promise<void> {
  const { sql, ...of } = isAboutSql(subjects);
  for (const ids of pieces(subjects.ids))
    await tx.raw(
      `update sla_clock set stopped_at = :at, state = case when since_jumps(due_at, known_jump) >= :at::timestamptz + ${setBack} then 'met' else 'breached' end
       where ${sql} and name = :name and stopped_at is null`,
      { ...of, at, ids: [...ids], name },
    );
}
