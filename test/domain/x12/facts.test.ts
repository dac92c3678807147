import { describe, expect, it } from 'vitest';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import { body } from './acknowledged.ts';
import { changed, checked, interchange, isa, standards } from './support.ts';

const definition = (version: string) => standards.forVersion(version)!.definition;
const referencesOf = (version: string, segment: string) =>
  definition(version)
    .segments.get(segment)!
    .elements!.map(({ element }) => element.reference);
const faultsOf = (text: string) =>
  allFindings(checked(text))
    .filter(({ level }) => level === 'standard')
    .map(({ segment, element, explanation }) => `${segment}-${element} ${/rule (\w+)/.exec(explanation)?.[1] ?? ''}`);

describe('facts of the standard', () => {
  it.each([
    ['PO1', 2],
    ['W01', 1],
    ['W12', 2],
    ['W76', 1],
    ['SN1', 5],
  ])('the quantity ordered in %s-%i is element 330 in 004010 and 380 in 005010', (segment, element) => {
    expect(referencesOf('004010', segment)[element - 1]).toBe('330');
    expect(referencesOf('005010', segment)[element - 1]).toBe('380');
    expect(definition('004010').elements.get('330')).toMatchObject({ type: 'R', min: 1, max: 15 });
  });

  it('AK402 gives that reference to the partner', () => {
    expect(body(changed('945', { W12: 'W12*CC*8X*8**CA**VN*SKU-1' }), '997')).toContain('AK4*2*330*6');
  });

  it('Q7 and W03: the second element needs the third, which may stand alone', () => {
    expect(
      definition('004010')
        .segments.get('Q7')!
        .rules.map(({ text }) => text),
    ).toContain('C0203');
    expect(faultsOf(changed('945', { W03: 'W03*12**LB' }))).toEqual([]);
    expect(faultsOf(changed('945', { W03: 'W03*12*240' }))).toEqual(['W03-3 C0203']);
  });

  it('a direction has sixteen codes, the letters A to M among them', () => {
    const { codes, partial } = definition('004010').elements.get('1280')!;
    expect([[...codes!.keys()].sort().join(''), partial]).toEqual(['ABCDEFGHIJKLMNSW', false]);
    const place = (direction: string) => changed('214', { MS1: `MS1****0850000*0400000*${direction}*N` });
    expect(faultsOf(place('M'))).toEqual([]);
    expect(faultsOf(place('Q'))).toEqual(['MS1-6 ']);
  });

  it.each([
    ['CTB', 'R020406'],
    ['ISS', 'R010305'],
    ['IT3', 'R01030405'],
    ['IT8', 'R0102030507'],
    ['PID', 'C0905'],
    ['PO4', 'C1804'],
    ['R3', 'C1110'],
    ['R3', 'C1211'],
    ['V1', 'C0801'],
    ['W19', 'C101112'],
    ['W19', 'C131415'],
    ['W28', 'P020304'],
    ['W76', 'C0603'],
    ['YNQ', 'E010910'],
  ])('%s has the rule %s in every version', (segment, rule) => {
    for (const version of standards.versions) {
      const found = definition(version).segments.get(segment);
      if (found !== undefined) expect(found.rules.map(({ text }) => text)).toContain(rule);
    }
  });

  it('a W76 with a number of pieces needs their unit', () => {
    expect(faultsOf(changed('940', { W76: 'W76*12*****3' }))).toEqual(['W76-3 C0603']);
    expect(faultsOf(changed('940', { W76: 'W76*12*240*LB***3' }))).toEqual([]);
  });

  it('elements that later releases added are surplus in 004010 and right in 005010', () => {
    const place = 'MS1*DAYTON*OH*US*****45402';
    const later = ['B10*REF-1*SO1001*BHFT', 'LX*1', 'AT7*X3*NS***20260130*0915*LT', place];
    expect(faultsOf(changed('214', { MS1: place }))).toEqual(['MS1-8 ']);
    const header = isa({ 11: '^', 12: '00501' });
    expect(faultsOf(interchange({ set: '214', version: '005010', bodies: [later] }, (all) => all, header))).toEqual([]);
  });
});
