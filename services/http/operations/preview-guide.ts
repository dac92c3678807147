import { previewGuide as preview } from '../../flows/imports.ts';
import { knownPartner, refusalOf } from '../change-configuration.ts';
import { withUpload } from '../guide-views.ts';
import type { Handler } from '../operation.ts';

export const previewGuide: Handler<'previewGuide'> = async ({ api, caller, params, query, request }) => {
  const { partnerId: orgId } = params;
  const { db, catalog } = api.context;
  await db.screens(caller.visibility, (tx) => knownPartner(tx, orgId));
  const body = await withUpload(api, request, { orgId, ...query }, (uploaded) =>
    db
      .screens(caller.visibility, (tx) => preview(catalog.standards, tx, orgId, uploaded))
      .catch((error: unknown) => {
        throw refusalOf(error);
      }),
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
