export type Outcome = 'processing' | 'done' | 'attention' | 'rejected' | 'waiting';

/** What is counted of a received document to say how it stands. */
export interface Tally {
  readonly unreadable: boolean;
  readonly sets: number;
  readonly rejected: number;
  /** Deliveries to Odoo: all, those still under way, those that succeeded, those that wait for a person. */
  readonly total: number;
  readonly open: number;
  readonly good: number;
  readonly refused: number;
  /** Open cases about the document. */
  readonly cases: number;
}

/** How a received document stands, and in one line why. */
export function standing(t: Tally): { readonly outcome: Outcome; readonly headline: string } {
  if (t.unreadable) return { outcome: 'rejected', headline: 'Not an X12 document' };
  const rejected = t.rejected > 0 ? `${t.rejected} of ${t.sets} sets rejected` : '';
  const refused = t.refused > 0 ? `${t.refused} not taken by Odoo` : '';
  const applied = t.total > 0 ? `${t.good} of ${t.total} applied in Odoo` : '';
  const headline = [rejected, refused, applied].filter(Boolean).join(', ');
  if (t.refused > 0 || t.cases > 0) return { outcome: 'attention', headline: headline || 'A person must look' };
  if (t.open > 0) return { outcome: 'processing', headline };
  if (t.rejected > 0) return { outcome: 'rejected', headline };
  return { outcome: 'done', headline: headline || (t.sets > 0 ? 'Nothing to do in Odoo' : 'Rejected as a whole') };
}
