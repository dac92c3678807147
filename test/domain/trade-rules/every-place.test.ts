import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lintInterchange } from '../../../services/domain/lint/lint-interchange.ts';
import { check } from '../../../services/domain/x12/check/check.ts';
import { read } from '../../../services/domain/x12/read/read.ts';
import { isPlaced } from '../../../services/domain/x12/read/views.ts';
import { fileText, standards, tradeRules } from '../mapping/support.ts';

const root = new URL('../../../', import.meta.url);
const samples = ['standard-3pl', 'standard-carrier'].flatMap((profile) =>
  readdirSync(new URL(`partners/${profile}/samples`, root))
    .filter((file) => /^(204|21|8|9[0-4])\d*.*\.(x12|expected\.txt)$/.test(file) && !/^(824|990|997|999)/.test(file))
    .map((file) => `partners/${profile}/samples/${file}`),
);

/** A quantity, weight, volume or date by the name of its data element. */
const kinds = {
  quantity: { name: /quantity|weight|volume|units|length|width|height|pack|pallets/i, value: '-1' },
  date: { name: /date/i, value: '20960131' },
} as const;

/** Where less than nothing makes sense. */
const free: ReadonlySet<string> = new Set(['W12-04', 'W19-02']);

/** Each value of a kind in the samples: the place, and what the linter says when that value is replaced. */
function replaced(kind: keyof typeof kinds): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const file of samples) {
    const bytes = Buffer.from(fileText(file), 'latin1');
    for (const set of check(read(bytes), standards).interchanges[0]?.groups.flatMap(({ sets }) => sets) ?? []) {
      if (!isPlaced(set)) continue;
      for (const segment of set.segments) {
        const { elements = [] } = standards.forVersion('004010')!.definition.segments.get(segment.id) ?? {};
        for (const [index, { element }] of elements.entries()) {
          const place = `${segment.id}-${String(index + 1).padStart(2, '0')}`;
          const isOfKind = kinds[kind].name.test(element.name) && (kind === 'date') === (element.type === 'DT');
          if (!isOfKind || !/^(N|R|DT)/.test(element.type) || segment.text(index + 1) === '') continue;
          const [from, to] = segment.rangeOf(index + 1);
          const text = `${bytes.toString('latin1', 0, from)}${kinds[kind].value}${bytes.toString('latin1', to)}`;
          const [one] = check(read(Buffer.from(text, 'latin1')), standards).interchanges;
          const received = lintInterchange(one!, {
            guides: [],
            tradeRules,
            receivedAt: new Date('2026-03-20T00:00:00Z'),
          })
            .groups.flatMap(({ sets }) => sets.flatMap(({ findings }) => findings))
            .filter(
              ({ position, element: at, segment: id }) =>
                id === segment.id && position === segment.position && at === index + 1,
            );
          const key = `${set.code} ${place}`;
          found.set(key, [...(found.get(key) ?? []), ...received.map(({ code }) => code)]);
        }
      }
    }
  }
  return found;
}

describe('in every place of our samples', () => {
  it('a quantity, weight, volume or size below zero is told', () => {
    const found = replaced('quantity');
    expect(found.size).toBeGreaterThan(20);
    const told = new Set(['business.quantity-negative', 'business.credit-unsaid']);
    const silent = [...found].filter(
      ([place, codes]) => !codes.some((code) => told.has(code)) && !free.has(place.slice(4)),
    );
    expect(silent.map(([place]) => place)).toEqual([]);
  });

  it('a date in 2096 is told', () => {
    const found = replaced('date');
    expect(found.size).toBeGreaterThan(15);
    expect(
      [...found]
        .filter(([, codes]) => !codes.some((code) => code.startsWith('business.date-')))
        .map(([place]) => place),
    ).toEqual([]);
  });
});
