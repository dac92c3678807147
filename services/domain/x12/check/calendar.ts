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

/** True for HHMM, HHMMSS, HHMMSSD or HHMMSSDD. */
export function isTime(text: string): boolean {
  if (!/^\d{4}(\d{2}(\d{1,2})?)?$/.test(text)) return false;
  return Number(text.slice(0, 2)) < 24 && Number(text.slice(2, 4)) < 60 && Number(text.slice(4, 6)) < 60;
}
