import type { KeyKind, Said } from '../../domain/cross-references.ts';
import { nameLikeness, plainName } from '../../domain/identity/likeness.ts';
import { largest } from '../../domain/lists.ts';

/** A key that something of Odoo's is looked for. */
export interface Asked {
  readonly kind: KeyKind;
  readonly key: string;
  readonly said: Said;
}

/** What a key may be in Odoo, and why; nothing follows from it by itself. */
export interface Suggestion {
  /** What the cross reference would say; absent where Odoo has nothing to tell it by yet. */
  readonly value?: string;
  /** What it is called in Odoo. */
  readonly label: string;
  /** `Its barcode is the same.` */
  readonly reason: string;
  /** A number is the same, and nothing else in Odoo has it. */
  readonly isExact: boolean;
}

/** A suggestion with how much it counts; what counts the same comes in the order of the records. */
export interface Weighed extends Suggestion {
  readonly weight: number;
  readonly id: number;
}

const mostShown = 5;

/** The best of them, in one order whatever order Odoo gave them in. A number that two records have makes neither exact. */
export function best(all: readonly Weighed[]): readonly Suggestion[] {
  const byRecord = new Map<number, Weighed>();
  for (const one of all) {
    const other = byRecord.get(one.id);
    if (!other || one.weight > other.weight) byRecord.set(one.id, one);
  }
  const sorted = [...byRecord.values()].sort((a, b) => b.weight - a.weight || a.id - b.id);
  const exact = sorted.filter(({ isExact }) => isExact).length;
  return sorted.slice(0, mostShown).map(({ weight: _, id: __, ...one }) => ({
    ...one,
    isExact: one.isExact && exact === 1 && one.value !== undefined,
  }));
}

/** How alike two names are, from 0 to 1. */
export const likeness = (one: string, other: string): number => nameLikeness(plainName(one), plainName(other));

/** The same of several names, the one that is likest. */
export const likest = (names: readonly string[], other: string): number =>
  largest(names.map((name) => likeness(name, other)));

/** From so much on a name is worth a look. */
export const alike = 0.4;

/** A number without what people write differently in it. */
export const bare = (code: string): string =>
  code
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^0+(?=.)/, '');

/** Text for `ilike`, whose signs it must not be. */
export const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Conditions of which one has to hold. */
export const anyOf = (conditions: readonly (readonly [string, string, unknown])[]) =>
  [...Array.from({ length: conditions.length - 1 }, () => '|'), ...conditions] as never[];

/** Words of a name that are worth asking for. */
export const words = (name: string): readonly string[] =>
  plainName(name)
    .split(' ')
    .filter((word) => word.length > 3)
    .sort((a, b) => b.length - a.length)
    .slice(0, 2);
