/** Text for a text column: what Postgres refuses in it becomes U+FFFD, as in `toJson`. */
export const toText = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd');

/**
 * JSON for a jsonb column. Postgres refuses U+0000 inside text and half of a surrogate pair, and what a partner wrote may hold the one, or be cut to the other:
 * they become U+FFFD here, in what is shown; the document itself is kept byte for byte.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? toText(part) : part));
}
