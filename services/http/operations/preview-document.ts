import { CodedError } from '../../domain/errors.ts';
import { inTheirOdoo } from '../../flows/sandbox/in-their-odoo.ts';
import { knownPartner } from '../change-configuration.ts';
import type { Handler } from '../operation.ts';
import { previewBody } from '../preview-body.ts';

const mostBytes = 5 * 1024 * 1024;

export const previewDocument: Handler<'previewDocument'> = async ({ api, caller, params, query, request }) => {
  const { partnerId: orgId } = params;
  const { context } = api;
  await context.db.screens(caller.visibility, (tx) => knownPartner(tx, orgId));
  const { offset = 0, limit = 500 } = query;
  const found = await previewBody(api, request, { orgId, room: orgId, mostBytes, offset, limit });
  if (!found) throw new CodedError('http.not-found', { detail: 'No partner has this id.' });
  // Whoever reads on has seen what Odoo says.
  const odoo = offset > 0 ? [] : await inTheirOdoo(context, orgId, found.events);
  return {
    status: 200,
    body: { ...found.preview, odoo: odoo.map((one) => ({ ...one, before: [...one.before], after: [...one.after] })) },
  };
};
