import { makeEvidence } from '../../flows/certification/evidence.ts';
import { attachment } from '../attachment.ts';
import { forPartner } from '../certification-call.ts';
import type { Handler } from '../operation.ts';

export const exportEvidence: Handler<'exportEvidence'> = async ({ api: { context }, caller, params, query }) => {
  const { partnerId: orgId } = params;
  await forPartner(context, caller, orgId, () => Promise.resolve());
  const { bytes, fileName } = await makeEvidence(context, { orgId, document: query.document });
  return { status: 200, bytes, type: 'application/x-ndjson', headers: { 'Content-Disposition': attachment(fileName) } };
};
