import { CodedError } from '../../domain/errors.ts';
import { type AddedIdentity, addIdentity, readIdentities } from '../../flows/as2-identities.ts';
import type { Handler } from '../operation.ts';

export const addAs2Identity: Handler<'addAs2Identity'> = async ({ api: { context }, caller, body }) => {
  const { environment, as } = body;
  await addIdentity(context, { environment, as, from: sourceOf(body) }, caller);
  return { status: 201, body: { identities: [...(await readIdentities(context, environment))] } };
};

/** @throws CodedError `http.request-invalid` unless it comes from one place */
function sourceOf(body: {
  readonly make?: { readonly name: string; readonly bits?: 2048 | 3072 | 4096; readonly years?: number };
  readonly pem?: string;
  readonly pfx?: string;
  readonly password?: string;
}): AddedIdentity['from'] {
  const { make, pem, pfx, password } = body;
  if ([make, pem, pfx].filter((one) => one !== undefined).length !== 1) {
    const message = 'needs one of make, pem and pfx';
    throw new CodedError('http.request-invalid', {
      errors: [{ place: 'body', message }],
      detail: `The body ${message}.`,
    });
  }
  if (make) return { make };
  if (pem !== undefined) return { upload: { pem, password } };
  return { upload: { pfx: Buffer.from(pfx ?? '', 'base64'), password: password ?? '' } };
}
