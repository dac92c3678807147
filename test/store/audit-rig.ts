import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { afterAll, beforeAll } from 'vitest';
import { audit, entryHash, sealAudit } from '../../services/store/audit.ts';
import { type ChainVerdict, verifyChain } from '../../services/store/audit-chain.ts';
import { keepDailyHead, readHeads, type SignedHead } from '../../services/store/audit-heads.ts';
import { chainRows } from '../../services/store/audit-rows.ts';
import { type TestContext, testContext } from '../support/context.ts';

/** Audit chains for the tests of one file; call it at the top. */
export function auditRig() {
  let context: TestContext;
  let places = 0;
  const folders: string[] = [];
  beforeAll(async () => {
    context = await testContext();
  });
  afterAll(async () => {
    for (const folder of folders) rmSync(folder, { recursive: true });
    await context.close();
  });

  const rig = {
    get context() {
      return context;
    },

    async organization(): Promise<string> {
      places += 1;
      const id = `0198c1a2-0000-7000-8000-${String(places).padStart(12, '0')}`;
      await context.db.system('organization').insert({ id, name: id, kind: 'carrier' });
      return id;
    },

    write: (orgId: string, i: number) =>
      context.db.system.transaction((tx) =>
        audit(tx, [
          {
            ...{ orgId, at: context.now(), actor: 'hub', action: 'document.received' },
            // What the database orders, spaces and writes in its own way must come back as the same content.
            detail: { number: i, sizeBytes: 1e21, tiny: 1e-9, 'é"\\': null, a: { z: [1, { y: '\u2028' }], b: -0.5 } },
          },
        ]),
      ),

    /** A new organisation with so many sealed entries. */
    async chainOf(length: number): Promise<string> {
      const orgId = await rig.organization();
      for (let i = 1; i <= length; i++) await rig.write(orgId, i);
      while ((await sealAudit(context.db.system)) > 0);
      return orgId;
    },

    verdictOn: (orgId: string, heads: readonly SignedHead[] = [], keys = context.db.auditKeys) =>
      verifyChain(orgId, chainRows(context.db.system, orgId), keys, heads),

    /** As whoever owns the database: no trigger, no right and no wall holds them. */
    async tamper(work: (owner: Knex) => Promise<unknown>): Promise<void> {
      const owner = context.database.knex;
      await owner.raw('alter table audit_entry disable trigger all');
      await work(owner);
      await owner.raw('alter table audit_entry enable trigger all');
    },

    /** The heads of all chains, signed and read again. */
    async signedHeads() {
      const folder = mkdtempSync(join(tmpdir(), 'crossdock-heads-'));
      folders.push(folder);
      const { db } = context;
      await keepDailyHead(db.system, db.auditKeys, folder, context.now());
      const pems = db.auditKeys.publicKeys.map(({ pem }) => pem);
      return { folder, pems, heads: readHeads(folder, pems).heads };
    },
  };
  return rig;
}

export const found = (verdict: ChainVerdict) => verdict.faults.map(({ kind, from, to }) => ({ kind, from, to }));

/** Alters entry 2 and gives it and all later ones hashes that fit, as anybody can who can write to the table. */
export async function rework(owner: Knex, orgId: string, change: string, rest = 'seal = seal'): Promise<void> {
  await owner.raw(`update audit_entry set ${change} where org_id = ? and chain_seq = 2`, [orgId]);
  await owner.raw(`update audit_entry set ${rest} where org_id = ?`, [orgId]);
  let former = Buffer.alloc(32);
  for await (const row of chainRows(owner, orgId)) {
    const hash = entryHash(former, row.seq!, row);
    await owner.raw('update audit_entry set previous_hash = ?, hash = ? where id = ?', [former, hash, row.id]);
    former = Buffer.from(hash);
  }
}
