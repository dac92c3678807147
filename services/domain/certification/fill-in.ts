import { utcOfLocal } from '../mapping/run/zone.ts';
import { isObject } from './read-fixture.ts';
import type { Plain, PlainObject } from './scenario.ts';

/** What placeholders of a pack stand for in one run. */
export interface Given {
  /** The fixture number of the run. */
  readonly number: string;
  readonly scac: string;
  readonly partner: string;
  /** When the run began; days of its data are counted from there. */
  readonly startedAt: Date;
}

/** `{number}`, `{short}` (its last six characters), `{scac}`, `{partner}` in a text. */
export function fillText(text: string, { number, scac, partner }: Given): string {
  const known: Readonly<Record<string, string>> = { number, scac, partner, short: number.slice(-6) };
  return text.replace(/\{(number|short|scac|partner)\}/g, (_, name: string) => known[name]!);
}

/** Data of a pack as one run has it: placeholders filled in, and `{ moment: "+1d 13:00", zone: … }` made a moment. */
export function fillData(data: PlainObject, given: Given): PlainObject {
  return fill(data, given) as PlainObject;
}

function fill(value: Plain, given: Given): Plain {
  if (typeof value === 'string') return fillText(value, given);
  if (Array.isArray(value)) return value.map((one: Plain) => fill(one, given));
  if (!isObject(value)) return value;
  if (typeof value.moment === 'string') return momentOf(value.moment, String(value.zone ?? 'UTC'), given.startedAt);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one, given)]));
}

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** `+1d 13:00` is tomorrow at one o'clock there; `+2h` and `+90m` are so much from now; `+1d` is a day without a time. */
function momentOf(text: string, zone: string, from: Date): PlainObject {
  const [, soon, unit] = /^\+(\d{1,4})([hm])$/.exec(text) ?? [];
  if (soon !== undefined) {
    const utc = new Date(
      Math.ceil(from.getTime() / minuteMs) * minuteMs + Number(soon) * (unit === 'h' ? 60 : 1) * minuteMs,
    );
    return { local: utc.toISOString().slice(0, 19), zone: 'UTC', zoneOrigin: 'document', utc: whole(utc) };
  }
  const [, sign, days = '0', time] = /^([+-])(\d{1,3})d(?: (\d\d:\d\d))?$/.exec(text) ?? [];
  const day = new Date(from.getTime() + Number(days) * (sign === '-' ? -1 : 1) * dayMs).toISOString().slice(0, 10);
  const local = time === undefined ? day : `${day}T${time}:00`;
  const utc = new Date(utcOfLocal(Date.parse(`${day}T${time ?? '00:00'}:00Z`), zone));
  return { local, zone, zoneOrigin: 'place', utc: whole(utc) };
}

const whole = (at: Date): string => at.toISOString().replace('.000Z', 'Z');
