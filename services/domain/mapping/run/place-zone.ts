import zones from '../../../../specs/tables/zones.json' with { type: 'json' };

/** The zone of a place. */
export interface PlaceZone {
  readonly zone: string;
  /** `mainland`: the country has other zones too, and the place does not say which part of it is meant; `country`: the place names no country, and was taken to be in Canada. */
  readonly doubt?: 'mainland' | 'country';
}

interface States {
  readonly zones: ReadonlyMap<string, PlaceZone>;
  /** `STATE/CITY`, where a city keeps another time than most of its state. */
  readonly cities: ReadonlyMap<string, PlaceZone>;
  /** Where all but a few far parts of a country keep one time. */
  readonly others: string | undefined;
  /** Where most of the people are, for a place of which neither state nor city is known. */
  readonly fallback: string | undefined;
}

const sure = (zone: string): PlaceZone => ({ zone });
/** Other codes of countries: three letters, and what people write in place of the code. */
const otherCodes = new Map([...Object.entries(zones.alpha3), ...Object.entries(zones.aliases)]);
const countries = new Map(Object.entries(zones.countries).map(([country, zone]) => [country, sure(zone)]));
const states = new Map(
  Object.entries<Readonly<Record<string, string>>>(zones.states).map(([country, codes]): [string, States] => {
    const all = Object.entries(codes).map(([code, zone]): [string, PlaceZone] => [code, sure(zone)]);
    return [
      country,
      {
        zones: new Map(all.filter(([code]) => /^[^/*?]+$/.test(code))),
        cities: new Map(all.filter(([code]) => code.includes('/'))),
        others: codes['*'],
        fallback: codes['?'],
      },
    ];
  }),
);

const home = 'US';
const neighbour = 'CA';
/** Provinces of Canada whose code no other country with several zones has. */
const plainlyCanadian = new Set(
  [...states.get(neighbour)!.zones.keys()].filter((code) =>
    [...states].every(([country, others]) => country === neighbour || !others.zones.has(code)),
  ),
);

/**
 * The zone of a place by its country (two or three letters of ISO 3166), its state or province, and its city where that differs. Without a country it is
 * one of the United States, if the state is a code of theirs, or of Canada, if it is one of no other country; what else two letters may mean is not
 * guessed. Undefined where the place does not tell.
 */
export function zoneOfPlace(city: string, state: string, country: string): PlaceZone | undefined {
  if (country === '' && plainlyCanadian.has(state.toUpperCase())) {
    const found = zoneOfPlace(city, state, neighbour);
    return found && { ...found, doubt: 'country' };
  }
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
  if (zone) return zone;
  if (parts.others !== undefined) return state === '' ? { zone: parts.others, doubt: 'mainland' } : sure(parts.others);
  return parts.fallback === undefined ? undefined : { zone: parts.fallback, doubt: 'mainland' };
}

function countryCode(country: string): string {
  if (country === '' || country === home) return home;
  const upper = country.toUpperCase();
  return otherCodes.get(upper) ?? upper;
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
