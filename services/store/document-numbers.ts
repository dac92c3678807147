import { searchForms } from '../domain/numbers.ts';
import type { Tx } from './database.ts';
import { pieces } from './pieces.ts';

/** A document and the numbers that it is found by. */
export interface NumberedDocument {
  readonly id: string;
  readonly orgId: string;
  readonly numbers: Iterable<string>;
}

/** Lets documents be found by these numbers too. */
export async function addNumbers(tx: Tx, documents: readonly NumberedDocument[]): Promise<void> {
  const rows = documents.flatMap(({ id, orgId, numbers }) =>
    searchForms(numbers).map((number) => ({ id, orgId, number })),
  );
  for (const piece of pieces(rows))
    await tx.raw(
      `insert into document_number (org_id, document_id, number)
       select * from unnest(?::uuid[], ?::uuid[], ?::text[]) on conflict do nothing`,
      [piece.map(({ orgId }) => orgId), piece.map(({ id }) => id), piece.map(({ number }) => number)],
    );
}
