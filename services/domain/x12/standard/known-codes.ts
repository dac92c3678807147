import zones from '../../../../specs/tables/zones.json' with { type: 'json' };
import type { CodesData, KnownCodes } from './standard-data.ts';

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The codes of a list: its own, then those that the runtime knows of its kind. */
export function withKnown({ known, values }: CodesData): Readonly<Record<string, string>> {
  return known === undefined ? values : { ...values, ...without(namesOf(known), values) };
}

const made = new Map<KnownCodes, Readonly<Record<string, string>>>();

function namesOf(kind: KnownCodes): Readonly<Record<string, string>> {
  let names = made.get(kind);
  if (names === undefined) {
    names = kind === 'countries' ? countries() : currencies();
    made.set(kind, names);
  }
  return names;
}

/** Two and three letters; of the latter those that our table of zones has. @source ISO 3166-1, from the tables of the runtime */
function countries(): Record<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const short = codes.map((code) => [code, names.of(code)] as const);
  const long = Object.entries(zones.alpha3).map(([code, alpha2]) => [code, names.of(alpha2)] as const);
  return Object.fromEntries([...short, ...long].filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** @source ISO 4217, from the tables of the runtime */
function currencies(): Record<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'currency' });
  return Object.fromEntries(Intl.supportedValuesOf('currency').map((code) => [code, names.of(code) ?? code]));
}

function without(names: Readonly<Record<string, string>>, others: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(names).filter(([code]) => !(code in others)));
}
