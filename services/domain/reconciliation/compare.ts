// Holds what the hub has written to Odoo against what Odoo holds now.

/** One field that the hub wrote, as it stood then. */
export interface Written {
  readonly model: string;
  readonly recordId: number;
  readonly recordName: string | null;
  readonly field: string;
  readonly after: unknown;
}

/** The same field as Odoo holds it now. */
export type Held =
  | {
      readonly kind: 'there';
      /** What it may be said to be: of a link its id and its name, of several records the value of each. */
      readonly values: readonly unknown[];
      /** `state` of the record, where it has one. */
      readonly state?: string;
      /** Who changed the record last; absent where that was the hub. */
      readonly changed?: { readonly by: string; readonly at: string };
    }
  | { readonly kind: 'gone' }
  /** Odoo does not let the hub read it, or has no such field any more. */
  | { readonly kind: 'unreadable'; readonly why: string };

/**
 * `gone`: Odoo has no such record any more. `changed`: somebody else has changed the record since. `differs`: it holds something else, and nobody but the hub has touched it.
 * `unreadable`: nobody knows. `undocumented`: it was done in Odoo, and no document of the partner tells of it.
 */
export const differenceCauses = ['gone', 'changed', 'differs', 'unreadable', 'undocumented'] as const;
export type DifferenceCause = (typeof differenceCauses)[number];

export interface Difference {
  readonly verdict: Exclude<DifferenceCause, 'undocumented'>;
  /** What Odoo holds, as far as it can be read. */
  readonly holds?: unknown;
  readonly changed?: { readonly by: string; readonly at: string };
  readonly why?: string;
}

/** `moved-on`: Odoo's own work goes on from there, as it should: a draft was posted, goods that came in were sold. */
export type Comparison = { readonly verdict: 'agrees' } | { readonly verdict: 'moved-on' } | Difference;

/** What goes on by people's and Odoo's daily work, whatever the hub wrote once. */
const passing = new Set(['stock.quant.quantity', 'stock.picking.activity_ids']);

/** States that a record goes on to. */
const onwards: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'account.move': { draft: ['posted'] },
  'sale.order': { draft: ['sent', 'sale', 'done'], sent: ['sale', 'done'] },
  'stock.picking': {
    confirmed: ['assigned', 'done'],
    waiting: ['confirmed', 'assigned', 'done'],
    assigned: ['done'],
  },
};

/** Whether a field is held against Odoo at all. */
export const isCompared = ({ model, field }: Pick<Written, 'model' | 'field'>): boolean =>
  !passing.has(`${model}.${field}`);

export function compare(written: Written, held: Held): Comparison {
  if (held.kind === 'gone') return { verdict: 'gone' };
  if (held.kind === 'unreadable') return { verdict: 'unreadable', why: held.why };
  if (held.values.some((value) => isSame(written, value))) return { verdict: 'agrees' };
  const { values, state, changed } = held;
  if (hasMovedOn(written, values, state)) return { verdict: 'moved-on' };
  const holds = values.length === 1 ? values[0] : [...values];
  return { verdict: changed ? 'changed' : 'differs', holds, ...(changed && { changed }) };
}

function hasMovedOn({ model, field, after }: Written, values: readonly unknown[], state: string | undefined): boolean {
  if (field === 'state') return values.some((value) => onwards[model]?.[String(after)]?.includes(String(value)));
  // Odoo plans no transfer that is done: its time becomes that of what was done.
  return model === 'stock.picking' && field === 'scheduled_date' && state === 'done';
}

function isSame({ field, after }: Written, value: unknown): boolean {
  if (typeof after === 'number' && typeof value === 'number')
    return Math.abs(after - value) < 1e-6 * Math.max(1, Math.abs(after));
  if (typeof after === 'string' && typeof value === 'string')
    return field === 'message_ids' ? plain(value).includes(after.replace(/\s+/g, ' ').trim()) : after === value;
  return after === value || ((after === null || after === '') && value === false);
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#34': '"',
  '#39': "'",
  nbsp: ' ',
};

/** The words of a text that may be HTML. */
const plain = (text: string): string =>
  text
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();

export interface Tally {
  agree: number;
  movedOn: number;
  differ: number;
}

/** How much of what can be compared agrees, 0 to 1; 1 where nothing was to be compared. */
export const accuracyOf = ({ agree, differ }: Pick<Tally, 'agree' | 'differ'>): number =>
  agree + differ === 0 ? 1 : agree / (agree + differ);

/** What to do about a difference, in words. */
export function fixOf(cause: DifferenceCause): string {
  return fixes[cause];
}

const fixes: Readonly<Record<DifferenceCause, string>> = {
  gone: 'Ask in Odoo who deleted it. If it should be there, open the message and apply it again.',
  changed:
    'Ask whoever changed it. If the document is right, set it back in Odoo; if the change is right, nothing is to be done.',
  differs:
    'Nobody but the hub has touched it: open the message, look at what Odoo holds, and apply it again or correct it there.',
  unreadable: 'Give the hub’s user in Odoo the right to read it, or look there yourself.',
  undocumented:
    'Ask the partner for the document; when it comes, this ends by itself. If it was done by hand on purpose, accept it.',
};
