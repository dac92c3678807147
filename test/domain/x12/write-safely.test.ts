import { describe, expect, it } from 'vitest';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import type { Delimiters } from '../../../services/domain/x12/model.ts';
import { read } from '../../../services/domain/x12/read/read.ts';
import type { InterchangeDraft, SegmentDraft } from '../../../services/domain/x12/write/draft.ts';
import { type WriteOptions, write } from '../../../services/domain/x12/write/write.ts';

const usual: Delimiters = { element: '*', component: '>', repetition: '^', terminator: '~' };
const draft = (segment: SegmentDraft, delimiters = usual): InterchangeDraft => ({
  sender: { qualifier: 'ZZ', id: 'NORTHGATE' },
  receiver: { qualifier: 'ZZ', id: 'BHFT' },
  date: '260130',
  time: '0930',
  version: '00501',
  control: '000000001',
  ackRequested: false,
  usage: 'T',
  delimiters,
  groups: [
    {
      functionalId: 'OW',
      sender: 'NORTHGATE',
      receiver: 'BHFT',
      date: '20260130',
      time: '0930',
      control: '1',
      version: '005010',
      sets: [{ code: '940', control: '0001', segments: [segment] }],
    },
  ],
});
const refused = (segment: SegmentDraft, options?: WriteOptions, delimiters?: Delimiters): string[] => {
  const { bytes, findings } = write(draft(segment, delimiters), options);
  expect(bytes).toBeUndefined();
  return findings.map(({ code }) => code);
};

describe('the writer', () => {
  it.each(['line\nbreak', 'line\rbreak', 'tab\tstop', 'nul\0', 'escape\x1b[0m', 'next\x85line'])(
    'writes no control character inside a value: %j',
    (value) => {
      expect(refused({ id: 'NTE', elements: ['GEN', value] })).toEqual(['x12.write.character']);
      expect(refused({ id: 'NTE', elements: ['GEN', ['A', value]] })).toEqual(['x12.write.character']);
    },
  );

  it('writes no half of a character', () => {
    expect(refused({ id: 'NTE', elements: ['GEN', 'A\ud800B'] }, { encoding: 'utf8' })).toEqual([
      'x12.write.character',
    ]);
  });

  it('takes no delimiter with UTF-8 that may be part of another character', () => {
    const delimiters = { ...usual, element: '\xa7' };
    const segment = { id: 'NTE', elements: ['GEN', 'ç'] };
    expect(refused(segment, { encoding: 'utf8' }, delimiters)).toEqual(['x12.write.delimiters']);
    expect(write(draft(segment, delimiters)).findings).toEqual([]);
  });

  it.each(['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA'])('makes %s itself and takes none into a set', (id) => {
    expect(refused({ id, elements: ['1', '0001'] })).toContain('x12.write.segment');
  });

  it.each([
    { id: 'BIN', elements: ['3', 'a~b*c'] },
    { id: 'BIN', elements: ['', 'a~b*c'] },
    { id: 'BDS', elements: ['ASC', '6', 'a~b*c'] },
  ])('writes no binary data of another length than they say: $id $elements', (segment) => {
    expect(refused(segment)).toEqual(['x12.write.segment']);
  });

  it('is read back without a remark with whatever character it takes for a delimiter, line-wrapped or not', () => {
    let taken = 0;
    for (const role of ['element', 'component', 'repetition', 'terminator'] as const)
      for (let code = 0; code < 256; code += 1)
        for (const newline of ['', '\n', '\r\n']) {
          const delimiters = { ...usual, [role]: String.fromCharCode(code) };
          const segment = { id: 'SV1', elements: ['X', [['A', 'B'], ['C']], 'Y'] };
          const { bytes } = write(draft(segment, delimiters), { newline });
          if (bytes === undefined) continue;
          taken += 1;
          const reading = read(bytes);
          const where = `${role} ${code} ${JSON.stringify(newline)}`;
          expect(allFindings(reading), where).toEqual([]);
          const { component, repetition } = delimiters;
          const back = reading.interchanges[0]!.groups[0]!.sets[0]!.segments[1]!;
          expect([back.id, back.text(1), back.text(2), back.text(3)], where).toEqual([
            'SV1',
            'X',
            `A${component}B${repetition}C`,
            'Y',
          ]);
        }
    expect(taken).toBeGreaterThan(2000);
  });
});
