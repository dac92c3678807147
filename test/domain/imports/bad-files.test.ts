import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importSpec } from '../../../services/domain/imports/import-spec.ts';
import { previewImport } from '../../../services/domain/imports/preview-import.ts';
import { importLimits, NotReadable } from '../../../services/domain/imports/spec.ts';
import { standards } from '../x12/support.ts';
import { csvLayout, eslLayout, openEdiLayout, sefLayout, tableLayout, xlsxOf } from './layouts.ts';

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);
const preview = (bytes: Uint8Array, more = {}) => previewImport(bytes, { standards, ...more });
const lostIn = async (bytes: Uint8Array, more = {}) =>
  ((await preview(bytes, more)).guide?.notes ?? []).filter(({ kind }) => kind === 'lost');

/** The sentence with which a file is refused. */
async function refusal(bytes: Uint8Array, fileName = 'file'): Promise<string> {
  const error = await preview(bytes, { fileName }).then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(NotReadable);
  return `${(error as NotReadable).seems}: ${(error as NotReadable).message}`;
}

describe('a file that cannot be taken', () => {
  it('is named, with what can be taken instead', async () => {
    expect(await refusal(bytesOf('EDIDE1001\u0001\u00ff', 'latin1'))).toMatch(/encrypted SEF.*plain SEF file/s);
    expect(await refusal(bytesOf('ISA*00*          *00*'))).toMatch(/an X12 document.*sandbox/);
    expect(await refusal(bytesOf('UNB+UNOA:1+A'))).toContain('EDIFACT document');
    expect(await refusal(bytesOf('<xs:schema xmlns:xs="x"/>'))).toContain('an XML schema (XSD)');
    expect(await refusal(bytesOf('{"a": 1}'))).toContain('neither OpenEDI');
    expect(await refusal(bytesOf('a: &a [x,x,x]\nb: &b [*a,*a,*a]\n'))).toMatch(/^another YAML file: .*no `guide:`/);
    expect(await refusal(bytesOf('carrier: x, y, z\n'), 'layout.yaml')).toContain('another YAML file');
    expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'layout.xls')).toContain('old Excel file');
    expect(await refusal(zipSync({ 'readme.txt': bytesOf('hello') }))).toContain('a ZIP archive');
    expect(await refusal(Buffer.alloc(0))).toContain('empty');
    expect(await refusal(bytesOf('Dear partner, here is nothing at all'))).toContain('cannot be told');
    expect(await refusal(Buffer.from([1, 0, 2, 9, 0, 9, 9, 9, 9, 9, 9, 9, 9, 9]))).toContain('binary');
  });

  it('says in which line it has other headings, or a part without an end', async () => {
    const odd = 'Our layout\n\nSeg.-Kennung;Bezeichnung;Pflicht\nB10;Referenz;ja\n';
    expect(await refusal(bytesOf(odd), 'layout.csv')).toMatch(/Line 3 has “Seg.-Kennung”, “Bezeichnung”, “Pflicht”/);
    const open = sefLayout.replace('.SETS', '.PRIVATE Us\n.SETS');
    expect(await refusal(bytesOf(open))).toMatch(/line \d+ begins with .PRIVATE is not ended by .PUBLIC/);
  });

  it('says so where it is too large, and reads none of it', async () => {
    expect(await refusal(Buffer.alloc(importLimits.bytes + 1, 65))).toContain('at most 2 MB');
  });

  it('is kept where it is written for people', async () => {
    const { attachment, guide } = await preview(bytesOf('%PDF-1.7 …'));
    expect(attachment).toMatchObject({
      mediaType: 'application/pdf',
      message: expect.stringContaining('kept beside the guides'),
    });
    expect(guide).toBeUndefined();
    const word = zipSync({ '[Content_Types].xml': bytesOf('<Types/>'), 'word/document.xml': bytesOf('<w/>') });
    expect((await preview(word)).attachment?.what).toBe('Word (DOCX)');
  });
});

describe('what is not understood', () => {
  it('of lengths in a layout table is told with its line', async () => {
    const head = 'Segment,Element,Req,Min,Max';
    const lost = await lostIn(bytesOf(`${head}\nW06,02,M,a,b\nW06,03,M,1,8\n`), { fileName: 'x.csv', set: '945' });
    expect(lost).toEqual([
      { kind: 'lost', origin: { line: 2 }, message: '“a” is no length; a number such as 30 is.' },
      { kind: 'lost', origin: { line: 2 }, message: '“b” is no length; a number such as 30 is.' },
    ]);
  });

  it('of SEF is told: a version that nobody knows', async () => {
    const lost = await lostIn(bytesOf(sefLayout.replace(/^\.VER.*/m, '.VER 1.9')));
    expect(lost.map(({ message }) => message)).toContain('SEF 1.9 is not known here; it was read like SEF 1.6.');
  });
});

describe('a bomb', () => {
  it('of YAML aliases is refused', async () => {
    const bomb = `form: X12\nstructures: &a [x]\nsegments: [*a, *a]\n`;
    expect(await refusal(bytesOf(bomb))).toContain('Anchors and aliases');
  });

  it('of nested JSON is refused', async () => {
    expect(await refusal(bytesOf(`{"openapi": ${'['.repeat(5000)}${']'.repeat(5000)}}`))).toContain('nested');
  });

  it('of JSON schemas that refer to each other is refused', async () => {
    const circle = openEdiLayout().replace(
      '"$ref": "#/components/schemas/N9"',
      '"$ref": "#/components/schemas/LoopW12"',
    );
    expect(await refusal(bytesOf(circle))).toContain('in a circle');
  });

  it('of nested SEF braces, and of groups repeated without end, is refused', async () => {
    expect(await refusal(bytesOf(sefLayout.replace('[W06,M]', `${'{'.repeat(50)}[W06]${'}'.repeat(50)}`)))).toContain(
      'deep',
    );
    const many = sefLayout.replace('LX=[554,M]', `LX=${'{900'.repeat(6)}[554]${'}'.repeat(6)}`);
    expect(await refusal(bytesOf(many))).toContain(`more than ${importLimits.items}`);
  });

  it('of a zipped sheet is noticed while it is unpacked', async () => {
    const huge = zipSync({
      'xl/workbook.xml': bytesOf('<workbook/>'),
      'xl/worksheets/sheet1.xml': new Uint8Array(60_000_000),
    });
    expect(huge.length).toBeLessThan(importLimits.bytes);
    expect(await refusal(huge)).toContain('when it is unpacked');
  });

  it('of a cell far away, or a sheet that claims to be endless, costs no memory', async () => {
    const endless = xlsxOf({ Layout: tableLayout }, { dimension: '<dimension ref="A1:XFD1048576"/>' });
    expect((await preview(endless)).guide?.set).toBe('945');
    const far = xlsxOf({ Layout: tableLayout }, { merges: '<cell/><c r="XFD1048576" t="inlineStr"/>' });
    expect(await refusal(far)).toContain('cells up to row 1048576');
  });
});

describe('a file that is a little odd', () => {
  it.each([
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), bytesOf(csvLayout(), 'utf16le')])],
    ['UTF-16', bytesOf(csvLayout(), 'utf16le')],
    [
      'Latin-1',
      bytesOf(csvLayout().replace('Shipping', 'Shipping \u00fc').replace('"M = Motor', '"M = Motor \u00fc'), 'latin1'),
    ],
  ])('is read in %s, and says so', async (encoding, bytes) => {
    const { guide } = await preview(bytes, { fileName: 'layout.csv' });
    expect(guide!.notes[0]!.message).toContain(encoding);
    expect(guide!.text).toContain('N1[01=ST]');
  });

  it('is the same guide when a SEF was wrapped at 40 characters', async () => {
    const wrapped = sefLayout
      .split('\n')
      .map((line) => line.replaceAll(/(.{40})(?=.)/g, '$1\r\n'))
      .join('\r\n');
    expect((await preview(bytesOf(wrapped))).guide!.text).toBe((await preview(bytesOf(sefLayout))).guide!.text);
  });

  it('never runs a COMEXIT of a SEF, and tells it with its line', async () => {
    const lost = await lostIn(bytesOf(`${sefLayout}.SEMREFS\n66=LOCALVALUE:COMEXIT:prog.run\n`));
    expect(lost).toMatchObject([
      { origin: { line: sefLayout.split('\n').length + 1 }, message: expect.stringContaining('never run') },
    ]);
  });

  it('tells segments and elements that the standard does not have, with their cell', async () => {
    const rows = [...tableLayout, ['ZZ9', '', 'O', '1', '', '', '', ''], ['??', '', '', '', '', '', '', '']];
    const lost = await lostIn(xlsxOf({ Layout: rows }));
    expect(lost.map(({ origin, message }) => [origin?.cell, message.slice(0, 36)])).toEqual([
      ['Layout!A46', '“??” is no segment id; the row was l'],
      ['Layout!A45', 'ZZ9 is no segment of the standard, s'],
    ]);
  });

  it('tells an element beyond the end of its segment', async () => {
    const rows = tableLayout.flatMap((row) =>
      row[1] === 'W27-02' ? [row, ['', 'W27-45', 'M', '', '', '', '', '']] : [row],
    );
    expect(await lostIn(xlsxOf({ Layout: rows }))).toMatchObject([
      { message: expect.stringContaining('W27-45 does not exist') },
    ]);
  });

  it('takes merged cells for each of their rows, and says which sheets hold no table', async () => {
    const merged = tableLayout.map((row, nth) => (nth > 3 && row[0] === '' && row[1]?.startsWith('W06') ? row : row));
    const sheets = { Cover: [['Our guide'], ['Ask us']], Layout: merged };
    const { guide } = await preview(
      xlsxOf(sheets, { merges: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>' }),
    );
    expect(guide!.notes.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('“Cover” has no layout table'),
    );
    const down = tableLayout.map((row, nth) => (nth === 3 ? row : row));
    const withMerge = xlsxOf({ Layout: down }, { merges: '<mergeCells><mergeCell ref="A4:A7"/></mergeCells>' });
    expect((await preview(withMerge)).guide!.text).toBe((await preview(xlsxOf({ Layout: tableLayout }))).guide!.text);
  });

  it('names the column that nobody knows, once', async () => {
    const rows = tableLayout.map((row, nth) => (nth === 2 ? [...row, 'Zorkmid'] : row));
    expect(await lostIn(xlsxOf({ Layout: rows }))).toMatchObject([{ origin: { cell: 'Layout!I3' } }]);
  });

  it('says which import of an ESL is missing', async () => {
    const lost = await lostIn(bytesOf(eslLayout.replace('/x12/004010/basedefs.esl', '/ours/base.esl')));
    expect(lost).toMatchObject([
      { origin: { line: 3 }, message: expect.stringContaining('/ours/base.esl, which was not uploaded') },
    ]);
  });

  it('changes only what an overlay names', async () => {
    const overlay = `form: X12\nversion: '004010'\nimports: ['/x12/004010/945.esl']\nstructures:\n- idRef: '945'\n  heading:\n  - { idRef: 'G62', position: '0900', usage: U }\nsegments:\n- idRef: 'W27'\n  values:\n  - { position: 2, usage: M }\n- { idRef: 'W03', values: [ { position: 3, usage: U } ] }\n`;
    const { guide } = await preview(bytesOf(overlay));
    expect(guide!.differences.map(({ place, kind }) => `${place} ${kind}`)).toEqual([
      'G62 not-used',
      'W27-02 required',
      'LX/W12/W27-02 required',
      'W03 not-used',
    ]);
  });

  it('with two sets asks which one, and takes the one that was asked for', async () => {
    const second = sefLayout.replace('945=^', '943=^[ST,M][W06,M][SE,M]\n945=^');
    const open = await preview(bytesOf(second));
    expect(open).toMatchObject({
      sets: [
        { code: '943', known: true },
        { code: '945', known: true },
      ],
      next: expect.stringContaining('several sets'),
    });
    expect(open.guide).toBeUndefined();
    expect((await preview(bytesOf(second), { set: '945' })).guide!.set).toBe('945');
    expect((await preview(bytesOf(second), { set: '850' })).next).toContain('no set 850');
  });

  it('of another version says so, and can be written for one that is known', async () => {
    const other = sefLayout.replace('004 010', '005 030');
    expect(await refusal(bytesOf(other))).toContain('005030');
    const { guide } = await preview(bytesOf(other), { version: '005010' });
    expect(guide).toMatchObject({ version: '005010' });
    expect(guide!.notes.map(({ message }) => message)).toContain(
      'The file is for version 005030, and the guide is written for 005010.',
    );
  });

  it('with a hundred sets and thousands of elements is read', async () => {
    const sets = Array.from({ length: 100 }, (_, nth) => `${200 + nth}=^[ST,M]${'[W06,M]'.repeat(30)}[SE,M]`).join(
      '\n',
    );
    const imported = await importSpec(bytesOf(sefLayout.replace('945=^', `${sets}\n945=^`)));
    expect(imported.kind === 'spec' && imported.spec.sets.length).toBe(101);
  });
});
