import { describe, expect, it } from 'vitest';
import { compileGuides } from '../../../services/domain/guide/compile-guide.ts';
import type { ImportedGuide } from '../../../services/domain/imports/preview-import.ts';
import { previewImport } from '../../../services/domain/imports/preview-import.ts';
import { lintInterchange } from '../../../services/domain/lint/lint-interchange.ts';
import { readX12 } from '../../../services/domain/translate/read-x12.ts';
import { interchange, standards } from '../x12/support.ts';
import { csvLayout, eslLayout, openEdiLayout, sefLayout, tableLayout, xlsxOf } from './layouts.ts';

const bytesOf = (text: string) => Buffer.from(text, 'utf8');

async function guideOf(bytes: Uint8Array, fileName: string): Promise<ImportedGuide> {
  const { guide } = await previewImport(bytes, { standards, fileName });
  return guide!;
}

const files = {
  SEF: [bytesOf(sefLayout), 'advice.sef'],
  'OpenEDI 2': [bytesOf(openEdiLayout()), 'advice.json'],
  'OpenEDI 1': [bytesOf(openEdiLayout('x-edination')), 'advice.json'],
  ESL: [bytesOf(eslLayout), 'advice.esl'],
  CSV: [bytesOf(csvLayout()), 'advice.csv'],
  'CSV with semicolons': [bytesOf(csvLayout(';')), 'advice.csv'],
  XLSX: [xlsxOf({ Layout: tableLayout }), 'advice.xlsx'],
} as const;

describe('one layout', () => {
  it('becomes the same guide from every format', async () => {
    const guides = await Promise.all(Object.values(files).map(([bytes, name]) => guideOf(bytes, name)));
    const [first, ...others] = guides;
    expect(first!.text).toContain('N1[01=ST]');
    for (const [nth, other] of others.entries())
      expect(`${Object.keys(files)[nth + 1]}\n${other.text}`).toBe(`${Object.keys(files)[nth + 1]}\n${first!.text}`);
  });

  it('loses nothing, and says where each difference stands in the file', async () => {
    for (const [bytes, name] of Object.values(files)) {
      const { notes, differences } = await guideOf(bytes, name);
      expect(notes.filter(({ kind }) => kind === 'lost')).toEqual([]);
      expect(
        differences.filter(({ kind, origin }) => kind !== 'rule' && kind !== 'not-used' && origin === undefined),
      ).toEqual([]);
    }
  });

  it('is read again as it was written', async () => {
    const made = await guideOf(...files.SEF);
    const again = await guideOf(bytesOf(made.text), 'guide.yaml');
    expect(again.differences.map(({ text }) => text)).toEqual(made.differences.map(({ text }) => text));
    expect(again.text).toBe(made.text);
  });

  it('names what contradicts the standard as deviations', async () => {
    const { differences } = await guideOf(...files.XLSX);
    expect(differences.filter(({ kind }) => kind === 'deviation').map(({ text }) => text)).toEqual([
      'W06-02 may have 1 to 40 characters, other than in the standard.',
      'LX/W12/N9-06 may be QQ, which the standard does not list.',
      'W03-01 may be left out, which the standard demands.',
      'MS2 may stand in the set itself, where the standard does not have it.',
    ]);
  });
});

describe('a document held against the guide of a layout', () => {
  const good = [
    'W06*F*ORDERNUMBERWITHMORETHAN22CHARS*20260130',
    'N1*ST*HARBOUR ROW',
    'N3*12 QUAY',
    'N4*DAYTON*OH*45402',
    'W27*M*BHFT',
    'MS2*BHFT',
    'LX*1',
    'W12*CC*10*10***012345678905',
    'N9*LT*LOT7***0915*QQ',
    'W03',
  ];
  const codes = async (body: readonly string[]) => {
    const { text } = await guideOf(...files.ESL);
    const { guides } = compileGuides([{ file: 'g', reference: 'guides/945', text }], standards);
    const reading = readX12(
      Buffer.from(interchange({ set: '945', bodies: [body] }), 'latin1'),
      { standards },
      { guides },
    );
    const held = lintInterchange(reading.interchanges[0]!, { guides, tradeRules: new Map() });
    const set = held.groups[0]!.sets[0]!;
    return set.findings
      .filter(({ level }) => level !== 'note')
      .map(({ code, segment, element }) => [code, segment, element].filter(Boolean).join(' '));
  };

  it('is without a fault where it is as the layout says, deviations included', async () => {
    expect(await codes(good)).toEqual([]);
  });

  it.each([
    ['W06*F', 'W06*N', 'guide.element-code W06 1'],
    ['N4*', 'N4*DAYTON*OH', 'guide.element-missing N4 3'],
    ['W27', 'W27*M*B', 'x12.element.too-short W27 2'],
    ['N1*ST', 'N1*ST*HARBOUR ROW STORAGE AND MUCH MORE THAN THAT', 'guide.element-length N1 2'],
    ['LX', 'LX*1*2', 'x12.element.too-many LX'],
    ['W12', 'W12*CC*10*10**EA', 'guide.element-not-used W12 5'],
    ['N3', 'G61*IC*ANA', 'guide.segment-not-used G61'],
  ])('is at fault where %s becomes %s', async (start, by, expected) => {
    const body = good.flatMap((one) => (one.startsWith(start) ? [by] : [one]));
    expect((await codes(body)).join('; ')).toContain(expected);
  });
});
