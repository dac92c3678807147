import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mapSet } from '../../../services/domain/mapping/run/map-set.ts';
import { zoneOfPlace } from '../../../services/domain/mapping/run/place-zone.ts';
import { isZone, utcOfLocal } from '../../../services/domain/mapping/run/zone.ts';
import { skipped } from '../../support/skipped.ts';
import { documentOf, fileText, mappingOf, profileOf, setsOf } from './support.ts';

const zones = JSON.parse(fileText('specs/tables/zones.json')) as {
  alpha3: Record<string, string>;
  countries: Record<string, string>;
  states: Record<string, Record<string, string>>;
};
const zoneAt = (city: string, state: string, country: string) => zoneOfPlace(city, state, country)?.zone;

describe('the zone of a place', () => {
  it.each([
    ['Monterrey', 'NL', 'MX', 'America/Monterrey'],
    ['Cancún', 'QR', 'MEX', 'America/Cancun'],
    ['Tijuana', 'BC', 'MX', 'America/Tijuana'],
    ['Cd. Juárez', 'CH', 'MX', 'America/Ciudad_Juarez'],
    ['Nuevo Laredo', 'TM', 'mx', 'America/Matamoros'],
    ['Manaus', 'AM', 'BR', 'America/Manaus'],
    ['Santos', 'SP', 'BRA', 'America/Sao_Paulo'],
    ['Perth', 'WA', 'AU', 'Australia/Perth'],
    ['Broken Hill', 'NSW', 'AUS', 'Australia/Broken_Hill'],
    ['Pune', 'MH', 'IN', 'Asia/Kolkata'],
    ['Pune', '', 'IND', 'Asia/Kolkata'],
    ['St. John’s', 'NL', 'CA', 'America/St_Johns'],
    ['Seattle', 'WA', '', 'America/Los_Angeles'],
    ['El Paso', 'TX', 'US', 'America/Denver'],
    ['Hagåtña', 'GU', 'US', 'Pacific/Guam'],
    ['Las Palmas', 'GC', 'ES', 'Atlantic/Canary'],
    ['Sevilla', 'SE', 'ES', 'Europe/Madrid'],
    ['Vladivostok', 'PRI', 'RU', 'Asia/Vladivostok'],
    ['Denpasar', 'BA', 'ID', 'Asia/Makassar'],
    ['Lubumbashi', 'HK', 'CD', 'Africa/Lubumbashi'],
    ['Leeds', '', 'UK', 'Europe/London'],
    ['Vladivostok', '', 'RUS', 'Asia/Vladivostok'],
    ['St. Petersburg', '', 'RU', 'Europe/Moscow'],
    ['Jayapura', '', 'IDN', 'Asia/Jayapura'],
  ])('%s %s %s', (city, state, country, zone) => {
    expect(zoneAt(city, state, country)).toBe(zone);
  });

  it('is none where the place does not tell: a code that states of several countries have, a state that its country does not have, a country of many zones', () => {
    expect(zoneAt('St. John’s', 'NL', '')).toBeUndefined();
    expect(zoneAt('', 'QQ', 'MX')).toBeUndefined();
    expect(zoneAt('Sao Paulo', '', 'BR')).toBeUndefined();
    expect(zoneAt('Somewhere', 'XX', 'ZZ')).toBeUndefined();
  });

  it('is that of most of a country where only far parts of it differ, and known to be so', () => {
    expect(zoneOfPlace('Valencia', '', 'ES')).toEqual({ zone: 'Europe/Madrid', doubt: 'mainland' });
    expect(zoneOfPlace('Valencia', 'V', 'ES')).toEqual({ zone: 'Europe/Madrid' });
  });

  it('is that of most people where a country of many zones tells neither region nor a city that is known, and known to be so', () => {
    expect(zoneOfPlace('Somewhere', '', 'RU')).toEqual({ zone: 'Europe/Moscow', doubt: 'mainland' });
    expect(zoneOfPlace('Somewhere', 'QQ', 'RU')).toEqual({ zone: 'Europe/Moscow', doubt: 'mainland' });
    expect(zoneOfPlace('Somewhere', '', 'ID')).toEqual({ zone: 'Asia/Jakarta', doubt: 'mainland' });
  });

  it('is that of a province of Canada without a country, where no other country has its code, and known to be so', () => {
    expect(zoneOfPlace('Toronto', 'ON', '')).toEqual({ zone: 'America/Toronto', doubt: 'country' });
    expect(zoneOfPlace('Montreal', 'QC', '')).toEqual({ zone: 'America/Toronto', doubt: 'country' });
    expect(['BC', 'NL', 'NS', 'NT'].map((state) => zoneAt('Somewhere', state, ''))).toEqual(Array(4).fill(undefined));
  });
});

describe('the table of zones', () => {
  const all = [
    ...Object.values(zones.countries),
    ...Object.values(zones.states).flatMap((codes) => Object.values(codes)),
  ];

  it('names zones that the runtime knows, and each country once', () => {
    expect([...new Set(all)].filter((zone) => !isZone(zone))).toEqual([]);
    expect(Object.keys(zones.countries).filter((country) => country in zones.states)).toEqual([]);
  });

  it('has all countries but those without a zone of their own', () => {
    const known = new Set([...Object.keys(zones.countries), ...Object.keys(zones.states)]);
    // Bouvet, Heard, Antarctica, the small islands of the United States, and Kiribati, whose islands have no codes of their own.
    expect(
      Object.values(zones.alpha3)
        .filter((code) => !known.has(code))
        .sort(),
    ).toEqual(['AQ', 'BV', 'HM', 'KI', 'UM']);
  });

  it('keeps the time of the runtime where a country has one zone there', () => {
    const january = Date.UTC(2026, 0, 15, 12);
    const july = Date.UTC(2026, 6, 15, 12);
    const wrong = Object.entries(zones.countries).filter(([country, zone]) => {
      const own =
        (new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones(): string[] | undefined }).getTimeZones() ??
        [];
      return own.length === 1 && [january, july].some((ms) => utcOfLocal(ms, zone) !== utcOfLocal(ms, own[0]!));
    });
    expect(wrong).toEqual([]);
  });
});

describe('a local time in an event', () => {
  const carrier = profileOf('standard-carrier');
  const status = (at7: string, place: string) => {
    const mapping = mappingOf(carrier, '214');
    if (mapping.direction !== 'inbound') throw new Error('The 214 is not inbound.');
    const [set] = setsOf(documentOf('214', `B10*PRO1*WH/1*BHFT\nLX*1\nAT7*X1*NS***${at7}\n${place}`));
    const { events, findings } = mapSet(set!, mapping, { partnerZone: 'America/Chicago' });
    const { utc, zoneOrigin } = events[0]!.data.at as { utc: string; zoneOrigin: string };
    return {
      utc,
      zoneOrigin,
      notes: findings.map(({ code, level, segment, element }) => `${level} ${code} ${segment}-${element}`),
    };
  };

  it('is read in the zone of its place, without a word', () => {
    expect(status('20260703*1820*LT', 'MS1*Monterrey*NL*MX')).toEqual({
      utc: '2026-07-04T00:20:00Z',
      zoneOrigin: 'place',
      notes: [],
    });
  });

  it('has a note where the zone of the partner had to serve', () => {
    expect(status('20260703*1820*LT', 'MS1*Monterrey*NL')).toEqual({
      utc: '2026-07-03T23:20:00Z',
      zoneOrigin: 'partner',
      notes: ['note mapping.zone-assumed AT7-6'],
    });
  });

  it('has none where only the day is told, or a time code tells the zone', () => {
    expect(status('20260703', 'MS1*Monterrey*NL').notes).toEqual([]);
    expect(status('20260703*1820*ED', 'MS1*Toronto*ON')).toMatchObject({ utc: '2026-07-03T22:20:00Z', notes: [] });
  });

  it('of Ontario without a country is read there, with a note', () => {
    expect(status('20260703*1820*LT', 'MS1*Toronto*ON')).toEqual({
      utc: '2026-07-03T22:20:00Z',
      zoneOrigin: 'place',
      notes: ['note mapping.zone-assumed AT7-6'],
    });
  });

  it.each([
    ['MS1*Leeds**UK', '20260329*0130', '20261025*0130', '2026-03-29T01:30:00Z', '2026-10-25T00:30:00Z', []],
    ['MS1*Toronto*ON', '20260308*0230', '20261101*0130', '2026-03-08T07:30:00Z', '2026-11-01T05:30:00Z', ['country']],
    ['MS1*Perth', '20260308*0230', '20261101*0130', '2026-03-08T08:30:00Z', '2026-11-01T06:30:00Z', ['partner']],
  ])(
    'at %s is told where the clocks skip it or have it twice, beside what is doubtful of the place',
    (place, spring, autumn, skipped, twice, doubts) => {
      const assumed = doubts.map(() => 'note mapping.zone-assumed AT7-6');
      expect(status(`${spring}*LT`, place)).toMatchObject({
        utc: skipped,
        notes: [...assumed, 'note mapping.time-skipped AT7-6'],
      });
      expect(status(`${autumn}*LT`, place)).toMatchObject({
        utc: twice,
        notes: [...assumed, 'note mapping.time-twice AT7-6'],
      });
    },
  );

  it('has a note where the clocks skip it or have it twice, and one where a country has other zones too', () => {
    expect(status('20260308*0230*LT', 'MS1*Joliet*IL*US')).toMatchObject({
      utc: '2026-03-08T08:30:00Z',
      notes: ['note mapping.time-skipped AT7-6'],
    });
    expect(status('20261101*0130*CT', 'MS1*Joliet*IL*US')).toMatchObject({
      utc: '2026-11-01T06:30:00Z',
      notes: ['note mapping.time-twice AT7-6'],
    });
    expect(status('20260703*1820*LT', 'MS1*Lisboa**PT')).toMatchObject({
      utc: '2026-07-03T17:20:00Z',
      notes: ['note mapping.zone-assumed AT7-6'],
    });
  });
});

const mexico = new URL('../../../../shared/cases/x12/mexico-local-time.edi', import.meta.url);

describe.skipIf(!existsSync(mexico))(
  skipped('the input that came out wrong', !existsSync(mexico) && '../shared/cases is not here'),
  () => {
    it('comes out right', () => {
      const mapping = mappingOf(profileOf('standard-carrier'), '214');
      if (mapping.direction !== 'inbound') throw new Error('The 214 is not inbound.');
      const [event] = mapSet(setsOf(readFileSync(mexico))[0]!, mapping, { partnerZone: 'America/Chicago' }).events;
      expect(event?.time).toBe('2026-07-04T00:20:00Z');
    });
  },
);
