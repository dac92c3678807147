import type { MessageFilters } from './filters.ts';

let last: MessageFilters = {};

/** Remembers what the list showed, so that the way back from a document leads to the same list. */
export function rememberFilters(filters: MessageFilters): void {
  last = filters;
}

export const lastFilters = (): MessageFilters => last;
