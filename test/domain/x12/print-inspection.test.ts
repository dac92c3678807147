import { describe, expect, it } from 'vitest';
import { check } from '../../../services/domain/x12/check/check.ts';
import { StreamChecker } from '../../../services/domain/x12/check/check-stream.ts';
import { formatInspection } from '../../../services/domain/x12/inspect/format-inspection.ts';
import { inspect } from '../../../services/domain/x12/inspect/inspect.ts';
import { InspectionOutline } from '../../../services/domain/x12/inspect/inspection-outline.ts';
import {
  type InspectionPrinter,
  jsonPrinter,
  textPrinter,
} from '../../../services/domain/x12/inspect/print-inspection.ts';
import { read } from '../../../services/domain/x12/read/read.ts';
import { skipped } from '../../support/skipped.ts';
import { itemsOf } from './plain-reading.ts';
import { samples } from './samples.ts';
import { bodies, bytesOf, corpus, corpusBytes, interchange, isa, standards } from './support.ts';

const checkedItems = (bytes: Uint8Array) => {
  const checker = new StreamChecker(standards);
  return itemsOf(bytes, () => 1000, 1000).map((item) => checker.take(item));
};

/** Both inspections of a document that is read twice. */
function printed(bytes: Uint8Array): { readonly text: string; readonly json: string } {
  const outline = new InspectionOutline();
  for (const item of checkedItems(bytes)) outline.take(item);
  const print = (printer: InspectionPrinter) =>
    [printer.begin(), ...checkedItems(bytes).map((item) => printer.take(item)), printer.end()].join('');
  return {
    text: print(textPrinter(outline, (from, to) => bytes.subarray(from, to))),
    json: print(jsonPrinter(outline)),
  };
}

function expectSame(bytes: Uint8Array, name: string): void {
  const reading = check(read(bytes), standards);
  const { text, json } = printed(bytes);
  expect(text, name).toBe(formatInspection(reading, bytes));
  expect(json, name).toBe(`${JSON.stringify(inspect(reading), null, 2)}\n`);
}

const sets = Object.keys(bodies).map((set) => ({ set }));

describe('an inspection that is printed piece by piece', () => {
  it.each([
    ['nothing', ''],
    ['no X12', 'hello'],
    ['several interchanges and groups', `${interchange(sets)}${interchange({ set: '214' })}`],
    ['an interchange without groups', `${isa()}~IEA*0*000000001~`],
    ['a group without sets', interchange({ bodies: [] })],
    ['a group at fault', interchange(sets).replace('GE*1*2', 'GE*5*2')],
    ['an interchange and a group at fault', interchange(sets).replace('GE*1*2', 'GE*5*2').replace('IEA*', 'IEA*9')],
    ['junk and a TA1', `junk${interchange(sets).replace('~GS', '~TA1*000000009*260130*0930*A*000~GS')}more`],
  ])('is the one of the whole: %s', (name, text) => {
    expectSame(bytesOf(text), name);
  });

  it('is the one of the whole for every sample of ours', () => {
    for (const { file, bytes } of samples) expectSame(bytes, file);
  });

  it.skipIf(corpus === undefined)(
    skipped('is the one of the whole for every real file', corpus === undefined && '../shared/corpus is not here'),
    () => {
      for (const entry of corpus!) {
        const bytes = corpusBytes(entry);
        if (bytes.length < 20_000) expectSame(bytes, entry.file);
      }
    },
  );

  it('does not go on when the document changed after it was read first', () => {
    const outline = new InspectionOutline();
    for (const item of checkedItems(bytesOf(interchange()))) outline.take(item);
    const printer = jsonPrinter(outline);
    const longer = checkedItems(bytesOf(interchange(sets)));
    expect(() => longer.map((item) => printer.take(item))).toThrow('The document changed between two readings.');
  });
});
