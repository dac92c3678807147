import { describe, expect, it } from 'vitest';
import { compileStandards, type StandardFile } from '../../../services/domain/x12/standard/standard.ts';
import type {
  ElementsFile,
  SegmentsFile,
  SetFile,
  VersionFile,
} from '../../../services/domain/x12/standard/standard-data.ts';
import type { StandardsError } from '../../../services/domain/x12/standard/standards-error.ts';

describe('a version written as its differences', () => {
  const elements: ElementsFile = {
    version: '004010',
    elements: {
      '1': { name: 'One', type: 'AN', min: 1, max: 2 },
      '2': { name: 'Two', type: 'ID', min: 1, max: 1, codes: { partial: false, values: { A: 'First', B: 'Second' } } },
      '3': { name: 'Three', type: 'AN', min: 1, max: 9 },
      C001: { name: 'Pair', components: [{ ref: '1', use: 'M' }] },
    },
  };
  const segments: SegmentsFile = {
    version: '004010',
    segments: {
      ST: { name: 'Header', elements: [{ ref: '1', use: 'M' }], rules: ['P0101'] },
      SE: { name: 'Trailer' },
      NTE: { name: 'Note', elements: [{ ref: '3', use: 'M' }] },
    },
  };
  const setOf = (version: string, set: string): SetFile => ({
    version,
    set,
    functionalId: 'AA',
    name: `Set ${set}`,
    body: [
      { segment: 'ST', use: 'M' },
      { segment: 'SE', use: 'M' },
    ],
  });
  const base: StandardFile[] = [elements, segments, setOf('004010', '100'), setOf('004010', '101')];
  const compiled = (...files: StandardFile[]) =>
    compileStandards([...base, { version: '005010', extends: '004010' }, ...files]);
  const newer = (...files: StandardFile[]) => compiled(...files).forVersion('005010')!.definition;
  const faultsOf = (...files: StandardFile[]): readonly string[] => {
    try {
      compileStandards(files);
    } catch (error) {
      return (error as StandardsError).faults.map(({ version, message }) => `${version} ${message}`);
    }
    return [];
  };

  it('has everything of the other one where it says nothing, and leaves that one as it is', () => {
    const both = compiled({ version: '005010', elements: { '1': { max: 20 } } });
    const [before, after] = ['004010', '005010'].map((version) => both.forVersion(version)!.definition);
    expect(after!.extends).toBe('004010');
    expect([...after!.sets.keys()]).toEqual(['100', '101']);
    expect([before, after].map((version) => version!.elements.get('1'))).toMatchObject([
      { name: 'One', min: 1, max: 2 },
      { name: 'One', min: 1, max: 20 },
    ]);
    const lengths = [before, after].map((version) => version!.segments.get('ST')!.elements![0]!.element.max);
    expect(lengths).toEqual([2, 20]);
  });

  it('changes of a segment what it names, adds what is new and takes away what is null', () => {
    const { segments: all, elements: known } = newer(
      { version: '005010', elements: { '3': null, '4': { name: 'Four', type: 'N0', min: 1, max: 3 } } },
      {
        version: '005010',
        segments: {
          ST: {
            elements: [
              { ref: '1', use: 'M' },
              { ref: '4', use: 'O' },
            ],
            rules: ['P0102'],
          },
          NTE: null,
        },
      },
    );
    expect([known.has('3'), known.get('4')?.name, all.has('NTE')]).toEqual([false, 'Four', false]);
    expect(all.get('ST')).toMatchObject({ name: 'Header', rules: [{ text: 'P0102' }] });
    expect(all.get('ST')!.elements!.map(({ element }) => element.reference)).toEqual(['1', '4']);
  });

  it('knows which inherited sets nobody compared with it', () => {
    const reviewed: StandardFile = { version: '005010', extends: '004010', reviewed: ['100'] };
    const definition = compileStandards([...base, reviewed]).forVersion('005010')!.definition;
    expect([...definition.borrowed]).toEqual([['101', '004010']]);
    expect([...newer(setOf('005010', '100')).borrowed]).toEqual([['101', '004010']]);
    const without: StandardFile = { version: '005010', extends: '004010', removed: ['101'] };
    expect([
      ...compileStandards([...base, without])
        .forVersion('005010')!
        .definition.sets.keys(),
    ]).toEqual(['100']);
  });

  /** What rests on which version: the elements, then ST's elements and rules. */
  const bases = ({ elements: known, segments: all }: ReturnType<typeof newer>) => {
    const header = all.get('ST')!;
    return [
      ['1', '2', '3', 'C001'].map((reference) => known.get(reference)?.basis),
      [header.basis, ...header.rules.map(({ basis }) => basis)],
    ];
  };

  it('knows which inherited entries nobody compared with it', () => {
    const own = { version: '005010', extends: '004010' } as const;
    const comparing = (compared: NonNullable<VersionFile['compared']>) =>
      bases(compileStandards([...base, { ...own, compared }]).forVersion('005010')!.definition);
    const rests = '004010';
    expect(bases(newer())).toEqual([
      [rests, rests, rests, rests],
      [rests, rests],
    ]);
    expect(comparing({ elements: ['1', 'C001'], segments: 'all' })).toEqual([
      [undefined, rests, rests, undefined],
      [undefined, rests],
    ]);
    expect(comparing({ elements: { except: ['1'] }, rules: ['ST'] })).toEqual([
      [rests, undefined, undefined, undefined],
      [rests, undefined],
    ]);
    const changes = newer(
      { version: '005010', elements: { '1': { max: 20 }, '2': { name: 'Another name' } } },
      { version: '005010', segments: { ST: { elements: [{ ref: '1', use: 'M' }] } } },
    );
    expect(bases(changes)).toEqual([
      [undefined, rests, rests, rests],
      [undefined, rests],
    ]);
    expect(faultsOf(...base, { ...own, compared: { elements: ['77'], rules: ['QQ'] } })).toEqual([
      '005010 Element 77 is named as compared, and there is none.',
      '005010 Segment QQ is named as compared, and there is none.',
    ]);
  });

  it('a version in between knows what both sides say alike by data of their own', () => {
    const own = {
      version: '005010',
      extends: '004010',
      reviewed: ['100'],
      compared: { elements: ['1', '3'], rules: 'all' },
    };
    const files = [...base, own as StandardFile, { version: '005010', elements: { '3': { max: 12 } } }];
    const gap = compileStandards(files).forVersion('004040')!.definition;
    expect(bases(gap)).toEqual([
      [undefined, '004010', '004010', '004010'],
      ['004010', undefined],
    ]);
    expect([...gap.borrowed.keys()]).toEqual(['101']);
    expect(gap.elements.get('2')!.partial).toBe(true);
    const outside = compileStandards(files);
    for (const version of ['003050', '006020'])
      expect([...outside.forVersion(version)!.definition.borrowed.keys()]).toEqual(['100', '101']);
  });

  it('calls no code list complete that another version completed, until it says so', () => {
    const codes = (change: ElementsFile['elements'][string]) => {
      const { partial, codes: list } = newer({ version: '005010', elements: { '2': change } }).elements.get('2')!;
      return [partial, [...list!.keys()]];
    };
    expect(codes({ name: 'Two' })).toEqual([true, ['A', 'B']]);
    expect(codes({ codes: { partial: false } })).toEqual([false, ['A', 'B']]);
    expect(codes({ codes: { partial: true, values: { C: 'Third', A: null } } })).toEqual([true, ['B', 'C']]);
    expect(codes({ codes: { partial: false, values: { C: 'Third' } } })).toEqual([false, ['C']]);
  });

  it('takes imports over the rest, and hands them down', () => {
    const imported: StandardFile = {
      version: '004010',
      elements: { '2': { codes: { partial: true, values: { Z: 'Last' } } } },
    };
    const all = compileStandards([...base, { version: '005010', extends: '004010' }], [[imported]]);
    const lists = ['004010', '005010'].map((version) => {
      const element = all.forVersion(version)!.definition.elements.get('2')!;
      return [element.partial, element.codes!.get('Z')];
    });
    expect(lists).toEqual([
      [false, 'Last'],
      [true, 'Last'],
    ]);
  });

  it.each<[what: string, files: StandardFile[], fault: RegExp]>([
    ['a parent without files', [...base, { version: '005010', extends: '004030' }], /005010 It extends 004030/],
    ['a version that extends itself', [...base, { version: '004010', extends: '004010' }], /004010 → 004010/],
    [
      'a circle of versions',
      [...base, { version: '004010', extends: '005010' }, { version: '005010', extends: '004010' }],
      /It extends itself: 004010 → 005010 → 004010/,
    ],
    [
      'two version files of one version',
      [...base, { version: '005010', extends: '004010' }, { version: '005010', extends: '004010' }],
      /Two version files/,
    ],
    ['a version without sets', [...base, { version: '005010', elements: {} }], /005010 It has no sets/],
    ['an entry twice in one layer', [...base, elements], /Element 1 is defined twice/],
    [
      'null for what is not there',
      [...base, { version: '005010', extends: '004010' }, { version: '005010', segments: { XYZ: null } }],
      /Segment XYZ is taken away, and there is none/,
    ],
    [
      'half of a new element',
      [...base, { version: '005010', extends: '004010' }, { version: '005010', elements: { '9': { max: 3 } } }],
      /Element 9 is new and lacks name, type, min/,
    ],
    [
      'a reviewed set that is not there',
      [...base, { version: '005010', extends: '004010', reviewed: ['999'] }],
      /Set 999 is named as reviewed/,
    ],
    [
      'an element that a segment still uses',
      [...base, { version: '005010', extends: '004010' }, { version: '005010', elements: { '3': null } }],
      /005010 Segment NTE uses element 3/,
    ],
    [
      'codes of the wrong length',
      [...base, { version: '005010', extends: '004010' }, { version: '005010', elements: { '2': { min: 2, max: 2 } } }],
      /Element 2 takes 2 characters.*A, B/,
    ],
  ])('refuses %s, and says which', (_, files, fault) => {
    expect(faultsOf(...files).filter((message) => fault.test(message))).toHaveLength(1);
  });

  it('tells every fault at once, and what is inherited only of the version that has it', () => {
    const wrong: StandardFile[] = [
      { ...elements, elements: { '1': { name: 'One', type: 'AN', min: 3, max: 2 } } },
      { version: '004010', segments: { ST: { name: 'Header', elements: [{ ref: '7', use: 'M' }] } } },
      setOf('004010', '100'),
      { version: '005010', extends: '004010' },
    ];
    expect(faultsOf(...wrong)).toEqual([
      '004010 Element 1: its minimum length is greater than its maximum.',
      '004010 Segment ST uses element 7, which is not defined.',
      '004010 Set 100 uses segment SE, which is not defined.',
    ]);
  });
});
