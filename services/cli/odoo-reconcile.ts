import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { accuracyOf, fixOf } from '../domain/reconciliation/compare.ts';
import type { Context } from '../flows/context.ts';
import { askForReconciliation, differenceText, reconcile } from '../flows/reconcile.ts';
import { reconciliationReport } from '../flows/reconciliation-report.ts';
import { differencesOf } from '../store/odoo-differences.ts';
import { findReconciliation, type ReconciliationRow, type StockAgreement } from '../store/reconciliations.ts';
import { commandActor } from './command-context.ts';
import { exitCodes } from './exit-codes.ts';
import type { ReconcileOptions } from './odoo-commands.ts';
import { chosen, run } from './odoo-work.ts';

/** Differences that are printed; `--json` and `--report` have all of them. */
const printed = 50;
const lookEveryMs = 500;

/** `crossdock odoo reconcile`: does it here and now, and says what it found. */
export const reconcileNow = (options: ReconcileOptions) =>
  run(async (context) => {
    const { id: connectionId, name } = await chosen(context, options);
    const asked = await askForReconciliation(context, { connectionId, since: options.since }, commandActor());
    await reconcile(context, asked);
    const row = await whenOver(context, asked.id);
    const of = options.json ? { limit: Math.max(1, row.differ + row.accepted) } : { limit: printed, open: true };
    const differences = await differencesOf(context.db.system, row.id, of);
    if (options.json)
      console.log(
        JSON.stringify({
          ...{ connection: name, ...row, accuracy: accuracyOf(row) },
          differences: differences.map((one) => ({ ...one, sentence: differenceText(one), fix: fixOf(one.cause) })),
        }),
      );
    else {
      console.log(headline(name, row));
      for (const one of row.stock) console.log(stockLine(one));
      if (row.notApplied > 0)
        console.log(
          `${row.notApplied} ${row.notApplied === 1 ? 'event waits' : 'events wait'} here for a person and ${row.notApplied === 1 ? 'was' : 'were'} not applied: crossdock list --outcome attention`,
        );
      for (const one of differences) console.log(`\n${differenceText(one)}\n  ${one.partner}. ${fixOf(one.cause)}`);
      if (row.differ > differences.length)
        console.log(`\nAnd ${row.differ - differences.length} more: --json or --report has all.`);
    }
    if (options.report !== undefined && row.state === 'done') {
      const { bytes } = await reconciliationReport(context, row);
      writeFileSync(options.report, bytes);
      if (!options.json) console.log(`\nThe signed report is in ${options.report}.`);
    }
    return row.state === 'done' && row.differ === 0 ? exitCodes.fine : exitCodes.findings;
  });

/** A worker of the hub may have taken it first. */
async function whenOver(context: Context, id: string): Promise<ReconciliationRow> {
  for (;;) {
    const row = (await findReconciliation(context.db.system, id))!;
    if (row.finishedAt !== null) return row;
    await pause(lookEveryMs);
  }
}

const percent = (share: number) => `${Math.floor(share * 10_000) / 100} %`;

const stockLine = ({ partner, warehouse, snapshot, asOf, compared, agree }: StockAgreement) =>
  `Stock of ${warehouse}: ${agree} of ${compared} numbers of ${partner}'s ${snapshot} are those of Odoo at ${asOf} (${percent(compared === 0 ? 1 : agree / compared)}).`;

function headline(name: string, row: ReconciliationRow): string {
  const { state, reason, agree, movedOn, differ, accepted } = row;
  if (state !== 'done') return `${name} could not be reconciled: ${reason ?? ''}`;
  const compared = agree + movedOn + differ;
  const said = accepted > 0 ? ` ${accepted} more ${accepted === 1 ? 'is' : 'are'} accepted.` : '';
  if (compared === 0) return `${name}: nothing was written since the last time, and nothing differs.${said}`;
  const onwards = movedOn > 0 ? `, ${movedOn} went on from there in Odoo` : '';
  return `${name}: ${compared} fields compared, ${agree} agree${onwards}, ${differ} differ (${percent(accuracyOf(row))} in agreement).${said}`;
}
