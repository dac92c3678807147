import { reconciliationReport } from '../../flows/reconciliation-report.ts';
import { attachment } from '../attachment.ts';
import type { Handler } from '../operation.ts';
import { reconciliationOf } from '../reconciliation-view.ts';

export const downloadReconciliation: Handler<'downloadReconciliation'> = async ({
  api: { context },
  caller,
  params,
}) => {
  const row = await reconciliationOf(context, caller, params);
  const { bytes, fileName } = await reconciliationReport(context, row);
  return { status: 200, bytes, type: 'application/x-ndjson', headers: { 'Content-Disposition': attachment(fileName) } };
};
