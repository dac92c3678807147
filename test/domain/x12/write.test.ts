import { describe, expect, it } from 'vitest';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import { delimitersFor } from '../../../services/domain/x12/read/delimiters.ts';
import { read } from '../../../services/domain/x12/read/read.ts';
import { draftOf, type InterchangeDraft } from '../../../services/domain/x12/write/draft.ts';
import { type WriteOptions, type Written, write } from '../../../services/domain/x12/write/write.ts';
import { samples } from './samples.ts';
import { bodies, bytesOf, checked, interchange, isa, secondReader, textOf } from './support.ts';

const segments = [
  { id: 'W05', elements: ['N', 'SO1001', 'PO4711'] },
  { id: 'N1', elements: ['ST', 'HILLTOP STORES', '', ''] },
  { id: 'NTE', elements: ['GEN', 'CALL 555-0142'] },
  { id: 'W66', elements: ['PP', 'M', '', '', '', '', '', '', '', 'BHFT'] },
  { id: 'LX', elements: ['1'] },
  { id: 'W01', elements: ['12', 'CA', '', 'VN', 'SKU-1'] },
  { id: 'W76', elements: ['12'] },
];

const order: InterchangeDraft = {
  sender: { qualifier: 'ZZ', id: 'NORTHGATE' },
  receiver: { qualifier: 'ZZ', id: 'QUAYSIDE' },
  date: '260130',
  time: '0930',
  version: '00401',
  control: '000000042',
  ackRequested: false,
  usage: 'P',
  groups: [
    {
      functionalId: 'OW',
      sender: 'NORTHGATE',
      receiver: 'QUAYSIDE',
      date: '20260130',
      time: '0930',
      control: '7',
      version: '004010',
      sets: [
        { code: '940', control: '0001', segments },
        { code: '940', control: '0002', segments },
      ],
    },
  ],
};

const everySet = Object.keys(bodies).map((set) => ({ set }));

const written = (draft: InterchangeDraft, options?: WriteOptions): Written => {
  const result = write(draft, options);
  expect(result.findings).toEqual([]);
  return result as Written;
};

describe('writing an interchange', () => {
  it('counts segments, sets and groups, pads the ISA, and leaves empty elements at the end out', () => {
    const text = textOf(written(order).bytes);
    expect(text.slice(0, 106)).toBe(
      'ISA*00*          *00*          *ZZ*NORTHGATE      *ZZ*QUAYSIDE       *260130*0930*U*00401*000000042*0*P*>~',
    );
    expect(text.split('~').slice(1, 4)).toEqual([
      'GS*OW*NORTHGATE*QUAYSIDE*20260130*0930*7*X*004010',
      'ST*940*0001',
      'W05*N*SO1001*PO4711',
    ]);
    expect(text).toContain('~N1*ST*HILLTOP STORES~NTE*');
    expect(text.endsWith('~SE*9*0002~GE*2*7~IEA*1*000000042~')).toBe(true);
  });

  it('is accepted by our own check and read by node-x12', () => {
    for (const newline of ['', '\n', '\r\n'] as const) {
      const { bytes } = written(order, { newline });
      expect(allFindings(checked(bytes))).toEqual([]);
      const sets = secondReader(textOf(bytes));
      expect(sets.map((set) => set.map(({ tag }) => tag))).toEqual([
        segments.map(({ id }) => id),
        segments.map(({ id }) => id),
      ]);
      expect(sets[0]![1]!.values).toEqual(['ST', 'HILLTOP STORES']);
    }
  });

  it.each([
    ['the usual delimiters', { element: '*', component: '>', terminator: '~' }],
    ['bars and exclamation marks', { element: '|', component: ':', terminator: '!' }],
    ['control characters', { element: '\x1d', component: '\x1f', terminator: '\x1e' }],
    ['plus and apostrophe', { element: '+', component: ':', terminator: "'" }],
  ])('with %s and any line breaks is read by node-x12 as by us, whatever the set', (_, delimiters) => {
    const done: string[] = [];
    for (const { file, bytes } of [...samples, { file: 'own', bytes: bytesOf(interchange(everySet)) }]) {
      for (const one of read(bytes).interchanges) {
        for (const newline of ['', '\n', '\r\n']) {
          const { bytes: again } = write({ ...draftOf(one), delimiters, standardsId: undefined }, { newline });
          // A few samples hold one of these delimiters in a value.
          if (again === undefined) continue;
          const ours = read(again).interchanges.flatMap(({ groups }) => groups.flatMap(({ sets }) => sets));
          const expected = ours.map(({ segments: all }) =>
            all.slice(1, -1).map((segment) => ({
              tag: segment.id,
              values: Array.from({ length: segment.count }, (_, nth) => segment.text(nth + 1)),
            })),
          );
          expect(secondReader(textOf(again)), file).toEqual(expected);
          done.push(file);
        }
      }
    }
    expect(new Set(done).size).toBeGreaterThan(samples.length * 0.8);
  });

  it('says which bytes each element came to stand at', () => {
    const { bytes, sets } = written(order, { newline: '\r\n' });
    const text = textOf(bytes);
    for (const set of sets) {
      expect(text.slice(...set.range)).toMatch(/^ST\*940.*SE\*9\*000\d$/s);
      const own = [{ id: 'ST', elements: ['940'] }, ...segments, { id: 'SE', elements: ['9'] }];
      for (const [nth, segment] of set.segments.entries()) {
        expect(text.slice(...segment.range).split('*')[0]).toBe(own[nth]!.id);
        for (const [at, range] of segment.elements.entries())
          expect(text.slice(...range)).toBe(own[nth]!.elements[at] ?? text.slice(...range));
      }
    }
  });

  it('writes components and repetitions', () => {
    const set = {
      code: '940',
      control: '0001',
      segments: [{ id: 'REF', elements: ['BM', ['A', 'B', ''], [['C', 'D'], ['E']]] }],
    };
    const draft = {
      ...order,
      version: '00501',
      delimiters: { element: '|', component: ':', repetition: '^', terminator: '!' },
      groups: [{ ...order.groups[0]!, sets: [set] }],
    };
    const text = textOf(written(draft).bytes);
    expect(text).toContain('!REF|BM|A:B|C:D^E!');
    expect(text.slice(82, 90)).toBe('^|00501|');
  });

  it('writes UTF-8 when asked to, with ranges in bytes', () => {
    const set = { code: '940', control: '0001', segments: [{ id: 'N1', elements: ['ST', 'Łódź', 'ZZ'] }] };
    const { bytes, sets } = written({ ...order, groups: [{ ...order.groups[0]!, sets: [set] }] }, { encoding: 'utf8' });
    const [start, end] = sets[0]!.segments[1]!.elements[1]!;
    expect(new TextDecoder().decode(bytes.subarray(start, end))).toBe('Łódź');
  });

  it.each([
    ['an element separator', 'A*B'],
    ['a component separator', 'A>B'],
    ['a terminator', 'A~B'],
  ])('never writes %s inside a value', (_, value) => {
    const set = { code: '940', control: '0001', segments: [{ id: 'NTE', elements: ['GEN', value] }] };
    const result = write({ ...order, groups: [{ ...order.groups[0]!, sets: [set] }] });
    expect(result.bytes).toBeUndefined();
    expect(result.findings).toMatchObject([
      { code: 'x12.write.collision', segment: 'NTE', position: 2, element: 2, received: value },
    ]);
  });

  it('takes a caret for the repetition separator that ISA11 declares from 00402 on, and for a character before', () => {
    const set = { code: '940', control: '0001', segments: [{ id: 'NTE', elements: ['GEN', 'A^B'] }] };
    const draft = { ...order, groups: [{ ...order.groups[0]!, sets: [set] }] };
    expect(textOf(written(draft).bytes)).toContain('*U*00401*');
    const modern = { ...draft, version: '00501', delimiters: { element: '*', component: '>', terminator: '~' } };
    expect(write(modern).findings).toMatchObject([{ code: 'x12.write.collision', received: 'A^B' }]);
    const plain = written({ ...modern, groups: [{ ...draft.groups[0]!, sets: [{ ...set, segments }] }] });
    expect(textOf(plain.bytes)).toContain('*^*00501*');
  });

  it('never writes a value that would be read as the next interchange', () => {
    const value = isa().replaceAll('*', '+');
    const set = { code: '940', control: '0001', segments: [{ id: 'NTE', elements: ['GEN', `${value}/`] }] };
    const result = write({
      ...order,
      delimiters: { element: '*', component: ':', terminator: '~' },
      groups: [{ ...order.groups[0]!, sets: [set] }],
    });
    expect(result.findings).toMatchObject([{ code: 'x12.write.collision', segment: 'NTE', position: 2 }]);
  });

  it('finds delimiters that the values do not hold, keeping those that can stay', () => {
    expect(delimitersFor(['A*B~C'])).toEqual({ element: '|', component: '>', repetition: '^', terminator: ':' });
    expect(delimitersFor(['plain'], { element: '|', component: ':', terminator: '\n' })).toEqual({
      element: '|',
      component: ':',
      terminator: '\n',
    });
    expect(
      delimitersFor([Array.from({ length: 256 }, (_, code) => String.fromCharCode(code)).join('')]),
    ).toBeUndefined();
  });

  it.each([
    ['a control number that is no nine digits', { control: '42' }],
    ['an id that is too long', { sender: { qualifier: 'ZZ', id: 'A-VERY-LONG-SENDER' } }],
    ['no receiver', { receiver: { qualifier: 'ZZ', id: '' } }],
    ['a date of eight digits', { date: '20260130' }],
  ])('writes nothing with %s', (_, change) => {
    const result = write({ ...order, ...change });
    expect(result.bytes).toBeUndefined();
    expect(result.findings.every(({ code }) => code === 'x12.write.header')).toBe(true);
  });
});
