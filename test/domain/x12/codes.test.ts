import { describe, expect, it } from 'vitest';
import { type Agreed, checkAgreement } from '../../../services/domain/agreement.ts';
import { acknowledge } from '../../../services/domain/x12/acknowledge/acknowledge.ts';
import { noteCode } from '../../../services/domain/x12/acknowledge/acknowledge-interchange.ts';
import { type X12FindingCode, x12Findings } from '../../../services/domain/x12/findings-catalogue.ts';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import type { Interchange } from '../../../services/domain/x12/model.ts';
import { fixtures, header, swap, without } from './code-fixtures.ts';
import { bytesOf, checked, interchange } from './support.ts';

const produced = new Map(
  Object.entries(fixtures).map(([code, fixture]) => [
    code,
    typeof fixture === 'string' ? allFindings(checked(bytesOf(fixture))) : fixture(),
  ]),
);

describe('every code of the catalogue', () => {
  it.each(Object.keys(fixtures))(
    '%s is found in its document, at its level, in a sentence that tells what to do',
    (code) => {
      const found = produced.get(code)!.filter((finding) => finding.code === code);
      expect(
        found,
        produced
          .get(code)!
          .map((f) => f.code)
          .join(', '),
      ).not.toEqual([]);
      for (const finding of found) {
        expect(finding.level).toBe(x12Findings[code as X12FindingCode].level);
        expect(finding.explanation).toMatch(/^[A-Z0-9"].{20,}[.)]$/s);
      }
    },
  );
});

/** An interchange for each note code of a TA1 (TA105). */
const notes: Readonly<Record<string, () => Interchange>> = Object.fromEntries(
  Object.entries<string | (() => Interchange)>({
    '000': interchange(),
    '001': swap('IEA*1*000000001', 'IEA*1*000000002'),
    '002': header({ 11: 'X' }),
    '003': header({ 12: '00999' }),
    '004': interchange().replaceAll('~', 'A'),
    '005': header({ 5: 'z?' }),
    '006': header({ 6: ' '.repeat(15) }),
    '007': header({ 7: 'z?' }),
    '008': header({ 8: ' '.repeat(15) }),
    '009': () => checkAgreement(only(interchange()), { ...agreed, receivers: new Set(['ZZ/SOMEBODY']) }),
    '010': header({ 1: 'ZZ' }),
    '011': header({ 1: '01' }),
    '012': header({ 3: '99' }),
    '013': header({ 3: '01' }),
    '014': header({ 9: '261301' }),
    '015': header({ 10: '2460' }),
    '016': header({ 11: ' ' }),
    '017': header({ 12: '4010 ' }),
    '018': header({ 13: '00000000A' }),
    '019': header({ 14: 'X' }),
    '020': header({ 15: 'X' }),
    '021': swap('IEA*1*000000001', 'IEA*2*000000001'),
    '022': interchange({}, (segments) => segments.toSpliced(1, 0, 'N1*ST*LOST')),
    '023': without('IEA'),
    '024': without('GS'),
    '025': () => checkAgreement(only(interchange()), { ...agreed, duplicateOf: 'an earlier one' }),
    '026': interchange().replaceAll('~', '*'),
    '027': header({ 16: 'A' }),
  }).map(([note, made]) => [note, typeof made === 'string' ? () => only(made) : made]),
);

function only(text: string): Interchange {
  const { interchanges } = checked(text);
  expect(interchanges).toHaveLength(1);
  return interchanges[0]!;
}

const agreed: Agreed = {
  environment: 'sandbox',
  senders: new Set(['ZZ/BHFT']),
  receivers: new Set(['ZZ/NORTHGATE']),
  sets: new Set(['945']),
};

/** The elements of all segments of one kind in the functional acknowledgements of all fixtures. */
function answered(id: string): (readonly string[])[] {
  const texts = Object.values(fixtures).filter((fixture) => typeof fixture === 'string');
  return texts.flatMap((text) =>
    checked(bytesOf(text)).interchanges.flatMap((one) => {
      const { functional } = acknowledge(one, {
        controlNumbers: { interchange: '000000001', group: ['1'], set: '0001', ta1: '000000002' },
        now: { date: '20260131', time: '1005' },
        includeAcceptedSets: true,
      });
      if (functional === undefined) return [];
      const segments = checked(functional.bytes).interchanges[0]!.groups.flatMap(({ sets }) => sets[0]!.segments);
      return segments
        .filter((segment) => segment.id === id)
        .map((segment) => Array.from({ length: segment.count }, (_, nth) => segment.text(nth + 1)));
    }),
  );
}

const distinct = (codes: readonly (string | undefined)[]): string[] =>
  [...new Set(codes.filter((code) => code !== undefined && code !== ''))].sort(
    (a, b) => Number(a) - Number(b),
  ) as string[];

describe('every acknowledgement code', () => {
  it.each(Object.keys(notes))('TA105 %s is the note on its interchange', (note) => {
    expect(noteCode(notes[note]!())).toBe(note);
  });

  it('of a 997 stands in one: segments, elements, sets, groups', () => {
    expect(distinct(answered('AK3').map((ak3) => ak3[3]))).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(distinct(answered('AK4').map((ak4) => ak4[2]))).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    expect(distinct(answered('AK5').flatMap((ak5) => ak5.slice(1)))).toEqual(['1', '2', '3', '4', '5', '6', '7', '23']);
    expect(distinct(answered('AK9').flatMap((ak9) => ak9.slice(4)))).toEqual(['1', '2', '3', '4', '5', '6']);
    expect([...new Set(answered('AK5').map(([status]) => status))].sort()).toEqual(['A', 'E', 'R']);
    expect([...new Set(answered('AK9').map(([status]) => status))].sort()).toEqual(['A', 'E', 'P', 'R']);
  });
});
