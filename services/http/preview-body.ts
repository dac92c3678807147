import type { Request } from 'express';
import { readBody } from '../channels/https/body.ts';
import { CodedError } from '../domain/errors.ts';
import { bodyTooSlow, noAnswer, within } from './deadline.ts';
import type { ApiContext } from './operation.ts';
import type { PreviewAnswer } from './preview.ts';
import { proceed } from './server.ts';

/**
 * Reads a document that is only looked at, and looks at it: nothing of it is kept. @throws CodedError
 * @param of.room whose room in memory it takes
 */
export async function previewBody(
  api: ApiContext,
  request: Request,
  of: {
    readonly orgId?: string;
    readonly room: string;
    readonly mostBytes: number;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<PreviewAnswer | undefined> {
  const { orgId, room, mostBytes: limitBytes, offset, limit } = of;
  const { settings } = api;
  const lease = api.budget.lease(room);
  const keep = (bytes: number) => {
    lease.take(bytes);
    proceed(request);
  };
  try {
    const bytes = await within(settings.bodyMs, bodyTooSlow, (signal) =>
      readBody(request, { limitBytes, signal, keep }),
    );
    if (bytes.length === 0) throw new CodedError('inbox.empty');
    const question = {
      content: bytes.toString('base64'),
      offset,
      limit,
      ...(orgId !== undefined && { orgId }),
    };
    return await within(settings.bodyMs, noAnswer, () => api.previewOf(question));
  } finally {
    lease.release();
  }
}
