import { createPublicKey } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { chainHeads } from './audit.ts';
import { type AuditKeys, isSigned, publicKeyName } from './audit-keys.ts';

/** The last entry of every chain at a moment, which the hub has signed. Kept outside of the database, it shows what was removed from there later. */
export interface SignedHead {
  readonly format: 'crossdock-audit-head/1';
  /** UTC. */
  readonly at: string;
  readonly chains: readonly { readonly orgId: string; readonly seq: number; readonly hash: string }[];
}

/** How a head travels: the text that was signed, byte by byte, and an Ed25519 signature over it in base64. One line of JSON. */
export interface SealedHead {
  readonly payload: string;
  readonly key: string;
  readonly signature: string;
}

/** Where the heads are, below the hub's home. */
export const headsFolder = (home: string): string => join(home, 'audit-heads');

/** Signs the present heads of all chains. */
export async function signHeads(db: Knex, keys: AuditKeys, now: Date): Promise<SealedHead> {
  const chains = (await chainHeads(db)).map(({ orgId, seq, hash }) => ({ orgId, seq, hash: hash.toString('hex') }));
  const head: SignedHead = { format: 'crossdock-audit-head/1', at: now.toISOString(), chains };
  const payload = JSON.stringify(head);
  return { payload, ...keys.sign(payload) };
}

/** Writes a head into the folder, whole or not at all. A file that is there is left as it is. @returns its path. */
export function writeHead(folder: string, name: string, sealed: SealedHead): string {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const file = join(folder, `${name}.json`);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(sealed)}\n`, { mode: 0o644, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return file;
}

/** Signs a head and writes it to the folder, once for each day (UTC). @returns the head when this call has made it. */
export async function keepDailyHead(
  db: Knex,
  keys: AuditKeys,
  folder: string,
  now: Date,
): Promise<SealedHead | undefined> {
  const day = now.toISOString().slice(0, 10);
  if (existsSync(join(folder, `${day}.json`))) return undefined;
  const sealed = await signHeads(db, keys, now);
  writeHead(folder, day, sealed);
  return sealed;
}

export interface ReadHeads {
  /** Oldest first. */
  readonly heads: readonly SignedHead[];
  /** Files that are no head, or whose signature is not by one of the keys. */
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
}

/** Reads the heads of a folder and checks their signatures. @param pems public keys that are trusted. @throws when the folder cannot be read. */
export function readHeads(folder: string, pems: readonly string[]): ReadHeads {
  const keys = new Map(pems.map((pem) => [publicKeyName(createPublicKey(pem)), pem]));
  const heads: SignedHead[] = [];
  const refused: { file: string; reason: string }[] = [];
  for (const name of readdirSync(folder)
    .filter((one) => one.endsWith('.json'))
    .sort()) {
    const file = join(folder, name);
    const head = openHead(readFileSync(file, 'utf8'), keys);
    if (typeof head === 'string') refused.push({ file, reason: head });
    else heads.push(head);
  }
  return { heads: heads.sort((a, b) => (a.at < b.at ? -1 : 1)), refused };
}

/** @returns the head, or why it is none. */
export function openHead(text: string, keys: ReadonlyMap<string, string>): SignedHead | string {
  try {
    const { payload, key, signature } = JSON.parse(text) as SealedHead;
    const pem = keys.get(key);
    if (pem === undefined) return `It is signed with the key ${key}, which is not among those given.`;
    if (!isSigned(payload, signature, pem)) return 'Its signature does not fit what it says.';
    return JSON.parse(payload) as SignedHead;
  } catch {
    return 'It is no signed head.';
  }
}
