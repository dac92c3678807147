/** A format in which others describe what they exchange, and what to do with a file of it here. */
interface ForeignFormat {
  readonly name: string;
  readonly isMeant: (start: string) => boolean;
  readonly advice: string;
}

const write = 'Write what it asks for as a guide in YAML (partners/README.md)';
const take = 'Take it as a guide with `crossdock guide import`, or on the page Guides';
const starts = (pattern: RegExp) => (start: string) => pattern.test(start);

const formats: readonly ForeignFormat[] = [
  {
    name: 'a SEF file (Standard Exchange Format, as EDISIM and other EDI tools write it)',
    isMeant: starts(/^\.(VER|INI|PRIVATE|PUBLIC|STD|SETS|SEGS|COMS|ELMS|CODES|VALREFS|VALLISTS|TEXT)\b/m),
    advice: take,
  },
  {
    name: 'an ESL file (EDI Schema Language, as MuleSoft uses it)',
    isMeant: starts(/^form:\s*['"]?(X12|EDIFACT|HL7|FLATFILE|FIXEDWIDTH|COPYBOOK)/im),
    advice: take,
  },
  {
    name: 'an OpenEDI specification (OpenAPI with descriptions of EDI)',
    isMeant: (start) => /["']?openapi["']?\s*:/.test(start) || /x-(open-?edi|edination)/i.test(start),
    advice: take,
  },
  {
    name: 'a JSON Schema',
    isMeant: starts(/"\$schema"\s*:\s*"https?:\/\/json-schema\.org/),
    advice: write,
  },
  { name: 'a PDF', isMeant: starts(/^%PDF-/), advice: write },
  {
    name: 'a spreadsheet, a text document or another archive (XLSX, DOCX, ZIP)',
    isMeant: (start) => start.startsWith('PK\u0003\u0004'),
    advice: write,
  },
  {
    name: 'XML, such as a schema (XSD) or a mapping of another product',
    isMeant: starts(/^<[?!a-zA-Z]/),
    advice: write,
  },
  {
    name: 'an X12 document and no description of one',
    isMeant: starts(/^ISA[^A-Za-z0-9\s]/),
    advice: 'Look at it with `crossdock inspect`',
  },
];

/** So much of a file tells what it is. */
const lookedAt = 4096;

/** What a configuration file is that is none of ours, in a sentence, and what to do; undefined where it may be one. */
export function foreignFormat(text: string): { readonly message: string; readonly hint: string } | undefined {
  const start = text
    .slice(0, lookedAt)
    .replace(/^\ufeff/, '')
    .trimStart();
  const found = formats.find(({ isMeant }) => isMeant(start));
  return found && { message: `This is ${found.name}, which is not read here.`, hint: found.advice };
}
