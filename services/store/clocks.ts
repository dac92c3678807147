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

/**
 * Turns running clocks whose time has passed into breaches. Clocks of documents that somebody works on are left for the next look: waiting for them could be
 * waiting in a circle. @returns the breached ones, each once: a second caller does not get them again.
 */
export async function breachDueClocks(tx: Tx, now: Date, limit = 200): Promise<readonly DueClock[]> {
  const { rows } = await tx.raw<{ rows: DueClock[] }>(
    `update sla_clock set state = 'breached' where id in (
       select c.id from sla_clock c join document d on d.id = c.document_id
       where c.state = 'running' and c.due_at <= ? order by c.due_at limit ? for update skip locked)
     returning document_id as "documentId", org_id as "orgId", environment, name, due_at as "dueAt"`,
    [now, limit],
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
    })
    .onConflict(['document_id', 'name'])
    .ignore();
}
