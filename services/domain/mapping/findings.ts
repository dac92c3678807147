import type { FindingLevel } from '../finding.ts';

/** What stands in `specs/errors.md` for a code: who is offended, what it means, what to do. */
interface CatalogueEntry {
  readonly level: FindingLevel;
  readonly meaning: string;
  readonly remedy: string;
}

const business = (meaning: string, remedy: string) => ({ level: 'business', meaning, remedy }) as const;
const note = (meaning: string, remedy: string) => ({ level: 'note', meaning, remedy }) as const;

/** Every finding that mapping can produce by itself. Assertions of a mapping bring `business.…` codes of their own. */
export const mappingFindings = {
  'mapping.no-definition': note(
    'The set has no definition in the standards data, so its segments could not be placed in loops and nothing was read.',
    'Add the set under specs/x12, or agree on a set that is known.',
  ),
  'mapping.value-unread': note(
    'The document has a value at a place that reaches no event: the mapping does not read it there, or declares under `leaves` that it leaves it out.',
    'Nothing is wrong with the document. If the value matters, let the mapping read it; if it never does, declare it with `silent: true`.',
  ),
  'mapping.value-missing': business(
    'A field that the canonical event (or the rendered segment) cannot do without has no value. As a note: an optional part was left out for that reason.',
    'Ask the sender for the value, or let the mapping read it from where the sender puts it.',
  ),
  'mapping.code-unmapped': business(
    'A code is not in the table that translates it. As a note: the table knows the usual codes only and another word stands in.',
    'Add the code to the table of the mapping, or ask whoever sends it what it means.',
  ),
  'mapping.number-invalid': business(
    'A value that must be a number is none.',
    'Ask the sender to correct the value; digits, one decimal point and a leading sign are allowed.',
  ),
  'mapping.date-invalid': business(
    'A date or time is none, such as a month 13.',
    'Ask the sender to write CCYYMMDD and HHMM, HHMMSS or HHMMSSDD.',
  ),
  'mapping.time-code-unknown': note(
    'The time code is not in list 623 as we know it; the time was read in the zone of the place or the partner.',
    'Ask the sender which zone is meant, and add the code to specs/tables.',
  ),
  'mapping.zone-assumed': note(
    'A time of day has no time code, and its place gives no zone, or not surely: it was read in the zone of the partner, in UTC, or in the zone of most of the country.',
    'Ask the sender to write a time code or the place with state and country; the zone of the partner stands in its settings.',
  ),
  'mapping.time-skipped': note(
    'A time of day does not exist at its place, because the clocks went forward over it.',
    'Ask the sender which time is meant, if an hour matters.',
  ),
  'mapping.time-twice': note(
    'A time of day comes twice at its place, because the clocks went back; the first one was taken.',
    'Ask the sender to write a time code that tells standard time from daylight time, if an hour matters.',
  ),
  'mapping.text-cut': note(
    'A text is longer than the partner takes and was cut.',
    'Shorten the text at its source if the rest matters.',
  ),
  'mapping.text-flattened': note(
    'A text holds line breaks or other control characters, which no element of X12 can carry; a blank was written for them.',
    'Nothing has to be done; write the text in one line at its source if its lines matter.',
  ),
  'mapping.nothing-made': note(
    'The document holds nothing that the mapping makes an event of: the lists that it reads are there and empty, or no `when` held.',
    'Nothing has to be done where an empty list was meant.',
  ),
  'mapping.nothing-found': business(
    'Nothing that the mapping reads stands in the document: neither the lists that it repeats for, nor any of their fields; of a set, none of the loops. No event was made of it.',
    'Compare the document with what was agreed: perhaps a name changed, or the mapping is not for it. Ask the sender, or correct the mapping and replay the document.',
  ),
  'mapping.lookup-missing': business(
    'A key is not in the cross reference of the partner that the mapping looks it up in. As a note: another word stands in, or the field can stay empty.',
    'Add the key with `crossdock lookups import`, and replay the document.',
  ),
  'mapping.expression-failed': business(
    'A CEL expression of the mapping has no result for these values, such as a division by zero or a text that is no number.',
    'Let the expression ask first whether the values fit (`a == "" ? … : …`), or ask the sender to correct them.',
  ),
  'mapping.formula-guarded': note(
    'A cell of a CSV document would be run as a formula by a spreadsheet; an apostrophe was put before it.',
    'Nothing has to be done. If no spreadsheet reads the file, write `formulas: keep` in the mapping.',
  ),
  'mapping.event-invalid': business(
    'A mapping made an event that breaks its own JSON Schema. The event was not recorded; the document is not to blame.',
    'Correct the mapping where the finding points to and replay the document. That the compiler let it pass is a fault of the hub: report it.',
  ),
  'mapping.cost-limit': business(
    'The mapping took more steps than its size and the document allow, and was stopped.',
    'Look for an `each` inside another that starts at the root; start it at what the outer one looks at.',
  ),
  'business.code-trap': business(
    'A code that exists but means something else than the trade takes it for, such as CS (cassette) for a case.',
    'Use the code that the finding names; if the odd meaning is really meant, add the code to the table of the mapping.',
  ),
  'business.check-digit': business(
    'The check digit of an SSCC or GTIN is wrong.',
    'Compare with the label; a digit was probably mistyped or misread.',
  ),
  'business.key-malformed': business(
    'An SSCC or GTIN does not have its number of digits.',
    'Send 18 digits for an SSCC (20 with application identifier 00), and 8, 12, 13 or 14 for a GTIN.',
  ),
} as const satisfies Record<string, CatalogueEntry>;

export type MappingFindingCode = keyof typeof mappingFindings;
