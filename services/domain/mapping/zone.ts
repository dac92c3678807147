/** Offsets of IANA zones, from the tables of the runtime. Local and UTC times are milliseconds as `Date.UTC` counts them. */

const minuteMs = 60_000;
const dayMs = 86_400_000;

interface Change {
  readonly fromMs: number;
  readonly offsetMinutes: number;
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>();
const years = new Map<string, readonly Change[]>();
const fixedOffset = /^([+-])(\d{2}):(\d{2})$/;
/** Years that documents speak of; beyond them the changes are not remembered. */
const rememberedFrom = 1990;
const rememberedTo = 2100;

/** Whether this is an IANA zone that the runtime knows, or an offset such as `-05:00`. */
export function isZone(zone: string): boolean {
  return fixedOffset.test(zone) || formatOf(zone) !== undefined;
}

/** The instant of a local time. Of a time that occurs twice the first is taken; one that is skipped is read with the offset before the change. */
export function utcOfLocal(localMs: number, zone: string): number {
  const before = offsetMinutes(zone, localMs - dayMs);
  const after = offsetMinutes(zone, localMs + dayMs);
  if (before === after) return localMs - before * minuteMs;
  for (const offset of [before, after]) {
    const utcMs = localMs - offset * minuteMs;
    if (offsetMinutes(zone, utcMs) === offset) return utcMs;
  }
  return localMs - before * minuteMs;
}

/** The local time of an instant. */
export function localOfUtc(utcMs: number, zone: string): number {
  return utcMs + offsetMinutes(zone, utcMs) * minuteMs;
}

function offsetMinutes(zone: string, utcMs: number): number {
  const fixed = fixedOffset.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3]));
  const year = new Date(utcMs).getUTCFullYear();
  if (!(year >= rememberedFrom && year <= rememberedTo)) return measuredOffset(zone, utcMs);
  const key = `${zone}/${year}`;
  let changes = years.get(key);
  if (!changes) {
    changes = changesOf(zone, year);
    years.set(key, changes);
  }
  return changes.findLast((change) => change.fromMs <= utcMs)?.offsetMinutes ?? 0;
}

/** Samples a year week by week and closes in on each change, so that a formatter is asked a hundred times a year and not per document. */
function changesOf(zone: string, year: number): Change[] {
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

function changeBetween(zone: string, fromMs: number, toMs: number, offsetBefore: number): number {
  let low = fromMs;
  let high = toMs;
  while (high - low > minuteMs) {
    const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
    if (measuredOffset(zone, middle) === offsetBefore) low = middle;
    else high = middle;
  }
  return high;
}

function measuredOffset(zone: string, utcMs: number): number {
  const format = formatOf(zone);
  if (!format) return 0;
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(utcMs)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - utcMs) / minuteMs);
}

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(zone)) formats.set(zone, makeFormat(zone));
  return formats.get(zone);
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
