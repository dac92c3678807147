import type { Tx } from './database.ts';
import { setRungs } from './ladder.ts';

interface Tally {
  org_id: string;
  total: number;
  open: number;
  good: number;
  refused: number;
  sets: number;
  rejected: number;
  /** Open cases about the document. */
  cases: number;
  state: string;
}

/**
 * Works out, from its sets and deliveries, how a received document stands, and writes outcome, headline and the Odoo rung.
 * Called in the transaction of every change to one of them.
 */
export async function settleDocument(tx: Tx, documentId: string, at: Date): Promise<void> {
  // Deliveries of one document finish in several lanes at once: whoever counts must see the others.
  await tx.raw('select 1 from document where id = ? for update', [documentId]);
  const { rows } = await tx.raw<{ rows: Tally[] }>(
    `select o.org_id, o.state, d.*, s.*, (select count(*) from exception_case c where c.document_id = o.id and c.state = 'open') as cases from document o,
       lateral (select count(*) as total, count(*) filter (where v.state in ('pending', 'in-flight')) as open,
           count(*) filter (where v.state in ('applied', 'already-applied')) as good,
           count(*) filter (where v.state in ('refused', 'held', 'failed')) as refused
         from delivery v join event e on e.id = v.event_id where e.document_id = o.id) d,
       lateral (select count(*) as sets, count(*) filter (where status = 'R') as rejected from transaction_set where document_id = o.id) s
     where o.id = ?`,
    [documentId],
  );
  const tally = rows[0]!;
  const { outcome, headline } = judge(tally);
  await tx('document').where({ id: documentId }).update({ outcome, headline });
  if (tally.total === 0) return;
  const state = tally.refused > 0 ? 'failed' : tally.open > 0 ? 'pending' : 'done';
  await setRungs(tx, [
    {
      documentId,
      orgId: tally.org_id,
      rung: 'odoo',
      state,
      detail: `${tally.good} of ${tally.total} applied`,
      ...(state === 'pending' ? {} : { at }),
    },
  ]);
}

function judge(t: Tally): { outcome: string; headline: string } {
  const rejected = t.rejected > 0 ? `${t.rejected} of ${t.sets} sets rejected` : '';
  const applied = t.total > 0 ? `${t.good} of ${t.total} applied in Odoo` : '';
  const headline = [rejected, t.refused > 0 ? `${t.refused} refused by Odoo` : '', applied].filter(Boolean).join(', ');
  if (t.state === 'unreadable') return { outcome: 'rejected', headline: 'Not an X12 document' };
  if (t.refused > 0 || t.cases > 0) return { outcome: 'attention', headline: headline || 'A person must look' };
  if (t.open > 0) return { outcome: 'processing', headline };
  if (t.rejected > 0) return { outcome: 'rejected', headline };
  return { outcome: 'done', headline: headline || 'Nothing to do in Odoo' };
}
