/**
 * JSON for a jsonb column. Postgres refuses U+0000 inside text, and a partner's bytes may hold it: it becomes U+FFFD here,
 * in what is shown; the document itself is kept byte for byte.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' && part.includes('\0') ? part.replaceAll('\0', '\ufffd') : part,
  );
}
