import { readUpload } from '../guide-views.ts';
import type { Handler } from '../operation.ts';

export const previewGuide: Handler<'previewGuide'> = async ({ api, caller, params, query, request }) => {
  const of = { orgId: params.partnerId, ...query };
  const body = await readUpload(api, caller, request, of, async (_, preview) => preview);
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
