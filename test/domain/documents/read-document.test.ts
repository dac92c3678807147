import { describe, expect, it } from 'vitest';
import { type DocumentFormat, readDocument } from '../../../services/domain/documents/read-document.ts';
import { countOf } from '../../../services/domain/finding-list.ts';
import { valuesOf } from './support.ts';

const csv = { name: 'csv', csv: { delimiter: ',', quote: '"', header: true } } as const;
const formats = { json: { name: 'json' }, xml: { name: 'xml' }, csv } as const satisfies Record<string, DocumentFormat>;
const read = (text: string | Uint8Array, format: DocumentFormat) =>
  readDocument(typeof text === 'string' ? new TextEncoder().encode(text) : text, format);
/** Place, text and the bytes at its range. */
const values = (text: string, format: DocumentFormat) => {
  const bytes = new TextEncoder().encode(text);
  const { root } = readDocument(bytes, format);
  if (!root) throw new Error('not read');
  return valuesOf(root).map((value) => [
    value.place,
    value.text,
    new TextDecoder().decode(bytes.subarray(...value.range)),
  ]);
};
const told = (text: string | Uint8Array, format: DocumentFormat) =>
  read(text, format).findings.map(({ code, line, column }) => `${code} ${line}:${column}`);

describe('JSON', () => {
  it('gives every value with its bytes, whatever stands before it', () => {
    expect(
      values('\ufeff{"é😀": "ü", "n": [1, {"a": " x "}, [true, null, "\\u00e9"]], "l": [{"k": -1.50}, {"k": 1e3}]}', {
        name: 'json',
      }),
    ).toEqual([
      ['é😀', 'ü', 'ü'],
      ['n[1]', '1', '1'],
      ['n[2]/a', 'x', ' x '],
      ['n[3]/item[1]', 'true', 'true'],
      ['n[3]/item[3]', 'é', '\\u00e9'],
      ['l[1]/k', '-1.50', '-1.50'],
      ['l[2]/k', '1000', '1e3'],
    ]);
  });

  it('keeps the digits of numbers that no computer counts with, and gives keys that mean something elsewhere no meaning', () => {
    expect(values('{"n": 123456789012345678901234567890, "e": 1e999, "__proto__": 1}', formats.json)).toEqual([
      ['n', '123456789012345678901234567890', '123456789012345678901234567890'],
      ['e', '1e999', '1e999'],
      ['__proto__', '1', '1'],
    ]);
  });

  it('reads the last of a repeated key, as JSON.parse does, and says so', () => {
    const text = '{"a": [1, 2], "b": 1,\n "a": [3]}';
    expect(values(text, formats.json)).toEqual([
      ['b', '1', '1'],
      ['a[1]', '3', '3'],
    ]);
    expect(told(text, formats.json)).toEqual(['json.key-repeated 2:2']);
  });

  it.each([
    ['{"a": 1,}', 'json.syntax 1:9'],
    ['{"a" 1}', 'json.syntax 1:6'],
    ['{"é": 1\n // x\n}', 'json.syntax 2:2'],
    ['[1, 2', 'json.syntax 1:6'],
    ['{"a": 01}', 'json.syntax 1:8'],
    ['{"a": "x\ny"}', 'json.syntax 1:7'],
    ['{"a": nil}', 'json.syntax 1:7'],
    ['{} {}', 'json.syntax 1:4'],
    [' \n ', 'document.empty 1:1'],
  ])('%s is told at its place', (text, expected) => {
    expect(told(text, formats.json)).toEqual([expected]);
    expect(read(text, formats.json).root).toBeUndefined();
  });

  it('holds nothing that a database cannot store', () => {
    expect(values('{"a": "x\\u0000y\\ud800"}', formats.json)[0]?.[1]).toBe('x\ufffdy\ufffd');
  });
});

it.each([
  ['JSON', '['.repeat(65), formats.json, 65],
  ['JSON that is cut off', '[{'.repeat(200_000), formats.json, 65],
  ['XML', '<a>'.repeat(200_000), formats.xml, 193],
])('%s nested deeper than 64 levels is refused before a recursive parser sees it', (_, text, format, column) => {
  expect(told(text, format)).toEqual([`document.too-large 1:${column}`]);
  expect(read(text, format).root).toBeUndefined();
});

describe('XML', () => {
  it('gives elements and attributes by their local names, each with its bytes', () => {
    const text =
      '<?xml version="1.0"?>\n<n:é xmlns:n="u" id = "1 &amp; 2" n:k=\'>\'>\n <b> t &lt; <![CDATA[<x>]]> </b><b/><c>1<d>2</d></c><!-- <e> --></n:é>';
    expect(values(text, formats.xml)).toEqual([
      ['é/@id', '1 & 2', '1 &amp; 2'],
      ['é/@k', '>', '>'],
      ['é/b[1]', 't < <x>', 't &lt; <![CDATA[<x>]]>'],
      ['é/c', '1', '1'],
      ['é/c/d', '2', '2'],
    ]);
  });

  it('reads past comments and processing instructions, wherever they stand, and keeps the bytes of what is around them', () => {
    const text = '<!-- <x> --><?p <y> ?>\n<a> <?p ?>o<!-- n -->e<b k=""/><!-- --><b>2</b><?z?></a><!-- </a> -->';
    expect(values(text, formats.xml)).toEqual([
      ['a', 'oe', 'o<!-- n -->e'],
      ['a/b[1]/@k', '', ''],
      ['a/b[2]', '2', '2'],
    ]);
  });

  it('numbers the elements of one name, however many others stand between them', () => {
    const text = `<a z="0"><b>1</b>${'<c/>'.repeat(20)}<b>2</b><d>x</d><b>3</b></a>`;
    const places = read(text, formats.xml).root!.children[0]!.children.map((node) => [
      node.name,
      node.ordinal,
      node.text,
    ]);
    expect(places.filter(([name]) => name !== 'c')).toEqual([
      ['@z', 0, '0'],
      ['b', 1, '1'],
      ['b', 2, '2'],
      ['d', 0, 'x'],
      ['b', 3, '3'],
    ]);
  });

  it('reads what it declares itself to be encoded in', () => {
    const bytes = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00e9<b>x</b></a>', 'latin1');
    const { root } = read(bytes, formats.xml);
    expect(valuesOf(root!).map(({ text, range }) => [text, bytes.subarray(...range).toString('latin1')])).toEqual([
      ['é', 'é'],
      ['x', 'x'],
    ]);
  });

  const lol = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n || ''};`.repeat(10)}">`).join('')}]>`;
  it.each([
    [`<?xml version="1.0"?>\n${lol}<lolz>&lol9;</lolz>`, 'xml.doctype 2:1'],
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', 'xml.doctype 1:1'],
    ['<!DOCTYPE a SYSTEM "http://127.0.0.1/x.dtd"><a/>', 'xml.doctype 1:1'],
    ['<a>&x;</a>', 'xml.syntax 1:4'],
    ['<a>\n<b></a>', 'xml.syntax 2:4'],
    ['<a x="1" x="2"/>', 'xml.syntax 1:16'],
    ['<a', 'xml.syntax 1:3'],
    ['a,b', 'xml.syntax 1:1'],
    ['<a/><b/>', 'xml.syntax 1:5'],
    ['<a/> x', 'xml.syntax 1:5'],
    ['<a b=1/>', 'xml.syntax 1:6'],
    ['<a>&#0;</a>', 'xml.syntax 1:4'],
    ['<a><![CDATA[x</a>', 'xml.syntax 1:18'],
    ['<?x y?>', 'xml.syntax 1:8'],
    ['<a b="<"/>', 'xml.syntax 1:7'],
  ])('%s is told at its place', (text, expected) => {
    expect(told(text, formats.xml)).toEqual([expected]);
    expect(read(text, formats.xml).root).toBeUndefined();
  });
});

describe('CSV', () => {
  it('gives every value with its bytes: quotes, doubled quotes, delimiters and line breaks inside, any line ending', () => {
    const text = '\ufeffno,"the ""x""",é\r\n\r\n1,"2é, ""q""\n",3\n"",,9\r"a",b,c';
    expect(values(text, csv)).toEqual([
      ['rows[1]/no', '1', '1'],
      ['rows[1]/the "x"', '2é, "q"', '2é, ""q""\n'],
      ['rows[1]/é', '3', '3'],
      ['rows[2]/no', '', ''],
      ['rows[2]/the "x"', '', ''],
      ['rows[2]/é', '9', '9'],
      ['rows[3]/no', 'a', 'a'],
      ['rows[3]/the "x"', 'b', 'b'],
      ['rows[3]/é', 'c', 'c'],
    ]);
  });

  it('takes any delimiter, no header and Latin-1 where the mapping says so', () => {
    const bytes = Buffer.from("\u00e9;'a;b'\n1;2\n", 'latin1');
    const { root } = read(bytes, { ...csv, encoding: 'latin-1', csv: { delimiter: ';', quote: "'", header: false } });
    expect(valuesOf(root!).map(({ place, text }) => [place, text])).toEqual([
      ['rows[1]/1', 'é'],
      ['rows[1]/2', 'a;b'],
      ['rows[2]/1', '1'],
      ['rows[2]/2', '2'],
    ]);
  });

  it('tells every row of another width and reads nothing of the file', () => {
    const text = 'a,b\n1,2\n1\n3,4\n1,2,3\n';
    expect(told(text, csv)).toEqual(['csv.row-width 3:1', 'csv.row-width 5:1']);
    expect(read(text, csv).root).toBeUndefined();
    expect(told(`a,b\n${'1\n'.repeat(500)}`, csv)).toHaveLength(101);
  });

  it('counts every row of another width, however many, and no row that is right', () => {
    const rows = '1\n"2\n""3"\r\n\n"a,b",2\n1,2,3\n4,"5"\n'.repeat(1000);
    const { findings, root } = read(`a,b\n${rows}`, csv);
    expect(root).toBeUndefined();
    expect(findings.map(countOf).reduce((sum, count) => sum + count, 0)).toBe(3000);
    expect(findings.at(-1)).toMatchObject({ code: 'csv.row-width', count: 2900 });
  });

  it('quotes no character that turns or hides text', () => {
    const { findings } = read('a\u202e,b,a\u202e\n1,2,3', csv);
    expect(findings).toMatchObject([{ code: 'csv.column-repeated', received: 'a[U+202E]' }]);
    expect(JSON.stringify(findings)).not.toContain('\u202e');
  });

  it.each([
    ['a,b\n1,"2', 'csv.syntax 2:3'],
    ['a,b\n1,x"2"', 'csv.syntax 2:4'],
    ['a,b\n1,"2"x\n', 'csv.syntax 2:6'],
    [`a,b\r\n"1\r\n1",2\r\n\r\n"x ""y""","3\r\n${'4,5\r\n'.repeat(100)}`, 'csv.syntax 5:11'],
    [`a,b\r\n"1\r\n1",2\r\n3,4"\r\n${'4,5\r\n'.repeat(100)}`, 'csv.syntax 4:4'],
    ['a,a\n1,2', 'csv.column-repeated 1:1'],
  ])('%s is told at its place', (text, expected) => {
    expect(told(text, csv)).toEqual([expected]);
  });
});

describe('bytes that are no text', () => {
  it.each([
    [Buffer.from('{"a": "\u00e9"}', 'latin1'), 'document.encoding 1:8'],
    [Buffer.from('\ufeff{}', 'utf16le'), 'document.encoding 1:1'],
    [Buffer.from([0x7b, 0xf0, 0x9f]), 'document.encoding 1:2'],
  ])('%s are told at the first of them', (bytes, expected) => {
    for (const format of [formats.json, formats.csv]) expect(told(bytes, format)).toEqual([expected]);
  });

  it('of more than 32 MB are refused before they are read', () => {
    expect(told(new Uint8Array(33 * 1024 * 1024), formats.csv)).toEqual(['document.too-large 1:1']);
  });
});

describe('whatever the bytes are', () => {
  it('reading them ends in a document or in findings with their places, and never throws', () => {
    const seeds = [
      '{"a": [1, "é😀", {"b": null}]}',
      '<a x="é"><b>t&amp;<![CDATA[c]]></b></a>',
      'a,b\n"é ""x""",2\n3,4\n',
    ];
    let state = 20_260_303;
    const random = (most: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * most);
    };
    for (let round = 0; round < 6000; round++) {
      const bytes = [...new TextEncoder().encode(seeds[round % seeds.length])];
      for (let change = random(4); change >= 0; change--) {
        if (random(2) === 0)
          bytes.splice(random(bytes.length), random(3), ...bytes.slice(random(bytes.length)).slice(0, 5));
        else bytes[random(bytes.length)] = random(256);
      }
      const document = Uint8Array.from(bytes);
      for (const format of Object.values(formats)) {
        const { root, findings } = readDocument(document, format);
        expect(root !== undefined || findings.length > 0).toBe(true);
        for (const { offset = -1, line = 0, column = 0 } of findings.filter((finding) => finding.offset !== undefined))
          expect(offset >= 0 && offset <= document.length && line > 0 && column > 0).toBe(true);
        for (const { range } of root ? valuesOf(root) : [])
          expect(range[0] >= 0 && range[0] <= range[1] && range[1] <= document.length).toBe(true);
      }
    }
  });
});
