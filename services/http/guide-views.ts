import type { Request } from 'express';
import type { components } from '../../specs/generated/openapi.ts';
import { readBody } from '../channels/https/body.ts';
import { fileNameOf } from '../channels/https/file-name.ts';
import { plainFileName } from '../domain/file-name.ts';
import { importLimits } from '../domain/imports/spec.ts';
import type { Guides, Uploaded } from '../flows/imports.ts';
import type { GuideUpload } from '../store/guide-uploads.ts';
import { takeBody } from './intake.ts';
import type { ApiContext } from './operation.ts';

type Schemas = components['schemas'];

/** Reads an uploaded specification, hands it to `work`, and gives its room in memory back afterwards. */
export async function withUpload<T>(
  api: ApiContext,
  request: Request,
  of: { readonly orgId: string; readonly set?: string | undefined; readonly version?: string | undefined },
  work: (uploaded: Uploaded) => Promise<T>,
): Promise<T> {
  const { orgId, set, version } = of;
  const { body: bytes, lease } = await takeBody(api, request, { orgId, environment: 'sandbox' }, (limits) =>
    readBody(request, { ...limits, limitBytes: Math.min(limits.limitBytes, importLimits.attachment) }),
  );
  try {
    return await work({ bytes, fileName: nameOf(request), set, version });
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
