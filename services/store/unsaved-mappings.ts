import type { Knex } from 'knex';
import type { Tx } from './database.ts';

/** What a person typed in a mapping and has not saved. */
export interface UnsavedText {
  readonly text: string;
  /** Hash of the version that it began from. */
  readonly basedOn: string;
  readonly revision: number;
  readonly keptAt: Date;
}

export interface OfPerson {
  readonly orgId: string;
  readonly path: string;
  readonly userId: string;
}

const whereOf = ({ orgId, path, userId }: OfPerson) => ({ org_id: orgId, path, user_id: userId });

/** @param lock for whoever keeps another one */
export async function unsavedText(db: Knex, of: OfPerson, lock = false): Promise<UnsavedText | undefined> {
  const query = db('mapping_unsaved').where(whereOf(of));
  if (lock) query.forUpdate();
  return query.first({ text: 'text', basedOn: 'based_on', revision: 'revision', keptAt: 'kept_at' });
}

/** @returns false where another device was the first to keep something */
export async function keepUnsavedText(
  tx: Tx,
  of: OfPerson,
  { text, basedOn, revision, keptAt }: UnsavedText,
): Promise<boolean> {
  const row = { ...whereOf(of), text, based_on: basedOn, revision, kept_at: keptAt };
  if (revision > 1) return (await tx('mapping_unsaved').where(whereOf(of)).update(row)) > 0;
  const kept = await tx('mapping_unsaved').insert(row).onConflict().ignore().returning('revision');
  return kept.length > 0;
}

export async function dropUnsavedText(tx: Tx, of: OfPerson): Promise<void> {
  await tx('mapping_unsaved').where(whereOf(of)).delete();
}
