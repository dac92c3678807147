import type { Knex } from 'knex';
import type { ConnectionStage, ConnectionStep } from '../domain/connection-step.ts';
import type { Side } from '../domain/roles.ts';
import type { Tx } from './database.ts';
import { toJson, toText } from './json.ts';

/** A connection test as its row has it. */
export interface ConnectionTestRow {
  readonly id: string;
  readonly orgId: string;
  readonly endpointId: string;
  readonly stage: ConnectionStage;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly startedSide: Side;
  /** What the partner is to do now. */
  readonly awaits: string | null;
  readonly steps: readonly ConnectionStep[];
  readonly finishedAt: Date | null;
  readonly works: boolean | null;
}

const columns = {
  ...{ id: 'id', orgId: 'org_id', endpointId: 'endpoint_id', stage: 'stage', startedAt: 'started_at' },
  ...{ startedBy: 'started_by', startedSide: 'started_side', awaits: 'awaits', steps: 'steps' },
  ...{ finishedAt: 'finished_at', works: 'works' },
} as const;

// Older ones say nothing that a new one does not say.
const kept = 20;

export async function insertConnectionTest(
  tx: Tx,
  of: Pick<ConnectionTestRow, 'id' | 'orgId' | 'endpointId' | 'stage' | 'startedAt' | 'startedBy' | 'startedSide'>,
): Promise<void> {
  const { id, orgId, endpointId, stage, startedAt, startedBy, startedSide } = of;
  await tx('connection_test').insert({
    ...{ id, org_id: orgId, endpoint_id: endpointId, stage, started_at: startedAt, started_by: startedBy },
    started_side: startedSide,
  });
  await tx('connection_test')
    .where({ endpoint_id: endpointId })
    .whereNotIn(
      'id',
      tx('connection_test').where({ endpoint_id: endpointId }).orderBy('id', 'desc').limit(kept).select('id'),
    )
    .delete();
}

/** Tests of an endpoint, newest first. */
export function connectionTestsOf(db: Knex, endpointId: string): Promise<readonly ConnectionTestRow[]> {
  return db('connection_test')
    .where({ endpoint_id: endpointId })
    .orderBy('id', 'desc')
    .select<ConnectionTestRow[]>(columns);
}

export async function addConnectionStep(db: Knex, id: string, step: ConnectionStep): Promise<void> {
  await db('connection_test')
    .where({ id })
    .update({ steps: db.raw('steps || ?::jsonb', [toJson([step])]), awaits: null });
}

export async function saveAwaited(db: Knex, id: string, awaits: string): Promise<void> {
  await db('connection_test')
    .where({ id })
    .update({ awaits: toText(awaits) });
}

/** The end of a test, once. */
export async function endConnectionTest(db: Knex, id: string, at: Date, works: boolean): Promise<void> {
  await db('connection_test').where({ id }).whereNull('finished_at').update({ finished_at: at, works, awaits: null });
}

/** The newest entry of an endpoint's log after a connection test was begun that says what is looked for. */
export async function exchangeOf(
  db: Knex,
  of: {
    readonly endpointId: string;
    readonly testId: string;
    readonly kinds: readonly string[];
    readonly states: readonly string[];
  },
): Promise<{ readonly summary: string } | undefined> {
  return db('exchange')
    .where({ endpoint_id: of.endpointId })
    .whereIn('kind', [...of.kinds])
    .whereIn('state', [...of.states])
    .where('id', '>', of.testId)
    .orderBy('id', 'desc')
    .first<{ summary: string } | undefined>('summary');
}
