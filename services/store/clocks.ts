import type { Tx } from './database.ts';

/** What a clock waits for: our acknowledgement of a received document, or the partner's of a sent one and its answer. */
export type ClockName = 'acknowledge' | 'functional-ack' | 'business-answer';

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

export async function startClock(
  tx: Tx,
  clock: {
    id: string;
    orgId: string;
    environment: string;
    documentId: string;
    name: ClockName;
    startedAt: Date;
    dueAt: Date;
    knownJump: number;
  },
): Promise<void> {
  await tx('sla_clock')
    .insert({
      id: clock.id,
      org_id: clock.orgId,
      environment: clock.environment,
      document_id: clock.documentId,
      name: clock.name,
      started_at: clock.startedAt,
      due_at: clock.dueAt,
      known_jump: clock.knownJump,
    })
    .onConflict(['document_id', 'name'])
    .ignore();
}
