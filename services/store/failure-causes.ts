/**
 * SQL of what a failed delivery `d` of an event `e`, or of none failed of: code, kind of event and reason, without the numbers and quoted words that differ from one to the next.
 * Twelve letters that stand for "the same error".
 */
export const causeSql = `substr(md5(coalesce(d.reason_code, '') || '/' || coalesce(e.type, d.destination) || '/' ||
  regexp_replace(coalesce(d.reason, ''), '“[^”]*”|"[^"]*"|\\S*[0-9]\\S*', '#', 'g')), 1, 12)`;
