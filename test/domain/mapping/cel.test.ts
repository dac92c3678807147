import { describe, expect, it } from 'vitest';
import { faultText } from '../../../services/domain/language/fault.ts';
import { compileCel } from '../../../services/domain/mapping/language/cel.ts';
import { compileMapping } from '../../../services/domain/mapping/language/compile.ts';
import { mapDocument } from '../../../services/domain/mapping/run/map-document.ts';
import { inbound } from './support.ts';

const head = `reads: json
document: answer
emits: document.acknowledged.v1
subject: id
fields:
  groupControl: id
  functionalId: { const: FA }
  status: { const: accepted }
  sets: { each: none, fields: { set: x, control: x, status: { const: accepted }, statusCode: x } }
`;
const mapped = (fields: string, document: unknown) =>
  mapDocument(new TextEncoder().encode(JSON.stringify(document)), inbound(head + fields));
/** The code of status that an expression gives for a document. */
const given = (value: string, document: object) => {
  const { events, findings } = mapped(`  statusCode: ${value}\n`, { id: 'A', ...document });
  return events[0]?.data.statusCode ?? findings.map(({ code }) => code).join();
};
const faultsOf = (fields: string) => compileMapping(head + fields, 'm.yaml').faults.map(faultText);

describe('an expression', () => {
  it.each([
    ['{ cel: \'a + "-" + b\', with: { a: x, b: y } }', { x: 'é', y: 2 }, 'é-2'],
    [
      '{ cel: a * 2.0 + double(b), with: { a: { from: x, as: number }, b: { from: y, as: integer } } }',
      { x: 0.1, y: 3 },
      '3.2',
    ],
    ['{ cel: \'n > 3 ? "many" : "few"\', with: { n: { count: list } } }', { list: [1, 2, 3, 4] }, 'many'],
    ['{ cel: "a.trim().upperAscii().substring(0, 2)", with: { a: x } }', { x: ' abc' }, 'AB'],
    ['{ cel: \'a in ["X", "Y"] ? "known" : "unknown"\', with: { a: x } }', { x: 'Y' }, 'known'],
    ['{ cel: a % 7 - 1, with: { a: { from: x, as: integer } } }', { x: 20 }, '5'],
    ['{ cel: size(a), with: { a: { join: [x, y], with: ";" } } }', { x: 'ü', y: '😀' }, '3'],
    ['{ cel: a + b, with: { a: { from: x, as: number }, b: { sum: list } } }', { x: 0.1, list: [0.2, 1] }, '1.3'],
    ['{ cel: \'a == "" ? "none" : a\', with: { a: x, b: y }, default: z }', { y: '1' }, 'the expression does not use'],
  ])('%s', (value, document, expected) => {
    if (expected.startsWith('the'))
      expect(faultsOf(`  statusCode: ${value}\n`)[0]).toContain('The expression does not use `b`.');
    else expect(given(value, document)).toBe(expected);
  });

  it('of missing text sees empty text; where nothing is there, or a number is missing, it has no value', () => {
    const either = '{ cel: a + b, with: { a: x, b: y }, default: none }';
    expect(given(either, { y: 'Y' })).toBe('Y');
    expect(given(either, {})).toBe('none');
    const number = '{ cel: a + 1.0, with: { a: { from: x, as: number } }, default: none }';
    expect([given(number, {}), given(number, { x: 2 })]).toEqual(['none', '3']);
  });

  it('that fails on a document is a finding at its value, with the reason, and the field stays empty', () => {
    for (const [value, document, why] of [
      ['{ cel: 7 / n, with: { n: { from: x, as: integer } } }', { x: 0 }, 'division by zero'],
      ['{ cel: int(a), with: { a: x } }', { x: 'seven' }, 'cannot convert to int'],
      ['{ cel: 1.0 / n, with: { n: { from: x, as: number } } }', { x: 0 }, 'The result is no number'],
      ['{ cel: "a.substring(5)", with: { a: x } }', { x: 'abc' }, 'out of range'],
      ['{ cel: n * n, with: { n: { from: x, as: integer } } }', { x: 999999999999999 }, 'overflow'],
      ['{ cel: a + a, with: { a: x } }', { x: 'x'.repeat(3000) }, '6000 characters'],
      ['{ cel: a + a, with: { a: x } }', { x: 'x'.repeat(5000) }, '5000 characters'],
    ] as const) {
      const { events, findings } = mapped(`  statusCode: ${value}\n`, { id: 'A', ...document });
      expect(events).toEqual([]);
      const finding = findings.find(({ code }) => code === 'mapping.expression-failed');
      expect([value, finding?.level, finding?.place]).toEqual([value, 'business', 'x']);
      expect(finding?.explanation.toLowerCase()).toContain(why.toLowerCase());
    }
  });

  it('keeps the bytes of all its variables', () => {
    const { events } = mapped('  statusCode: { cel: a + b, with: { a: x, b: y } }\n', { id: 'A', x: 'X', y: 'Y' });
    expect(events[0]?.provenance['/statusCode']).toMatchObject({
      place: 'x',
      mappingLine: 10,
      ranges: [
        [15, 16],
        [23, 24],
      ],
    });
  });

  it('is a condition too', () => {
    const value = '{ const: big, when: { cel: n > 10.0, with: { n: { from: x, as: number } } }, default: x }';
    expect(given(value, { x: 11 })).toBe('big');
    expect([given(value, { x: 9 }), given(value, {})]).toEqual(['mapping.value-missing', 'mapping.value-missing']);
  });

  it('finds its way past a table or look-up, and through conversions', () => {
    expect(
      given('{ cel: a + b, with: { a: x, b: y }, table: { AB: alpha }, otherwise: other }', { x: 'A', y: 'B' }),
    ).toBe('alpha');
    expect(given('{ cel: a + b, with: { a: x, b: y }, as: upper, max: 3 }', { x: 'ab', y: 'cd' })).toBe('ABC');
  });
});

describe('the compiler of expressions', () => {
  const value = (text: string) => faultsOf(`  statusCode: ${text}\n`);

  it('tells mistakes at the very character, with what was probably meant', () => {
    expect(value('{ cel: foo + b, with: { fo: x, b: y } }')).toEqual([
      'm.yaml:10:22: Unknown variable: foo. (did you mean `fo`?)',
    ]);
    expect(value('{ cel: "1 + qty", with: { b: y } }')).toEqual([
      'm.yaml:10:27: Unknown variable: qty. (name it under `with`: `{ qty: <path> }`)',
    ]);
    expect(value("{ cel: 'a.startWith(b)', with: { a: x, b: y } }")[0]).toMatch(
      /^m.yaml:10:23: There is no `startWith` in a mapping's expression; there are .* \(did you mean `startsWith`\?\)$/,
    );
    expect(value('{ cel: n * 2, with: { n: { from: x, as: number } } }')[0]).toContain('write `2.0`');
    expect(value('{ cel: n + 2, with: { n: x } }')[0]).toContain('a variable is text unless it says `as: number`');
    expect(value('{ cel: a +, with: { a: x } }')[0]).toMatch(/^m.yaml:10:25: Unexpected token/);
  });

  it('tells where in an expression of several lines', () => {
    expect(faultsOf('  statusCode:\n    cel: |\n      a +\n      foo\n    with: { a: x }\n')).toEqual([
      'm.yaml:11:10: Unknown variable: foo. This is at `foo`. (name it under `with`: `{ foo: <path> }`)',
    ]);
  });

  it('knows what the field takes', () => {
    const stop = (expression: string) =>
      compileMapping(
        `reads: json\ndocument: a\nemits: shipment.milestone.v1\nsubject: x\nfields:\n  shipmentId: x\n  milestone: { const: other }\n  statusCode: x\n  at: { moment: { date: x } }\n  references: { list: [{ fields: { kind: { const: other }, value: x } }] }\n  stop: { cel: ${expression}, with: { a: x } }\n`,
        'm.yaml',
      ).faults.map(({ message, hint }) => `${message} ${hint ?? ''}`.trim());
    expect(stop('size(a)')).toEqual([]);
    expect(stop('a')).toEqual([
      'The event expects a whole number here; the expression gives string. let the expression calculate with numbers',
    ]);
    expect(stop('double(a)')).toEqual([
      'The event expects a whole number here; the expression gives double. write `int(…)` around it',
    ]);
    expect(value('{ cel: a == "", with: { a: x } }')[0]).toContain('The expression gives true or false');
    expect(faultsOf('  statusCode: { from: x, when: { cel: a + a, with: { a: x } } }\n')[0]).toContain(
      'A condition is true or false',
    );
  });

  it.each([
    [
      'what is not there to be called',
      '[1, 2].map(x, x * 2).size()',
      'There is no `size`|There is no `map`|A list can only stand behind `in`',
    ],
    ['macros', '["a"].exists(x, x == a)', 'There is no `exists`'],
    ['macros that bind', 'cel.bind(x, a, x)', 'There is no `bind`'],
    ['patterns', 'a.matches("(x+)+$")', '`matches` is not available'],
    ['lists without end', '[a, a]', 'A list can only stand behind `in`'],
    ['maps', '{"a": a}["a"]', 'has no place'],
    ['fields and indexes', 'a["length"]', 'has no place'],
    ['prototypes', 'a.constructor', 'has no place'],
    ['dates', 'timestamp(a).getFullYear()', 'There is no `getFullYear`'],
    ['dynamic types', 'dyn(a)', 'There is no `dyn`'],
    ['bytes', 'b"x"', 'gives bytes'],
    ['nothing', 'null', 'gives null'],
    ['long expressions', `a${' + a'.repeat(200)}`, 'at most 500 characters'],
    ['deep expressions', `${'('.repeat(100)}a${')'.repeat(100)}`, 'maxDepth'],
    ['large lists', `a in [${'"",'.repeat(100)}""]`, 'maxListElements'],
    ['many parts', `a + ${'-'.repeat(400)}1`, 'maxAstNodes|maxDepth|no such overload'],
  ])('refuses %s', (_, expression, why) => {
    const answer = compileCel(expression, new Map([['a', 'string']]));
    expect('message' in answer ? answer.message : 'accepted').toMatch(new RegExp(why));
  });
});
