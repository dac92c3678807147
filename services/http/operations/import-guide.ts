import { acceptGuide, readGuides } from '../../flows/imports.ts';
import { changeConfiguration } from '../change-configuration.ts';
import { guidesView, readUpload } from '../guide-views.ts';
import type { Handler } from '../operation.ts';

export const importGuide: Handler<'importGuide'> = async ({ api, caller, params, query, request }) => {
  const { partnerId: orgId } = params;
  const { actor, by } = caller;
  const { insteadOf, ...of } = query;
  const accepted = await readUpload(api, caller, request, { orgId, ...of }, (uploaded, preview) =>
    changeConfiguration(api.context, async (tx, tools) => {
      const made = await acceptGuide(tools, tx, { orgId, actor, by, ...uploaded, preview, insteadOf });
      return { ...made, guides: guidesView(await readGuides(tools.standards, tx, orgId)) };
    }),
  );
  return { status: 201, body: accepted };
};
