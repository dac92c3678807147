import type { components } from '../../specs/generated/openapi.ts';
import { kindOf } from '../domain/cross-references.ts';
import { CodedError } from '../domain/errors.ts';
import type { Context } from '../flows/context.ts';
import { type OdooConnection, odooFor } from '../flows/odoo-connection.ts';
import type { OpenQuestion, WaitingCounts } from '../store/awaited-keys.ts';
import type { Environment } from '../store/documents.ts';

type Schemas = components['schemas'];

export function questionView({
  lookup,
  key,
  said,
  means,
  since,
  examples,
  ...counts
}: OpenQuestion): Schemas['KeyQuestion'] {
  return {
    ...{ kind: kindOf(lookup)!, key, said, deliveries: counts.deliveries, documents: counts.documents },
    ...(means !== null && { means }),
    since: since.toISOString(),
    examples: examples.map(({ deliveryId, documentId, type, subject }) => ({
      ...{ deliveryId, type, subject },
      ...(documentId !== null && { documentId }),
    })),
  };
}

export const waitingView = ({ since, ...counts }: WaitingCounts): Schemas['Waiting'] => ({
  ...counts,
  ...(since && { since: since.toISOString() }),
});

/** The Odoo that a partner works with. @throws CodedError `http.not-found` */
export async function odooOf(
  context: Context,
  of: { readonly environment: Environment; readonly orgId: string },
): Promise<OdooConnection> {
  const connection = await odooFor(context, of);
  if (!connection) throw new CodedError('http.not-found', { detail: `No Odoo is connected for ${of.environment}.` });
  return connection;
}
