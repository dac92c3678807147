import { codeFor, standardTables } from '../../language/tables.ts';
import { isDay } from '../../x12/check/calendar.ts';
import { zoneOfPlace } from './place-zone.ts';
import { clockChangeAt, isZone, localOfUtc, utcOfLocal } from './zone.ts';

/** A point in time as canonical events carry it: `common.schema.json#/$defs/Moment`. */
export interface Moment {
  readonly local: string;
  readonly zone: string;
  readonly zoneOrigin: 'document' | 'place' | 'partner' | 'assumed-utc';
  readonly utc: string;
}

/** What a document says of a time, each part as written. */
export interface WrittenMoment {
  /** CCYYMMDD, or YYMMDD as older versions write. */
  readonly date: string;
  /** HHMM, HHMMSS or HHMMSSDD; empty where only the day is known. */
  readonly time: string;
  /** X12 time code (list 623); LT and nothing both mean the local time of the place. */
  readonly code: string;
  readonly city: string;
  readonly state: string;
  readonly country: string;
  readonly partnerZone: string | undefined;
  /** IANA zone or offset that the document names in full, as `-06:00` behind a time. */
  readonly zone?: string | undefined;
}

const timeCodes = standardTables.get('time-codes')?.codes ?? new Map<string, string>();
const localTime = 'LT';

/** Whether a time code says something that we can use. */
export function isKnownTimeCode(code: string): boolean {
  return code === '' || code === localTime || timeCodes.has(code);
}

/**
 * Reads a written time. The zone comes from the document's time code, else from the place, else from the partner, else
 * it is assumed to be UTC. Undefined when date or time are no date or time.
 * @source X12 data elements 373, 337, 623; edi-facts 1.6
 */
export function readMoment(written: WrittenMoment): Moment | undefined {
  return readWithDoubt(written)?.moment;
}

/** Why the instant of a moment may be another than the document means. */
export type MomentDoubt = 'no-zone' | 'mainland' | 'country' | 'skipped' | 'twice';

/** The same, with what is in doubt about a time of day; of a day alone nothing is. */
export function readWithDoubt(written: WrittenMoment): { moment: Moment; doubts: readonly MomentDoubt[] } | undefined {
  const day = readDate(written.date);
  const time = readTime(written.time);
  if (!day || time === undefined) return undefined;
  const { zone, zoneOrigin, doubt } = zoneOf(written);
  const localMs = day.ms + (time?.ms ?? 0);
  const utc = instantText(utcOfLocal(localMs, zone), day);
  if (time === null) return { moment: { local: day.text, zone, zoneOrigin, utc }, doubts: none };
  const moment: Moment = { local: `${day.text}T${time.text}`, zone, zoneOrigin, utc };
  const change = clockChangeAt(localMs, zone);
  if (doubt === undefined && change === undefined) return { moment, doubts: none };
  return { moment, doubts: [doubt, change].filter((one) => one !== undefined) };
}

interface ChosenZone extends Pick<Moment, 'zone' | 'zoneOrigin'> {
  readonly doubt?: MomentDoubt | undefined;
}

const none: readonly MomentDoubt[] = [];

function zoneOf(written: WrittenMoment): ChosenZone {
  if (written.zone !== undefined) return { zone: written.zone, zoneOrigin: 'document' };
  const fromCode = timeCodes.get(written.code);
  if (fromCode !== undefined) return { zone: fromCode, zoneOrigin: 'document' };
  const fromPlace = zoneOfPlace(written.city, written.state, written.country);
  if (fromPlace !== undefined) return { zone: fromPlace.zone, zoneOrigin: 'place', doubt: fromPlace.doubt };
  const { partnerZone } = written;
  if (partnerZone !== undefined && isZone(partnerZone))
    return { zone: partnerZone, zoneOrigin: 'partner', doubt: 'no-zone' };
  return { zone: 'UTC', zoneOrigin: 'assumed-utc', doubt: 'no-zone' };
}

interface Written {
  readonly text: string;
  readonly ms: number;
}

/** Two-digit years below this belong to this century. */
const centuryPivot = 70;
const firstYear = 1900;
const dayMs = 86_400_000;

function readDate(text: string): Written | undefined {
  const short = text.length === 6;
  if (!short && text.length !== 8) return undefined;
  const at = short ? 2 : 4;
  const written = digits(text, 0, at);
  const year = !short || written < 0 ? written : written + (written < centuryPivot ? 2000 : 1900);
  const month = digits(text, at, at + 2);
  const day = digits(text, at + 2, at + 4);
  if (year < firstYear || !isDay(year, month, day)) return undefined;
  return { text: `${year}-${text.slice(at, at + 2)}-${text.slice(at + 2)}`, ms: Date.UTC(year, month - 1, day) };
}

/** The number that some digits of a text make, -1 where one of them is none. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Null where no time is given, undefined where it is none. */
function readTime(text: string): Written | null | undefined {
  const { length } = text;
  if (length === 0) return null;
  if (length !== 4 && (length < 6 || length > 8)) return undefined;
  const hours = digits(text, 0, 2);
  const minutes = digits(text, 2, 4);
  const seconds = length === 4 ? 0 : digits(text, 4, 6);
  const fraction = length > 6 ? digits(text, 6, length) * (length === 7 ? 100 : 10) : 0;
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59 || fraction < 0)
    return undefined;
  const tail = length === 4 ? '00' : length === 6 ? text.slice(4) : `${text.slice(4, 6)}.${text.slice(6)}`;
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1000 + fraction;
  return { text: `${text.slice(0, 2)}:${text.slice(2, 4)}:${tail}`, ms };
}

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));
/** The day that was written last: those of a document are much the same. */
let lastDay: Written = { text: '1970-01-01', ms: 0 };

/** The instant as ISO text, without a fraction where it has none. `near` is a day that it may well be in. */
function instantText(utcMs: number, near: Written): string {
  const inDay = ((utcMs % dayMs) + dayMs) % dayMs;
  const startMs = utcMs - inDay;
  if (inDay % 1000 !== 0 || startMs > lastPlainDay) return new Date(utcMs).toISOString().replace('.000Z', 'Z');
  if (startMs !== near.ms && startMs !== lastDay.ms)
    lastDay = { ms: startMs, text: new Date(startMs).toISOString().slice(0, 10) };
  const { text } = startMs === near.ms ? near : lastDay;
  const seconds = inDay / 1000;
  const minutes = Math.floor(seconds / 60);
  return `${text}T${twoDigits[Math.floor(minutes / 60)]}:${twoDigits[minutes % 60]}:${twoDigits[seconds % 60]}Z`;
}

/** Behind it years have more than four digits. */
const lastPlainDay = Date.UTC(9999, 11, 31);

const momentForm = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?/;

/**
 * Writes one side of a moment for X12: CCYYMMDD, HHMM or its time code. `local` is taken as it is; with a zone the
 * instant is first converted to it. Empty where the moment does not know that side.
 */
export function writeMoment(
  moment: { readonly local: string; readonly utc: string; readonly zone: string },
  side: 'date' | 'time' | 'time-code',
  zone: string | undefined,
): string {
  if (side === 'time-code') return timeCodeOf(zone ?? moment.zone);
  const hasTime = moment.local.includes('T');
  const utcMs = Date.parse(moment.utc);
  const text =
    zone === undefined || !hasTime || !isZone(zone) || Number.isNaN(utcMs)
      ? moment.local
      : new Date(localOfUtc(utcMs, zone)).toISOString();
  const [, year = '', month = '', day = '', hours, minutes = ''] = momentForm.exec(text) ?? [];
  if (side === 'date') return `${year}${month}${day}`;
  return hours === undefined || !hasTime ? '' : `${hours}${minutes}`;
}

function timeCodeOf(zone: string): string {
  const table = standardTables.get('time-codes');
  const utc = zone === '+00:00' || zone === 'Z' || zone === 'Etc/UTC' ? 'UTC' : zone;
  return (table && codeFor(table, utc)) ?? localTime;
}
