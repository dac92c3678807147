import { describe, expect, it } from 'vitest';
import { eventTypes } from '../../../services/domain/events.ts';
import { faultText } from '../../../services/domain/language/fault.ts';
import { compileMapping } from '../../../services/domain/mapping/language/compile.ts';

const head = `set: '990'
version: '004010'
emits: tender.answered.v1
subject: B1-02
`;
const fields = `fields:
  shipmentId: B1-02
  answer: { from: B1-04, table: { A: accepted }, otherwise: other }
  answerCode: B1-04
  references: { each: N9, when: N9-02, fields: { kind: { from: N9-01, table: references }, value: N9-02 } }
`;

/** The faults of a mapping as a compiler prints them. */
function faultsOf(text: string): string[] {
  return compileMapping(text, 'm.yaml').faults.map(faultText);
}

describe('the mapping compiler', () => {
  it('compiles a sound mapping', () => {
    const { mapping } = compileMapping(head + fields, 'm.yaml');
    expect(mapping).toMatchObject({ direction: 'inbound', set: '990', version: '004010', name: 'm.yaml' });
  });

  it('serves several versions of the standard where it says so, and no other', () => {
    const text = (versions: string) =>
      `set: '990'\nversion: ${versions}\nemits: tender.answered.v1\nsubject: B1-02\nfields: { shipmentId: B1-02, answer: { const: accepted }, answerCode: B1-04, references: { each: N9, fields: { kind: { const: other }, value: N9-02 } } }\n`;
    expect(compileMapping(text('["004010", "005010"]'), 'm.yaml').mapping).toMatchObject({
      version: '004010',
      alsoIn: ['005010'],
    });
    expect(compileMapping(text('"004010"'), 'm.yaml').mapping).not.toHaveProperty('alsoIn');
    for (const wrong of ['[]', '["004010", "5010"]', '[{ a: b }]', '4010'])
      expect(faultsOf(text(wrong))).toEqual([
        expect.stringMatching(/^m.yaml:2:1: `version` must name a version such as '004010', or a list/),
      ]);
  });

  it('tells all faults at once, in order, each with line, column and what was probably meant', () => {
    const faults = faultsOf(`set: '990'
version: '004010'
emits: tender.answred.v1
subject: B1-02
felds: {}
fields:
  shipmentId: B1-02
`);
    expect(faults).toEqual([
      `m.yaml:3:8: \`emits\` is one of ${eventTypes.join(', ')}, not \`tender.answred.v1\`. (did you mean \`tender.answered.v1\`?)`,
      'm.yaml:5:1: A mapping has no key `felds`. (did you mean `fields`?)',
    ]);
  });

  it('knows the fields of the event, those that are required, and the words that they take', () => {
    const faults = faultsOf(`${head}fields:
  shipmentID: B1-02
  answer: { from: B1-04, table: { A: acepted } }
  answerCode: { const: A }
  carrier: B1-01
  at: B1-03
  references: N9-02
`);
    expect(faults).toEqual([
      'm.yaml:5:1: The required field `shipmentId` is not filled.',
      'm.yaml:6:3: The event has no field `shipmentID` here. (did you mean `shipmentId`?)',
      'm.yaml:7:11: The event does not know `acepted` here; it knows accepted, declined, conditional, counter, changed, other. (did you mean `accepted`?)',
      'm.yaml:9:12: The event expects an object (`fields:`) here, not a single value.',
      'm.yaml:10:7: The event expects a point in time (`moment:`) here, not a single value.',
      'm.yaml:11:15: The event expects a list (`each:` or `list:`) here, not a single value.',
    ]);
  });

  it('refuses a code without a table where the event takes certain words only', () => {
    const [fault] = faultsOf(
      head + fields.replace('{ from: B1-04, table: { A: accepted }, otherwise: other }', 'B1-04'),
    );
    expect(fault).toContain('m.yaml:7:11: The event knows only accepted');
    expect(fault).toContain('translate the code with a `table`');
  });

  it.each([
    ['B1', '`B1` names no element. (write `B1-01` or the number you mean)'],
    ['b1-02', '`b1-02` is not a segment or loop'],
    ['B1-00', 'Elements count from 01.'],
    ['N1[01=ST/N4-01', 'A `[` is not closed.'],
    ['N1-01/N4-01', 'Only the last step of a path names an element'],
    ["'N1[ST]/N4-01'", '`[ST]` is not a condition'],
    ['LX//W12-01', 'A step of the path is empty.'],
    ['1', 'A value starts with a path. (write `{const: 1}` for a constant)'],
    ['{ form: B1-02 }', 'A value has no key `form`. (did you mean `from`?)'],
    ['{ from: B1-02, table: refrences }', 'There is no table `refrences`. (did you mean `references`?)'],
    ['{ from: B1-02, const: x }', 'A value needs exactly one of'],
    ['{ from: B1-02, as: numbr }', '`as` is one of text, number'],
    ['{ from: B1-02, as: number }', 'The event expects text here, not `as: number`.'],
    ['[B1-02, N9-02]', 'A list of values is written `list: […]`'],
  ])('refuses %s and says why', (value, expected) => {
    expect(faultsOf(head + fields.replace('shipmentId: B1-02', `shipmentId: ${value}`)).join('\n')).toContain(expected);
  });

  it('says that a path with brackets needs quotes inside braces', () => {
    const [fault, ...more] = faultsOf(head + fields.replace('shipmentId: B1-02', 'shipmentId: { from: N9[01=CN]-02 }'));
    expect(fault).toContain('inside { } a path with [ ] must stand in quotes');
    expect(more).toEqual([]);
  });

  it('checks the paths of a mapping to X12 against the event that it reads', () => {
    const faults = faultsOf(`set: '940'
version: '004010'
renders: warehouse-order.released.v1
segments:
  - ST: { 01: { const: '940' } }
  - W05: { 01: { const: N }, 02: ordernumber, 03: purchaseOrder/number }
  - each: lines
    W01: { 01: quantity, 02: quantity/unit, 100: lineNumber }
  - G62: { 02: releasedAt, 03: { from: orderNumber, as: date } }
`);
    expect(faults).toEqual([
      'm.yaml:5:5: ST is written by the envelope and has no place in a mapping.',
      'm.yaml:6:34: The event has no field `ordernumber` here. (did you mean `orderNumber`?)',
      'm.yaml:6:51: The event has no field `number` here.',
      'm.yaml:8:16: `quantity` is not a single value.',
      'm.yaml:8:45: `100` is not an element number such as 01.',
      'm.yaml:9:16: `releasedAt` cannot be written as text. (write `as: date` or `as: time`)',
      'm.yaml:9:32: `orderNumber` cannot be written as date. (only a point in time can be written as date or time)',
    ]);
  });
});

describe('a hostile mapping is refused with the line and the reason', () => {
  it('aliases that expand without end', () => {
    const bomb = ['a: &a [x, x]', 'b: &b [*a, *a]', 'c: [*b, *b]'].join('\n');
    expect(faultsOf(bomb).join('\n')).toMatch(/^m\.yaml:1:7: Anchors and aliases are not allowed/);
  });

  it.each([
    ['brackets', `x: ${'['.repeat(100_000)}`],
    ['lists in lists', `x:\n${'- '.repeat(5000)}y`],
    ['indentation', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['keys of keys', `${'? '.repeat(5000)}x`],
  ])('nesting without end by %s', (_, text) => {
    expect(faultsOf(text)).toEqual([expect.stringMatching(/^m\.yaml:\d+:1: This is nested too deeply/)]);
  });

  it('nesting of conditions', () => {
    const nested = `${'{ not: '.repeat(41)}B1-01${' }'.repeat(41)}`;
    expect(faultsOf(`${head}when: ${nested}\n${fields}`).join('\n')).toContain('nested too deeply');
  });

  it('more text than any mapping has', () => {
    expect(faultsOf(`# ${'x'.repeat(300_000)}`)).toEqual([
      'm.yaml:1:1: The file has 300002 characters; at most 262144 are read.',
    ]);
  });

  it('more expressions than any mapping has', () => {
    const many = `[${Array.from({ length: 4000 }, () => 'B1-02').join(', ')}]`;
    const faults = faultsOf(head + fields.replace('shipmentId: B1-02', `shipmentId: { first: ${many} }`));
    expect(faults).toEqual([expect.stringContaining('A mapping may have at most 3000 expressions.')]);
  });

  it('loops that multiply', () => {
    const inner = '{ each: /N9, fields: { kind: { const: other }, value: N9-02 } }';
    const faults = faultsOf(`set: '214'
version: '004010'
events:
  - emits: document.acknowledged.v1
    subject: AK1-01
    each: //AK2
    fields:
      groupControl: AK1-02
      functionalId: AK1-01
      status: { const: rejected }
      statusCode: AK9-01
      sets:
        each: //AK2
        fields:
          set: AK2-01
          control: AK2-02
          status: { const: rejected }
          statusCode: AK5-01
          errors: { each: //AK2, fields: { segment: AK2-01 } }
`);
    expect(faults.join('\n')).toContain(
      'm.yaml:19:21: Inside an `each` from the root another one from the root would multiply',
    );
    expect(faultsOf(head + fields.replace(/references:.*/, `references: ${inner}`))).toEqual([]);
  });

  it.each([
    '\u0000',
    '%',
    '- - - -',
    '{',
    '!!js/function "x"',
    'a: !!binary AAAA',
    '? [a, b]\n: c',
    '...',
    '---\na: 1\n---\nb: 2',
    '\ud800',
  ])('whatever %j may be, without an exception', (text) => {
    expect(faultsOf(text).length).toBeGreaterThan(0);
  });
});
