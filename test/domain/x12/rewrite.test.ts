import { describe, expect, it } from 'vitest';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import type { ParsedDocument } from '../../../services/domain/x12/model.ts';
import { read } from '../../../services/domain/x12/read/read.ts';
import { draftOf, type InterchangeDraft, newlinesOf } from '../../../services/domain/x12/write/draft.ts';
import { type WriteOptions, type Written, write } from '../../../services/domain/x12/write/write.ts';
import { skipped } from '../../support/skipped.ts';
import { samples } from './samples.ts';
import { bodies, bytesOf, checked, corpus, corpusBytes, interchange, isa, textOf } from './support.ts';

const written = (draft: InterchangeDraft, options?: WriteOptions): Written => {
  const result = write(draft, options);
  expect(result.findings).toEqual([]);
  return result as Written;
};

/** A control character in a text or number: legible, and never written. */
const hasControls = (reading: ParsedDocument): boolean =>
  allFindings(reading).some(({ code, received = '' }) => code === 'x12.element.character' && /\p{Cc}/u.test(received));

describe('write(read(x))', () => {
  const again = (bytes: Uint8Array): string => {
    const { interchanges } = read(bytes);
    const parts = interchanges.map((one) =>
      textOf(written(draftOf(one), { newline: newlinesOf(one), keepTrailing: true }).bytes),
    );
    return parts.join('');
  };

  it.each([
    ['every kind of set', interchange(Object.keys(bodies).map((set) => ({ set })))],
    ['newlines', interchange().replaceAll('~', '~\r\n')],
    ['exotic delimiters', interchange().replaceAll('*', '\x1d').replaceAll('~', '\x15')],
    [
      'repetitions, components and trailing separators',
      interchange({ bodies: [['REF*A>B^C>*X**', 'W05*N*>*']] }, undefined, isa({ 11: '^', 12: '00501', 14: '1' })),
    ],
    ['binary data', interchange({ set: '214', bodies: [['B10*A**BHFT', 'LX*1', 'EFI*00', 'BIN*9*a~b*c>d^e']] })],
    ['bytes beyond ASCII', interchange({ bodies: [['N1*ST*CAF\xc3\xa9 \xff']] })],
  ])('gives back %s byte for byte', (_, text) => {
    expect(again(bytesOf(text))).toBe(text);
  });

  it.each([
    [
      'counts with zeros in front',
      interchange().replace('SE*16', 'SE*0016').replace('GE*1', 'GE*001').replace('IEA*1', 'IEA*00001'),
    ],
    ['line breaks after some segments only', interchange().replaceAll('~N', '~\nN').replace('~W27', '~\r\n\r\nW27')],
    ['no line break at the end', interchange().replaceAll('~', '~\n').slice(0, -1)],
    [
      'several interchanges',
      `${interchange()}\n${interchange({ set: '214' }).replaceAll('*', '|').replaceAll('~', '!\n')}`,
    ],
    ['a terminator of three bytes', interchange().replaceAll('~', '\xe2\x80\xa6')],
    [
      'other security and a TA1',
      interchange(
        {},
        ([first, ...rest]) => [first!, 'TA1*000000009*260130*0930*A*000', ...rest],
        isa({ 1: '03', 2: 'AGREED    ' }),
      ),
    ],
    ['no groups', `${isa()}~TA1*000000009*260130*0930*A*000~IEA*0*000000001~`],
  ])('gives back %s byte for byte too', (_, text) => {
    expect(again(bytesOf(text))).toBe(text);
  });

  it('gives back every sample of ours that is well-formed byte for byte', () => {
    const wellFormed = samples.filter(({ bytes }) => allFindings(read(bytes)).length === 0);
    for (const { file, bytes } of wellFormed) expect(again(bytes), file).toBe(textOf(bytes));
    expect(wellFormed.length).toBeGreaterThan(samples.length * 0.8);
  });

  it.skipIf(corpus === undefined)(
    skipped(
      'gives back every well-formed file of the corpus byte for byte',
      corpus === undefined && '../shared/corpus is not here',
    ),
    () => {
      let compared = 0;
      for (const entry of corpus!.filter(({ standard }) => standard === 'X12')) {
        const bytes = corpusBytes(entry);
        const reading = read(bytes);
        const odd = allFindings(reading).filter(
          ({ code, level }) => level !== 'note' || !/^x12\.(interchange\.qualifier-unknown|group\.date)$/.test(code),
        );
        if (reading.interchanges.length === 0 || odd.length > 0) continue;
        if (hasControls(checked(bytes))) continue;
        // White space around the interchanges is none of them.
        expect(again(bytes).trim(), entry.file).toBe(textOf(bytes).trim());
        compared += 1;
      }
      expect(compared).toBeGreaterThan(190);
    },
  );
});
