import { type Notes, shortText } from '../spec.ts';
import type { SefFile } from './scan-sef.ts';

/** What `.TEXT` says of sets, and of segments and elements at their places. */
export interface SefTexts {
  ofSet(set: string): { readonly title: string | undefined; readonly notes: readonly string[] };
  ofSegment(set: string, ordinal: number): readonly string[];
  ofElement(set: string, ordinal: number, element: number, component: number | undefined): readonly string[];
}

/** `set[~segment[~element[~component]]],code,text`. */
const form = /^([^,]+),(\d{1,2}),([\s\S]*)$/;
const titles = new Set(['0']);
/** Of sets: group and purpose; of segments: name and purpose; of elements: name. The standard has those. */
const ofStandard = [new Set(['0', '1', '2']), new Set(['3', '6']), new Set(['2'])] as const;

/** Reads the texts that belong to places of sets; those of the dictionary repeat the standard and are left out. */
export function readTexts({ sections }: SefFile, notes: Notes): SefTexts {
  const found = new Map<string, string[]>();
  const names = new Map<string, string>();
  for (const { value, line } of sections.get('TEXT,SETS') ?? []) {
    const [, place = '', code = '', text = ''] = form.exec(value) ?? [];
    if (place === '') {
      notes.lost({ line }, `“${value.slice(0, 60)}” is no text that SEF describes.`);
      continue;
    }
    const steps = place.split('~');
    const depth = Math.min(steps.length - 1, 2);
    if (steps.length === 1 && titles.has(code)) names.set(place, shortText(unescaped(text), 80));
    if (ofStandard[depth]?.has(code)) continue;
    const key = steps.map((step) => step.replace(/^0+(?=\d)/, '')).join('~');
    found.set(key, [...(found.get(key) ?? []), shortText(unescaped(text))].slice(0, 5));
  }
  const at = (...steps: readonly (string | number)[]) => found.get(steps.join('~')) ?? [];
  return {
    ofSet: (set) => ({ title: names.get(set), notes: at(set) }),
    ofSegment: (set, ordinal) => at(set, ordinal),
    ofElement: (set, ordinal, element, component) =>
      component === undefined ? at(set, ordinal, element) : at(set, ordinal, element, component),
  };
}

const unescaped = (text: string): string =>
  text
    .replaceAll(/\\r|\\n|\\t/g, ' ')
    .replaceAll(/\\(\d{2,3})/g, (_, code: string) => String.fromCharCode(Number(code)));
