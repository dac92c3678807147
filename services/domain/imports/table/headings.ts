/** What a column of a layout table can say. */
export type Column =
  | 'segment'
  | 'element'
  | 'reference'
  | 'name'
  | 'requirement'
  | 'usage'
  | 'max'
  | 'loop'
  | 'loopMax'
  | 'type'
  | 'length'
  | 'minLength'
  | 'maxLength'
  | 'codes'
  | 'notes'
  | 'attributes'
  | 'position'
  | 'set'
  | 'version'
  | 'rules';

/** Headings as people write them, without case, blanks and points. */
const synonyms: Readonly<Record<Column, readonly string[]>> = {
  segment: ['segment', 'seg', 'segid', 'segmentid', 'segmenttag', 'tag', 'segmentcode', 'recordid'],
  element: [
    'element',
    'elem',
    'refdes',
    'ref',
    'refdesignator',
    'referencedesignator',
    'elementposition',
    'elementid',
    'elementref',
    'elementno',
    'elementnumber',
    'field',
    'fieldno',
    'elementpos',
    'elem#',
    'element#',
    'el',
  ],
  reference: [
    'dataelement',
    'dataelementno',
    'dataelementnumber',
    'dataelementid',
    'de',
    'deno',
    'denumber',
    'x12element',
    'dataelement#',
    'elementreference',
  ],
  name: ['name', 'segmentname', 'elementname', 'dataelementname', 'title', 'fieldname'],
  requirement: [
    'req',
    'reqdes',
    'requirement',
    'requirementdesignator',
    'm/o',
    'mo',
    'm/o/c',
    'm/o/x',
    'status',
    'mandatory',
    'mandatory/optional',
    'condition',
    'x12req',
    'x12requirement',
    'std',
    'stdreq',
  ],
  usage: [
    'usage',
    'use',
    'used',
    'partnerusage',
    'userreq',
    'userattributes',
    'userrequirement',
    'ourusage',
    'requiredbypartner',
    'partnerrequirement',
  ],
  max: [
    'maxuse',
    'max',
    'maximumuse',
    'maxoccurs',
    'occurs',
    'occurrences',
    'repeat',
    'repetitions',
    'segmax',
    'maxrepeat',
    'segmentmax',
  ],
  loop: ['loop', 'loopid', 'loopname', 'group', 'loopidentifier'],
  loopMax: ['looprepeat', 'loopmax', 'loopmaxuse', 'looprep', 'looprepetitions', 'grouprepeat'],
  type: ['type', 'datatype', 'elementtype', 'format'],
  length: [
    'length',
    'len',
    'min/max',
    'minmax',
    'min-max',
    'size',
    'minmaxlength',
    'min/maxlength',
    'fieldlength',
    'lengthmin/max',
  ],
  minLength: ['min', 'minlength', 'minlen', 'minimumlength', 'minimum'],
  maxLength: ['maxlength', 'maxlen', 'maximumlength', 'maximum'],
  codes: [
    'codes',
    'code',
    'codevalues',
    'values',
    'validvalues',
    'validcodes',
    'allowedvalues',
    'allowedcodes',
    'qualifiers',
    'qualifier',
    'codelist',
    'value',
    'acceptedvalues',
    'codesused',
  ],
  notes: [
    'notes',
    'note',
    'comments',
    'comment',
    'remarks',
    'remark',
    'usagenotes',
    'description',
    'definition',
    'mappingnotes',
    'instructions',
    'explanation',
    'semantics',
  ],
  attributes: ['attributes', 'attribute', 'attr', 'elementattributes'],
  position: ['pos', 'posno', 'position', 'posnumber', 'seq', 'sequence', 'seqno', 'pos#', 'no', '#'],
  set: ['set', 'transactionset', 'transaction', 'ts', 'tsid', 'document', 'message', 'setid'],
  version: ['version', 'x12version', 'release', 'ediversion', 'standardversion'],
  rules: ['rules', 'syntax', 'syntaxrules', 'relational', 'syntaxnotes', 'relationalconditions'],
};

const byHeading = new Map(
  Object.entries(synonyms).flatMap(([column, words]) => words.map((word) => [word, column as Column] as const)),
);

/** The columns of a heading row by their place; undefined for a row that is none. Headings that nobody knows are told apart. */
export interface Headings {
  readonly columns: ReadonlyMap<number, Column>;
  readonly unknown: readonly number[];
}

/** Reads a row as headings: it needs a segment or an element, and something that is said of it. */
export function headingsOf(cells: readonly string[]): Headings | undefined {
  const columns = new Map<number, Column>();
  const unknown: number[] = [];
  const taken = new Set<Column>();
  const words = cells.map(plain);
  for (const [index, word] of words.entries()) {
    if (word === '') continue;
    const found = meaning(word, words, taken);
    if (found === undefined) unknown.push(index);
    else {
      columns.set(index, found);
      taken.add(found);
    }
  }
  const isHeading =
    columns.size >= 2 && (taken.has('segment') || taken.has('element')) && columns.size > unknown.length;
  return isHeading ? { columns, unknown } : undefined;
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s._:()*]+/g, '');

function meaning(word: string, words: readonly string[], taken: ReadonlySet<Column>): Column | undefined {
  // `Id` is the segment's in a list of segments, and the data element's beside a reference designator.
  if (word === 'id') return words.some((one) => synonyms.element.includes(one)) ? 'reference' : 'segment';
  // `Max` beside `Min` is a length.
  if (word === 'max' && words.includes('min')) return 'maxLength';
  if (word === 'repeat' && taken.has('max')) return 'loopMax';
  const found = byHeading.get(word);
  return found !== undefined && !taken.has(found) ? found : undefined;
}
