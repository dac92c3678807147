import { agreementNamed } from '../../flows/journey/agreement.ts';
import { agreementPdf } from '../../flows/journey/agreement-pdf.ts';
import { attachment } from '../attachment.ts';
import { readOf } from '../journey-view.ts';
import type { Handler } from '../operation.ts';

export const downloadAgreement: Handler<'downloadAgreement'> = async ({ api: { context }, caller, params, query }) => {
  const found = await readOf(context, caller, params.partnerId, (tx) =>
    agreementNamed(context.catalog.standards, tx, params.partnerId, query.hash),
  );
  const fileName = `agreement-${found.hash.slice(0, 12)}.pdf`;
  const headers = { 'Content-Disposition': attachment(fileName) };
  return { status: 200, bytes: await agreementPdf(found), type: 'application/pdf', headers };
};
