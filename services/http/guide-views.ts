import type { Request } from 'express';
import type { components } from '../../specs/generated/openapi.ts';
import { readBody } from '../channels/https/body.ts';
import { fileNameOf } from '../channels/https/file-name.ts';
import { plainFileName } from '../domain/file-name.ts';
import { importLimits } from '../domain/imports/spec.ts';
import { draftToPreview, type Guides, type Preview, type Uploaded } from '../flows/imports.ts';
import { specificationQuestion } from '../flows/read-specification.ts';
import type { GuideUpload } from '../store/guide-uploads.ts';
import type { SessionCaller } from './caller.ts';
import { knownPartner, refusalOf } from './change-configuration.ts';
import { takeBody } from './intake.ts';
import type { ApiContext } from './operation.ts';

type Schemas = components['schemas'];

/** Reads an uploaded specification on the bench, hands both to `work`, and gives its room in memory back afterwards. @throws CodedError */
export async function readUpload<T>(
  api: ApiContext,
  { visibility }: SessionCaller,
  request: Request,
  of: { readonly orgId: string; readonly set?: string | undefined; readonly version?: string | undefined },
  work: (uploaded: Uploaded, preview: Preview) => Promise<T>,
): Promise<T> {
  const { orgId, set, version } = of;
  const draft = await api.context.db
    .screens(visibility, async (tx) => {
      await knownPartner(tx, orgId);
      return draftToPreview(tx, orgId);
    })
    .catch((error: unknown) => {
      throw refusalOf(error);
    });
  const { body: bytes, lease } = await takeBody(api, request, { orgId, environment: 'sandbox' }, (limits) =>
    readBody(request, { ...limits, limitBytes: Math.min(limits.limitBytes, importLimits.attachment) }),
  );
  try {
    const uploaded = { bytes, fileName: nameOf(request), set, version };
    return await work(uploaded, await api.bench.specification(specificationQuestion(orgId, draft, uploaded)));
  } finally {
    lease.release();
  }
}

/** The portal percent-encodes what headers cannot hold. */
function nameOf(request: Request): string {
  const given = fileNameOf(request) ?? 'specification';
  try {
    return plainFileName(decodeURIComponent(given)) ?? given;
  } catch {
    return given;
  }
}

const uploadView = ({ id, fileName, format, sizeBytes, sha256, at, by }: GuideUpload): Schemas['GuideUpload'] => ({
  ...{ id, fileName, format, sizeBytes, sha256, at: at.toISOString(), by },
});

export const guidesView = ({ draft, guides, attachments, deviations }: Guides): Schemas['Guides'] => ({
  draft,
  guides: guides.map(({ at, origin, versions, isReleased, ...guide }) => ({
    ...guide,
    versions: [...versions],
    released: isReleased,
    ...(at && { at: at.toISOString() }),
    ...(origin && { origin: uploadView(origin) }),
  })),
  attachments: attachments.map(uploadView),
  deviations: [...deviations],
});
