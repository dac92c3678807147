import { describe, expect, it } from 'vitest';
import { compileMapping } from '../../../services/domain/mapping/language/compile.ts';
import { renderDocument } from '../../../services/domain/mapping/render/render-document.ts';
import { mapDocument } from '../../../services/domain/mapping/run/map-document.ts';
import { inbound, outbound } from './support.ts';

// Mappings that somebody wrote to do harm. What YAML alone can do is in compile.test.ts, expressions in cel.test.ts.

const head = `reads: json
document: answer
emits: document.acknowledged.v1
subject: id
fields:
  groupControl: id
  functionalId: { const: FA }
  status: { const: accepted }
`;
const sets = (each: string, code: string) =>
  `  sets: { each: ${each}, fields: { set: a, control: a, status: { const: accepted }, statusCode: ${code} } }\n  statusCode: id\n`;
const faultOf = (text: string) => {
  const [fault] = compileMapping(text, 'm.yaml').faults;
  return fault ? `${fault.line}:${fault.column} ${fault.message}` : 'accepted';
};

describe('refused with line and reason', () => {
  it.each([
    [
      'tables that copy each other without end',
      `${head}${sets('x', 'id')}tables:\n  t0: { codes: { ${Array.from({ length: 4000 }, (_, n) => `c${n}: x`).join(', ')} } }\n${Array.from({ length: 3000 }, (_, n) => `  t${n + 1}: { extends: t${n} }`).join('\n')}\n`,
      /^2\d:3 At most 500 tables with 50000 codes in all are read/,
    ],
    [
      'tables without end',
      `${head}${sets('x', 'id')}tables:\n${Array.from({ length: 3000 }, (_, n) => `  t${n}: { codes: { a: b } }`).join('\n')}\n`,
      /^\d+:3 At most 500 tables/,
    ],
    [
      'shared values that double',
      `${head}${sets('x', 'id').replace('id }', '{ use: s0 } }')}shared:\n${Array.from({ length: 30 }, (_, n) => `  s${n}: { join: [{ use: s${n + 1} }, { use: s${n + 1} }] }`).join('\n')}\n  s30: a\n`,
      /at most 3000 expressions/,
    ],
    [
      'shared values that use themselves',
      `${head}${sets('x', '{ use: s0 }')}shared: { s0: { join: [a, { use: s0 }] } }\n`,
      /uses itself/,
    ],
    [
      'expressions that are too many together',
      `${head}${sets('x', `{ join: [${Array.from({ length: 60 }, () => `{ cel: '${'a + '.repeat(60)}a', with: { a: x } }`).join(', ')}] }`)}`,
      /at most 3000 expressions/,
    ],
    [
      'variables without end',
      `${head}${sets('x', `{ cel: a0, with: { ${Array.from({ length: 40 }, (_, n) => `a${n}: x`).join(', ')} } }`)}`,
      /at most 16 variables/,
    ],
    ['paths without end', `${head}${sets('x', `"${'a/'.repeat(50)}a"`)}`, /at most 12 steps/],
    ['filters without end', `${head}${sets('x', `"a[${'b=c,'.repeat(80)}b=c]"`)}`, /at most 200 characters/],
    [
      'loops in loops that start at the root again',
      `${head.replace('subject: id', 'each: //x\nsubject: id')}${sets('//x', '{ sum: //x }')}`.replace(
        'each: //x, fields',
        'each: //x, fields',
      ),
      /accepted/,
    ],
    [
      'look-ups in look-ups',
      `${head}${sets('x', '{ join: [{ from: a, lookup: b }], lookup: c }')}`,
      /key of a look-up cannot come from another/,
    ],
    [
      'names of look-ups that are none',
      `${head}${sets('x', '{ from: a, lookup: "../../etc" }')}`,
      /A look-up has a name such as/,
    ],
    [
      'groups where there are loops',
      `set: "997"\nversion: "004010"\nemits: document.acknowledged.v1\neach: AK2\ngroupBy: AK2-01\nsubject: AK1-02\nfields: {}\n`,
      /`groupBy` is for JSON, CSV and XML/,
    ],
    ['documents that are X12 too', `set: "997"\n${head}${sets('x', 'a')}`, /^1:1 `set` is for X12/],
    [
      'delimiters that are none',
      `${head.replace('reads: json', 'reads: csv\ncsv: { delimiter: aa }')}${sets('x', 'a')}`,
      /^2:8 `delimiter` is a single character/,
    ],
  ])('%s', (_, text, expected) => {
    expect(faultOf(text)).toMatch(expected);
  });
});

describe('a run is stopped with a finding, and nothing is made of the document', () => {
  const wide = new TextEncoder().encode(
    JSON.stringify({ id: 'A', x: Array.from({ length: 3000 }, (_, n) => ({ a: n })) }),
  );

  it('where a mapping reads everything for everything', () => {
    for (const code of ['{ sum: /x/a }', '{ count: //a }', '{ join: [{ sum: "//x[a=1]/a" }] }']) {
      const { events, findings } = mapDocument(wide, inbound(head + sets('x', code)));
      expect([code, events, findings.map((finding) => finding.code)]).toEqual([code, [], ['mapping.cost-limit']]);
    }
  });

  it('where a mapping groups by something that it has to look for everywhere', () => {
    const greedy = inbound(`${head}${sets('x', 'a')}`.replace('each: x,', 'each: x, groupBy: //a,'));
    expect(mapDocument(wide, greedy)).toMatchObject({ events: [], findings: [{ code: 'mapping.cost-limit' }] });
    const greedier = inbound(`${head}${sets('x', 'a')}`.replace('each: x,', 'each: x, groupBy: /x/a,'));
    expect(mapDocument(wide, greedier)).toMatchObject({ events: [], findings: [{ code: 'mapping.cost-limit' }] });
  });

  it('where it writes more than the event can need', () => {
    const mapping = outbound(
      'renders: warehouse-order.released.v1\nwrites: json\ndocument: order\nbody: { each: lines, fields: { all: { each: /lines, item: { each: /lines, item: lot } } } }\n'.replace(
        'item: { each: /lines, item: lot }',
        'item: lot',
      ),
    );
    const lines = Array.from({ length: 2000 }, (_, n) => ({ lot: `L${n}` }));
    const { bytes, values, findings } = renderDocument({ data: { lines } }, mapping);
    expect([bytes.length, values.length, findings.map(({ code }) => code)]).toEqual([0, 0, ['mapping.cost-limit']]);
  });

  it('where it makes much text of little: a long value in many places, or put together with itself', () => {
    const long = new TextEncoder().encode(
      JSON.stringify({ id: 'A', blob: 'b'.repeat(1_000_000), x: Array.from({ length: 100 }, () => ({ a: 1 })) }),
    );
    const again = (count: number) => `{ join: [${Array.from({ length: count }, () => '/blob').join(', ')}] }`;
    for (const code of ['/blob', again(600), `{ const: ${'c'.repeat(250_000)} }`]) {
      const { events, findings } = mapDocument(long, inbound(head + sets('x', code)));
      expect([events, findings.map((finding) => finding.code)]).toEqual([[], ['mapping.cost-limit']]);
    }
    expect(
      mapDocument(long, inbound(head + sets('y', 'a').replace('statusCode: id', 'statusCode: blob'))).events,
    ).toHaveLength(1);
  });

  it('and what it says of a long value is short', () => {
    const long = new TextEncoder().encode(
      JSON.stringify({ id: 'A', blob: 'b'.repeat(100_000), x: Array.from({ length: 100 }, () => ({ a: 1 })) }),
    );
    const mapping = inbound(head + sets('x', '{ from: /blob, table: { a: b }, unmapped: note, otherwise: c }'));
    const { events, findings } = mapDocument(long, mapping);
    expect(events).toHaveLength(1);
    expect(JSON.stringify(findings).length).toBeLessThan(1000);
  });

  it('and a fair mapping of the same document is not', () => {
    expect(mapDocument(wide, inbound(head + sets('x', '{ cel: a + "!", with: { a: a } }'))).events).toHaveLength(1);
  });
});
