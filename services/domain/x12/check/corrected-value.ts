import type { ElementDefinition } from '../standard/segment-definition.ts';
import { isDate, isTime } from './calendar.ts';
import type { ValueFault } from './value-check.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
/** A year of two digits from here on is of the last century: as most systems have it. */
const LAST_CENTURY = 70;
/** Whoever writes another year has written something else in its place. */
const LIKELY_YEAR = /^(?:19|20)/;

/** The value as it was meant, where only one meaning is possible. */
export function correctedValue(fault: ValueFault, received: string, element: ElementDefinition): string | undefined {
  const meant = meaningOf(fault, received, element);
  return meant === received ? undefined : meant;
}

function meaningOf(fault: ValueFault, received: string, element: ElementDefinition): string | undefined {
  const { type, codes } = element;
  if (fault === 'date') return correctedDate(received, element.max < 8 ? 6 : 8);
  if (fault === 'time') return correctedTime(received);
  if (fault === 'code-unlisted' || fault === 'not-ascii' || fault === 'too-many-components') return undefined;
  if (type === 'ID') return codes === undefined ? fitting(received.trim(), element) : correctedCode(received, codes);
  if (type === 'AN') return fault === 'too-long' ? fitting(received.trim(), element) : undefined;
  if (type === 'R' || /^N\d$/.test(type)) return correctedNumber(received, element);
  return undefined;
}

/** A date in another way of writing as CCYYMMDD or YYMMDD; undefined where day and month cannot be told apart, or it is none. */
export function correctedDate(received: string, digits: 6 | 8): string | undefined {
  const text = received.trim().toUpperCase();
  const year = (yy: string) => (Number(yy) >= LAST_CENTURY ? `19${yy}` : `20${yy}`);
  const whole = (date: string) =>
    LIKELY_YEAR.test(date) && isDate(date, 8) ? (digits === 8 ? date : date.slice(2)) : undefined;
  const [, y, m, d] = /^(\d{4})[-/. ]?(\d\d)[-/. ]?(\d\d)(?:T.*| .*)?$/.exec(text) ?? [];
  const iso = y === undefined ? undefined : whole(`${y}${m}${d}`);
  if (iso !== undefined) return iso;
  const named = /^(\d\d?)[-/. ]?([A-Z]{3})[A-Z]*[-/. ]?(\d{4}|\d\d)$/.exec(text);
  if (named !== null) {
    const month = MONTHS.indexOf(named[2]!) + 1;
    const full = named[3]!.length === 2 ? year(named[3]!) : named[3]!;
    return whole(`${full}${String(month).padStart(2, '0')}${named[1]!.padStart(2, '0')}`);
  }
  const short = /^(\d\d)[-/.]?(\d\d)[-/.]?(\d\d)$/.exec(text);
  const asShort = short === null ? undefined : whole(`${year(short[1]!)}${short[2]}${short[3]}`);
  if (asShort !== undefined && /^\d+$/.test(text)) return asShort;
  const last = /^(\d\d?)[-/. ]?(\d\d?)[-/. ]?(\d{4})$/.exec(text);
  // Without separators only eight digits tell where day and month end.
  if (last === null || /^\d{6,7}$/.test(text)) return undefined;
  const [one, other] = [last[1]!.padStart(2, '0'), last[2]!.padStart(2, '0')];
  const found = [whole(`${last[3]}${one}${other}`), whole(`${last[3]}${other}${one}`)].filter(
    (date) => date !== undefined,
  );
  return new Set(found).size === 1 ? found[0] : undefined;
}

/** A time with colons, or with an hour of one digit, as HHMM or HHMMSS. */
export function correctedTime(received: string): string | undefined {
  const [, hours, minutes, seconds = ''] = /^\s*(\d\d?):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?\s*$/.exec(received) ?? [];
  if (hours === undefined) return undefined;
  const time = `${hours.padStart(2, '0')}${minutes}${seconds}`;
  return isTime(time) ? time : undefined;
}

/** In capital letters, without blanks, with or without leading zeros. */
function correctedCode(received: string, codes: ReadonlyMap<string, string>): string | undefined {
  const code = received.trim().toUpperCase();
  const bare = code.replace(/^0+(?=.)/, '');
  const meant = [code, bare, `0${bare}`, `00${bare}`].filter((candidate) => codes.has(candidate));
  return meant.length === 1 || meant[0] === code ? meant[0] : undefined;
}

/** Without blanks, plus sign, currency, separators of thousands and needless zeros; with a point for a decimal comma. */
function correctedNumber(received: string, element: ElementDefinition): string | undefined {
  const isDecimal = element.type === 'R';
  let text = received
    .trim()
    .replace(/^([-+]?)\$/, '$1')
    .replace(/^\+/, '');
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(text) || /^-?\d{1,3}(,\d{3}){2,}$/.test(text)) text = text.replaceAll(',', '');
  else if (/^-?\d{1,3},\d{3}$/.test(text)) text = isDecimal ? text : text.replace(',', '');
  else if (isDecimal) text = text.replace(/^(-?\d+),(\d+)$/, '$1.$2');
  if (/^\d+(\.\d+)?-$/.test(text)) text = `-${text.slice(0, -1)}`;
  if (element.type === 'N0') text = text.replace(/^(-?\d+)\.0*$/, '$1');
  if (!(isDecimal ? /^-?(\d+\.?\d*|\.\d+)$/ : /^-?\d+$/).test(text)) return undefined;
  const [, sign, number] = /^(-?)(.*)$/.exec(text)!;
  const length = number!.replace('.', '').length;
  if (length < element.min) return isDecimal ? undefined : sign + number!.padStart(element.min, '0');
  return length > element.max ? shorter(sign!, number!, element) : text;
}

/** Without zeros that say nothing: those in front, and those behind a decimal point. */
function shorter(sign: string, number: string, { max }: ElementDefinition): string | undefined {
  const bare = number.replace(/^0+(?=\d)/, '');
  const short = bare.includes('.') ? bare.replace(/\.?0+$/, '') : bare;
  const fits = [bare, short].find((text) => text.replace('.', '').length <= max);
  return fits === undefined ? undefined : sign + fits;
}

function fitting(text: string, { min, max }: ElementDefinition): string | undefined {
  return text.length >= min && text.length <= max ? text : undefined;
}
