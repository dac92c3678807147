import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Finding } from '../../services/domain/finding.ts';
import { lintInterchange } from '../../services/domain/lint/lint-interchange.ts';
import type { Linter } from '../../services/domain/lint/lint-set.ts';
import type { InboundMapping } from '../../services/domain/mapping/language/plan.ts';
import { mapSet } from '../../services/domain/mapping/run/map-set.ts';
import { acknowledge } from '../../services/domain/x12/acknowledge/acknowledge.ts';
import { check } from '../../services/domain/x12/check/check.ts';
import { StreamChecker } from '../../services/domain/x12/check/check-stream.ts';
import { annotate } from '../../services/domain/x12/inspect/annotate.ts';
import { formatInspection } from '../../services/domain/x12/inspect/format-inspection.ts';
import { allFindings, inspect } from '../../services/domain/x12/inspect/inspect.ts';
import type { FunctionalGroup, Interchange, ParsedDocument, Segment } from '../../services/domain/x12/model.ts';
import { read } from '../../services/domain/x12/read/read.ts';
import { draftOf, newlinesOf } from '../../services/domain/x12/write/draft.ts';
import { write } from '../../services/domain/x12/write/write.ts';
import { gathered, itemsOf, plain } from '../domain/x12/plain-reading.ts';
import { checked, standards, textOf } from '../domain/x12/support.ts';
import type { Pick } from './random.ts';

const documented = new Set(
  [...readFileSync(new URL('../../specs/errors.md', import.meta.url), 'utf8').matchAll(/^### `([^`]+)`/gm)].map(
    ([, code]) => code,
  ),
);
/** Codes that a mapping or a trade rule gives itself. */
const OWN_CODE = /^(business|guide|note)(\.[a-z0-9]+(-[a-z0-9]+)*)+$/;

export interface ProbeOptions {
  readonly mappings: readonly InboundMapping[];
  readonly linter: Linter;
  /** Of so many inputs one is read as a stream as well. */
  readonly streamEvery: number;
}

/** What must hold for every input whatsoever; throws where it does not. */
export function probe(bytes: Uint8Array, pick: Pick, { mappings, linter, streamEvery }: ProbeOptions): void {
  const unchecked = read(bytes);
  const reading = check(unchecked, standards);
  const findings = allFindings(reading);
  assert.ok(reading.interchanges.length > 0 || findings.some(({ level }) => level === 'standard'), 'nothing was said');
  for (const finding of findings) probeFinding(finding, bytes.length);
  inspect(reading);
  formatInspection(reading, bytes);
  for (const one of reading.interchanges) {
    const linted = lintInterchange(one, linter);
    for (const group of linted.groups) probeGroup(group, bytes.length, mappings);
    probeAnswer(linted);
    probeAnswer(one);
  }
  for (const one of unchecked.interchanges) probeWriting(one, unchecked, bytes);
  if (pick(streamEvery) === 0) probeStream(bytes, pick, reading);
}

export function probeFinding({ code, explanation, offset = 0, end = 0, element = 1 }: Finding, length: number): void {
  assert.ok(documented.has(code) || OWN_CODE.test(code), `${code} stands in no list`);
  assert.notEqual(explanation, '');
  assert.ok(offset >= 0 && offset <= length && end <= length, `${code} is at ${offset} to ${end} of ${length}`);
  assert.ok(element >= 1, `${code} is at element ${element}`);
}

function probeGroup(group: FunctionalGroup, length: number, mappings: readonly InboundMapping[]): void {
  for (const set of group.sets) {
    for (const finding of set.findings) probeFinding(finding, length);
    for (const { range } of set.segments) assert.ok(range[0] <= range[1] && range[1] <= length);
    annotate(set, standards, group.version);
    void set.tree;
    for (const mapping of mappings) {
      if (mapping.set !== set.code) continue;
      for (const finding of mapSet(set, mapping).findings) probeFinding(finding, length);
    }
  }
}

/** What we answer is itself without a fault. */
function probeAnswer(one: Interchange): void {
  const { functional, ta1 } = acknowledge(one, {
    controlNumbers: {
      interchange: '000000001',
      group: one.groups.map((_, nth) => String(nth + 1)),
      set: '0001',
      ta1: '000000002',
    },
    now: { date: '20260131', time: '1005' },
    includeAcceptedSets: true,
  });
  for (const answer of [functional?.bytes, ta1?.bytes]) {
    if (answer === undefined) continue;
    const faults = allFindings(checked(answer)).filter(({ level }) => level === 'standard');
    assert.deepEqual(faults, [], textOf(answer));
  }
}

/** What is well-formed is written again byte for byte, or refused: never otherwise. */
function probeWriting(one: Interchange, reading: ParsedDocument, bytes: Uint8Array): void {
  const newline = newlinesOf(one);
  if (newline === undefined || allFindings({ ...reading, interchanges: [one] }).length > 0) return;
  // The writer has no elements behind those of the standard, and services and TA1 before the groups.
  const sized = (segment: Segment | undefined, count: number) => segment?.count === count;
  const isUsual = one.groups.every(
    ({ header, trailer, sets }) =>
      sized(header, 8) && sized(trailer, 2) && sets.every(({ segments }) => sized(segments.at(-1), 2)),
  );
  const first = one.groups[0]?.range[0] ?? bytes.length;
  const areFirst = [...(one.services ?? []), ...one.acknowledgements].every(({ range }) => range[0] < first);
  if (!isUsual || !areFirst || !sized(one.trailer, 2)) return;
  const { bytes: again } = write(draftOf(one), { newline, keepTrailing: true });
  if (again === undefined) return;
  let [, end] = one.range;
  while (bytes[end] === 10 || bytes[end] === 13) end += 1;
  assert.equal(textOf(again), textOf(bytes.subarray(one.range[0], end)));
}

/** However the bytes are cut, a stream gives what the whole gives. */
function probeStream(bytes: Uint8Array, pick: Pick, reading: ParsedDocument): void {
  const most = [1, 7, 60, 500, 5000][pick(5)]!;
  const checker = new StreamChecker(standards);
  const items = itemsOf(bytes, () => 1 + pick(most), [1, 300, 100_000][pick(3)]!);
  assert.deepEqual(plain(gathered(items.map((item) => checker.take(item)))), plain(reading));
}
