import { expect, test } from 'vitest';
import { codesInSource, documentedSections, sectionsFromCatalogues } from './errors-document.ts';

const documented = documentedSections();
const catalogues = sectionsFromCatalogues();

// If this fails: node test/http/refresh-errors.ts
test('each error and each catalogued finding stands in specs/errors.md, in the very words of the code', () => {
  for (const [code, words] of catalogues)
    expect(`### ${code}\n\n${documented.get(code)}`).toBe(`### ${code}\n\n${words}`);
});

test('each code that stands in the source is documented', () => {
  const missing = [...codesInSource()].filter((code) => !documented.has(code));
  expect(missing).toEqual([]);
});

test('each documented code exists', () => {
  const source = codesInSource();
  const stale = [...documented.keys()].filter((code) => !catalogues.has(code) && !source.has(code));
  expect(stale).toEqual([]);
});
