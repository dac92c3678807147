import { CodedError } from '../domain/errors.ts';
import { accuracyOf, fixOf } from '../domain/reconciliation/compare.ts';
import { packBundle } from '../library/evidence-bundle.ts';
import { type DifferenceRow, differencesOf } from '../store/odoo-differences.ts';
import type { ReconciliationRow } from '../store/reconciliations.ts';
import { evidenceKey } from './certification/evidence.ts';
import type { Context } from './context.ts';
import { openConnection } from './odoo-connection.ts';
import { differenceText } from './reconcile.ts';

const pageRows = 500;

/** A reconciliation that is over as a bundle that is signed with the key of the hub's evidence. @throws CodedError `http.conflict` where it is not over */
export async function reconciliationReport(
  context: Context,
  row: ReconciliationRow,
): Promise<{ readonly bytes: Buffer; readonly fileName: string }> {
  const connection = await openConnection(context, row.connectionId);
  if (row.state !== 'done' || !row.finishedAt || !connection)
    throw new CodedError('http.conflict', {
      detail: row.reason ?? 'The reconciliation is not over: there is no report of it yet.',
    });
  const { agree, movedOn, differ, accepted, notApplied, stock, fromWrite, toWrite } = row;
  const { name, url, database, version } = connection;
  const madeAt = row.finishedAt.toISOString();
  const about = {
    ...{ what: `Reconciliation of ${name}`, madeAt, connection: { name, url, database, version } },
    ...{ agree, movedOn, differ, accepted, notApplied, accuracy: accuracyOf(row), stock },
    ...{ writesAfter: fromWrite, writesUpTo: toWrite, doneInOdooFrom: row.fromAt, doneInOdooUpTo: row.toAt },
  };
  const lines: string[] = [];
  let after: number | undefined;
  for (;;) {
    const page: readonly DifferenceRow[] = await differencesOf(context.db.system, row.id, { after, limit: pageRows });
    for (const one of page)
      lines.push(JSON.stringify({ ...one, sentence: differenceText(one), fix: fixOf(one.cause) }));
    after = page.at(-1)?.id;
    if (after === undefined) break;
  }
  const files = [{ path: 'differences.ndjson', bytes: Buffer.from(lines.map((line) => `${line}\n`).join('')) }];
  const bytes = packBundle(about, files, await evidenceKey(context));
  return { bytes, fileName: `reconciliation-${madeAt.slice(0, 10)}.ndjson` };
}
