import type { Finding } from '../domain/finding.ts';
import type { Tx } from './database.ts';
import { jsonPieces } from './pieces.ts';

/** Rows that one document turned into; see the tables of the same names. */
export interface InterchangeRow {
  readonly id: string;
  readonly document_id: string;
  readonly ordinal: number;
  readonly sender: string;
  readonly receiver: string;
  readonly control: string;
  readonly usage: string;
  readonly version: string;
  readonly status: string;
  readonly findings: readonly Finding[];
}
export interface GroupRow {
  readonly id: string;
  readonly document_id: string;
  readonly interchange_id: string;
  readonly ordinal: number;
  readonly functional_id: string;
  readonly control: string;
  readonly version: string;
  readonly status: string;
  readonly findings: readonly Finding[];
}
export interface SetRow {
  readonly id: string;
  readonly document_id: string;
  readonly group_id: string;
  readonly ordinal: number;
  readonly code: string;
  readonly control: string;
  readonly status: string;
  readonly start_byte: number;
  readonly end_byte: number;
  readonly findings: readonly Finding[];
}
export interface Envelopes {
  readonly interchanges: readonly InterchangeRow[];
  readonly groups: readonly GroupRow[];
  readonly sets: readonly SetRow[];
}

/** Inserts envelopes, those of several documents together. */
export async function insertEnvelopes(tx: Tx, orgId: string, rows: Envelopes): Promise<void> {
  const insert = async (table: string, columns: string, list: readonly object[]) => {
    for (const piece of jsonPieces(list, (row) => row))
      await tx.raw(
        `insert into ${table} (org_id, ${columns}) select ?::uuid, ${columns} from jsonb_populate_recordset(null::${table}, ?::jsonb)`,
        [orgId, piece],
      );
  };
  await insert(
    'interchange',
    'id, document_id, ordinal, sender, receiver, control, usage, version, status, findings',
    rows.interchanges,
  );
  await insert(
    'functional_group',
    'id, document_id, interchange_id, ordinal, functional_id, control, version, status, findings',
    rows.groups,
  );
  await insert(
    'transaction_set',
    'id, document_id, group_id, ordinal, code, control, status, start_byte, end_byte, findings',
    rows.sets,
  );
}
