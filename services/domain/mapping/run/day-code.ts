import { type CodeTable, standardTables } from '../../language/tables.ts';
import { isZone, localOfUtc } from './zone.ts';

const noonMs = 12 * 3_600_000;
const offsets = standardTables.get('time-codes')?.codes ?? new Map<string, string>();
const dateForm = /^(\d{4})(\d{2})(\d{2})$/;

/**
 * The time code that its zone keeps on a day, where the code given is that of the other half of the year: `ED` for `ES` in July. Undefined where the
 * code is right, or one of the parts is not known.
 * @param zones the IANA zone of each time code, such as ES and ED of America/New_York
 * @param day CCYYMMDD
 * @source X12 data element 623; edi-facts 1.6
 */
export function dayCode(code: string, day: string, zones: CodeTable): string | undefined {
  const zone = zones.codes.get(code);
  const [, year, month, date] = dateForm.exec(day) ?? [];
  const own = offsetOf(code);
  if (zone === undefined || !isZone(zone) || year === undefined || own === undefined) return undefined;
  // Noon keeps clear of the hour at which the clocks change.
  const utcMs = Date.UTC(Number(year), Number(month) - 1, Number(date)) + noonMs;
  const right = localOfUtc(utcMs, zone) - utcMs;
  if (right === own) return undefined;
  for (const [other, its] of zones.codes) if (its === zone && offsetOf(other) === right) return other;
  return undefined;
}

/** Offset of a time code in milliseconds. */
function offsetOf(code: string): number | undefined {
  const offset = offsets.get(code);
  return offset === undefined || !isZone(offset) ? undefined : localOfUtc(0, offset);
}
