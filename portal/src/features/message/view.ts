import { oneOf, text } from '../../lib/search-params.ts';

export const tabs = ['trace', 'document', 'raw', 'events', 'odoo', 'transport', 'audit'] as const;
export type TabKey = (typeof tabs)[number];

/**
 * What of a document is on screen, as it stands in the address. At most one of `field` (JSON pointer), `bytes` (`812-814`)
 * and `write` (`<delivery id>.<ordinal from 0>`) is set; `event` is the event's ordinal from 1.
 */
export interface MessageView {
  readonly tab?: TabKey;
  readonly event?: string;
  readonly field?: string;
  readonly bytes?: string;
  readonly write?: string;
}

const patterns = { event: /^[1-9]\d{0,5}$/, field: /^\//, bytes: /^\d+-\d+$/, write: /^[0-9a-f-]{36}\.\d+$/ } as const;

/** Reads the view out of an address and leaves out what makes no sense. */
export function messageView(search: Record<string, unknown>): MessageView {
  const view: Record<string, string> = {};
  const tab = oneOf(search.tab, tabs);
  if (tab !== undefined) view.tab = tab;
  for (const [key, pattern] of Object.entries(patterns)) {
    const given = text(search[key]);
    if (given !== undefined && pattern.test(given)) view[key] = given;
  }
  return view;
}
