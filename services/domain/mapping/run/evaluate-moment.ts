import type { MomentValue, Value } from '../language/plan.ts';
import { isKnownTimeCode, type Moment, type MomentDoubt, readWithDoubt } from './moment.ts';
import type { Prepared, ReadText } from './prepared.ts';
import { cutTraces, firstTrace, placeName, quoted, type Run, report } from './run.ts';
import type { Trace } from './source.ts';
import { splitDate } from './written-date.ts';

/** A moment; its traces stand on the stack from where it was asked for: those of its day, and somewhere behind or among them those of its zone. */
export interface FoundMoment {
  readonly moment: Moment;
  readonly dayEnd: number;
  readonly zoneFrom: number;
  readonly zoneEnd: number;
}

/** Reads a moment; a date that is none is a finding. */
export type ReadMoment<S> = (run: Run<S>, scope: S) => FoundMoment | undefined;

const empty = () => '';

/** Makes the reader of a moment. */
export function prepareMoment<S>(value: MomentValue, prepared: Prepared<S>): ReadMoment<S> {
  const part = (of: Value | undefined): ReadText<S> => (of ? prepared.text(of) : empty);
  const [date, time, code] = [part(value.date), part(value.time), part(value.code)];
  const [city, state, country] = [part(value.place?.city), part(value.place?.state), part(value.place?.country)];
  const { format } = value;
  return (run, scope) => {
    const { values } = run;
    const mark = values.traced;
    const day = date(run, scope);
    if (day === undefined || day === '') return cutTraces(run, mark);
    const clock = time(run, scope) ?? '';
    const dayEnd = values.traced;
    const zone = code(run, scope) ?? '';
    const codeEnd = values.traced;
    const split = format && splitDate(day, clock, zone, format);
    const place = { city: city(run, scope) ?? '', state: state(run, scope) ?? '', country: country(run, scope) ?? '' };
    const found = readWithDoubt({
      date: format ? (split?.date ?? '') : day,
      time: split?.time ?? clock,
      code: zone,
      zone: split?.zone,
      ...place,
      partnerZone: run.context.partnerZone,
    });
    if (!found) {
      const received = `${day} ${clock}`.trim();
      const trace = firstTrace(run, mark);
      const explanation = `${placeName(trace) ?? 'A date'} says ${quoted(received)}, which is no date and time.`;
      const finding = {
        code: 'mapping.date-invalid',
        level: 'business',
        received,
        expected: expectedDate(value),
      } as const;
      report(run, { ...finding, explanation }, trace);
      return cutTraces(run, mark);
    }
    values.used(mark, codeEnd);
    const { moment, doubts } = found;
    const { zoneOrigin } = moment;
    if (split?.zone === undefined && !isKnownTimeCode(zone)) {
      const explanation = `The time code ${zone} is not known; the time is read in ${moment.zone} (${zoneOrigin}).`;
      const trace = codeEnd > dayEnd ? values.traceOf(values.traces[dayEnd]!) : undefined;
      report(run, { code: 'mapping.time-code-unknown', level: 'note', received: zone, explanation }, trace);
    } else if (doubts.length > 0) {
      const trace = dayEnd > mark ? values.traceOf(values.traces[dayEnd - 1]!) : undefined;
      const where = Object.values(place).filter(Boolean).join(' ');
      for (const doubt of doubts) reportDoubt(run, doubt, moment, where, trace);
    }
    if (zoneOrigin === 'place') return { moment, dayEnd, zoneFrom: codeEnd, zoneEnd: values.traced };
    if (zoneOrigin !== 'document') return { moment, dayEnd, zoneFrom: dayEnd, zoneEnd: dayEnd };
    const inDate = split?.zone !== undefined && codeEnd === dayEnd;
    return { moment, dayEnd, zoneFrom: inDate ? mark : dayEnd, zoneEnd: codeEnd };
  };
}

/** Says what is in doubt about the instant of a time, and how it was read. */
function reportDoubt<S>(
  run: Run<S>,
  doubt: MomentDoubt,
  moment: Moment,
  place: string,
  trace: Trace | undefined,
): void {
  const { local, zone, zoneOrigin, utc } = moment;
  const when = `${placeName(trace) ?? 'A time'}: ${local}`;
  const note = { level: 'note', received: local } as const;
  if (doubt === 'no-zone') {
    const why = place === '' ? 'neither a time code nor a place' : `no time code, and ${quoted(place)} gives no zone`;
    const whose = zoneOrigin === 'partner' ? `${zone}, the zone of the partner` : 'UTC';
    const explanation = `${when} has ${why}; it was read in ${whose}.`;
    report(run, { code: 'mapping.zone-assumed', ...note, explanation }, trace);
  } else if (doubt === 'mainland') {
    const explanation = `${when} stands for a place in ${quoted(place)}, which has several zones; it was read in ${zone}, where most of the country is.`;
    report(run, { code: 'mapping.zone-assumed', ...note, explanation }, trace);
  } else if (doubt === 'country') {
    const explanation = `${when} stands for a place in ${quoted(place)} without a country; it was read in ${zone}, as in Canada.`;
    report(run, { code: 'mapping.zone-assumed', ...note, explanation }, trace);
  } else if (doubt === 'skipped') {
    const explanation = `${when} does not exist in ${zone}: the clocks went forward over it. It was read by the clock before the change, as ${utc}.`;
    report(run, { code: 'mapping.time-skipped', ...note, explanation }, trace);
  } else {
    const explanation = `${when} comes twice in ${zone}: the clocks went back. The first one was taken, ${utc}.`;
    report(run, { code: 'mapping.time-twice', ...note, explanation }, trace);
  }
}

function expectedDate({ format }: MomentValue): string {
  if (format === undefined) return 'CCYYMMDD and HHMM';
  return format === 'iso' ? 'a date such as 2026-03-03 or 2026-03-03T09:10:00-06:00' : `a date written ${format}`;
}
