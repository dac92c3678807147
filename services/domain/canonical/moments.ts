import { isZone } from '../mapping/run/zone.ts';
import { isDay } from '../x12/check/calendar.ts';

/** Where a moment in the data of an event is none. */
export interface MomentFault {
  /** JSON pointer into the data. */
  readonly pointer: string;
  readonly message: string;
}

const local = /^(\d{4})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?)?$/;
const utc = /^(\d{4})-(\d\d)-(\d\d)T/;
const firstYear = 1000;

/**
 * The moments in data that the calendar, the clock or the tables of zones do not have. The data obey their schema, by which nothing but a moment has a
 * `zoneOrigin`, and whose names need no escapes in a pointer.
 */
export function momentFaults(data: object): readonly MomentFault[] {
  const faults: MomentFault[] = [];
  look(data, '', faults);
  return faults;
}

function look(data: object, pointer: string, faults: MomentFault[]): void {
  if ('zoneOrigin' in data) {
    const fault = faultOf(data, pointer);
    if (fault) faults.push(fault);
    return;
  }
  for (const key in data) {
    const value = (data as Record<string, unknown>)[key];
    if (typeof value === 'object' && value !== null) look(value, `${pointer}/${key}`, faults);
  }
}

function faultOf(
  moment: Partial<Record<'zoneOrigin' | 'local' | 'zone' | 'utc', unknown>>,
  pointer: string,
): MomentFault | undefined {
  const at = (field: string, message: string) => ({ pointer: `${pointer}/${field}`, message });
  if (!hasDay(local, moment.local))
    return at('local', 'must be a day that the calendar has, or a day and a time: 2026-03-03 or 2026-03-03T16:45:00');
  if (!hasDay(utc, moment.utc)) return at('utc', 'must be on a day that the calendar has, in the years 1000 to 9999');
  if (moment.zone !== undefined && !isZone(String(moment.zone)))
    return at('zone', 'must be a zone of the IANA tables or an offset, such as America/Chicago or -05:00');
  return undefined;
}

function hasDay(form: RegExp, text: unknown): boolean {
  const [, year, month, day] = typeof text === 'string' ? (form.exec(text) ?? []) : [];
  return Number(year) >= firstYear && isDay(Number(year), Number(month), Number(day));
}
