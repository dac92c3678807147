import { describe, expect, it } from 'vitest';
import { acknowledgementNeeds } from '../../../services/domain/x12/acknowledge/acknowledge.ts';
import { noteCode } from '../../../services/domain/x12/acknowledge/acknowledge-interchange.ts';
import { bodies, checked, codesOf, findingOf, firstSet, interchange, isa } from './support.ts';

const gs = (from: string, to: string) =>
  interchange({}, (all) => all.map((segment) => (segment.startsWith('GS*') ? segment.replace(from, to) : segment)));
const swap = (from: string, to: string) =>
  interchange({}, (all) => all.map((segment) => (segment === from ? to : segment)));

describe('values of an envelope', () => {
  it.each([
    ['GS02', gs('*BHFT*', '**'), 'GS02 is empty'],
    ['GS03', gs('*NORTHGATE*', '*  *'), 'GS03 is empty'],
  ])(
    'a group without %s cannot be answered by a 997, so the interchange is rejected by its TA1',
    (_, text, received) => {
      const [one] = checked(text).interchanges;
      expect([one!.status, noteCode(one!)]).toEqual(['R', '024']);
      expect(acknowledgementNeeds(one!)).toEqual({ ta1: true, functional: false, groups: 0 });
      expect(findingOf(checked(text), 'x12.group.header-invalid').explanation).toContain(received);
    },
  );

  it.each([
    ['an agency that is none', gs('*X*', '*Q*'), 'x12.group.elements', 'E'],
    ['a GS with nine elements', gs('004010', '004010*9'), 'x12.group.elements', 'E'],
    ['a GE with three elements', swap('GE*1*1', 'GE*1*1*9'), 'x12.group.elements', 'E'],
    ['an application code of sixteen characters', gs('*BHFT*', '*BHFT567890123456*'), 'x12.group.elements', 'A'],
  ])('%s is told, and the group is not rejected for it', (_, text, code, status) => {
    expect(codesOf(checked(text))).toEqual([code]);
    expect(checked(text).interchanges[0]!.groups[0]!.status).toBe(status);
  });

  it('a GS04 of six digits is a remark from 004010 on, and right before', () => {
    const short = gs('*20260130*', '*260130*');
    expect(findingOf(checked(short), 'x12.group.date')).toMatchObject({
      level: 'note',
      element: 4,
      received: '260130',
      corrected: 'GS*SW*BHFT*NORTHGATE*20260130*0930*1*X*004010',
    });
    expect(checked(short).interchanges[0]!.groups[0]!.status).toBe('A');
    expect(codesOf(checked(short.replace('004010', '003060')))).not.toContain('x12.group.date');
  });

  it.each([
    ['*', 'element separator'],
    ['>', 'component separator'],
    ['~', 'segment terminator'],
  ])('an ISA11 %s that is the %s too is told, and separates no repetitions', (char, name) => {
    const reading = checked(interchange({ version: '005010' }, undefined, isa({ 11: char, 12: '00501' })));
    const finding = findingOf(reading, 'x12.interchange.delimiters');
    expect([finding.element, finding.received, finding.ack]).toEqual([11, char, { ta105: '002' }]);
    expect(finding.explanation).toContain(`the ${name} too`);
    const [one] = reading.interchanges;
    expect([one!.status, one!.delimiters.repetition, one!.groups[0]!.status]).toEqual(['E', undefined, 'A']);
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
