import { draftToPreview, previewGuide as preview } from '../../flows/imports.ts';
import { knownPartner, refusalOf } from '../change-configuration.ts';
import { withUpload } from '../guide-views.ts';
import type { Handler } from '../operation.ts';

export const previewGuide: Handler<'previewGuide'> = async ({ api, caller, params, query, request }) => {
  const { partnerId: orgId } = params;
  const { db, catalog } = api.context;
  const draft = await db
    .screens(caller.visibility, async (tx) => {
      await knownPartner(tx, orgId);
      return draftToPreview(tx, orgId);
    })
    .catch((error: unknown) => {
      throw refusalOf(error);
    });
  const body = await withUpload(api, request, { orgId, ...query }, (uploaded) =>
    preview(catalog.standards, draft, uploaded),
  );
  const { attachment, guide, sets, ...rest } = body;
  return {
    status: 200,
    body: {
      ...rest,
      sets: [...sets],
      ...(attachment && { attachment: { what: attachment.what, message: attachment.message } }),
      ...(guide && {
        guide: {
          ...guide,
          differences: [...guide.differences],
          notes: [...guide.notes],
          affected: [...guide.affected],
        },
      }),
    },
  };
};
