import type { Knex } from 'knex';
import type { RunFrame, RunState, ScenarioRun } from '../domain/certification/run.ts';
import type { Side } from '../domain/roles.ts';
import type { Tx } from './database.ts';
import { toJson, toText } from './json.ts';
import { pieces } from './pieces.ts';

const runColumns = {
  ...{ id: 'id', orgId: 'org_id', scenario: 'scenario', number: 'number', state: 'state', reason: 'reason' },
  ...{
    startedAt: 'started_at',
    startedBy: 'started_by',
    startedSide: 'started_side',
    finishedAt: 'finished_at',
    awaited: 'awaited',
  },
  ...{ dueAt: 'due_at', documents: 'documents', proven: 'proven', dependsOn: 'depends_on', strays: 'strays' },
  seenSeq: 'seen_seq',
} as const;
const frameColumns = {
  ...{ runId: 'run_id', ordinal: 'ordinal', frame: 'frame', state: 'state', beganAt: 'began_at', dueAt: 'due_at' },
  ...{ finishedAt: 'finished_at', documentId: 'document_id', acknowledgementId: 'acknowledgement_id' },
  ...{ eventIds: 'event_ids', sha256: 'sha256', way: 'way', checks: 'checks', reason: 'reason', odoo: 'odoo' },
} as const;

export async function insertRuns(
  tx: Tx,
  runs: readonly { readonly run: ScenarioRun; readonly frames: readonly string[] }[],
): Promise<void> {
  await tx('scenario_run').insert(
    runs.map(({ run }) => {
      const { dependsOn, strays, documents, proven } = run;
      return {
        ...columnsOf(run, runColumns),
        ...{ documents: [...documents], proven: [...proven] },
        ...{ depends_on: toJson(dependsOn), strays: toJson(strays) },
      };
    }),
  );
  const rows = runs.flatMap(({ run: { id, orgId }, frames }) =>
    frames.map((frame, ordinal) => ({ run_id: id, org_id: orgId, ordinal, frame })),
  );
  for (const piece of pieces(rows)) await tx('scenario_frame').insert(piece);
}

function columnsOf<T extends object>(values: T, columns: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (columns[name] === undefined ? [] : [[columns[name], value]])),
  );
}

export type RunChange = Partial<
  Pick<ScenarioRun, 'state' | 'reason' | 'finishedAt' | 'awaited' | 'dueAt' | 'proven' | 'strays' | 'seenSeq'>
>;

export async function saveRun(tx: Tx, id: string, change: RunChange): Promise<void> {
  const { strays, proven, reason, ...rest } = change;
  await tx('scenario_run')
    .where({ id })
    .update({
      ...columnsOf(rest, runColumns),
      ...(reason !== undefined && { reason: reason === null ? null : toText(reason) }),
      ...(strays && { strays: toJson(strays) }),
      ...(proven && { proven: [...proven] }),
    });
}

export type FrameChange = Partial<Omit<RunFrame, 'runId' | 'ordinal' | 'frame'>>;

export async function saveFrame(
  tx: Tx,
  of: { readonly runId: string; readonly ordinal: number },
  change: FrameChange,
): Promise<void> {
  const { checks, eventIds, reason, odoo, ...rest } = change;
  await tx('scenario_frame')
    .where({ run_id: of.runId, ordinal: of.ordinal })
    .update({
      ...columnsOf(rest, frameColumns),
      ...(reason !== undefined && { reason: reason === null ? null : toText(reason) }),
      ...(checks && { checks: toJson(checks) }),
      ...(eventIds && { event_ids: [...eventIds] }),
      ...(odoo !== undefined && { odoo: odoo === null ? null : toJson(odoo) }),
    });
}

/** What no run can be open in any more: its frames that are left are left out. */
export async function leaveOut(tx: Tx, runId: string): Promise<void> {
  await tx('scenario_frame')
    .where({ run_id: runId })
    .whereIn('state', ['later', 'awaited'])
    .update({ state: 'left-out' });
}

/** One run; `lock` lets nobody else move it on until the transaction ends. */
export function findRun(
  db: Knex,
  of: { readonly id: string; readonly orgId?: string },
  { lock = false } = {},
): Promise<ScenarioRun | undefined> {
  const query = db('scenario_run')
    .where({ id: of.id, ...(of.orgId !== undefined && { org_id: of.orgId }) })
    .first<ScenarioRun | undefined>(runColumns);
  return lock ? query.forUpdate() : query;
}

export async function framesOf(db: Knex, runIds: readonly string[]): Promise<readonly RunFrame[]> {
  return db('scenario_frame').whereIn('run_id', runIds).orderBy(['run_id', 'ordinal']).select<RunFrame[]>(frameColumns);
}

/** Runs of a partner, newest first. @param of.before the id of the run that the page before ended with */
export async function runsOf(
  db: Knex,
  of: {
    readonly orgId: string;
    readonly scenario?: string | undefined;
    readonly state?: RunState | undefined;
    readonly before?: string | undefined;
    readonly limit?: number;
  },
): Promise<readonly ScenarioRun[]> {
  const { orgId, scenario, state, before, limit = 2000 } = of;
  const query = db('scenario_run')
    .where({ org_id: orgId, ...(scenario && { scenario }), ...(state && { state }) })
    .orderBy('id', 'desc')
    .limit(limit);
  if (before !== undefined) query.where('id', '<', before);
  return query.select<ScenarioRun[]>(runColumns);
}

/** Open runs of these organisations, oldest first. */
export async function openRuns(
  db: Knex,
  orgIds: readonly string[],
): Promise<readonly { id: string; orgId: string; number: string }[]> {
  return db('scenario_run')
    .where({ state: 'open' })
    .whereIn('org_id', orgIds)
    .orderBy('id')
    .select<{ id: string; orgId: string; number: string }[]>({ id: 'id', orgId: 'org_id', number: 'number' });
}

/** Organisations with open runs. */
export async function organisationsWithRuns(db: Knex): Promise<readonly string[]> {
  const rows = await db('scenario_run').where({ state: 'open' }).distinct<{ org_id: string }[]>('org_id');
  return rows.map(({ org_id }) => org_id);
}

/** How many frames of each run are passed. */
export async function passedFrames(
  db: Knex,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, { passed: number; frames: number }>> {
  const rows = await db('scenario_frame')
    .whereIn('run_id', runIds)
    .groupBy('run_id')
    .select<{ run_id: string; passed: number; frames: number }[]>(
      'run_id',
      db.raw(`count(*) filter (where state = 'passed') as passed`),
      db.raw('count(*) as frames'),
    );
  return new Map(rows.map(({ run_id, passed, frames }) => [run_id, { passed, frames }]));
}

export interface ChaosRow {
  readonly name: string;
  readonly since: Date;
  readonly setBy: string;
  readonly setSide: Side;
  readonly until: Date;
}

/** What is switched on for a partner. */
export async function chaosOf(db: Knex, orgId: string, at: Date): Promise<readonly ChaosRow[]> {
  return db('chaos')
    .where({ org_id: orgId })
    .where('until', '>', at)
    .orderBy('name')
    .select<ChaosRow[]>({ name: 'name', since: 'since', setBy: 'set_by', setSide: 'set_side', until: 'until' });
}

export async function saveChaos(tx: Tx, orgId: string, row: ChaosRow | { readonly name: string }): Promise<void> {
  await tx('chaos').where({ org_id: orgId, name: row.name }).delete();
  if (!('since' in row)) return;
  const { name, since, setBy, setSide, until } = row;
  await tx('chaos').insert({ org_id: orgId, name, since, set_by: setBy, set_side: setSide, until });
}

/** Documents of sandboxes that are with their partner, are to come once more, and have not yet. */
export async function sentUnderChaos(db: Knex, at: Date): Promise<readonly string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `select d.id from chaos c join document d on d.org_id = c.org_id and d.environment = 'sandbox' and d.direction = 'out' and d.answers is null
       and d.state in ('sent', 'delivered') and d.created_at >= c.since
     where c.name in ('duplicate-control-number', 'truncated-file') and c.until > :at
       and not exists (select from resending r where r.document_id = d.id) limit 200`,
    { at },
  );
  return rows.map(({ id }) => id);
}

/** Whether a document was sent once more, or is about to be. */
export async function isResent(db: Knex, documentId: string): Promise<boolean> {
  return (await db('resending').where({ document_id: documentId }).first('sending')) !== undefined;
}

/** Open runs that documents which have moved concern: those that they were sent for, and those whose number stands in them. Oldest first. */
export async function runsConcerned(db: Knex, documentIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `with moved as (select id, org_id, event_id from document where id = any(:documentIds::uuid[]) and environment = 'sandbox')
     select r.id from scenario_run r where r.state = 'open' and r.org_id in (select org_id from moved) and (
       exists (select from scenario_frame f join moved m on m.id = f.document_id or m.event_id = any(f.event_ids) where f.run_id = r.id)
       or exists (select from moved m join document_raw w on w.document_id = m.id where m.org_id = r.org_id
         and position(convert_to(r.number, 'LATIN1') in w.content) > 0))
     order by r.id`,
    { documentIds: [...documentIds] },
  );
  return rows.map(({ id }) => id);
}
