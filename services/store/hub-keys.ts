import type { Knex } from 'knex';
import type { HubKeyState } from '../domain/hub-key.ts';
import { advisoryLocks } from './advisory-locks.ts';
import type { Tx } from './database.ts';

/** A key of the hub as its row has it. */
export interface HubKeyRow {
  readonly id: string;
  readonly kind: string;
  readonly state: HubKeyState;
  readonly publicPart: string;
  readonly sealedPrivatePart: string;
  readonly createdAt: Date;
  readonly notAfter: Date | null;
}

const columns = {
  ...{ id: 'id', kind: 'kind', state: 'state', publicPart: 'public_part', sealedPrivatePart: 'sealed_private_part' },
  ...{ createdAt: 'created_at', notAfter: 'not_after' },
} as const;

/** Keys of a kind, or of all, newest first; the retired ones are not among them. */
export function hubKeys(db: Knex, kind?: string): Promise<readonly HubKeyRow[]> {
  return db('hub_key')
    .whereNot({ state: 'retired' })
    .where(kind === undefined ? {} : { kind })
    .orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .select<HubKeyRow[]>(columns);
}

/** Lets nobody else add or change keys of the hub until the transaction ends. */
export async function lockHubKeys(tx: Tx): Promise<void> {
  await tx.raw('select pg_advisory_xact_lock(?)', [advisoryLocks.hubKeys]);
}

export async function insertHubKey(tx: Tx, key: HubKeyRow): Promise<void> {
  if (key.state === 'current') await stepDown(tx, key.kind);
  await tx('hub_key').insert(
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [column, key[name as keyof HubKeyRow]])),
  );
}

export async function saveHubKeyState(
  tx: Tx,
  of: { readonly kind: string; readonly id: string },
  state: HubKeyState,
): Promise<void> {
  if (state === 'current') await stepDown(tx, of.kind);
  await tx('hub_key').where({ id: of.id, kind: of.kind }).update({ state });
}

const stepDown = (tx: Tx, kind: string) => tx('hub_key').where({ kind, state: 'current' }).update({ state: 'former' });
