import { describe, expect, it } from 'vitest';
import { acknowledge } from '../../../services/domain/x12/acknowledge.ts';
import { annotate } from '../../../services/domain/x12/annotate.ts';
import { formatInspection } from '../../../services/domain/x12/format-inspection.ts';
import { allFindings, inspect } from '../../../services/domain/x12/inspect.ts';
import { bodies, bytesOf, checked, corpus, corpusBytes, interchange, isa, standards } from './support.ts';

// More of both for a longer search: FUZZ_INPUTS=200000 FUZZ_SEED=5.
const INPUTS = Number(process.env.FUZZ_INPUTS ?? 3000);
const SEED = Number(process.env.FUZZ_SEED ?? 20260131);

/** A small generator of numbers that are the same in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const own = [
  ...Object.keys(bodies).map((set) => interchange({ set })),
  interchange(
    Object.keys(bodies).map((set) => ({ set })),
    undefined,
    isa({ 14: '1' }),
  ),
  interchange(
    { version: '005010', bodies: [['REF*A>B^C>D*X', 'BIN*5*a~b*c']] },
    undefined,
    isa({ 11: '^', 12: '00501' }),
  ),
].map(bytesOf);

/** Changes that know the structure: segments swapped, dropped, doubled, moved between files, elements emptied, delimiters and envelope ids put in the middle. */
function mutate(bytes: Uint8Array, other: Uint8Array, pick: (limit: number) => number): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const separator = text[3] ?? '*';
  const terminator = text[105] ?? '~';
  const segments = text.split(terminator);
  const at = pick(segments.length);
  const elements = (segments[at] ?? '').split(separator);
  const inserted = [
    'ISA*',
    '~',
    '*',
    'GS*',
    'ST*945*0001~',
    'SE*1*0001~',
    'IEA*1*000000001~',
    '\n',
    '\0',
    '\xff',
    '>',
    'BIN*9*',
    isa(),
  ];
  const changes: (() => string)[] = [
    () => text.slice(0, pick(text.length)),
    () => text.slice(pick(text.length)),
    () => segments.toSpliced(at, 1).join(terminator),
    () => segments.toSpliced(at, 0, segments[pick(segments.length)]!).join(terminator),
    () => segments.toSpliced(at, 1, elements.toSpliced(pick(elements.length), 1).join(separator)).join(terminator),
    () => segments.toSpliced(at, 1, elements.with(pick(elements.length), '').join(separator)).join(terminator),
    () =>
      segments
        .toSpliced(at, 1, elements.with(pick(elements.length), String(pick(10 ** 9))).join(separator))
        .join(terminator),
    () => {
      const cut = pick(text.length);
      return text.slice(0, cut) + inserted[pick(inserted.length)]! + text.slice(cut);
    },
    () => {
      const cut = pick(text.length);
      return text.slice(0, cut) + String.fromCharCode(pick(256)) + text.slice(cut + 1);
    },
    () => text.replaceAll(terminator, String.fromCharCode(pick(256))),
    () => text.slice(0, pick(text.length)) + Buffer.from(other).toString('latin1'),
    () => text.replaceAll('\n', '').replace(/.{40}/g, '$&\n'),
  ];
  return bytesOf(changes[pick(changes.length)]!());
}

/** What must hold for every input whatsoever. */
function probe(bytes: Uint8Array): void {
  const reading = checked(bytes);
  expect(reading.interchanges.length > 0 || reading.findings.some(({ level }) => level === 'standard')).toBe(true);
  for (const { explanation, offset = 0, end = 0 } of allFindings(reading)) {
    expect(explanation).not.toBe('');
    expect(offset >= 0 && offset <= bytes.length && end <= bytes.length).toBe(true);
  }
  inspect(reading);
  formatInspection(reading, bytes);
  for (const one of reading.interchanges) {
    for (const group of one.groups) {
      for (const set of group.sets) {
        for (const segment of set.segments)
          expect(segment.range[0] <= segment.range[1] && segment.range[1] <= bytes.length).toBe(true);
        annotate(set, standards, group.version);
        void set.tree;
      }
    }
    const numbers = { interchange: '000000001', group: ['1', '2', '3'], set: '0001', ta1: '000000002' };
    const { functional, ta1 } = acknowledge(one, {
      controlNumbers: numbers,
      now: { date: '20260131', time: '1005' },
      includeAcceptedSets: true,
    });
    for (const answer of [functional?.bytes, ta1?.bytes]) {
      if (answer === undefined) continue;
      expect(allFindings(checked(answer)).filter(({ level }) => level === 'standard')).toEqual([]);
    }
  }
}

describe('any input at all', () => {
  it(`is read, checked, shown and answered without a throw, and every answer is without a fault (${INPUTS} mutations)`, () => {
    const next = random(SEED);
    const pick = (limit: number) => Math.floor(next() * Math.max(1, limit));
    const seeds = [...own, ...(corpus ?? []).map(corpusBytes)].filter(({ length }) => length < 3000);
    for (let input = 0; input < INPUTS; input += 1) {
      let bytes = seeds[pick(seeds.length)]!;
      for (let change = 0; change <= pick(4); change += 1) bytes = mutate(bytes, seeds[pick(seeds.length)]!, pick);
      try {
        probe(bytes);
      } catch (error) {
        throw new Error(`input ${input}: ${JSON.stringify(Buffer.from(bytes).toString('latin1'))}`, { cause: error });
      }
    }
  }, 3_600_000);

  it('made of random bytes is refused or read, never thrown', () => {
    const next = random(7);
    for (let input = 0; input < 500; input += 1) {
      const noise = Uint8Array.from({ length: Math.floor(next() * 400) }, () => Math.floor(next() * 256));
      probe(noise);
      probe(bytesOf(isa() + Buffer.from(noise).toString('latin1')));
    }
  });
});
