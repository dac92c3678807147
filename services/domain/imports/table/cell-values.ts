import type { SpecUse } from '../spec.ts';

// What stands in single cells of a layout table, in the ways in which people write it.

const uses: Readonly<Record<string, SpecUse>> = {
  m: 'required',
  mandatory: 'required',
  r: 'required',
  required: 'required',
  mustuse: 'required',
  must: 'required',
  y: 'required',
  yes: 'required',
  o: 'optional',
  optional: 'optional',
  c: 'optional',
  conditional: 'optional',
  x: 'optional',
  z: 'optional',
  s: 'optional',
  situational: 'optional',
  used: 'optional',
  rec: 'optional',
  recommended: 'optional',
  dep: 'optional',
  dependent: 'optional',
  notused: 'not-used',
  'n/u': 'not-used',
  nu: 'not-used',
  'n/a': 'not-used',
  n: 'not-used',
  no: 'not-used',
  unused: 'not-used',
  donotuse: 'not-used',
  notrecommended: 'optional',
};

/** What a cell says of use; undefined where it is not understood. */
export const readUse = (text: string): SpecUse | undefined => uses[text.toLowerCase().replaceAll(/[\s.]+/g, '')];

/** `1`, `>1`, `99`, `unlimited`. */
export function readMax(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  if (/^>\s*\d+$/.test(word) || ['unlimited', 'unbounded', 'many', 'n', '∞', '*'].includes(word))
    return Number.POSITIVE_INFINITY;
  const [, count] = /^(\d{1,6})(?:\.0+)?$/.exec(word) ?? [];
  return count !== undefined && Number(count) > 0 ? Number(count) : undefined;
}

/** `1/20`, `1-20`, `2..3`, `1 20`, `8`, `AN 1/20`. */
export function readLength(text: string): { min: number; max: number } | undefined {
  const [, from, to] = /(?:^|[^\d])(\d{1,4})(?:\s*(?:\/|-|–|\.\.|to|\s)\s*(\d{1,4}))?\s*$/i.exec(text.trim()) ?? [];
  if (from === undefined) return undefined;
  const min = Number(from);
  const max = to === undefined ? min : Number(to);
  return min >= 1 && max >= min ? { min, max } : undefined;
}

/** `M ID 2/2`, `O AN 1/30`, `Must Use`. */
export function readAttributes(text: string): { use?: SpecUse; length?: { min: number; max: number } } {
  const [, word = '', rest = ''] = /^\s*([MOCXZ])?\s*(.*)$/i.exec(text) ?? [];
  const use = readUse(text) ?? (word === '' ? undefined : readUse(word));
  const length = /\d/.test(rest) ? readLength(rest) : undefined;
  return { ...(use && { use }), ...(length && { length }) };
}

/** `W0601`, `W06-01`, `01`, `1`, `N403.2` as element and component; with the segment where it is named. */
export function readElementPlace(text: string): { segment?: string; position: number; component?: number } | undefined {
  const cell = text.trim().toUpperCase();
  const named = /^([A-Z][A-Z0-9]{1,2}?)[\s-]?(\d{2})(?:[.-](\d{1,2}))?$/.exec(cell);
  if (named) return placeOf(named[1], named[2]!, named[3]);
  const bare = /^(\d{1,2})(?:\.0)?(?:[.-](\d{1,2}))?$/.exec(cell);
  return bare ? placeOf(undefined, bare[1]!, bare[2]) : undefined;
}

function placeOf(segment: string | undefined, position: string, component: string | undefined) {
  if (Number(position) === 0) return undefined;
  return {
    ...(segment === undefined ? {} : { segment }),
    position: Number(position),
    ...(component === undefined || Number(component) === 0 ? {} : { component: Number(component) }),
  };
}

/** `ST, SF`, `ST = Ship to; SF = Ship from`, `"ST" "SF"`, one a line. Undefined for a cell that says something else. */
export function readCodes(text: string): readonly string[] | undefined {
  const parts = text
    .split(/[\n;,|]+/)
    .flatMap((part) =>
      /^[\w\s]*$/.test(part) && /^\s*[A-Z0-9]{1,6}(?:\s+[A-Z0-9]{1,6})+\s*$/.test(part)
        ? part.trim().split(/\s+/)
        : [part],
    )
    .map((part) => part.trim().replaceAll(/^["'“]|["'”]$/g, ''))
    .filter(Boolean);
  const codes = parts.map((part) => /^([A-Z0-9]{1,10})(?:\s*(?:=|-|–|:|\()\s*.*)?$/.exec(part)?.[1]);
  return codes.length > 0 && codes.every((code) => code !== undefined) ? codes : undefined;
}
