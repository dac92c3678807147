import { append } from '../../lists.ts';
import { importLimits, type Notes } from '../spec.ts';
import type { SefFile } from './scan-sef.ts';

/** Code lists of a file: of each element, and of elements at certain places of a set. */
export interface SefCodes {
  /** Undefined where the file has none, or one that is the standard's whole list. */
  of(reference: string): readonly string[] | undefined;
  at(set: string, segment: number, element: number): readonly string[] | undefined;
}

/** Longer lists are the standard's own: what a partner uses is shorter. */
const longestOwn = 40;
const subsetForm = /\[([^\]]*)\]((?:\+[^[+]*)*)/g;

/** Reads `.CODES`: `66=1:9,A%[9,92]+850/180///3`. */
export function readCodeLists({ sections }: SefFile, notes: Notes): SefCodes {
  const lists = new Map<string, readonly string[]>();
  const places = new Map<string, readonly string[]>();
  let long = 0;
  for (const { key, value, line } of sections.get('CODES') ?? []) {
    const split = value.indexOf('%');
    const all = expanded(split < 0 ? value : value.slice(0, split));
    if (all.length > longestOwn) long += 1;
    else if (all.length > 0) lists.set(key, all);
    if (split < 0) continue;
    for (const [, inside = '', where = ''] of value.slice(split + 1).matchAll(subsetForm)) {
      const codes = expanded(inside.replaceAll(/\{[^}]*\}?/g, ''));
      for (const place of where.split('+').filter(Boolean)) {
        const [set, segment, , , element] = place.trim().split('/');
        if (set && segment && element && codes.length === 0) continue;
        if (set && segment && element) places.set(`${set}/${Number(segment)}/${Number(element)}`, codes);
        else
          notes.lost(
            { line },
            `Element ${key}: the place “${place.slice(0, 40)}” of a subset of its codes is not understood.`,
          );
      }
    }
  }
  if (long > 0)
    notes.told(
      undefined,
      `${long} elements come with a list of more than ${longestOwn} codes. That is the standard's own list and was not copied; lists for single places were.`,
    );
  return {
    of: (reference) => lists.get(reference),
    at: (set, segment, element) => places.get(`${set}/${segment}/${element}`),
  };
}

/** `1:3,A1:A3` as 1, 2, 3, A1, A2, A3. */
function expanded(text: string): string[] {
  const codes: string[] = [];
  for (const one of text.split(',')) {
    const [from = '', to] = one.trim().split(':');
    if (from === '') continue;
    if (to === undefined) codes.push(from);
    else append(codes, between(from, to));
    if (codes.length > importLimits.codes) return codes;
  }
  return codes;
}

const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Codes from one to another: numbers of the same width, or the last character counted on. */
function between(from: string, to: string): string[] {
  if (/^\d+$/.test(from) && /^\d+$/.test(to)) {
    const count = Math.min(Number(to) - Number(from) + 1, importLimits.codes);
    return Array.from({ length: Math.max(0, count) }, (_, nth) =>
      String(Number(from) + nth).padStart(from.length, '0'),
    );
  }
  const [first, last] = [signs.indexOf(from.at(-1)!), signs.indexOf(to.at(-1)!)];
  if (from.length !== to.length || from.slice(0, -1) !== to.slice(0, -1) || first < 0 || last < first)
    return [from, to];
  return [...signs.slice(first, last + 1)].map((sign) => from.slice(0, -1) + sign);
}
