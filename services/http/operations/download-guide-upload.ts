import { downloadUpload } from '../../flows/imports.ts';
import { attachment } from '../attachment.ts';
import { knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const downloadGuideUpload: Handler<'downloadGuideUpload'> = async ({ api: { context }, caller, params }) => {
  const { partnerId: orgId, uploadId } = params;
  const { content, fileName } = await context.db.screens(caller.visibility, async (tx) => {
    await knownPartner(tx, orgId);
    return downloadUpload(tx, orgId, uploadId);
  });
  const headers = { 'Content-Disposition': attachment(fileName) };
  return { status: 200, bytes: content, type: 'application/octet-stream', headers };
};
