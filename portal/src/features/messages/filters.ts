import type { Direction, Environment, MessageQuery, Outcome } from '../../lib/contract.ts';
import { oneOf, text } from '../../lib/search-params.ts';

export const spans = {
  '1h': { label: 'Last hour', ms: 3_600_000 },
  '24h': { label: 'Last 24 hours', ms: 24 * 3_600_000 },
  '7d': { label: 'Last 7 days', ms: 7 * 24 * 3_600_000 },
  '30d': { label: 'Last 30 days', ms: 30 * 24 * 3_600_000 },
} as const;
export type Span = keyof typeof spans;
export const spanKeys = Object.keys(spans) as Span[];

/** What the list shows, as it stands in the address. `when` counts back from now; `from` and `to` are days (`2026-11-23`), both included. */
export interface MessageFilters {
  readonly q?: string;
  readonly outcome?: Outcome;
  readonly direction?: Direction;
  readonly set?: string;
  readonly partner?: string;
  readonly when?: Span;
  readonly from?: string;
  readonly to?: string;
}

const outcomeKeys = ['processing', 'done', 'attention', 'rejected', 'waiting', 'kept'] as const;
const day = /^\d{4}-\d{2}-\d{2}$/;
const setCode = /^[0-9A-Z]{3}$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function matching(value: unknown, pattern: RegExp): string | undefined {
  const given = text(value);
  return given !== undefined && pattern.test(given) ? given : undefined;
}

/** Reads the filters out of an address; what the hub would refuse is left out. */
export function messageFilters(search: Record<string, unknown>): MessageFilters {
  const read = {
    q: text(search.q)?.slice(0, 100),
    outcome: oneOf(search.outcome, outcomeKeys),
    direction: oneOf(search.direction, ['in', 'out'] as const),
    set: matching(search.set, setCode),
    partner: matching(search.partner, uuid),
    when: oneOf(search.when, spanKeys),
    from: matching(search.from, day),
    to: matching(search.to, day),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** Whether anything but the outcome narrows the list. */
export function isNarrowed(filters: MessageFilters): boolean {
  return Object.keys(filters).length > 0;
}

function midnight(dayText: string, addDays: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = dayText.split('-').map(Number);
  return new Date(year, month - 1, dayOfMonth + addDays).toISOString();
}

/** The same as the hub wants it. Days are taken in the viewer's zone. */
export function toQuery(filters: MessageFilters, environment: Environment, nowMs: number): MessageQuery {
  const { when, from, to, ...rest } = filters;
  const query: MessageQuery = { environment, ...rest };
  // Our acknowledgements belong to the documents that they answer; whoever looks for what was sent, or for a number, finds them.
  if (rest.q === undefined && rest.set === undefined && rest.direction !== 'out') query.acknowledgements = 'folded';
  if (when !== undefined) query.from = new Date(nowMs - spans[when].ms).toISOString();
  if (from !== undefined) query.from = midnight(from, 0);
  if (to !== undefined) query.to = midnight(to, 1);
  return query;
}
