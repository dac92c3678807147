import { describe, expect, it } from 'vitest';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import type { Loop } from '../../../services/domain/x12/model.ts';
import { bodies, changed, checked, codesOf, findingOf, firstSet, interchange } from './support.ts';

const shape = (loop: Loop): string =>
  `${loop.segments.map(({ id }) => id).join(' ')}${loop.loops.map((inner) => ` {${shape(inner)}}`).join('')}`;

describe('a valid set', () => {
  it.each(Object.keys(bodies))('%s has no finding and is accepted', (set) => {
    const reading = checked(interchange({ set }));
    expect(allFindings(reading)).toEqual([]);
    expect([
      firstSet(reading).status,
      reading.interchanges[0]!.groups[0]!.status,
      reading.interchanges[0]!.status,
    ]).toEqual(['A', 'A', 'A']);
  });

  it('945 has its lines below their unit', () => {
    expect(shape(firstSet(checked(interchange())).tree!)).toBe(
      'ST W06 N9 G62 W27 W03 SE {N1 N3 N4} {N1} {LX MAN {W12 G69 N9}}',
    );
  });

  it('214 has statuses below their stop, and references after them with the stop', () => {
    expect(shape(firstSet(checked(interchange({ set: '214' }))).tree!)).toBe(
      'ST B10 L11 SE {N1 N3 N4} {LX L11 AT8 {AT7 MS1 MS2}}',
    );
  });

  it('856 has its levels below the ones that HL02 names', () => {
    const tree = firstSet(checked(interchange({ set: '856' }))).tree!;
    expect(shape(tree)).toBe('ST BSN DTM CTT SE {HL TD1 TD5 REF {N1 N4} {HL PRF {HL MAN {HL LIN SN1}}}}');
    const twoOrders = [
      'BSN*00*A1*20260130*0930',
      'HL*1**S',
      'HL*2*1*O',
      'HL*3*2*I',
      'HL*4*1*O',
      'HL*5*4*I',
      'HL*6*4*I',
    ];
    expect(shape(firstSet(checked(interchange({ set: '856', bodies: [twoOrders] }))).tree!)).toBe(
      'ST BSN SE {HL {HL {HL}} {HL {HL} {HL}}}',
    );
  });

  it('keeps the levels of an 856 shallow enough to walk, however deep HL02 nests them', () => {
    const chain = Array.from({ length: 5000 }, (_, n) => `HL*${n + 1}*${n === 0 ? '' : n}*I`);
    const tree = firstSet(checked(interchange({ set: '856', bodies: [['BSN*00*A1*20260130*0930', ...chain]] }))).tree!;
    const depthOf = (loop: Loop): number => 1 + Math.max(0, ...loop.loops.map(depthOf));
    const sizeOf = (loop: Loop): number =>
      loop.segments.length + loop.loops.reduce((sum, inner) => sum + sizeOf(inner), 0);
    expect(depthOf(tree)).toBeLessThan(70);
    expect(sizeOf(tree)).toBe(5003);
  });

  it('accepts a code that is not in a partial list, with a note and no acknowledgement code', () => {
    const reading = checked(changed('214', { AT7: 'AT7*ZQ*NS' }));
    expect(findingOf(reading, 'x12.element.code-unlisted')).toMatchObject({ level: 'note', received: 'ZQ' });
    expect(findingOf(reading, 'x12.element.code-unlisted').ack).toBeUndefined();
    expect(firstSet(reading).status).toBe('A');
  });
});

describe('a fault is placed exactly', () => {
  it('with segment, element, reference, loop, bytes, what was there and what was expected', () => {
    const text = changed('945', { W12: 'W12*CC*12*1x**CA**VN*SKU-1' });
    const found = findingOf(checked(text), 'x12.element.character');
    expect(found).toMatchObject({
      segment: 'W12',
      position: 12,
      element: 3,
      reference: '382',
      loop: 'W12',
      received: '1x',
      ack: { ak304: '8', ak403: '6' },
    });
    expect(text.slice(found.offset, found.end)).toBe('1x');
    expect(found.explanation).toContain('W12-03 (Number of units shipped)');
  });

  it('of a component, by its number', () => {
    const reading = checked(
      interchange({
        set: '997',
        bodies: [['AK1*OW*1', 'AK2*940*0001', 'AK3*W05*2**8', 'AK4*1>X**1', 'AK5*R*5', 'AK9*R*1*1*0']],
      }),
    );
    expect(findingOf(reading, 'x12.element.character')).toMatchObject({
      segment: 'AK4',
      element: 1,
      component: 2,
      received: 'X',
      reference: '1528',
    });
  });

  it.each([
    ['a date without century', { W06: 'W06*F*SO1001*260130' }, 'W06*F*SO1001*20260130'],
    ['a date with dashes', { W06: 'W06*F*SO1001*2026-01-30' }, 'W06*F*SO1001*20260130'],
    ['a code in small letters', { W27: 'W27*m*BHFT' }, 'W27*M*BHFT'],
    ['a decimal comma', { W03: 'W03*12*240,5*LB' }, 'W03*12*240.5*LB'],
    ['a surplus element', { LX: 'LX*1*9' }, 'LX*1'],
    ['a whole number with a decimal part', { LX: 'LX*1.0' }, 'LX*1'],
    ['a misspelt segment', { W27: 'W72*M*BHFT', W03: 'WO3*12*240*LB' }, 'W03*12*240*LB'],
  ])('%s has a corrected segment', (_, changes, corrected) => {
    expect(allFindings(checked(changed('945', changes))).map((finding) => finding.corrected)).toContain(corrected);
  });

  it('at 4010 a status without a reason is wrong, and with one it is right', () => {
    const found = findingOf(checked(changed('214', { AT7: 'AT7*X3' })), 'x12.element.conditional-missing');
    expect(found).toMatchObject({ segment: 'AT7', element: 2, reference: '1651', loop: 'AT7', ack: { ak403: '2' } });
    expect(codesOf(checked(changed('214', { AT7: 'AT7*X3*NS' })))).toEqual([]);
  });
});

describe('one fault is one finding', () => {
  it.each([
    ['a loop whose first segment is misspelt', { 'N1*WH': 'NI*WH*QUAYSIDE' }, ['x12.segment.misspelt']],
    ['a misspelt mandatory segment', { W06: 'WO6*F*SO1001' }, ['x12.segment.misspelt']],
    ['a mandatory segment with two letters swapped', { W06: 'W60*F*SO1001' }, ['x12.segment.misspelt']],
    [
      'a mandatory segment at the wrong place',
      { W06: '', G62: ['G62*11*20260130', 'W06*F*SO1001'] },
      ['x12.segment.out-of-order'],
    ],
    ['lines without the loop around them', { LX: '', MAN: '' }, ['x12.segment.unexpected']],
    ['a surplus run of one segment', { W27: Array.from({ length: 9 }, () => 'W27*M*BHFT') }, ['x12.segment.too-often']],
  ])('%s', (_, changes, codes) => {
    expect(codesOf(checked(changed('945', changes)))).toEqual(codes);
  });

  it('a set full of faults reports a bounded number of them and says how many were left out', () => {
    const lines = Array.from({ length: 3000 }, (_, n) => [
      `LX*${n + 1}`,
      'W12*CC*x*x**CA**VN*SKU',
      `Q${n % 10}Z*1`,
    ]).flat();
    const set = firstSet(checked(interchange({ bodies: [['W06*F*SO1001', ...lines]] })));
    expect(set.findings.length).toBeLessThan(520);
    expect(set.findings.some(({ count }) => count !== undefined)).toBe(true);
    expect(set.status).toBe('R');
  });
});

describe('elements that say nothing, or too much', () => {
  it('a mandatory element of blanks is empty', () => {
    const finding = findingOf(checked(changed('945', { N3: 'N3*   ' })), 'x12.element.missing');
    expect([finding.element, finding.ack?.ak403]).toEqual([1, '1']);
  });

  it('surplus elements are taken out at once, and the sentence says so', () => {
    const finding = findingOf(checked(changed('945', { LX: 'LX*1*2**3' })), 'x12.element.too-many');
    expect(finding.explanation).toBe('LX has 4 elements and may have 1. Take out what follows LX-01.');
    expect(finding.corrected).toBe('LX*1');
  });

  it.each([
    ['ST', 'ST*945*0001', 3],
    ['SE', 'SE*16*0001', 3],
  ])('%s has two in 004010', (segment, received, element) => {
    const text = interchange({}, (all) => all.map((one) => (one === received ? `${one}*X` : one)));
    expect(findingOf(checked(text), 'x12.element.too-many')).toMatchObject({ segment, element, corrected: received });
  });
});

describe('the status of a set', () => {
  it.each([
    ['A', 'a code that may be in the full list', { W27: 'W27*Q9*BHFT' }],
    ['E', 'a value that is too long', { W27: 'W27*M*BHFTX' }],
    ['E', 'a segment out of order that can still be read', { W27: '', G62: ['W27*M*BHFT', 'G62*11*20260130'] }],
    ['R', 'a mandatory segment that is missing', { W06: '' }],
    ['R', 'a number that cannot be read', { W03: 'W03*twelve' }],
    ['R', 'a date that cannot be read', { W06: 'W06*F*SO1001*20269999' }],
    ['R', 'a segment whose loop is not open, so that its content is lost', { LX: '', MAN: '' }],
  ] as const)('is %s for %s', (status, _, changes) => {
    expect(firstSet(checked(changed('945', changes))).status).toBe(status);
  });
});

describe('versions', () => {
  it.each(['004010', '004010UCS', '004010VICS'])('%s is checked against 004010 without a word', (version) => {
    expect(codesOf(checked(interchange({ version })))).toEqual([]);
  });

  it.each([
    ['003020', '003060'],
    ['004052', '004050'],
    ['008050', '006010'],
  ])('%s is checked against %s, the nearest known version, with a note', (version, expected) => {
    const reading = checked(interchange({ version }));
    expect(findingOf(reading, 'x12.group.version-fallback')).toMatchObject({
      level: 'note',
      received: version,
      expected,
    });
    expect(reading.interchanges[0]!.groups[0]!.status).toBe('A');
  });
});
