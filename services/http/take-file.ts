import type { Request } from 'express';
import type { components } from '../../specs/generated/openapi.ts';
import { readBody } from '../channels/https/body.ts';
import { fileNameOf } from '../channels/https/file-name.ts';
import { fileTypeOf, fileTypes } from '../domain/documents/file-type.ts';
import { CodedError } from '../domain/errors.ts';
import { holdToKey } from '../flows/idempotency.ts';
import { firstOf } from './before-view.ts';
import type { KeyCaller } from './caller.ts';
import { noAnswer, within } from './deadline.ts';
import { keep, takeBody } from './intake.ts';
import type { ApiContext } from './operation.ts';

interface Taken {
  readonly body: components['schemas']['FileReceipt'];
  readonly isReplay: boolean;
}

/** Takes a file that an event is going to name, such as a signed proof of delivery: it is on disk before this returns. */
export async function takeFile(
  api: ApiContext,
  request: Request,
  {
    caller,
    key,
  }: { readonly caller: Pick<KeyCaller, 'orgId' | 'environment' | 'actor'>; readonly key: string | undefined },
): Promise<Taken> {
  const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding !== 'identity') throw wrongType();
  const { body: bytes, lease } = await takeBody(api, request, caller, (limits) => readBody(request, limits));
  try {
    if (bytes.length === 0)
      throw new CodedError('inbox.empty', { detail: 'The body is empty. Send the file as the body.' });
    const mediaType = fileTypeOf(bytes);
    if (!mediaType) throw wrongType();
    const { orgId, environment, actor } = caller;
    const keyed = { orgId, environment, operation: 'submitFile', bytes };
    if (key !== undefined)
      await within(api.settings.requestMs, noAnswer, () => holdToKey(api.context, { ...keyed, key }));
    const fileName = fileNameOf(request);
    const arrival = { bytes, ...(fileName !== undefined && { fileName }) };
    const [document] = await keep(api, { orgId, environment, actor, form: 'attachment' }, [arrival], lease);
    const { id, sizeBytes, sha256, duplicate } = document!;
    const first = firstOf(document!);
    const named = fileName === undefined ? {} : { fileName };
    return {
      body: { id, mediaType, sizeBytes, sha256, ...named, ...first, status: `/v1/messages/${id}` },
      isReplay: duplicate,
    };
  } catch (error) {
    lease.release();
    throw error;
  }
}

const wrongType = () =>
  new CodedError('http.media-type', {
    detail: `Send one file as the body, uncompressed: ${fileTypes.join(', ')}. What it is, its bytes say.`,
  });
