import { decodeText } from './decode-text.ts';
import { NotReadable, type SpecFormat } from './spec.ts';

/** What an uploaded file is: a specification to read, or a document for people that is kept beside the guides. */
export type Recognised =
  | {
      readonly kind: 'spec';
      readonly format: Exclude<SpecFormat, 'xlsx'>;
      readonly text: string;
      readonly encoding?: string;
    }
  | { readonly kind: 'spec'; readonly format: 'xlsx' }
  | { readonly kind: 'attachment'; readonly mediaType: string; readonly what: string };

const canTake =
  'SEF, OpenEDI JSON, MuleSoft ESL, a layout table as CSV or XLSX, and a guide of Crossdock as YAML or JSON can be taken; PDF and Word are kept beside the guides.';

const starts = (bytes: Uint8Array, ...head: readonly number[]) => head.every((byte, at) => bytes[at] === byte);

/** Tells what a file is by its bytes; its name only decides where they do not. @throws NotReadable with a sentence that names the format where it can be told */
export function recogniseSpec(bytes: Uint8Array, fileName = ''): Recognised {
  if (bytes.length === 0) throw new NotReadable('an empty file', 'The file is empty.');
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return { kind: 'attachment', mediaType: 'application/pdf', what: 'PDF' };
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return ofOldOffice(bytes, fileName);
  if (starts(bytes, 0x50, 0x4b)) return ofZip(bytes);
  if (latin(bytes, 0, 5) === 'EDIDE') throw encrypted;
  if (latin(bytes, 0, 5) === '{\\rtf') return { kind: 'attachment', mediaType: 'application/rtf', what: 'Word (RTF)' };
  return ofText(decodeText(bytes), fileName);
}

/** Whether a file is a document for people, told by its first bytes and the names inside. */
export const isForPeople = (bytes: Uint8Array): boolean =>
  starts(bytes, 0x25, 0x50, 0x44, 0x46) ||
  (starts(bytes, 0x50, 0x4b) && latinWhole(bytes.subarray(-65_536)).includes('word/document.xml'));

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  new TextDecoder('latin1').decode(bytes.subarray(from, to));

const encrypted = new NotReadable(
  'an encrypted SEF file',
  'This SEF file is encrypted (it begins with EDIDE): only the program that its author licensed can open it. Ask its author for a plain SEF file, or for the layout as a table in XLSX or CSV.',
);

function ofOldOffice(bytes: Uint8Array, fileName: string): Recognised {
  const wide = (text: string) => [...text].map((one) => `${one}\0`).join('');
  const text = latinWhole(bytes.subarray(0, 200_000)) + latinWhole(bytes.subarray(-200_000));
  if (text.includes(wide('EncryptedPackage')))
    throw new NotReadable(
      'a workbook with a password',
      'The workbook is protected by a password. Save it again without one.',
    );
  if (text.includes(wide('Workbook')) || /\.xls$/i.test(fileName))
    throw new NotReadable(
      'an old Excel file (XLS)',
      'The file is a workbook of Excel 97 to 2003 (XLS). Save it as “Excel workbook (XLSX)” or as CSV, and upload that.',
    );
  return { kind: 'attachment', mediaType: 'application/msword', what: 'Word (DOC)' };
}

const latinWhole = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

function ofZip(bytes: Uint8Array): Recognised {
  // Names of the files inside stand at the end of an archive, in the clear.
  const names = latinWhole(bytes.subarray(0, 4096)) + latinWhole(bytes.subarray(-65_536));
  if (names.includes('xl/workbook.xml') || names.includes('xl/worksheets')) return { kind: 'spec', format: 'xlsx' };
  if (names.includes('word/document.xml'))
    return {
      kind: 'attachment',
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      what: 'Word (DOCX)',
    };
  if (names.includes('ppt/'))
    throw new NotReadable('a PowerPoint file', `A PowerPoint file cannot be taken. ${canTake}`);
  throw new NotReadable(
    'a ZIP archive',
    `A ZIP archive cannot be taken: unpack it and upload the file with the specification. ${canTake}`,
  );
}

function ofText({ text, encoding }: { text: string; encoding?: string }, fileName: string): Recognised {
  const found = (format: Exclude<SpecFormat, 'xlsx'>): Recognised => ({
    kind: 'spec',
    format,
    text,
    ...(encoding && { encoding }),
  });
  const head = text.slice(0, 4000).trimStart();
  if (/^\.(VER|INI|SETS|STD|PRIVATE|SEGS)\b/m.test(head)) return found('sef');
  if (head.startsWith('{')) {
    if (/"x-(openedi|edination)-|"openapi"\s*:/.test(text.slice(0, 500_000))) return found('openedi');
    if (/"guide"\s*:/.test(head)) return found('guide');
    throw new NotReadable(
      'a JSON file',
      `The JSON is neither OpenEDI (it has no \`x-openedi-…\`) nor a guide of Crossdock (it has no \`guide\`). ${canTake}`,
    );
  }
  if (/^ISA\W/.test(head))
    throw new NotReadable(
      'an X12 document',
      'This is an X12 document and no specification. Drop it in the sandbox to see what is in it; upload the specification here.',
    );
  if (/^(UNA|UNB\+)/.test(head))
    throw new NotReadable('an EDIFACT document', `This is an EDIFACT document and no specification. ${canTake}`);
  if (head.startsWith('<')) throw ofXml(head);
  if (/^(form|structures)\s*:/m.test(head)) return found('esl');
  if (/^guide\s*:/m.test(head)) return found('guide');
  if (/^(mapping|segments)\s*:/m.test(head) || isYaml(head, fileName))
    throw new NotReadable(
      'another YAML file',
      `The YAML is no guide (it has no \`guide:\` at its top) and no MuleSoft ESL (no \`form:\`). ${canTake}`,
    );
  if (/\.(csv|tsv|txt)$/i.test(fileName) || /^[^\n]*[,;\t|][^\n]*[,;\t|]/m.test(head)) return found('csv');
  throw new NotReadable('a text file', `What the text is cannot be told. ${canTake}`);
}

/** By its name, or by what no table begins with: a mark, or a key whose value is an anchor, a list or a map. */
const isYaml = (head: string, fileName: string): boolean =>
  /\.ya?ml$/i.test(fileName) || /^(%YAML\b|---\s*\n|[\w.-]+\s*:\s*[&[{])/.test(head);

function ofXml(head: string): NotReadable {
  const kinds: readonly (readonly [RegExp, string])[] = [
    [/<(?:xs|xsd):schema[\s\S]*BizTalk/i, 'a BizTalk schema (XSD)'],
    [/<(?:xs|xsd):schema/i, 'an XML schema (XSD)'],
    [/<(?:gXML|ecs|Guideline)/i, 'a guideline of Edifecs'],
    [/<html|<!doctype html/i, 'a web page (HTML)'],
    [/Workbook[\s\S]*urn:schemas-microsoft-com:office:spreadsheet/i, 'an Excel 2003 XML file'],
  ];
  const what = kinds.find(([form]) => form.test(head))?.[1] ?? 'an XML file';
  return new NotReadable(what, `This is ${what}, which cannot be taken. ${canTake}`);
}
