import { type CatalogueEntry, note, standard } from './findings-entry.ts';

/** Findings about sets, segments and elements, and about what cannot be written. */
export const bodyFindings = {
  'x12.set.trailer-missing': standard(
    'The transaction set ends without its SE segment.',
    'Send the set again, with its SE.',
  ),
  'x12.set.trailer-stray': standard(
    'An SE segment closes no transaction set.',
    'Remove it, or put the missing ST before its segments.',
  ),
  'x12.set.control-mismatch': standard('ST02 and SE02 differ.', 'Write the same control number in both.'),
  'x12.set.segment-count': standard(
    'SE01 is not the number of segments of the set, ST and SE included.',
    'Count again; check that no segment was lost.',
  ),
  'x12.set.identifier': standard(
    'ST01 is missing or is not a set identifier of three digits.',
    'Write the set in ST01, such as 945.',
  ),
  'x12.set.control-number': standard(
    'ST02 is not four to nine characters long.',
    'Write ST02 with at least four digits, such as 0001.',
  ),
  'x12.set.control-duplicate': standard('ST02 occurs twice in one group.', 'Number the sets of a group differently.'),
  'x12.set.not-supported': standard(
    'There is no definition of this transaction set here.',
    'Send only the sets that were agreed.',
  ),
  'x12.set.wrong-group': standard(
    'The transaction set does not belong in a group with this functional id.',
    'Put sets of different kinds in groups of their own, each with its functional id.',
  ),
  'x12.set.layout-other': note(
    'The segments do not stand as one public source tells of this version, or as another version has them that had to serve, and they stand as in a version nearby that is well known: the set was read by that layout.',
    'Nothing, if that is how you agreed to send it; else state the version of the layout in GS08.',
  ),
  'x12.set.envelope-rejected': note(
    'The set is not accepted because the group or the interchange around it is rejected.',
    'Correct the envelope and send it again.',
  ),
  'x12.segment.unterminated': standard(
    'A segment is cut short by the start of another interchange.',
    'Send the interchange that was cut again.',
  ),
  'x12.segment.binary-length': standard(
    'The length that BIN01 or BDS02 gives does not end at a segment terminator.',
    'Write the exact number of bytes of the binary data.',
  ),
  'x12.segment.unknown': standard(
    'The segment id is not one of the standard.',
    'Correct the id, or take the segment out.',
  ),
  'x12.segment.misspelt': standard(
    'The segment id is not one of the standard; it must be that of a segment which the set needs here, so that what hangs on it is lost.',
    'Correct the id.',
  ),
  'x12.segment.unexpected': standard(
    'The segment belongs to a loop of the set that has not been opened here.',
    'Put the first segment of that loop before it, or take the segment out.',
  ),
  'x12.segment.missing': standard('A mandatory segment is missing.', 'Add the segment.'),
  'x12.segment.loop-too-often': standard(
    'A loop occurs more often than the set allows.',
    'Send fewer occurrences, or several sets.',
  ),
  'x12.segment.too-often': standard(
    'A segment occurs more often than the set allows here.',
    'Take the surplus ones out.',
  ),
  'x12.segment.not-in-set': standard(
    'The segment exists in the standard but not in this set.',
    'Take it out, or use the segment that the set has for it.',
  ),
  'x12.segment.out-of-order': standard(
    'The segment belongs to this set but not at this place.',
    'Move it to its place.',
  ),
  'x12.element.missing': standard('A mandatory element is empty.', 'Fill it in.'),
  'x12.element.conditional-missing': standard(
    'An element is empty that another element of the segment makes necessary.',
    'Fill it in, or leave the other one out too.',
  ),
  'x12.element.too-many': standard(
    'The segment has more elements than the standard defines.',
    'Take the surplus elements out.',
  ),
  'x12.element.too-many-components': standard(
    'A value has more components than its element may have.',
    'Take the surplus components out, or choose another component separator.',
  ),
  'x12.element.too-many-repetitions': standard(
    'An element is repeated more often than it may be.',
    'Send fewer repetitions.',
  ),
  'x12.element.too-short': standard(
    'The value is shorter than the element allows.',
    'Write it with its minimum length.',
  ),
  'x12.element.too-long': standard(
    'The value is longer than the element allows.',
    'Shorten it; nothing was cut off here.',
  ),
  'x12.element.character': standard(
    'The value holds a character that the type of the element does not allow.',
    'Numbers: digits, a sign, for decimals a point. Text: no control characters.',
  ),
  'x12.element.code-unknown': standard('The value is not one of the codes of the element.', 'Use one of the codes.'),
  'x12.element.code-unlisted': note(
    'The code is not in the part of the code list that is known here; it was passed on as it is.',
    'Nothing, if the code is in the full list; load a fuller code list to check it.',
  ),
  'x12.element.not-ascii': note(
    'The value holds characters beyond ASCII; they were kept as received.',
    'Nothing, if both sides agreed on the character set.',
  ),
  'x12.element.date': standard('The value is not a date.', 'Write CCYYMMDD, such as 20260131.'),
  'x12.element.time': standard('The value is not a time.', 'Write HHMM, HHMMSS or HHMMSSDD.'),
  'x12.element.exclusive': standard('Two elements are filled of which only one may be.', 'Leave one of them empty.'),
  'x12.hl.number': standard(
    'HL01 is empty or was used before in this set.',
    'Number the HL segments of a set 1, 2, 3 …',
  ),
  'x12.hl.parent': standard(
    'HL02 names no HL segment that came before.',
    'Write the HL01 of the parent level, or leave HL02 empty at the top.',
  ),
  'x12.hl.parent-by-order': note(
    'HL02 is empty below the outermost level; the level above was taken from the order of levels.',
    'Nothing, if that is right; writing HL02 leaves no doubt.',
  ),
  'x12.hl.parent-empty': note(
    'HL02 is empty below the outermost level, and the order of levels does not tell which level is above: it was read as belonging to none.',
    'Ask the sender to write the HL01 of the level above into HL02.',
  ),
  'x12.hl.depth': note(
    'HL levels are nested deeper than any use of the standard needs; deeper ones were put on the last level.',
    'Check HL02.',
  ),
  'x12.acknowledge.address': note(
    'The interchange names its sender or receiver in a way that an answer cannot repeat (blank, too long, or with control characters); the answer was addressed as nearly as possible.',
    'The sender corrects ISA06 or ISA08; the answer is handed over by hand if it does not find its way.',
  ),
  'x12.write.collision': standard(
    'A value to be written holds a character that is a delimiter of the interchange.',
    'Choose other delimiters for this partner, or take the character out of the value.',
  ),
  'x12.write.character': standard(
    'A value to be written holds a character that the encoding cannot carry, or a control character such as a line break, which readers drop or reject.',
    'Choose UTF-8 for this partner, or take the character out.',
  ),
  'x12.write.delimiters': standard(
    'The delimiters to write with are not four different single characters that readers can tell from data and line breaks.',
    'Correct the delimiters of the partner.',
  ),
  'x12.write.header': standard(
    'An envelope value to be written does not fit its place (too long, or not a number).',
    'Correct the ids or control numbers of the partner.',
  ),
  'x12.write.segment': standard(
    'A segment to be written has no valid id, that of an envelope, no value at all, or binary data of another length than it says.',
    'Correct the mapping that produced it.',
  ),
} as const satisfies Record<string, CatalogueEntry>;
