import { isZone } from './zone.ts';

/** How documents that are no X12 write dates; `iso` takes a time and an offset behind the day too. */
export const dateFormats = [
  'iso',
  'YYYYMMDD',
  'MM/DD/YYYY',
  'DD/MM/YYYY',
  'DD.MM.YYYY',
  'epoch-seconds',
  'epoch-milliseconds',
] as const;
export type DateFormat = (typeof dateFormats)[number];

/** A date as X12 writes it, and what the text said of its zone: `-06:00`, `UTC`, an IANA name, or nothing. */
export interface SplitDate {
  readonly date: string;
  readonly time: string;
  readonly zone?: string;
}

const clock = /^(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp][Mm])?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/;
const days: Readonly<Record<Exclude<DateFormat, 'epoch-seconds' | 'epoch-milliseconds'>, RegExp>> = {
  iso: /^(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})(?:[T ]\s*(?<rest>.+))?$/,
  YYYYMMDD: /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?:[T ]\s*(?<rest>.+))?$/,
  'MM/DD/YYYY': /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})(?:[T ]\s*(?<rest>.+))?$/,
  'DD/MM/YYYY': /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})(?:[T ]\s*(?<rest>.+))?$/,
  'DD.MM.YYYY': /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})(?:[T ]\s*(?<rest>.+))?$/,
};
const longestText = 60;

/**
 * Takes a written date, and the time and zone beside it if they are given, apart into what `readMoment` reads. Undefined when a part
 * is none; whether the day exists is seen by `readMoment`.
 */
export function splitDate(date: string, time: string, zone: string, format: DateFormat): SplitDate | undefined {
  if (date.length > longestText || time.length > longestText) return undefined;
  if (format === 'epoch-seconds' || format === 'epoch-milliseconds') return fromEpoch(date, format);
  const match = days[format].exec(date)?.groups;
  if (!match) return undefined;
  const { y = '', m = '', d = '', rest = '' } = match;
  const day = `${y}${m.padStart(2, '0')}${d.padStart(2, '0')}`;
  const written = time === '' ? rest : time;
  const named = zone !== '' && isZone(zone) ? { zone } : {};
  if (written === '') return { date: day, time: '', ...named };
  const read = readClock(written);
  return read && { date: day, ...named, ...read };
}

function readClock(text: string): { time: string; zone?: string } | undefined {
  const match = clock.exec(text.trim());
  if (!match) return undefined;
  const [, hours = '', minutes = '', seconds = '', fraction = '', half, offset] = match;
  const hour = half === undefined ? Number(hours) : twelveHours(Number(hours), half);
  if (hour === undefined) return undefined;
  const time = `${String(hour).padStart(2, '0')}${minutes}${seconds}${seconds === '' ? '' : fraction.slice(0, 2)}`;
  if (offset === undefined) return { time };
  const zone = zoneOf(offset);
  return isZone(zone) ? { time, zone } : undefined;
}

function twelveHours(hour: number, half: string): number | undefined {
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

function zoneOf(offset: string): string {
  if (offset === 'Z') return 'UTC';
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
  return digits === '0000' ? 'UTC' : `${offset[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

const epoch = /^\d{1,13}(\.\d{1,6})?$/;

function fromEpoch(text: string, format: 'epoch-seconds' | 'epoch-milliseconds'): SplitDate | undefined {
  if (!epoch.test(text)) return undefined;
  const at = new Date(Math.floor(Number(text) * (format === 'epoch-seconds' ? 1000 : 1)));
  if (Number.isNaN(at.getTime())) return undefined;
  const digits = at.toISOString().replace(/[-:]/g, '');
  return { date: digits.slice(0, 8), time: digits.slice(9, 15), zone: 'UTC' };
}
