import { CodedError } from '../domain/errors.ts';
import type { DifferenceCause, Tally } from '../domain/reconciliation/compare.ts';
import { compareFact, factsOf } from '../domain/reconciliation/facts.ts';
import { OdooError } from '../odoo/error.ts';
import { ownUserIn, readBack } from '../odoo/read-back.ts';
import { countNotApplied } from '../store/accounted.ts';
import { type ActedBy, audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import { listConnections } from '../store/odoo-connections.ts';
import { acceptedBefore, differencesOf, type FoundDifference, insertDifferences } from '../store/odoo-differences.ts';
import { ownOrganisation } from '../store/partners.ts';
import {
  beginReconciliation,
  claimReconciliation,
  failReconciliation,
  findReconciliation,
  finishReconciliation,
  insertReconciliation,
  lastDone,
  listReconciliations,
  openReconciliations,
  type ReconciliationRow,
  type RecordPlace,
  stillDiffering,
  writtenAfter,
  writtenSince,
} from '../store/reconciliations.ts';
import type { Context } from './context.ts';
import { raise, resolveByFingerprint } from './obligations.ts';
import { type OdooConnection, openConnection } from './odoo-connection.ts';
import { stockAgreements } from './reconcile-stock.ts';
import { undocumented } from './reconcile-undocumented.ts';

// The hub and an Odoo are held against each other, each night and when somebody asks: what the hub has written is read there once more; what was done there is looked
// for among the documents; the last snapshot of each warehouse is held against its stock. What differed the last time is looked at again until it agrees or a person
// accepts it.

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
  const connection = await openConnection(context, of.connectionId);
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
  const connection = await openConnection(context, row.connectionId);
  if (!connection) return;
  const last = await lastDone(system, row.connectionId);
  const startedAt = context.now();
  const toWrite = await system.transaction((tx) => beginReconciliation(tx, row, startedAt));
  try {
    const of = { ...row, toWrite, toAt: startedAt };
    const found: Found = { agree: 0, movedOn: 0, differ: 0, accepted: 0 };
    await compareWrites(context, connection, of, last, found);
    for await (const page of undocumented(context, connection, of, last))
      await keep(context, connection, row, page, found);
    const stock = await stockAgreements(context, connection, of, last);
    await system.transaction(async (tx) => {
      const notApplied = await countNotApplied(tx, connection.environment);
      await finishReconciliation(tx, row.id, { ...found, notApplied, stock }, context.now());
      await tellDifferences(context, tx, connection, row.id);
    });
  } catch (error) {
    if (!(error instanceof OdooError)) throw error;
    await system.transaction((tx) => failReconciliation(tx, row.id, error.message, context.now()));
  }
}

/** The case of the connection says what of its last reconciliation still differs; it ends where nothing does. */
export async function tellDifferences(
  context: Context,
  tx: Tx,
  { id: connectionId, name, environment }: OdooConnection,
  reconciliationId: string,
): Promise<void> {
  const at = context.now();
  await resolveByFingerprint(tx, [`connection.differs/${connectionId}`], at);
  const { differ } = (await findReconciliation(tx, reconciliationId))!;
  if (differ === 0) return;
  const [first] = await differencesOf(tx, reconciliationId, { limit: 1, open: true });
  const where = { orgId: await ownOrganisation(tx), environment, at } as const;
  await raise(context, tx, [
    {
      ...{ ...where, about: { type: 'connection', id: connectionId }, kind: 'connection.differs' },
      facts: { connectionId, name, count: differ, first: first ? differenceText(first) : '' },
    },
  ]);
}

interface Found extends Tally {
  accepted: number;
}

/** Writes down differences, and counts those that a person has accepted before apart. */
async function keep(
  context: Context,
  connection: OdooConnection,
  { id }: ReconciliationRow,
  list: readonly FoundDifference[],
  found: Found,
): Promise<void> {
  const accepted = await acceptedBefore(context.db.system, connection.id, list);
  const known = accepted.filter(Boolean).length;
  found.accepted += known;
  found.differ += list.length - known;
  const rows = list.map((one, at) => ({ found: one, accepted: accepted[at] }));
  await context.db.system.transaction((tx) => insertDifferences(tx, id, rows));
}

async function compareWrites(
  context: Context,
  connection: OdooConnection,
  row: ReconciliationRow & { readonly toWrite: number },
  last: ReconciliationRow | undefined,
  found: Found,
): Promise<void> {
  const { system } = context.db;
  const { client, login, id: connectionId } = connection;
  const { fromWrite: from, toWrite: to } = row;
  const ownUserId = await ownUserIn(client, login);
  const also = last ? await stillDiffering(system, last.id) : [];
  let after: RecordPlace | undefined;
  for (;;) {
    const rows = await writtenAfter(system, { connectionId, from, to, also, after }, recordsAtOnce);
    if (rows.length === 0) return;
    after = rows.reduce<RecordPlace>((furthest, one) => (one.recordId > furthest.recordId ? one : furthest), rows[0]!);
    const facts = factsOf(rows);
    const held = await readBack(
      client,
      facts.map(({ write }) => write),
      ownUserId,
    );
    const differences: (FoundDifference & { readonly writeId: number })[] = [];
    for (const [at, fact] of facts.entries()) {
      const { verdict, ...seen } = compareFact(fact, held[at]!);
      if (verdict === 'agrees') found.agree += 1;
      else if (verdict === 'moved-on') found.movedOn += 1;
      else differences.push({ ...seen, cause: verdict, writeId: fact.write.id });
    }
    // What a later event has written meanwhile is for the next one.
    const later = await writtenSince(
      system,
      connectionId,
      to,
      differences.map(({ writeId }) => writeId),
    );
    const kept = differences.filter(({ writeId }) => !later.has(writeId));
    await keep(context, connection, row, kept, found);
  }
}

/** A difference in one sentence. */
export function differenceText(of: {
  readonly recordName: string | null;
  readonly model: string;
  readonly recordId: number;
  readonly field: string | null;
  readonly partner: string;
  readonly cause: DifferenceCause;
  readonly wrote: unknown;
  readonly holds: unknown;
  readonly changed: { readonly by: string; readonly at: string } | null;
  readonly why: string | null;
}): string {
  const record = of.recordName ?? `${of.model} ${of.recordId}`;
  if (of.cause === 'gone') return `${record} is gone from Odoo.`;
  if (of.cause === 'undocumented') return undocumentedText(record, of);
  if (of.cause === 'unreadable') return `${record}: ${of.field} cannot be read. ${of.why ?? ''}`.trimEnd();
  const said = `${record}: ${of.field} is ${shown(of.holds)} and not ${shown(of.wrote)}`;
  return of.changed ? `${said}; ${of.changed.by} changed it ${minuteOf(of.changed.at)}.` : `${said}.`;
}

const minuteOf = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`;

function undocumentedText(record: string, of: Parameters<typeof differenceText>[0]): string {
  const { holds, partner, changed } = of;
  const [when, by] = changed ? [` ${minuteOf(changed.at)}`, changed.by] : ['', 'somebody'];
  return holds === 'billed'
    ? `${record} was entered in Odoo${when}, changed last by ${by}; no invoice of ${partner} that came here says so.`
    : `${record} was ${String(holds)} in Odoo${when}, changed last by ${by}; no document of ${partner} says so.`;
}

const shown = (value: unknown): string =>
  value === false || value === null ? 'empty' : typeof value === 'string' ? value : JSON.stringify(value);
