import type { components } from '../../../specs/generated/openapi.ts';
import type { Tx } from '../database.ts';

type AuditLine = components['schemas']['AuditLine'];

interface AuditRow {
  at: Date;
  action: string;
  actor: string;
  detail: Record<string, unknown>;
  hash: Buffer | null;
}

/** What is in the audit trail about a document, oldest first. */
export async function auditLines(tx: Tx, documentId: string): Promise<AuditLine[]> {
  const rows = await tx('audit_entry')
    .where({ document_id: documentId })
    .orderBy('id')
    .limit(500)
    .select<AuditRow[]>('at', 'action', 'actor', 'detail', 'hash');
  return rows.map((row) => {
    const detail = inWords(row.detail);
    return {
      at: row.at.toISOString(),
      action: row.action,
      actor: row.actor,
      ...(detail !== '' && { detail }),
      ...(row.hash && { hash: row.hash.toString('hex') }),
    };
  });
}

/** `{sizeBytes: 812, channel: 'https'}` as `size bytes 812, channel https`. */
function inWords(detail: Record<string, unknown>): string {
  return Object.entries(detail)
    .map(([key, value]) => {
      const name = key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
      return `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`;
    })
    .join(', ');
}
