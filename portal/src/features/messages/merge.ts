import type { MessagePage, MessageSummary } from '../../lib/contract.ts';
import type { MessagePages } from './messages-query.ts';

/** Rows that were asked for again one by one: the row as it is now, or undefined where the filters no longer show it. */
export type Renewed = ReadonlyMap<string, MessageSummary | undefined>;

/**
 * Puts the newest page and single renewed rows into the pages on screen. Answers undefined when the newest page
 * does not touch what is on screen (more came than a page holds): then the list has to begin anew.
 */
export function mergeNewest(shown: MessagePages, newest: MessagePage, renewed: Renewed): MessagePages | undefined {
  const present = new Set(shown.pages.flatMap((page) => page.messages.map((row) => row.id)));
  const touches = newest.next === undefined || newest.messages.some((row) => present.has(row.id));
  if (!touches) return undefined;
  const fresh = new Map(newest.messages.map((row) => [row.id, row]));
  const pages = shown.pages.map((page) => ({
    ...page,
    messages: page.messages.flatMap((row) => {
      if (renewed.has(row.id)) return renewed.get(row.id) ?? [];
      return fresh.get(row.id) ?? row;
    }),
  }));
  const added = newest.messages.filter((row) => !present.has(row.id));
  const [first, ...others] = pages;
  if (first === undefined) return { pages: [newest], pageParams: [undefined] };
  return { ...shown, pages: [{ ...first, messages: newestFirst([...added, ...first.messages]) }, ...others] };
}

function newestFirst(rows: readonly MessageSummary[]): MessageSummary[] {
  return rows.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
