import { type CatalogueEntry, note, standard } from './findings-entry.ts';

/** Findings about documents, interchanges and groups. */
export const envelopeFindings = {
  'x12.document.empty': standard(
    'The document holds no bytes, or only white space.',
    'Send the file again; look whether it was empty before it left.',
  ),
  'x12.document.edifact': standard(
    'The document is UN/EDIFACT (it starts with UNA or UNB), not X12.',
    'Send X12, or agree EDIFACT with us first; this endpoint reads X12 only.',
  ),
  'x12.document.html': standard(
    'The document is an HTML page; often an error or sign-in page was saved in place of the file.',
    'Fetch the real file and send that.',
  ),
  'x12.document.json': standard('The document is JSON, not X12.', 'Send the X12 file; JSON has its own endpoints.'),
  'x12.document.xml': standard('The document is XML, not X12.', 'Send the X12 file.'),
  'x12.document.binary': standard(
    'The document is binary data, such as an archive, a PDF or an encrypted file.',
    'Send the plain X12 file: not zipped, not encrypted, not a picture of it.',
  ),
  'x12.document.encoding': standard(
    'The document is X12 in UTF-16 or EBCDIC, which X12 exchanges do not use.',
    'Save or transfer the file as ASCII, Latin-1 or UTF-8 (a text-mode transfer from a mainframe does that).',
  ),
  'x12.document.fragment': standard(
    'The document starts with a GS or ST segment: the interchange header (ISA) is missing.',
    'Send the whole interchange, from ISA to IEA.',
  ),
  'x12.document.not-x12': standard(
    'No ISA segment was found anywhere in the document.',
    'Send an X12 interchange: it starts with ISA and ends with IEA.',
  ),
  'x12.document.junk': standard(
    'There are bytes before, between or after the interchanges that belong to none of them.',
    'Remove what is not X12 from the file. The interchanges themselves were read.',
  ),
  'x12.document.byte-order-mark': note(
    'The document starts with a UTF-8 byte order mark, which was skipped.',
    'Save the file without a byte order mark.',
  ),
  'x12.interchange.header-incomplete': standard(
    'An ISA segment stops before its sixteenth element: sender, receiver and delimiters cannot be known.',
    'Send the whole interchange again; an ISA has sixteen elements and 106 characters.',
  ),
  'x12.interchange.header-width': standard(
    'An element of the ISA segment does not have its fixed width; it was read by counting elements.',
    'Pad each ISA element to its width, so that the segment has 106 characters with its terminator.',
  ),
  'x12.interchange.delimiters': standard(
    'The delimiters that the ISA segment declares cannot be used: two are the same, or one is a letter, digit or blank.',
    'Choose four different characters that never occur in data, such as * > ^ ~.',
  ),
  'x12.interchange.terminator-blank': standard(
    'A blank stands before the segment terminator; it was read as if it were not there.',
    'Write the terminator directly after the last element.',
  ),
  'x12.interchange.terminator-bytes': note(
    'The segment terminator is a character of several bytes in UTF-8; the interchange was read by it.',
    'Save the file as Latin-1, or use a terminator of ASCII such as ~.',
  ),
  'x12.interchange.control-number': standard('ISA13 is not a number of nine digits.', 'Write ISA13 with nine digits.'),
  'x12.interchange.date': standard('ISA09 is not a date YYMMDD.', 'Write the date with six digits, such as 260131.'),
  'x12.interchange.time': standard('ISA10 is not a time HHMM.', 'Write the time with four digits, such as 0930.'),
  'x12.interchange.party': standard(
    'The sender or receiver id of the ISA segment (ISA06, ISA08) is blank or holds control characters.',
    'Fill in the id that was agreed for this exchange.',
  ),
  'x12.interchange.not-ascii': note(
    'The sender or receiver id of the ISA segment has characters beyond ASCII; they were kept, and our answers repeat them byte for byte.',
    'Agree on ids of ASCII: other programs may refuse or change such characters.',
  ),
  'x12.interchange.qualifier': standard(
    'ISA05 or ISA07 is no qualifier: two capital letters or digits that say what kind of id follows.',
    'Write the qualifier that was agreed, such as ZZ (mutually defined) or 02 (SCAC).',
  ),
  'x12.interchange.qualifier-unknown': note(
    'ISA05 or ISA07 has the form of a qualifier and is none of those of the standard; the id behind it was taken as it is.',
    'Write the qualifier that was agreed, such as ZZ (mutually defined) or 02 (SCAC).',
  ),
  'x12.interchange.security': standard(
    'ISA01 to ISA04 (authorization, security) are not as they must be.',
    'Write 00 in ISA01 and ISA03 and blanks in ISA02 and ISA04, unless something else was agreed.',
  ),
  'x12.interchange.version': standard(
    'ISA12 is no version of the interchange control segments.',
    'Write a version such as 00401 or 00501.',
  ),
  'x12.interchange.standards-id': standard(
    'ISA11 names standards that are not known here; up to version 00401 it is U.',
    'Write U in ISA11.',
  ),
  'x12.interchange.flag': standard(
    'ISA14 is not 0 or 1, or ISA15 is not P, T or I.',
    'ISA14: 1 asks for a TA1, 0 does not. ISA15: P production, T test, I information.',
  ),
  'x12.interchange.repetition': note(
    'ISA11 does not fit the version: U up to 00401, the repetition separator from 00402 on.',
    'Put U there in 00401 and a separator such as ^ from 00402 on.',
  ),
  'x12.interchange.trailer-missing': standard(
    'The interchange ends without its IEA segment; the transmission was probably cut.',
    'Send the whole interchange again.',
  ),
  'x12.interchange.control-mismatch': standard(
    'ISA13 and IEA02 differ, so header and trailer do not belong together.',
    'Write the same control number in both and send again.',
  ),
  'x12.interchange.group-count': standard(
    'IEA01 is not the number of groups in the interchange.',
    'Count the GS segments; check that no group was lost.',
  ),
  'x12.interchange.elements': standard('The IEA segment has more than two elements.', 'Take the surplus elements out.'),
  'x12.interchange.unterminated': standard(
    'The last segment has no segment terminator.',
    'End every segment with the terminator, the last one too.',
  ),
  'x12.interchange.segment-outside': standard(
    'There are segments between the groups that belong to no group.',
    'Put every segment inside a transaction set, and every set inside a group.',
  ),
  'x12.interchange.wrapped': note(
    'Line breaks stand in the middle of segments (fixed-length lines); they were taken out of the values.',
    'Send without line wrapping, or break lines only after a segment terminator.',
  ),
  'x12.interchange.empty-segments': note(
    'There are empty segments (a doubled terminator); they were skipped and not counted.',
    'End every segment with exactly one terminator.',
  ),
  'x12.interchange.indented': note(
    'Segments are preceded by blanks, which were skipped.',
    'Start each segment directly after the terminator.',
  ),
  'x12.group.header-missing': standard(
    'A transaction set stands outside any group: the GS segment is missing.',
    'Put a GS segment before the first ST and a GE segment after the last SE.',
  ),
  'x12.group.header-invalid': standard(
    'GS01 is not two letters, GS02 or GS03 is empty or holds control characters, or GS06 is no number, so that the group cannot be acknowledged by a 997.',
    'Write the functional id of the sets in GS01, such as SW for 945, the codes that were agreed in GS02 and GS03, and one to nine digits in GS06.',
  ),
  'x12.group.not-ascii': note(
    'GS02 or GS03 has characters beyond ASCII; they were kept, and our 997 repeats them byte for byte.',
    'Agree on codes of ASCII: other programs may refuse or change such characters.',
  ),
  'x12.group.trailer-missing': standard(
    'The group ends without its GE segment.',
    'Send the group again, with GE after its last set.',
  ),
  'x12.group.trailer-stray': standard(
    'A GE segment closes no group.',
    'Remove it, or put the missing GS before its sets.',
  ),
  'x12.group.control-mismatch': standard('GS06 and GE02 differ.', 'Write the same control number in both.'),
  'x12.group.set-count': standard(
    'GE01 is not the number of transaction sets in the group.',
    'Count the ST segments; check that no set was lost.',
  ),
  'x12.group.control-duplicate': standard(
    'GS06 is used twice in one interchange by groups of the same kind between the same two applications, so that a 997 for one of them cannot be told from that for the other.',
    'Give every group its own GS06.',
  ),
  'x12.group.control-number': standard('GS06 has more than nine digits.', 'Write GS06 with one to nine digits.'),
  'x12.group.date': standard(
    'GS04 is not a date; as a note, it has six digits where the version has eight.',
    'Write CCYYMMDD, such as 20260131 (YYMMDD before 004010).',
  ),
  'x12.group.time': standard('GS05 is not a time.', 'Write HHMM, HHMMSS or HHMMSSDD.'),
  'x12.group.elements': standard(
    'The GS segment names applications or an agency (GS02, GS03, GS07) in a way that the standard does not have, or GS or GE has too many elements.',
    'GS02 and GS03: two to fifteen characters. GS07: X. Nothing after GS08 and after GE02.',
  ),
  'x12.group.functional-id': standard(
    'GS01 is no functional id that is known here.',
    'Use the functional id of the sets in the group, such as SW for 945.',
  ),
  'x12.group.version-unsupported': standard(
    'GS08 is not a version of the standard.',
    'Write version, release and subrelease with six digits, such as 004010.',
  ),
  'x12.group.version-fallback': note(
    'The version in GS08, or a set of the group in that version, has no definitions here; the nearest known version was used to check it. What rests on that alone is told in notes and rejects nothing.',
    'Nothing, if the sets are alike in both versions; else agree on a known version, or import its tables (specs/x12/README.md).',
  ),
  'x12.group.segment-outside': standard(
    'There are segments in the group that belong to no transaction set.',
    'Put every segment between an ST and its SE.',
  ),
} as const satisfies Record<string, CatalogueEntry>;
