/** Offsets of IANA zones, from the tables of the runtime. Local and UTC times are milliseconds as `Date.UTC` counts them. */

const minuteMs = 60_000;
const dayMs = 86_400_000;

interface Change {
  readonly fromMs: number;
  readonly offsetMinutes: number;
}

/** A zone, and the stretch of time that was asked for last: what documents speak of is much the same. */
interface Zone {
  /** Of an offset such as `-05:00`. */
  readonly fixedMinutes: number | undefined;
  readonly format: Intl.DateTimeFormat | undefined;
  /** Changes of the remembered years. */
  readonly years: (readonly Change[])[];
  fromMs: number;
  toMs: number;
  offsetMinutes: number;
}

const known = new Map<string, Zone | undefined>();
/** There are some six hundred names of zones; beyond that somebody invents them. */
const mostKnown = 1000;
const fixedOffset = /^([+-])(\d{2}):(\d{2})$/;
/** In minutes; no place on earth is further from UTC. */
const widestOffset = 18 * 60;
/** Years that documents speak of; beyond them the changes are not remembered. */
const rememberedFrom = 1990;
const rememberedTo = 2100;

/** Whether this is an IANA zone that the runtime knows, or an offset such as `-05:00`. */
export function isZone(zone: string): boolean {
  return zoneOf(zone) !== undefined;
}

/** The instant of a local time. Of a time that occurs twice the first is taken; one that is skipped is read with the offset before the change. */
export function utcOfLocal(localMs: number, name: string): number {
  const zone = zoneOf(name);
  const before = offsetMinutes(zone, localMs - dayMs);
  const after = offsetMinutes(zone, localMs + dayMs);
  if (before === after) return localMs - before * minuteMs;
  for (const offset of [before, after]) {
    const utcMs = localMs - offset * minuteMs;
    if (offsetMinutes(zone, utcMs) === offset) return utcMs;
  }
  return localMs - before * minuteMs;
}

/** What a change of the clocks makes of a local time: it is skipped, or it comes twice. Undefined for all others. */
export function clockChangeAt(localMs: number, name: string): 'skipped' | 'twice' | undefined {
  const zone = zoneOf(name);
  const before = offsetMinutes(zone, localMs - dayMs);
  const after = offsetMinutes(zone, localMs + dayMs);
  if (before === after) return undefined;
  const [first, second] = [before, after].map((offset) => offsetMinutes(zone, localMs - offset * minuteMs) === offset);
  if (first === second) return first ? 'twice' : 'skipped';
  return undefined;
}

/** The local time of an instant. */
export function localOfUtc(utcMs: number, name: string): number {
  return utcMs + offsetMinutes(zoneOf(name), utcMs) * minuteMs;
}

function zoneOf(name: string): Zone | undefined {
  const zone = known.get(name);
  if (zone !== undefined || known.has(name)) return zone;
  const made = makeZone(name);
  if (known.size < mostKnown) known.set(name, made);
  return made;
}

function makeZone(name: string): Zone | undefined {
  const [, sign, hours, minutes] = fixedOffset.exec(name) ?? [];
  const stretch = { years: [], fromMs: 0, toMs: 0, offsetMinutes: 0 };
  if (sign !== undefined) {
    const away = Number(hours) * 60 + Number(minutes);
    if (away > widestOffset || Number(minutes) > 59) return undefined;
    return { fixedMinutes: sign === '-' ? -away : away, format: undefined, ...stretch };
  }
  const format = makeFormat(name);
  return format && { fixedMinutes: undefined, format, ...stretch };
}

function offsetMinutes(zone: Zone | undefined, utcMs: number): number {
  if (zone === undefined) return 0;
  if (zone.fixedMinutes !== undefined) return zone.fixedMinutes;
  if (utcMs >= zone.fromMs && utcMs < zone.toMs) return zone.offsetMinutes;
  const year = new Date(utcMs).getUTCFullYear();
  if (!(year >= rememberedFrom && year <= rememberedTo)) return measuredOffset(zone, utcMs);
  zone.years[year - rememberedFrom] ??= changesOf(zone, year);
  const changes = zone.years[year - rememberedFrom]!;
  const at = changes.findLastIndex((change) => change.fromMs <= utcMs);
  zone.fromMs = changes[at]!.fromMs;
  zone.toMs = changes[at + 1]?.fromMs ?? Date.UTC(year + 1, 0, 1);
  zone.offsetMinutes = changes[at]!.offsetMinutes;
  return zone.offsetMinutes;
}

/** Samples a year week by week and closes in on each change, so that a formatter is asked a hundred times a year and not per document. */
function changesOf(zone: Zone, year: number): Change[] {
  const endMs = Date.UTC(year + 1, 0, 1);
  let atMs = Date.UTC(year, 0, 1);
  let offset = measuredOffset(zone, atMs);
  const changes: Change[] = [{ fromMs: atMs, offsetMinutes: offset }];
  while (atMs < endMs) {
    const nextMs = Math.min(atMs + 7 * dayMs, endMs);
    const next = measuredOffset(zone, nextMs);
    if (next !== offset) {
      changes.push({ fromMs: changeBetween(zone, atMs, nextMs, offset), offsetMinutes: next });
      offset = next;
    }
    atMs = nextMs;
  }
  return changes;
}

function changeBetween(zone: Zone, fromMs: number, toMs: number, offsetBefore: number): number {
  let low = fromMs;
  let high = toMs;
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
    if (measuredOffset(zone, middle) === offsetBefore) low = middle;
    else high = middle;
  }
  return high;
}

function measuredOffset({ format }: Zone, utcMs: number): number {
  if (!format) return 0;
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(utcMs)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - utcMs) / minuteMs);
}

function makeFormat(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}
