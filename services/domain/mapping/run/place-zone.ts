import zones from '../../../../specs/tables/zones.json' with { type: 'json' };

/** The zone of a place. */
export interface PlaceZone {
  readonly zone: string;
  /** The country has other zones too, and the place does not say which part of it is meant. */
  readonly isMainland: boolean;
}

interface States {
  readonly zones: ReadonlyMap<string, PlaceZone>;
  /** `STATE/CITY`, where a city keeps another time than most of its state. */
  readonly cities: ReadonlyMap<string, PlaceZone>;
  /** Where all but a few far parts of a country keep one time. */
  readonly others: string | undefined;
}

const sure = (zone: string): PlaceZone => ({ zone, isMainland: false });
const alpha3 = new Map(Object.entries(zones.alpha3));
const countries = new Map(Object.entries(zones.countries).map(([country, zone]) => [country, sure(zone)]));
const states = new Map(
  Object.entries<Readonly<Record<string, string>>>(zones.states).map(([country, codes]): [string, States] => {
    const all = Object.entries(codes).map(([code, zone]): [string, PlaceZone] => [code, sure(zone)]);
    return [
      country,
      {
        zones: new Map(all.filter(([code]) => !code.includes('/') && code !== '*')),
        cities: new Map(all.filter(([code]) => code.includes('/'))),
        others: codes['*'],
      },
    ];
  }),
);

const home = 'US';

/**
 * The zone of a place by its country (two or three letters of ISO 3166), its state or province, and its city where that differs. Without a country it is
 * one of the United States, if the state is a code of theirs: what else two letters may mean is not guessed. Undefined where the place does not tell.
 */
export function zoneOfPlace(city: string, state: string, country: string): PlaceZone | undefined {
  const code = countryCode(country);
  const known = countries.get(code);
  if (known) return known;
  const parts = states.get(code);
  if (!parts) return undefined;
  const name = state === '' || parts.zones.has(state) ? state : state.toUpperCase();
  if (parts.cities.size > 0 && city !== '') {
    const own = parts.cities.get(`${name}/${plain(city)}`);
    if (own) return own;
  }
  const zone = parts.zones.get(name);
  if (zone || parts.others === undefined) return zone;
  return { zone: parts.others, isMainland: state === '' };
}

function countryCode(country: string): string {
  if (country === '' || country === home) return home;
  const upper = country.toUpperCase();
  return alpha3.get(upper) ?? upper;
}

/** Capitals without accents and signs: `Cd. Juárez` is `CD JUAREZ`. */
function plain(city: string): string {
  if (/^[A-Z ]+$/.test(city)) return city;
  const letters = city.normalize('NFD').replace(/\p{M}/gu, '');
  return letters
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
}
