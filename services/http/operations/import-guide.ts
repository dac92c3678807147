import { acceptGuide, readGuides } from '../../flows/imports.ts';
import { changeConfiguration, knownPartner } from '../change-configuration.ts';
import { guidesView, withUpload } from '../guide-views.ts';
import type { Handler } from '../operation.ts';

export const importGuide: Handler<'importGuide'> = async ({ api, caller, params, query, request }) => {
  const { partnerId: orgId } = params;
  const { context } = api;
  const { actor, by } = caller;
  await context.db.screens(caller.visibility, (tx) => knownPartner(tx, orgId));
  const { insteadOf, ...of } = query;
  const accepted = await withUpload(api, request, { orgId, ...of }, (uploaded) =>
    changeConfiguration(context, async (tx, tools) => {
      const made = await acceptGuide(tools, tx, { orgId, actor, by, ...uploaded, insteadOf });
      return { ...made, guides: guidesView(await readGuides(tools.standards, tx, orgId)) };
    }),
  );
  return { status: 201, body: accepted };
};
