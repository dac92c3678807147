import type { Handler } from '../operation.ts';
import { takeFile } from '../take-file.ts';

export const submitFile: Handler<'submitFile'> = async ({ api, caller, request }) => {
  const key = request.get('idempotency-key');
  const { body, isReplay } = await takeFile(api, request, { caller, key });
  return { status: 201, body, ...(isReplay && { headers: { 'Idempotent-Replayed': 'true' } }) };
};
