import { codeFor, standardTables } from './tables.ts';
import { isZone, localOfUtc, utcOfLocal } from './zone.ts';

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
const placeZones = standardTables.get('place-zones')?.codes ?? new Map<string, string>();
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
  const day = readDate(written.date);
  const time = readTime(written.time);
  if (!day || time === undefined) return undefined;
  const { zone, zoneOrigin } = zoneOf(written);
  const utcMs = utcOfLocal(day.ms + (time?.ms ?? 0), zone);
  const utc = new Date(utcMs).toISOString().replace('.000Z', 'Z');
  return { local: time === null ? day.text : `${day.text}T${time.text}`, zone, zoneOrigin, utc };
}

function zoneOf(written: WrittenMoment): Pick<Moment, 'zone' | 'zoneOrigin'> {
  if (written.zone !== undefined) return { zone: written.zone, zoneOrigin: 'document' };
  const fromCode = timeCodes.get(written.code);
  if (fromCode !== undefined) return { zone: fromCode, zoneOrigin: 'document' };
  const fromPlace = zoneOfPlace(written.city, written.state, written.country);
  if (fromPlace !== undefined) return { zone: fromPlace, zoneOrigin: 'place' };
  const { partnerZone } = written;
  if (partnerZone !== undefined && isZone(partnerZone)) return { zone: partnerZone, zoneOrigin: 'partner' };
  return { zone: 'UTC', zoneOrigin: 'assumed-utc' };
}

const northAmerica = new Set(['', 'US', 'USA', 'CA', 'CAN']);

function zoneOfPlace(city: string, state: string, country: string): string | undefined {
  const land = country.toUpperCase();
  if (!northAmerica.has(land)) return placeZones.get(`@${land}`);
  const name = state.toUpperCase();
  return placeZones.get(`${name}/${city.toUpperCase()}`) ?? placeZones.get(name);
}

interface Written {
  readonly text: string;
  readonly ms: number;
}

const dateForm = /^(\d{2}|\d{4})(\d{2})(\d{2})$/;
/** Two-digit years below this belong to this century. */
const centuryPivot = 70;
const firstYear = 1900;

function readDate(text: string): Written | undefined {
  const [, years = '', month = '', day = ''] = dateForm.exec(text) ?? [];
  const year = years.length === 2 ? Number(years) + (Number(years) < centuryPivot ? 2000 : 1900) : Number(years);
  if (years === '' || year < firstYear) return undefined;
  const ms = Date.UTC(year, Number(month) - 1, Number(day));
  const back = new Date(ms);
  if (back.getUTCMonth() !== Number(month) - 1 || back.getUTCDate() !== Number(day)) return undefined;
  return { text: `${year}-${month}-${day}`, ms };
}

const timeForm = /^([01]\d|2[0-3])([0-5]\d)(?:([0-5]\d)(\d{1,2})?)?$/;

/** Null where no time is given, undefined where it is none. */
function readTime(text: string): Written | null | undefined {
  if (text === '') return null;
  const match = timeForm.exec(text);
  if (!match) return undefined;
  const [, hours = '0', minutes = '0', seconds = '00', fraction] = match;
  const tail = fraction === undefined ? '' : `.${fraction}`;
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(`${seconds}${tail}`)) * 1000;
  return { text: `${hours}:${minutes}:${seconds}${tail}`, ms };
}

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
