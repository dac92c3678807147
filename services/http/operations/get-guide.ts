import { guidePaper } from '../../flows/document-papers.ts';
import { directionOf } from '../agreements-view.ts';
import { attachment } from '../attachment.ts';
import { knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';

export const getGuide: Handler<'getGuide'> = async ({ api: { context }, caller, params, query }) => {
  const { partnerId: orgId, set, direction } = params;
  await context.db.screens(caller.visibility, (tx) => knownPartner(tx, orgId));
  const { environment = 'production' } = query;
  const { bytes, fileName } = await guidePaper(context, {
    ...{ orgId, environment, set, direction: directionOf(direction) },
  });
  return { status: 200, bytes, type: 'text/markdown', headers: { 'Content-Disposition': attachment(fileName) } };
};
