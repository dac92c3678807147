import { type CatalogueEntry, note, standard } from '../x12/findings-entry.ts';

/** Every finding about a JSON, XML or CSV document that cannot be read, or not as it stands. */
export const documentFindings = {
  'document.too-large': standard(
    'The document is larger, deeper nested or holds more values than is read.',
    'Send it in several documents.',
  ),
  'document.encoding': standard(
    'The bytes are not in the encoding that was agreed (UTF-8 where nothing else was).',
    'Send UTF-8, or name the encoding in the mapping: `encoding: latin-1`.',
  ),
  'document.empty': standard('There is nothing in the document.', 'Send the document with its content.'),
  'document.not-agreed': standard(
    'The document is JSON or XML, or text that could be CSV, and none of the documents that are agreed with the partner in this direction is that. It was stored; nothing was created from it.',
    'Send what is agreed, or agree the document first; then send it again.',
  ),
  'document.ambiguous': standard(
    'Several documents of this format are agreed with the partner, and the bytes fit none of them, or more than one. It was stored; nothing was created from it.',
    'Compare the document with what was agreed. Where two look alike, let their mappings say what tells them apart with `recognise`.',
  ),
  'event.invalid': standard(
    'An event that was sent as canonical JSON does not obey the schema of its type, or its envelope is wrong. Nothing was created from it; the other events of the document were taken.',
    'Correct the place that the finding names and send that event again. `/docs` has the schemas.',
  ),
  'json.syntax': standard(
    'The document is not JSON by RFC 8259.',
    'Correct the place that the finding names; comments and trailing commas are not allowed.',
  ),
  'json.key-repeated': note(
    'An object has the same key twice; the last one was read.',
    'Ask the sender which one is meant: other programs may read the first.',
  ),
  'xml.syntax': standard('The document is not well-formed XML.', 'Correct the place that the finding names.'),
  'xml.doctype': standard(
    'The document brings a document type declaration (DOCTYPE). Such declarations can define entities that expand without end or read files, and are refused.',
    'Send the document without DOCTYPE; characters can be written as they are or as `&#233;`.',
  ),
  'csv.syntax': standard(
    'A quoted value does not begin at the delimiter, does not end at one, or does not end at all.',
    'Put quotes around the whole value, and double the quotes inside it.',
  ),
  'csv.row-width': standard(
    'A row has more or fewer columns than the first one. Nothing was made of the file.',
    'Put quotes around values that hold the delimiter, and write empty columns too.',
  ),
  'csv.column-repeated': note(
    'Two columns have the same name; the first one is read by it.',
    'Give each column a name of its own, or let the mapping read by number.',
  ),
  'csv.column-missing': note(
    'The mapping reads a column that the header does not have.',
    'Compare the header with what was agreed; a renamed column is read under its new name only.',
  ),
} as const satisfies Record<string, CatalogueEntry>;

export type DocumentFindingCode = keyof typeof documentFindings;
