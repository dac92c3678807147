import { hash } from 'node:crypto';
import type { Knex } from 'knex';
import type { Tx } from '../database.ts';

export interface Totp {
  readonly sealedSecret: string;
  readonly begunAt: Date;
  readonly confirmedAt: Date | null;
  readonly lastStep: number;
}

const columns = {
  sealedSecret: 'sealed_secret',
  begunAt: 'begun_at',
  confirmedAt: 'confirmed_at',
  lastStep: 'last_step',
} as const;

/** Locked, so that two who bring one code come one after the other. */
export const totpOf = async (tx: Tx, userId: string): Promise<Totp | undefined> =>
  tx('totp').where({ user_id: userId }).forUpdate().first<Totp | undefined>(columns);

/** Whether a sign-in with the password asks for a code. */
export const asksForCode = async (db: Knex, userId: string): Promise<boolean> =>
  (await db('totp').where({ user_id: userId }).whereNotNull('confirmed_at').first('user_id')) !== undefined;

/** Begins anew; what is confirmed is left as it is. */
export async function beginTotp(tx: Tx, userId: string, sealedSecret: string, at: Date): Promise<void> {
  await tx('totp')
    .insert({ user_id: userId, sealed_secret: sealedSecret, begun_at: at })
    .onConflict('user_id')
    .merge({ sealed_secret: sealedSecret, begun_at: at, last_step: 0 })
    .whereNull('totp.confirmed_at');
}

export async function saveTotpStep(tx: Tx, userId: string, step: number, confirmedAt?: Date): Promise<void> {
  await tx('totp')
    .where({ user_id: userId })
    .update({ last_step: step, ...(confirmedAt && { confirmed_at: confirmedAt }) });
}

export async function removeTotp(tx: Tx, userId: string): Promise<boolean> {
  await tx('recovery_code').where({ user_id: userId }).delete();
  return (await tx('totp').where({ user_id: userId }).delete()) > 0;
}

const codeHash = (userId: string, code: string) => hash('sha256', `${userId} ${code}`, 'buffer');

export async function replaceRecoveryCodes(tx: Tx, userId: string, codes: readonly string[]): Promise<void> {
  await tx('recovery_code').where({ user_id: userId }).delete();
  await tx('recovery_code').insert(codes.map((code) => ({ user_id: userId, code_hash: codeHash(userId, code) })));
}

/** @returns whether it was one that had not been used. */
export async function spendRecoveryCode(tx: Tx, userId: string, code: string, at: Date): Promise<boolean> {
  const used = await tx('recovery_code')
    .where({ user_id: userId, code_hash: codeHash(userId, code) })
    .whereNull('used_at')
    .update({ used_at: at });
  return used > 0;
}

export async function recoveryCodesLeft(db: Knex, userId: string): Promise<number> {
  return (await db('recovery_code').where({ user_id: userId }).whereNull('used_at')).length;
}

export interface PasskeyRow {
  readonly id: string;
  readonly credentialId: string;
  readonly userId: string;
  readonly name: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

const passkeyColumns = {
  ...{ id: 'id', credentialId: 'credential_id', userId: 'user_id', name: 'name', publicKey: 'public_key' },
  ...{ counter: 'counter', transports: 'transports', createdAt: 'created_at', lastUsedAt: 'last_used_at' },
} as const;

export const passkeysOf = async (db: Knex, userId: string): Promise<readonly PasskeyRow[]> =>
  db('passkey').where({ user_id: userId }).orderBy('id').select<PasskeyRow[]>(passkeyColumns);

export const passkeyOf = async (tx: Tx, credentialId: string): Promise<PasskeyRow | undefined> =>
  tx('passkey').where({ credential_id: credentialId }).forUpdate().first<PasskeyRow | undefined>(passkeyColumns);

export async function insertPasskey(tx: Tx, { lastUsedAt: _, ...of }: PasskeyRow): Promise<boolean> {
  const rows = (await tx('passkey')
    .insert({
      ...{ id: of.id, credential_id: of.credentialId, user_id: of.userId, name: of.name, public_key: of.publicKey },
      ...{ counter: of.counter, transports: of.transports, created_at: of.createdAt },
    })
    .onConflict('credential_id')
    .ignore()
    .returning('id')) as { id: string }[];
  return rows.length > 0;
}

export async function savePasskeyUse(tx: Tx, id: string, counter: number, at: Date): Promise<void> {
  await tx('passkey').where({ id }).update({ counter, last_used_at: at });
}

export const renamePasskey = async (tx: Tx, userId: string, id: string, name: string): Promise<boolean> =>
  (await tx('passkey').where({ id, user_id: userId }).update({ name })) > 0;

export const removePasskey = async (tx: Tx, userId: string, id: string): Promise<boolean> =>
  (await tx('passkey').where({ id, user_id: userId }).delete()) > 0;
