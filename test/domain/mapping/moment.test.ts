import { describe, expect, it } from 'vitest';
import { readMoment, type WrittenMoment, writeMoment } from '../../../services/domain/mapping/run/moment.ts';
import { utcOfLocal } from '../../../services/domain/mapping/run/zone.ts';

const nowhere: WrittenMoment = {
  date: '20260704',
  time: '0830',
  code: '',
  city: '',
  state: '',
  country: '',
  partnerZone: undefined,
};
const written = (parts: Partial<WrittenMoment>): WrittenMoment => ({ ...nowhere, ...parts });

describe('the zone of a written time', () => {
  it.each([
    [
      'the time code of the document first',
      { code: 'ET', state: 'WI', partnerZone: 'America/Denver' },
      'America/New_York',
      'document',
      '12:30',
    ],
    [
      'LT means the place',
      { code: 'LT', state: 'WI', partnerZone: 'America/Denver' },
      'America/Chicago',
      'place',
      '13:30',
    ],
    ['the place where there is no code', { city: 'El Paso', state: 'TX' }, 'America/Denver', 'place', '14:30'],
    ['a country with one zone', { city: 'Leeds', country: 'GB' }, 'Europe/London', 'place', '07:30'],
    [
      'the partner where the place is unknown',
      { state: 'ZZ', partnerZone: 'America/Denver' },
      'America/Denver',
      'partner',
      '14:30',
    ],
    ['UTC is assumed where nobody says', {}, 'UTC', 'assumed-utc', '08:30'],
    ['a partner zone that is none is no zone', { partnerZone: 'Mars/Olympus' }, 'UTC', 'assumed-utc', '08:30'],
    ['ES in July is UTC-5 and not -4', { code: 'ES' }, '-05:00', 'document', '13:30'],
    ['20 is UTC-5', { code: '20' }, '-05:00', 'document', '13:30'],
    ['01 is UTC+1', { code: '01' }, '+01:00', 'document', '07:30'],
  ] as const)('%s', (_, parts, zone, zoneOrigin, utcTime) => {
    expect(readMoment(written(parts))).toEqual({
      local: '2026-07-04T08:30:00',
      zone,
      zoneOrigin,
      utc: `2026-07-04T${utcTime}:00Z`,
    });
  });
});

describe('a written time', () => {
  it.each([
    [{ date: '20260704', time: '' }, '2026-07-04', '2026-07-04T00:00:00Z'],
    [{ date: '260704', time: '083015' }, '2026-07-04T08:30:15', '2026-07-04T08:30:15Z'],
    [{ date: '990704' }, '1999-07-04T08:30:00', '1999-07-04T08:30:00Z'],
    [{ date: '20240229', time: '23595950' }, '2024-02-29T23:59:59.50', '2024-02-29T23:59:59.500Z'],
  ])('%j is read as it stands', (parts, local, utc) => {
    expect(readMoment(written(parts))).toMatchObject({ local, utc });
  });

  it.each([
    { date: '20260229' },
    { date: '20261301' },
    { date: '2026070' },
    { date: '00000704' },
    { time: '2400' },
    { time: '0860' },
    { time: '830' },
    { date: '2026-7-4' },
  ])('%j is none', (parts) => {
    expect(readMoment(written(parts))).toBeUndefined();
  });

  it('that occurs twice in autumn is the first of the two; one that is skipped in spring keeps the offset before', () => {
    expect(readMoment(written({ date: '20261101', time: '0130', state: 'IL' }))?.utc).toBe('2026-11-01T06:30:00Z');
    expect(readMoment(written({ date: '20260308', time: '0230', state: 'IL' }))?.utc).toBe('2026-03-08T08:30:00Z');
  });

  it('has the offset of its hour, on both sides of every change of the year', () => {
    const zone = 'America/Chicago';
    for (let hour = 0; hour < 24 * 366; hour += 7) {
      const localMs = Date.UTC(2024, 0, 1) + hour * 3_600_000;
      const utc = new Date(utcOfLocal(localMs, zone));
      const shown = utc.toLocaleString('sv-SE', { timeZone: zone });
      const skipped = localMs >= Date.UTC(2024, 2, 10, 2) && localMs < Date.UTC(2024, 2, 10, 3);
      if (!skipped) expect(shown).toBe(new Date(localMs).toISOString().slice(0, 19).replace('T', ' '));
    }
  });
});

describe('writing a moment', () => {
  const moment = { local: '2026-07-04T23:30:00', utc: '2026-07-05T04:30:00Z', zone: 'America/Chicago' };

  it('keeps the local time, or converts it to the zone asked for', () => {
    expect(writeMoment(moment, 'date', undefined)).toBe('20260704');
    expect(writeMoment(moment, 'time', undefined)).toBe('2330');
    expect(writeMoment(moment, 'date', 'America/New_York')).toBe('20260705');
    expect(writeMoment(moment, 'time', 'America/New_York')).toBe('0030');
  });

  it('moves no day that has no time', () => {
    const day = { local: '2026-07-04', utc: '2026-07-04T00:00:00Z', zone: 'UTC' };
    expect(writeMoment(day, 'date', 'America/Los_Angeles')).toBe('20260704');
    expect(writeMoment(day, 'time', 'America/Los_Angeles')).toBe('');
  });

  it('writes the time code of the zone, and LT where there is none', () => {
    expect(writeMoment(moment, 'time-code', undefined)).toBe('CT');
    expect(writeMoment({ ...moment, zone: '+00:00' }, 'time-code', undefined)).toBe('UT');
    expect(writeMoment({ ...moment, zone: 'Europe/Paris' }, 'time-code', undefined)).toBe('LT');
  });
});
