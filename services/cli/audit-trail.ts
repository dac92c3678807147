import { createReadStream, existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Knex } from 'knex';
import { hasSecretKeys, secretKeys } from '../bin/config.ts';
import { commandLogins } from '../bin/database.ts';
import { resolveHome } from '../embedded/home.ts';
import { type ChainVerdict, verifyChain } from '../store/audit-chain.ts';
import { headsFolder, type ReadHeads, readHeads } from '../store/audit-heads.ts';
import { type AuditKeys, auditKeys } from '../store/audit-keys.ts';
import { auditedOrganizations, type ChainRow, chainRows } from '../store/audit-rows.ts';
import { openDatabase } from '../store/database.ts';
import { reachable } from './command-context.ts';
import { UsageError } from './command-input.ts';

export interface Organization {
  readonly id: string;
  readonly name: string;
}

/** The first line of an export; the entries follow, one a line. */
export interface ExportHeader {
  readonly format: 'crossdock-audit-export/1';
  readonly at: string;
  readonly organizations: readonly Organization[];
}

/** The audit trail that a command looks at. */
export interface AuditTrail {
  readonly organizations: readonly Organization[];
  /** Entries by organisation; to be read to their end one after the other. */
  chains(): AsyncIterable<readonly [orgId: string, rows: AsyncIterable<ChainRow>]>;
}

/** The keys of the hub, where this machine has them. */
export function hubAuditKeys(env: NodeJS.ProcessEnv): AuditKeys | undefined {
  const home = resolveHome(env);
  return hasSecretKeys(env, home) ? auditKeys(secretKeys(env, home)) : undefined;
}

/** Runs `work` on the hub's database: that of DATABASE_URL, else the embedded one of the home, which must be running. */
export async function onDatabase<T>(env: NodeJS.ProcessEnv, work: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
  const home = resolveHome(env);
  const logins = await commandLogins(reachable(env, home), () => secretKeys(env, home));
  const db = openDatabase({ logins, keys: undefined, maxConnections: 4 });
  try {
    // One state of the database for the whole walk.
    return await db.system.transaction(work, { isolationLevel: 'repeatable read' });
  } finally {
    await db.close();
  }
}

/** The trail in the database, of one organisation or of all. @throws UsageError when there is none of that name. */
export async function databaseTrail(tx: Knex.Transaction, org?: string): Promise<AuditTrail> {
  const organizations = await auditedOrganizations(tx, org);
  if (org !== undefined && organizations.length === 0) throw new UsageError(`There is no organisation called ${org}.`);
  return {
    organizations,
    async *chains() {
      for (const { id } of organizations) yield [id, chainRows(tx, id)] as const;
    },
  };
}

/** The trail in a file that `audit export` made. @throws UsageError when it is none. */
export async function exportTrail(file: string): Promise<AuditTrail> {
  const lines = numbered(file);
  const first = await lines.next();
  const header = first.done ? undefined : (first.value as unknown as Partial<ExportHeader>);
  if (header?.format !== 'crossdock-audit-export/1' || !Array.isArray(header.organizations))
    throw new UsageError(`${file} is no audit export: its first line does not say so.`);
  const { organizations } = header as ExportHeader;
  return {
    organizations,
    async *chains() {
      const seen = new Set<string>();
      let next = await lines.next();
      while (!next.done) {
        const { orgId } = next.value;
        if (seen.has(orgId)) throw new UsageError(`${file}: the entries of ${orgId} do not stand together.`);
        seen.add(orgId);
        yield [orgId, ofOne(orgId)] as const;
      }
      // An organisation without a line: what a head tells of it is missing.
      for (const { id } of organizations) if (!seen.has(id)) yield [id, none()] as const;

      async function* ofOne(orgId: string): AsyncGenerator<ChainRow> {
        for (; !next.done && next.value.orgId === orgId; next = await lines.next()) yield next.value;
      }
    },
  };
}

async function* none(): AsyncGenerator<ChainRow> {}

async function* numbered(file: string): AsyncGenerator<ChainRow> {
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (text !== '') yield JSON.parse(text) as ChainRow;
    }
  } catch (error) {
    const at = error instanceof SyntaxError ? `${file}:${line}` : file;
    throw new UsageError(`${at} cannot be read: ${(error as Error).message}`);
  }
}

/** Heads of the folder that is named, else of the home if it has any. */
export function trustedHeads(
  env: NodeJS.ProcessEnv,
  of: { folder?: string | undefined; pems: readonly string[]; offline: boolean },
): ReadHeads {
  const own = headsFolder(resolveHome(env));
  if (of.folder === undefined && (of.offline || !existsSync(own))) return { heads: [], refused: [] };
  if (of.pems.length === 0)
    throw new UsageError('Name the public key of the hub with --public-key to check its heads.');
  try {
    return readHeads(of.folder ?? own, of.pems);
  } catch (error) {
    throw new UsageError(`${of.folder ?? own} cannot be read: ${(error as Error).message}`);
  }
}

/** Verifies every chain of the trail, and that none is gone that a head tells of. */
export async function verifyTrail(
  trail: AuditTrail,
  keys: AuditKeys | undefined,
  heads: ReadHeads['heads'],
  all: boolean,
): Promise<readonly ChainVerdict[]> {
  const verdicts: ChainVerdict[] = [];
  for await (const [orgId, rows] of trail.chains()) verdicts.push(await verifyChain(orgId, rows, keys, heads));
  if (!all) return verdicts;
  const known = new Set(verdicts.map(({ orgId }) => orgId));
  for (const { chains } of heads) {
    for (const { orgId } of chains) {
      if (known.has(orgId)) continue;
      known.add(orgId);
      verdicts.push(await verifyChain(orgId, none(), keys, heads));
    }
  }
  return verdicts;
}
