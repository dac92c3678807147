import { describe, expect, it } from 'vitest';
import { acknowledgementNeeds } from '../../../services/domain/x12/acknowledge/acknowledge.ts';
import { noteCode } from '../../../services/domain/x12/acknowledge/acknowledge-interchange.ts';
import { bodies, checked, codesOf, findingOf, firstSet, interchange } from './support.ts';

const gs = (from: string, to: string) =>
  interchange({}, (all) => all.map((segment) => (segment.startsWith('GS*') ? segment.replace(from, to) : segment)));
const swap = (from: string, to: string) =>
  interchange({}, (all) => all.map((segment) => (segment === from ? to : segment)));

describe('values of an envelope', () => {
  it.each([
    ['GS02', gs('*BHFT*', '**'), 'GS02 is empty'],
    ['GS03', gs('*NORTHGATE*', '*  *'), 'GS03 is empty'],
  ])('a group without %s cannot be answered by a 997, so the interchange is rejected by its TA1', (_, text, said) => {
    const [one] = checked(text).interchanges;
    expect([one!.status, noteCode(one!)]).toEqual(['R', '024']);
    expect(acknowledgementNeeds(one!)).toEqual({ ta1: true, functional: false, groups: 0 });
    expect(findingOf(checked(text), 'x12.group.header-invalid').explanation).toContain(said);
  });

  it.each([
    ['an agency that is none', gs('*X*', '*Q*'), 'x12.group.elements', 'E'],
    ['a GS with nine elements', gs('004010', '004010*9'), 'x12.group.elements', 'E'],
    ['a GE with three elements', swap('GE*1*1', 'GE*1*1*9'), 'x12.group.elements', 'E'],
    ['an application code of sixteen characters', gs('*BHFT*', '*BHFT567890123456*'), 'x12.group.elements', 'A'],
  ])('%s is told, and the group is not rejected for it', (_, text, code, status) => {
    expect(codesOf(checked(text))).toEqual([code]);
    expect(checked(text).interchanges[0]!.groups[0]!.status).toBe(status);
  });

  it('an IEA with three elements is told, and what it ought to be', () => {
    const reading = checked(swap('IEA*1*000000001', 'IEA*1*000000001*X'));
    expect(findingOf(reading, 'x12.interchange.elements').corrected).toBe('IEA*1*000000001');
    expect(reading.interchanges[0]!.status).toBe('E');
  });

  it('a GS01 that is no functional id is told once', () => {
    expect(codesOf(checked(interchange({ functionalId: 'swx' })))).toEqual([
      'x12.group.header-invalid',
      'x12.set.envelope-rejected',
    ]);
  });

  it('acknowledgements in a group of another kind are rejected, and never answered', () => {
    const misplaced = checked(interchange({ set: '997', functionalId: 'SW', bodies: [bodies['997']] }));
    expect(firstSet(misplaced).status).toBe('R');
    expect(acknowledgementNeeds(misplaced.interchanges[0]!).functional).toBe(false);
  });
});
