import { describe, expect, it } from 'vitest';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import { changed, checked, interchange, isa } from './support.ts';

const correctedIn = (text: string): (string | undefined)[] =>
  allFindings(checked(text)).map(({ corrected }) => corrected);
const swap = (from: string, to: string) =>
  interchange({}, (all) => all.map((segment) => (segment === from ? to : segment)));
const without = (id: string) => interchange({}, (all) => all.filter((segment) => !segment.startsWith(`${id}*`)));
const header = (changes: Record<number, string>) => interchange({}, undefined, isa(changes));
const gs = (from: string, to: string) =>
  interchange({}, (all) => all.map((segment) => (segment.startsWith('GS*') ? segment.replace(from, to) : segment)));
/** Sets with another ship date, event time or weight. */
const date = (received: string) => changed('945', { W06: `W06*F*SO1001*${received}` });
const time = (received: string) => changed('214', { AT7: `AT7*X3*NS***20260130*${received}` });
const weight = (received: string) => changed('945', { W03: `W03*12*${received}*LB` });

describe('a corrected segment', () => {
  it.each([
    ['SE01', swap('SE*16*0001', 'SE*15*0001'), 'SE*16*0001'],
    ['SE02', swap('SE*16*0001', 'SE*16*0002'), 'SE*16*0001'],
    ['a missing SE', without('SE'), 'SE*16*0001'],
    ['GE01', swap('GE*1*1', 'GE*2*1'), 'GE*1*1'],
    ['GE02', swap('GE*1*1', 'GE*1*2'), 'GE*1*1'],
    ['a missing GE', without('GE'), 'GE*1*1'],
    ['IEA01', swap('IEA*1*000000001', 'IEA*2*000000001'), 'IEA*1*000000001'],
    ['IEA02', swap('IEA*1*000000001', 'IEA*1*000000002'), 'IEA*1*000000001'],
    ['a missing IEA', without('IEA'), 'IEA*1*000000001'],
    ['an ISA that is not padded', header({ 6: 'BHFT', 8: 'NORTHGATE' }), isa()],
    ['an ISA without component separator', header({ 16: '' }), isa()],
    ['ISA09 with blanks that are in the wrong place', header({ 9: '26-1-3' }), undefined],
    ['ISA10 with a colon', header({ 10: '9:30' }), isa()],
    ['ISA11 before 00402', header({ 11: '^' }), isa()],
    ['ISA13 padded with blanks', header({ 13: '        1' }), isa()],
    ['ISA15 in small letters', header({ 15: 't' }), isa()],
    ['GS01 in small letters', gs('SW', 'sw'), 'GS*SW*BHFT*NORTHGATE*20260130*0930*1*X*004010'],
    ['GS04 with dashes', gs('20260130', '2026-01-30'), 'GS*SW*BHFT*NORTHGATE*20260130*0930*1*X*004010'],
    ['GS05 with a colon', gs('0930', '09:30'), 'GS*SW*BHFT*NORTHGATE*20260130*0930*1*X*004010'],
    ['GS06 with too many zeros', gs('*1*X', '*0000000001*X'), 'GS*SW*BHFT*NORTHGATE*20260130*0930*1*X*004010'],
    ['GS08 of four digits', gs('004010', '4010'), 'GS*SW*BHFT*NORTHGATE*20260130*0930*1*X*004010'],
    ['GS08 as ISA12 has it', gs('004010', '00401'), 'GS*SW*BHFT*NORTHGATE*20260130*0930*1*X*004010'],
    ['ST01 with a blank', swap('ST*945*0001', 'ST*945 *0001'), 'ST*945*0001'],
    ['ST02 of one digit', swap('ST*945*0001', 'ST*945*1'), 'ST*945*0001'],
    ['ST02 with too many zeros', swap('ST*945*0001', 'ST*945*0000000001'), 'ST*945*0001'],
  ])('of the envelope: %s', (_, text, corrected) => {
    if (corrected === undefined) expect(correctedIn(text).every((segment) => segment === undefined)).toBe(true);
    else expect(correctedIn(text)).toContain(corrected);
  });

  it.each([
    ['260130', '20260130'],
    ['991231', '19991231'],
    ['2026-01-30', '20260130'],
    ['2026/01/30', '20260130'],
    ['2026-01-30T09:15', '20260130'],
    ['01/30/2026', '20260130'],
    ['30.01.2026', '20260130'],
    ['1/30/2026', '20260130'],
    ['01302026', '20260130'],
    ['30-JAN-2026', '20260130'],
    ['30JAN26', '20260130'],
  ])('of a date: %s', (received, meant) => {
    expect(correctedIn(date(received))).toContain(`W06*F*SO1001*${meant}`);
  });

  it.each(['03/04/2026', '20260230', '2026', 'TODAY', '13/13/2026', '2026013', '01/30/6026', '1302026'])(
    'is not made up for a date that may be several or none: %s',
    (received) => {
      expect(correctedIn(date(received))).toEqual([undefined]);
    },
  );

  it.each([
    ['09:15', '0915'],
    ['9:15', '0915'],
    ['915', '0915'],
    ['09:15:30', '091530'],
    [' 0915', '0915'],
  ])('of a time: %s', (received, meant) => {
    expect(correctedIn(time(received))).toContain(`AT7*X3*NS***20260130*${meant}`);
  });

  it.each([
    ['2400', '0000'],
    ['240000', '000000'],
  ])('of %s, the end of a day: the beginning of the next one', (received, meant) => {
    const text = changed('214', { AT7: `AT7*X3*NS***20261231*${received}*LT` });
    expect(correctedIn(text)).toEqual([`AT7*X3*NS***20270101*${meant}*LT`]);
    expect(allFindings(checked(text))[0]!.explanation).toContain(`Write ${meant} with the date of the next day`);
  });

  it('is not made up for the end of a day without a date', () => {
    expect(correctedIn(changed('214', { AT7: 'AT7*X3*NS****2400' }))[0]).toBeUndefined();
  });

  it.each([
    ['240,5', '240.5'],
    ['1,240.50', '1240.50'],
    ['1,240,000', '1240000'],
    [' 240 ', '240'],
    ['+240', '240'],
    ['$240', '240'],
    ['240-', '-240'],
    ['00000000000240', '240'],
    ['240.500000000000', '240.5'],
  ])('of a decimal number: %s', (received, meant) => {
    expect(correctedIn(weight(received))).toContain(`W03*12*${meant}*LB`);
  });

  it.each(['1,240', '12.4.1', 'A LOT', '99999999999999'])(
    'is not made up for a number that may be several or none: %s',
    (received) => {
      expect(correctedIn(weight(received))).toEqual([undefined]);
    },
  );

  it.each([
    ['an element in small letters', { W27: 'W27*m*BHFT' }, 'W27*M*BHFT'],
    ['an element with blanks', { W27: 'W27* M*BHFT' }, 'W27*M*BHFT'],
    [
      'a text with blanks behind it that make it too long',
      { G69: `G69*TRAIL BOOT${' '.repeat(60)}` },
      'G69*TRAIL BOOT',
    ],
    ['a surplus element', { LX: 'LX*1*9' }, 'LX*1'],
    ['a whole number with a decimal part', { LX: 'LX*1.0' }, 'LX*1'],
    ['a whole number with zeros in front', { LX: 'LX*0000000001' }, 'LX*1'],
    ['a whole number with a separator of thousands', { LX: 'LX*1,000' }, 'LX*1000'],
    ['a misspelt segment', { W03: 'WO3*12*240*LB' }, 'W03*12*240*LB'],
    ['a segment in small letters', { W03: 'w03*12*240*LB' }, 'W03*12*240*LB'],
  ])('of %s', (_, changes, corrected) => {
    expect(correctedIn(changed('945', changes))).toContain(corrected);
  });

  it('of a code, with or without the zero in front', () => {
    expect(correctedIn(changed('856', { BSN: 'BSN*0*ASN9001*20260130*0930' }))).toContain(
      'BSN*00*ASN9001*20260130*0930',
    );
  });

  it('is right itself: put in its place, it has no such fault any more', () => {
    for (const received of ['260130', '01/30/2026', '30-JAN-2026']) {
      const { corrected, offset } = allFindings(checked(date(received)))[0]!;
      const [before, after] = date(received).split(`W06*F*SO1001*${received}`);
      expect(offset).toBeGreaterThan(before!.length);
      expect(allFindings(checked(`${before}${corrected}${after}`))).toEqual([]);
    }
  });

  it('takes the separator of the interchange', () => {
    const text = without('SE').replaceAll('*', '|');
    expect(correctedIn(text)).toContain('SE|16|0001');
  });
});
