const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a calendar date of the given number of digits: 8 CCYYMMDD, 6 YYMMDD (every century has its leap years there). */
export function isDate(text: string, digits: 6 | 8): boolean {
  if (text.length !== digits || !/^\d+$/.test(text)) return false;
  const year = Number(text.slice(0, digits - 4));
  const month = Number(text.slice(digits - 4, digits - 2));
  const day = Number(text.slice(digits - 2));
  return isDay(digits === 6 ? 2000 + year : year, month, day);
}

/** True for a day of the Gregorian calendar. */
export function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= DAYS[month - 1]! + (leap ? 1 : 0);
}

const DAY_MS = 86_400_000;
/** Two-digit years below this belong to this century, as in the dates of events. */
const CENTURY_PIVOT = 70;

/** The number of a day, counted from 1970, of CCYYMMDD or YYMMDD; undefined where the text is no day. */
export function dayNumber(text: string): number | undefined {
  if (!/^(\d{2})?\d{6}$/.test(text)) return undefined;
  const short = text.length === 6;
  return dayNumberOf(Number(text), short);
}

/** The same of the digits as a number; `short` says that the year has two of them. */
export function dayNumberOf(digits: number, short: boolean): number | undefined {
  const day = digits % 100;
  const month = Math.floor(digits / 100) % 100;
  const written = Math.floor(digits / 10_000);
  const year = short ? written + (written < CENTURY_PIVOT ? 2000 : 1900) : written;
  return isDay(year, month, day) ? Date.UTC(year, month - 1, day) / DAY_MS : undefined;
}

/** The number of the day of an instant, UTC. */
export const dayOfInstant = (at: Date): number => Math.floor(at.getTime() / DAY_MS);

/** A day as CCYYMMDD. */
export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '');

/** True for HHMM, HHMMSS, HHMMSSD or HHMMSSDD. */
export function isTime(text: string): boolean {
  if (!/^\d{4}(\d{2}(\d{1,2})?)?$/.test(text)) return false;
  return Number(text.slice(0, 2)) < 24 && Number(text.slice(2, 4)) < 60 && Number(text.slice(4, 6)) < 60;
}
