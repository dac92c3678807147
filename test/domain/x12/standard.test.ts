import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import { compileStandards, type LoopNode } from '../../../services/domain/x12/standard/standard.ts';
import type { SetFile } from '../../../services/domain/x12/standard/standard-data.ts';
import { changed, checked, standardFiles, standards } from './support.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../specs/x12-set.schema.json', import.meta.url), 'utf8'),
) as object;
const version = standards.forVersion('004010')!.definition;

describe('the standards data', () => {
  it.each(standardFiles.map(({ path, data }) => [path.split('/').slice(-2).join('/'), data] as const))(
    '%s fits its schema',
    (_, data) => {
      const validate = new Ajv2020({ allErrors: true }).compile(schema);
      expect(validate(data) ? [] : validate.errors).toEqual([]);
    },
  );

  it('have the sets that travel, each under its functional id', () => {
    const known = [...version.sets.values()].map(({ code, functionalId }) => `${functionalId} ${code}`).sort();
    expect(known).toEqual(
      'AG 824,AR 943,AW 947,BL 211,FA 997,FA 999,GF 990,IB 846,IM 210,IN 810,OW 940,PO 850,PR 855,QM 214,RE 944,SH 856,SM 204,SW 945'.split(
        ',',
      ),
    );
  });

  it('give every segment that a set uses a name, and its elements names and lengths', () => {
    for (const set of version.sets.values()) {
      for (const { segment } of set.nodes) {
        expect(segment.name.length).toBeGreaterThan(1);
        expect(segment.elements?.length, `${set.code} uses ${segment.id}`).toBeGreaterThan(0);
        for (const { element } of segment.elements!)
          expect([element.name.length > 1, element.min <= element.max]).toEqual([true, true]);
      }
    }
  });

  it('know the interchange acknowledgement, which stands in no set', () => {
    const uses = version.segments.get('TA1')!.elements!;
    expect(uses.map(({ element, use }) => `${element.reference} ${use}`)).toEqual([
      'I12 M',
      'I08 M',
      'I09 M',
      'I17 M',
      'I18 M',
    ]);
    expect([uses[3]!.element.codes!.size, uses[4]!.element.codes!.size]).toEqual([3, 32]);
  });

  it('call complete only the code lists that are short and closed', () => {
    const complete = [...version.elements.values()].filter(({ codes, partial }) => codes !== undefined && !partial);
    expect(complete.map(({ reference }) => reference).sort()).toEqual(
      '1073,1280,455,478,623,715,717,720,723,736,I13,I14,I17,I18'.split(','),
    );
  });

  it('give loops their id in the diagram of the standard, but for a few deep ones of the 940 and 945', () => {
    const path = (loop: LoopNode): string => (loop.parent?.parent ? `${path(loop.parent)}/${loop.id}` : loop.id);
    const without = [...version.sets.values()].flatMap(({ code, loops }) =>
      loops
        .filter(({ parent, number }) => parent !== undefined && number === undefined)
        .map((loop) => `${code} ${path(loop)}`),
    );
    expect(without.filter((loop) => !/LS(\/|$)/.test(loop))).toEqual(['945 LX/W12/LM', '945 LX/W12/FA1']);
    const numbers = (code: string) => version.sets.get(code)!.loops.map(({ number }) => number ?? '');
    expect(numbers('214').slice(1, 5)).toEqual(['0100', '0200', '0205', '0210']);
    expect(numbers('856').slice(1, 3)).toEqual(['HL', 'LH1']);
  });

  it.each([
    ['a status without its reason', 'AT7*X3****20260130*0915*LT', ['AT7-02 P0102']],
    ['a reason without its status', 'AT7**NS***20260130*0915*LT', ['AT7-01 P0102']],
    ['a status beside an appointment', 'AT7*X3*NS*AA*NA*20260130*0915*LT', ['AT7-03 E0103']],
    ['a status with its reason', 'AT7*X3*NS***20260130*0915*LT', []],
    ['an appointment with its reason', 'AT7***AA*NA*20260130*0915*LT', []],
  ])('pair the codes of AT7: %s', (_, segment, expected) => {
    const faults = allFindings(checked(changed('214', { AT7: segment }))).filter(({ level }) => level === 'standard');
    expect(
      faults.map((fault) => `${fault.segment}-0${fault.element} ${/rule (\w+)/.exec(fault.explanation)?.[1]}`),
    ).toEqual(expected);
  });

  it('hold codes that fit the length of their element', () => {
    for (const { reference, min, max, codes, type } of version.elements.values()) {
      for (const code of codes?.keys() ?? [])
        expect(code.length >= min && code.length <= max && type === 'ID', `${reference} ${code}`).toBe(true);
    }
  });

  it('keep what differs between freight and trade apart: CS is no case, reasons are no statuses', () => {
    const codes = (reference: string) => version.elements.get(reference)!.codes!;
    expect(codes('355').has('CS')).toBe(false);
    expect(codes('355').get('CA')).toBe('Case');
    expect([codes('1650').get('AF'), codes('1651').get('AF')]).toEqual(['Left pick-up', 'Accident']);
  });
});

describe('compiling', () => {
  const elements = { version: '004010', elements: { '1': { name: 'One', type: 'AN', min: 1, max: 2 } } } as const;
  const segments = {
    version: '004010',
    segments: { ST: { name: 'Header', elements: [{ ref: '1', use: 'M' }] }, SE: { name: 'Trailer' } },
  } as const;
  const set: SetFile = {
    version: '004010',
    set: '100',
    functionalId: 'AA',
    name: 'Test',
    body: [
      { segment: 'ST', use: 'M' },
      { segment: 'SE', use: 'M' },
    ],
  };

  it('takes the newest version before the one asked for, else the oldest', () => {
    const both = compileStandards([
      elements,
      segments,
      set,
      ...[elements, segments, set].map((file) => ({ ...file, version: '005010' })),
    ]);
    const chosen = (text: string) => [both.forVersion(text)?.definition.version, both.forVersion(text)?.exact];
    expect(['004010', '004060', '005010X231', '006020', '003020'].map(chosen)).toEqual([
      ['004010', true],
      ['004010', false],
      ['005010', true],
      ['005010', false],
      ['004010', false],
    ]);
    expect(['', '4010', 'ABCDEF'].map(chosen)).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it.each([
    ['an element that is not defined', [segments, set], /ST uses element 1/],
    ['a segment that is not defined', [elements, set], /Set 100 uses segment ST/],
    [
      'a loop that does not begin with its segment',
      [
        elements,
        segments,
        { ...set, body: [...set.body, { loop: 'SE', name: 'Loop', use: 'O', body: [{ segment: 'ST', use: 'M' }] }] },
      ],
      /loop SE/,
    ],
    [
      'a rule for an element beyond the last',
      [elements, { ...segments, segments: { ST: { ...segments.segments.ST, rules: ['P0102'] } } }],
      /ST: rule P0102/,
    ],
    [
      'a minimum above the maximum',
      [{ ...elements, elements: { '1': { name: 'One', type: 'AN', min: 3, max: 2 } } }],
      /Element 1/,
    ],
  ] as const)('refuses %s, and names it', (_, files, message) => {
    expect(() => compileStandards(files as never)).toThrow(message);
  });
});
