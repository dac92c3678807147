import type { components } from '../../../specs/generated/openapi.ts';
import type { Side } from '../../domain/roles.ts';
import type { Tx } from '../database.ts';

type AuditLine = components['schemas']['AuditLine'];

interface AuditRow {
  at: Date;
  action: string;
  actor: string;
  detail: Record<string, unknown>;
  hash: Buffer | null;
}

const shownLines = 500;

/** What is in the audit trail about a document, oldest first; the first lines, and how many there are. A partner sees what became of the document, and not what was done in Odoo. */
export async function auditLines(
  tx: Tx,
  documentId: string,
  side: Side,
): Promise<{ readonly audit: AuditLine[]; readonly auditCount: number }> {
  const about = tx('audit_entry').where({ document_id: documentId });
  if (side === 'partner') about.whereLike('action', 'document.%');
  const rows = await about
    .clone()
    .orderBy('id')
    .limit(shownLines)
    .select<AuditRow[]>('at', 'action', 'actor', 'detail', 'hash');
  // Counted only where there may be more: nearly every document has a handful.
  const [{ count } = { count: rows.length }] =
    rows.length < shownLines ? [] : ((await about.count()) as { count: number }[]);
  const audit = rows.map((row) => {
    const detail = inWords(row.detail);
    return {
      at: row.at.toISOString(),
      action: row.action,
      actor: row.actor,
      ...(detail !== '' && { detail }),
      ...(row.hash && { hash: row.hash.toString('hex') }),
    };
  });
  return { audit, auditCount: count };
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
