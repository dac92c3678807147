import { describe, expect, it } from 'vitest';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import { checked, codesOf, interchange } from './support.ts';

const whole = interchange([{ set: '945' }, { set: '214' }]);
/** Up to the first place where the text stands, and with it. */
const upTo = (text: string): string => whole.slice(0, whole.indexOf(text) + text.length);
const faultsOf = (text: string): string[] =>
  allFindings(checked(text))
    .filter(({ level }) => level === 'standard')
    .map(({ code }) => code)
    .sort();

const MISSING = {
  IEA: 'x12.interchange.trailer-missing',
  GE: 'x12.group.trailer-missing',
  SE: 'x12.set.trailer-missing',
};
const CUT = 'x12.interchange.unterminated';

describe('a document that breaks off', () => {
  it.each([
    ['inside a GS', '~GS*SW*BHFT*NORTH', [MISSING.IEA]],
    ['after the id of an ST', '~ST', [MISSING.GE, MISSING.IEA]],
    ['inside a control number of a set', '~ST*945*00', [MISSING.GE, MISSING.IEA]],
    ['inside the id of a segment', '~ST*945*0001~W', [MISSING.GE, MISSING.IEA, MISSING.SE]],
    ['inside a date', '~W06*F*SO1001*2026', [MISSING.GE, MISSING.IEA, MISSING.SE]],
    ['before mandatory elements', '~W03', [MISSING.GE, MISSING.IEA, MISSING.SE]],
    ['inside an SE', '~SE*16', [MISSING.GE, MISSING.IEA, MISSING.SE]],
    ['inside a GE', '~GE*1', [MISSING.GE, MISSING.IEA]],
    ['inside an IEA', '~IEA*2*0000', [MISSING.IEA]],
    ['between two groups', '~GE*1*1~G', [MISSING.IEA]],
  ])('%s says so, and which trailers are missing, and nothing that follows from it', (_, text, missing) => {
    expect(faultsOf(upTo(text))).toEqual([...missing, CUT].sort());
  });

  it('has five faults at most wherever that is, and none in an element', () => {
    for (let length = 0; length < whole.length; length += 1) {
      const codes = faultsOf(whole.slice(0, length));
      expect(codes.length, whole.slice(0, length).slice(-20)).toBeLessThanOrEqual(5);
      expect(codes.filter((code) => code.startsWith('x12.element.'))).toEqual([]);
      expect(codes.length).toBeGreaterThan(0);
    }
  });

  it('only before its last terminator is told so, and is accepted', () => {
    const { interchanges } = checked(whole.slice(0, -1));
    expect(codesOf(checked(whole.slice(0, -1)))).toEqual([CUT]);
    expect(interchanges[0]!.groups.map(({ status }) => status)).toEqual(['A', 'A']);
  });

  it('inside a trailer that is wrong is told what is wrong with it', () => {
    expect(faultsOf(upTo('~SE*16*0001').replace('SE*16*0001', 'SE*17*0002'))).toEqual(
      [CUT, MISSING.GE, MISSING.IEA, 'x12.set.control-mismatch', 'x12.set.segment-count'].sort(),
    );
  });
});
