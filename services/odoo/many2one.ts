import type { Json } from './client.ts';

/** The id of a many2one as `read` and `search_read` give it, `[id, "name"]`; false where nothing is set. */
export const idOf = (value: Json | undefined): number | false => (Array.isArray(value) ? Number(value[0]) : false);

/** The name that stands beside it. */
export const nameOf = (value: Json | undefined): string => (Array.isArray(value) ? String(value[1]) : '');
