import type { Tx } from './database.ts';

export interface DueClock {
  readonly documentId: string;
  readonly orgId: string;
  readonly environment: string;
  readonly name: string;
  readonly dueAt: Date;
}

/** Turns running clocks whose time has passed into breaches. @returns them, each once: a second caller does not get them again. */
export async function breachDueClocks(tx: Tx, now: Date, limit = 200): Promise<readonly DueClock[]> {
  const { rows } = await tx.raw<{ rows: DueClock[] }>(
    `update sla_clock set state = 'breached' where id in (
       select id from sla_clock where state = 'running' and due_at <= ? order by due_at limit ? for update skip locked)
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
    name: string;
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
