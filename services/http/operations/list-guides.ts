import { readGuides } from '../../flows/imports.ts';
import { knownPartner } from '../change-configuration.ts';
import { guidesView } from '../guide-views.ts';
import type { Handler } from '../operation.ts';

export const listGuides: Handler<'listGuides'> = async ({ api: { context }, caller, params: { partnerId: orgId } }) => {
  const guides = await context.db.screens(caller.visibility, async (tx) => {
    await knownPartner(tx, orgId);
    return readGuides(context.catalog.standards, tx, orgId);
  });
  return { status: 200, body: guidesView(guides) };
};
