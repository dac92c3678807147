import { describe, expect, it } from 'vitest';
import { checkGuide } from '../../../services/domain/guide/check-guide.ts';
import { bodies } from '../x12/support.ts';
import { compile, faultsOf, guideOf, guideText, setOf } from './support.ts';

describe('the compiler of guides', () => {
  it('tells all faults at once, each with line, column and what was probably meant', () => {
    const text = [
      'guide: Shipment status',
      'set: "214"',
      'version: "004010"',
      'enforce: rejct',
      'segments:',
      '  B1O: { use: required }',
      '  MS1: { use: required }',
      '  LX/AT8/MS1: { use: required }',
      '  B10:',
      '    use: not-used',
      '    max: 2',
      '    elements:',
      '      03: { use: optional, length: 1..5 }',
      '      09: { use: required }',
      '      02.1: { use: required }',
      '      2b: { use: required }',
      '  LX/AT7:',
      '    elements:',
      '      05: { characters: digits, lenght: 8 }',
      '  L11[09=X]: { max: 400, note: a }',
      'rules:',
      '  - { each: LX/AT7, that: AT7-01, code: business.x, explain: x }',
    ].join('\n');
    expect(faultsOf(text)).toEqual([
      'test/g.yaml:4:10: `enforce` is one of accept, reject, not `rejct`. (did you mean `reject`?)',
      'test/g.yaml:6:3: The 214 has no segment or loop B1O. (did you mean `B10`?)',
      'test/g.yaml:7:3: The 214 has no segment or loop MS1. (did you mean `LX/AT7/MS1`?)',
      'test/g.yaml:8:3: AT8 is no loop here, so nothing can stand below it. (did you mean `AT7`?)',
      'test/g.yaml:9:3: B10 is not used, so `min` and `max` say nothing.',
      'test/g.yaml:10:10: B10 is mandatory by the standard; a guide may only narrow.',
      'test/g.yaml:11:10: B10 may stand there once by the standard; a guide may only narrow.',
      'test/g.yaml:13:18: B10-03 (Standard carrier alpha code (SCAC)) is mandatory by the standard; a guide may only narrow.',
      'test/g.yaml:13:36: B10-03 (Standard carrier alpha code (SCAC)) has 2 to 4 characters by the standard; a guide may only narrow.',
      expect.stringMatching(/^test\/g\.yaml:14:7: B10 has \d elements, so there is no B10-09\.$/),
      'test/g.yaml:15:7: B10-02 has no components.',
      'test/g.yaml:16:7: `2b` is not an element number such as 02, or 02.1 for a component.',
      'test/g.yaml:19:25: AT7-05 is no text, so its characters are settled already.',
      'test/g.yaml:19:33: Element 05 has no key `lenght`. (did you mean `length`?)',
      expect.stringMatching(/^test\/g\.yaml:20:3: L11 has \d elements and no element 9\.$/),
      'test/g.yaml:20:21: L11 may stand there 300 times by the standard; a guide may only narrow.',
      'test/g.yaml:22:35: A code looks like `guide.city-on-delivery`.',
    ]);
  });

  it('refuses rules about places that the set does not have', () => {
    const text = guideText(
      [
        'rules:',
        '  - { each: LX/AT9, that: AT7-01, code: guide.x, explain: x }',
        '  - { each: LX/AT7, that: { value: AT7-21, is: D1 }, code: guide.x, explain: x }',
        '  - { each: LX/AT7, that: /B10-02, code: guide.x, explain: x }',
      ].join('\n'),
      '214',
    );
    expect(faultsOf(text)).toEqual([
      expect.stringMatching(/There is no segment or loop AT9 in the LX loop\. \(did you mean `AT7`\?\)$/),
      expect.stringMatching(/AT7 has 7 elements, so there is no AT7-21\.$/),
    ]);
  });

  it('refuses codes that a complete list of the standard does not have, in elements and in qualifiers', () => {
    const text = guideText(
      'segments:\n  AK9: { elements: { 01: { codes: [A, Q] } } }\n  AK2[01=21]: { max: 1 }\n',
      '997',
    );
    expect(faultsOf(text)).toEqual([expect.stringMatching(/Q is no code of AK9-01/)]);
  });

  it('refuses a version and a set that are not here, and what has no title', () => {
    expect(faultsOf(guideText('segments: {}\n', '214', '009010'))).toEqual([
      expect.stringContaining('There are no definitions of version 009010 here.'),
    ]);
    expect(faultsOf(guideText('segments: {}\n', '213'))).toEqual([
      expect.stringMatching(/There is no definition of set 213 in 004010\. \(did you mean `21\d`\?\)/),
    ]);
    expect(faultsOf('set: "214"\nversion: "004010"\n')).toEqual([expect.stringContaining('A guide needs `guide`')]);
  });

  it('says that a comma in a note wants quotes', () => {
    const text = guideText('segments:\n  B10: { use: required, note: First, then second. }\n');
    expect(faultsOf(text)).toEqual([expect.stringContaining('(inside { } a text with a comma must stand in quotes)')]);
  });

  it('never throws, whatever the text is', () => {
    for (const text of [
      '',
      '[',
      '- a',
      'guide: [1]',
      'segments: 3',
      'a: &x 1\nb: *x',
      guideText('segments: [1]\nrules: 3\n'),
      '\0',
    ])
      expect(faultsOf(text)).not.toEqual([]);
  });
});

describe('a guide for several versions', () => {
  const both = 'guide: x\nset: "214"\nversion: ["004010", "005010"]\n';

  it('is held against each of them, and against documents of each', () => {
    const text = `${both}segments:\n  LX/AT7/MS2: { use: not-used }\n`;
    const { guides, faults } = compile({ 'test/g': text });
    expect([faults, guides.map(({ version }) => version)]).toEqual([[], ['004010', '005010']]);
    for (const version of ['004010', '005010']) {
      const set = setOf('214', bodies['214'], version);
      expect(guides.map((guide) => checkGuide(set, guide).findings.length).sort()).toEqual([0, 1]);
    }
    expect(faultsOf(`${both}segments:\n  MS1: { use: required }\n`)).toHaveLength(1);
  });
});

describe('a guide that extends another', () => {
  const parent = guideText(
    [
      'segments:',
      '  LX/AT7/MS1: { use: required, note: The city. }',
      '  LX/AT7: { elements: { 01: { codes: [X3, D1], note: Ours. }, 02: { length: 2 } } }',
      '  LX/L11: { max: 5 }',
      'rules:',
      '  - { each: LX/AT7, that: AT7-07, code: guide.zone, explain: Zone. }',
      '',
    ].join('\n'),
  );
  const child = (body: string, head = 'extends: base/214\n') => guideText(body, '214', '004010', head);
  const others = { 'base/214': parent };

  it('says what both say, and for one path what it says itself', () => {
    const guide = guideOf(
      child('segments:\n  LX/AT7/MS1: { note: City and state. }\n  LX/AT7/MS2: { use: not-used }\n'),
      others,
    );
    const body = bodies['214'].filter((segment) => !segment.startsWith('MS1')).map((one) => one.replace('*LT', ''));
    const all = checkGuide(setOf('214', body), guide).findings;
    expect(all.map(({ code }) => code)).toEqual(['guide.segment-not-used', 'guide.segment-missing', 'guide.zone']);
    expect(all[1]!.explanation).toContain('(test/g) requires it: City and state.');
  });

  it('may be narrower, in every respect', () => {
    const text = child(
      'segments:\n  LX/AT7: { elements: { 01: { codes: [D1], use: required } } }\n  LX/L11: { max: 2 }\nenforce: reject\n',
    );
    expect(faultsOf(text, others)).toEqual([]);
    expect(checkGuide(setOf('214', bodies['214']), guideOf(text, others)).findings.map(({ code }) => code)).toEqual([
      'guide.element-code',
    ]);
  });

  it.each([
    ['a usage', 'segments:\n  LX/AT7/MS1: { use: optional }\n', 'base/214 says `use: required`'],
    ['a code', 'segments:\n  LX/AT7: { elements: { 01: { codes: [D1, X1] } } }\n', 'base/214 says `codes: [X3, D1]`'],
    ['a length', 'segments:\n  LX/AT7: { elements: { 02: { length: 2..3 } } }\n', 'base/214 says `length: 2..2`'],
    ['a number', 'segments:\n  LX/L11: { max: 6 }\n', 'base/214 says `max: 5` for LX/L11'],
  ])('may not be wider in %s', (_, body, message) => {
    expect(faultsOf(child(body), others)).toContainEqual(
      expect.stringContaining(`${message}; a guide may only narrow.`),
    );
  });

  it('may not be milder than one that rejects', () => {
    const strict = { 'base/214': parent.replace('segments:', 'enforce: reject\nsegments:') };
    expect(faultsOf(child('enforce: accept\n'), strict)).toEqual([expect.stringContaining('cannot be milder')]);
    expect(guideOf(child(''), strict).enforce).toBe('reject');
  });

  it('is told of the faults of the other once', () => {
    const broken = { 'base/214': parent.replace('LX/L11', 'LX/L12') };
    expect(faultsOf(child(''), broken)).toEqual([
      'base/214.yaml:7:3: The LX loop has no segment or loop L12. (did you mean `L11`?)',
      'test/g.yaml:4:10: base/214 has faults of its own; correct them first.',
    ]);
  });

  it('names one that is there, is sound, is of the same set, and does not extend it back', () => {
    expect(faultsOf(child('', 'extends: base/241\n'), others)).toEqual([
      'test/g.yaml:4:10: There is no guide `base/241`. (did you mean `base/214`?)',
    ]);
    expect(faultsOf(child(''), { 'base/214': '[' })).toContainEqual(expect.stringContaining('has faults of its own'));
    expect(faultsOf(child(''), { 'base/214': guideText('', '990') })).toEqual([
      expect.stringContaining('base/214 is a guide of the 990 in 004010, not of the 214 in 004010.'),
    ]);
    const circle = { 'base/214': child('', 'extends: test/g\n') };
    expect(faultsOf(child(''), circle)).toContainEqual(
      expect.stringContaining('extends this guide itself, in a circle.'),
    );
  });
});
