import { CodedError } from '../domain/errors.ts';
import type { Difference, DifferenceCause, Tally } from '../domain/reconciliation/compare.ts';
import { compareFact, factsOf } from '../domain/reconciliation/facts.ts';
import { OdooError } from '../odoo/error.ts';
import { ownUserIn, readBack } from '../odoo/read-back.ts';
import { type ActedBy, audit } from '../store/audit.ts';
import { listConnections } from '../store/odoo-connections.ts';
import { ownOrganisation } from '../store/partners.ts';
import {
  beginReconciliation,
  claimReconciliation,
  differencesOf,
  failReconciliation,
  finishReconciliation,
  insertDifferences,
  insertReconciliation,
  listReconciliations,
  openReconciliations,
  type ReconciliationRow,
  type RecordPlace,
  type WrittenRow,
  writtenAfter,
  writtenSince,
} from '../store/reconciliations.ts';
import type { Context } from './context.ts';
import { raise, resolveByFingerprint } from './obligations.ts';
import { type OdooConnection, openConnection } from './odoo-connection.ts';

// What the hub has written to an Odoo is read there once more and held against what it wrote: each night, and when somebody asks.

/** How many records are read between two commits. */
const recordsAtOnce = 200;
/** The nightly one begins in these hours, UTC. */
const nightFrom = 2;
const nightTo = 5;
const hourMs = 3_600_000;

/**
 * Asks for a reconciliation; a worker does it.
 * @param of.since compares what was written since then; absent: since the last one
 * @throws CodedError `http.not-found`, `http.conflict` while one is asked for or runs
 */
export async function askForReconciliation(
  context: Context,
  of: { readonly connectionId: string; readonly since?: Date | undefined },
  by: ActedBy,
): Promise<ReconciliationRow> {
  const connection = await openConnection(context, { id: of.connectionId });
  if (!connection) throw new CodedError('http.not-found', { detail: 'No Odoo connection has this id.' });
  const at = context.now();
  return context.db.system.transaction(async (tx) => {
    const made = await insertReconciliation(tx, { ...of, id: context.newId(), askedBy: by.actor, at });
    if (!made)
      throw new CodedError('http.conflict', { detail: `A reconciliation of ${connection.name} is under way already.` });
    const { actor, by: person } = by;
    await audit(tx, [
      {
        ...{ orgId: await ownOrganisation(tx), at, actor, by: person, action: 'odoo-connection.reconciled' },
        detail: { connection: connection.name, id: connection.id, reconciliation: made.id },
      },
    ]);
    return made;
  });
}

/** Does what was asked for; in the night asks for each Odoo of production that nobody has asked for since. */
export async function reconcileDue(context: Context): Promise<void> {
  await askNightly(context);
  for (const row of await openReconciliations(context.db.system)) await reconcile(context, row);
}

async function askNightly(context: Context): Promise<void> {
  const at = context.now();
  const hour = at.getUTCHours();
  if (hour < nightFrom || hour >= nightTo) return;
  const night = new Date(Math.floor(at.getTime() / (24 * hourMs)) * 24 * hourMs + nightFrom * hourMs);
  for (const { id } of await listConnections(context.db.system, 'production')) {
    const [last] = await listReconciliations(context.db.system, id, 1);
    if (last && last.askedAt >= night) continue;
    const of = { id: context.newId(), connectionId: id, askedBy: null, at };
    await context.db.system.transaction((tx) => insertReconciliation(tx, of));
  }
}

/**
 * Does one reconciliation from its beginning to its end, and keeps what it found; nothing where another process is at it. An Odoo that does not answer makes it fail, with
 * its reason.
 */
export const reconcile = (context: Context, row: ReconciliationRow): Promise<void> =>
  context.db.system.transaction(async (tx) => {
    if (await claimReconciliation(tx, row.id)) await doReconcile(context, row);
  });

async function doReconcile(context: Context, row: ReconciliationRow): Promise<void> {
  const { system } = context.db;
  const connection = await openConnection(context, { id: row.connectionId });
  if (!connection) return;
  const to = await system.transaction((tx) => beginReconciliation(tx, row, context.now()));
  try {
    const tally = await compareAll(context, connection, { ...row, toWrite: to });
    await system.transaction(async (tx) => {
      const at = context.now();
      await finishReconciliation(tx, row.id, tally, at);
      if (tally.differ === 0) return resolveByFingerprint(tx, [`connection.differs/${connection.id}`], at);
      const [first] = await differencesOf(tx, row.id, { limit: 1 });
      const { id: connectionId, name, environment } = connection;
      const where = { orgId: await ownOrganisation(tx), environment, at } as const;
      await resolveByFingerprint(tx, [`connection.differs/${connectionId}`], at);
      await raise(context, tx, [
        {
          ...{ ...where, about: { type: 'connection', id: connectionId }, kind: 'connection.differs' },
          facts: { connectionId, name, count: tally.differ, first: first ? differenceText(first) : '' },
        },
      ]);
    });
  } catch (error) {
    if (!(error instanceof OdooError)) throw error;
    await system.transaction((tx) => failReconciliation(tx, row.id, error.message, context.now()));
  }
}

async function compareAll(
  context: Context,
  connection: OdooConnection,
  { id, fromWrite: from, toWrite: to }: ReconciliationRow & { readonly toWrite: number },
): Promise<Tally> {
  const { system } = context.db;
  const { client, login, id: connectionId } = connection;
  const ownUserId = await ownUserIn(client, login);
  const tally: Tally = { agree: 0, movedOn: 0, differ: 0 };
  let after: RecordPlace | undefined;
  for (;;) {
    const rows = await writtenAfter(system, { connectionId, from, to, after }, recordsAtOnce);
    if (rows.length === 0) return tally;
    after = rows.reduce<RecordPlace>((last, one) => (one.recordId > last.recordId ? one : last), rows[0]!);
    const facts = factsOf(rows);
    const held = await readBack(
      client,
      facts.map(({ write }) => write),
      ownUserId,
    );
    const differences: { readonly write: WrittenRow; readonly found: Difference }[] = [];
    for (const [at, fact] of facts.entries()) {
      const { write } = fact;
      const found = compareFact(fact, held[at]!);
      if (found.verdict === 'agrees') tally.agree += 1;
      else if (found.verdict === 'moved-on') tally.movedOn += 1;
      else differences.push({ write, found });
    }
    // What a later event has written meanwhile is for the next one.
    const later = await writtenSince(
      system,
      connectionId,
      to,
      differences.map(({ write }) => write),
    );
    const kept = differences.filter(({ write }) => !later.has(write.id));
    tally.differ += kept.length;
    await system.transaction((tx) => insertDifferences(tx, id, kept));
  }
}

/** A difference in one sentence. */
export function differenceText(of: {
  readonly recordName: string | null;
  readonly model: string;
  readonly recordId: number;
  readonly field: string;
  readonly cause: DifferenceCause;
  readonly wrote: unknown;
  readonly holds: unknown;
  readonly changed: { readonly by: string; readonly at: string } | null;
  readonly why: string | null;
}): string {
  const record = of.recordName ?? `${of.model} ${of.recordId}`;
  if (of.cause === 'gone') return `${record} is gone from Odoo.`;
  if (of.cause === 'unreadable') return `${record}: ${of.field} cannot be read. ${of.why ?? ''}`.trimEnd();
  const said = `${record}: ${of.field} is ${shown(of.holds)} and not ${shown(of.wrote)}`;
  return of.changed
    ? `${said}; ${of.changed.by} changed it ${of.changed.at.slice(0, 16).replace('T', ' ')} UTC.`
    : `${said}.`;
}

const shown = (value: unknown): string =>
  value === false || value === null ? 'empty' : typeof value === 'string' ? value : JSON.stringify(value);
