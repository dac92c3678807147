import { chainStart, entryHash } from './audit.ts';
import type { SignedHead } from './audit-heads.ts';
import type { AuditKeys } from './audit-keys.ts';
import type { ChainRow } from './audit-rows.ts';

/**
 * What is wrong with an entry. `altered`: its content is not what was chained. `inserted`: the hub has chained it, but it is not as the hub wrote it, or
 * the hub never wrote it. `missing`: the chain has no such entry. `unlinked`: it does not continue the entry before it. `forged`: its seal is not the hub's,
 * or it has none. `unchecked`: it was sealed with a key that is not at hand. `removed`: a signed head tells of it, and the chain ends before. `replaced`: a
 * signed head tells another hash for it.
 */
export type FaultKind =
  | 'altered'
  | 'inserted'
  | 'missing'
  | 'unlinked'
  | 'forged'
  | 'unchecked'
  | 'removed'
  | 'replaced';

export interface ChainFault {
  readonly kind: FaultKind;
  readonly orgId: string;
  /** First and last sequence number; undefined for an entry that is not chained. */
  readonly from?: number;
  readonly to?: number;
  /** Of the first entry, where it is there. */
  readonly entry?: Pick<ChainRow, 'id' | 'at' | 'actor' | 'action' | 'documentId'>;
  readonly explanation: string;
}

export interface ChainVerdict {
  readonly orgId: string;
  readonly entries: number;
  /** Entries from before there were seals: whoever could write to the database then could have made them up. */
  readonly withoutSeal: number;
  /** Entries that wait for the chain, and since when. */
  readonly waiting: number;
  readonly waitingSince?: string;
  /** The last entry that a signed head tells of; later ones could be removed without a trace in the heads. */
  readonly anchored: number;
  readonly faults: readonly ChainFault[];
}

/**
 * Walks the chain of one organisation.
 * @param rows in the order of `chainRows`.
 * @param keys without them, only hashes and heads are checked.
 * @param heads whose signatures are good.
 */
export async function verifyChain(
  orgId: string,
  rows: AsyncIterable<ChainRow>,
  keys: AuditKeys | undefined,
  heads: readonly SignedHead[],
): Promise<ChainVerdict> {
  const faults = faultList(orgId);
  const told = toldBy(heads, orgId);
  let former: { seq: number; hash: Buffer } = chainStart;
  let [entries, withoutSeal, waiting, keyed] = [0, 0, 0, false];
  let waitingSince: string | undefined;
  let [unsealed, closed] = [chainStart as { seq: number; hash: Buffer }, false];
  const proofs = new Set<string>();
  const checkCopy = (row: ChainRow) => {
    if (row.proof === null) return;
    // A copy that was altered as well is found by its proof.
    if (proofs.has(row.proof) && (!keys || isWritten(row, keys)))
      faults.add('inserted', row, 'It is a copy of an earlier entry, put there by other means.');
    proofs.add(row.proof);
  };
  for await (const row of rows) {
    checkCopy(row);
    if (row.seq === null || row.hash === null || row.seq < 1) {
      waiting += 1;
      waitingSince ??= row.at;
      if (row.seq !== null || row.hash !== null) faults.add('forged', row, 'It has half of a place in the chain.');
      else if (keys && !isWritten(row, keys)) faults.add('inserted', row, notWritten);
      continue;
    }
    entries += 1;
    if (row.seq > former.seq + 1) faults.gap(former.seq + 1, row.seq - 1);
    const hash = Buffer.from(row.hash, 'hex');
    checkHashes(row, former, hash, faults);
    if (row.keyId !== null) keyed = true;
    if (row.keyId === null && !keyed) {
      withoutSeal += 1;
      unsealed = { seq: row.seq, hash };
    } else if (keys) checkSeal(row, hash, keys, faults);
    if (keys && !closed) closed = closes(row, hash, unsealed, keys);
    const wanted = told.get(row.seq);
    if (wanted && wanted.hash !== row.hash)
      faults.add('replaced', row, `The head signed at ${wanted.at} has another hash for it.`);
    former = { seq: row.seq, hash };
  }
  if (keys && entries > 0 && !keyed)
    faults.range(
      'forged',
      1,
      former.seq,
      'No entry of the chain has a seal of the hub, which closes every chain with one.',
    );
  if (keys && keyed && withoutSeal > 0 && !closed)
    faults.range(
      'forged',
      1,
      unsealed.seq,
      'They have no seal, and no entry of the hub says that they are from before there were seals.',
    );
  let last = 0;
  for (const seq of told.keys()) last = Math.max(last, seq);
  if (last > former.seq)
    faults.range('removed', former.seq + 1, last, `The head signed at ${told.get(last)!.at} tells of them.`);
  return {
    ...{ orgId, entries, withoutSeal, waiting, ...(waitingSince !== undefined && { waitingSince }) },
    ...{ anchored: Math.min(last, former.seq), faults: faults.list },
  };
}

const notWritten =
  'The hub has not written it like this: it was put there or altered by other means, before it was chained.';

const isWritten = (row: ChainRow, keys: AuditKeys) =>
  row.proof !== null && keys.wrote(row, Buffer.from(row.proof, 'hex'));

function checkHashes(row: ChainRow, former: { seq: number; hash: Buffer }, hash: Buffer, faults: FaultList): void {
  const before = Buffer.from(row.previousHash ?? '', 'hex');
  if (row.seq === former.seq + 1 && !before.equals(former.hash))
    faults.add('unlinked', row, 'It does not continue the entry before it: one of the two was put there or altered.');
  if (!hash.equals(entryHash(before, row.seq!, row)))
    faults.add('altered', row, 'Its content, number or former hash is not what its hash was made of.');
}

function checkSeal(row: ChainRow, hash: Buffer, keys: AuditKeys, faults: FaultList): void {
  const { keyId, seal } = row;
  const sealed = keyId !== null && seal !== null && keys.sealed(hash, Buffer.from(seal, 'hex'), keyId);
  if (keyId === null || seal === null) faults.add('forged', row, 'It has no seal, though earlier entries have one.');
  else if (sealed === undefined)
    faults.add('unchecked', row, `It was sealed with the key ${keyId}, which is not among those given.`);
  else if (!sealed) faults.add('forged', row, 'Its seal is not one that the hub has made for its hash.');
  else if (!isWritten(row, keys)) faults.add('inserted', row, notWritten);
}

/** Whether the hub's entry says that the chain had no seals up to this place: that of `closeUnsealedChains`. */
function closes(row: ChainRow, hash: Buffer, unsealed: { seq: number; hash: Buffer }, keys: AuditKeys): boolean {
  if (row.action !== 'audit.sealed' || row.keyId === null || row.seal === null) return false;
  const sealed = keys.sealed(hash, Buffer.from(row.seal, 'hex'), row.keyId);
  // Whether it is true cannot be said without the key of that time, which is told of by itself.
  if (sealed === undefined) return true;
  if (!sealed || !isWritten(row, keys)) return false;
  const received = JSON.parse(row.detail) as { unsealedEntries?: unknown; hash?: unknown };
  return received.unsealedEntries === unsealed.seq && received.hash === unsealed.hash.toString('hex');
}

/** For each sequence number of an organisation that a head tells of: its hash, and when it was signed. */
function toldBy(heads: readonly SignedHead[], orgId: string): Map<number, { hash: string; at: string }> {
  const told = new Map<number, { hash: string; at: string }>();
  // The earliest is the strongest: what came after it may have been signed when the harm was done.
  for (const { at, chains } of heads)
    for (const chain of chains)
      if (chain.orgId === orgId && !told.has(chain.seq)) told.set(chain.seq, { hash: chain.hash, at });
  return told;
}

interface FaultList {
  readonly list: readonly ChainFault[];
  add(kind: FaultKind, row: ChainRow, explanation: string): void;
  gap(from: number, to: number): void;
  range(kind: FaultKind, from: number, to: number, explanation: string): void;
}

/** Faults of one kind on entries that follow each other are told as one. */
function faultList(orgId: string): FaultList {
  const list: ChainFault[] = [];
  const latest = new Map<FaultKind, number>();
  const range: FaultList['range'] = (kind, from, to, explanation) => {
    latest.set(kind, list.length);
    list.push({ kind, orgId, from, to, explanation });
  };
  return {
    list,
    range,
    gap: (from, to) => range('missing', from, to, 'The chain has no such entry: it was removed.'),
    add(kind, row, explanation) {
      const { id, at, actor, action, documentId, seq } = row;
      const place = latest.get(kind);
      const before = place === undefined ? undefined : list[place];
      if (before?.to !== undefined && before.to + 1 === seq && before.explanation === explanation) {
        list[place!] = { ...before, to: seq };
        return;
      }
      latest.set(kind, list.length);
      const entry = { id, at, actor, action, documentId };
      list.push({ kind, orgId, ...(seq !== null && { from: seq, to: seq }), entry, explanation });
    },
  };
}
