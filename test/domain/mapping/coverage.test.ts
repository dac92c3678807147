import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../services/domain/documents/read-document.ts';
import { coverage } from '../../../services/domain/mapping/report/coverage.ts';
import { mapSet } from '../../../services/domain/mapping/run/map-set.ts';
import { documentOf, inbound, outbound, setsOf, standards } from './support.ts';

const definitionOf = (set: string) => {
  const definition = standards.forVersion('004010')?.definition.sets.get(set);
  if (!definition) throw new Error(`no definition of ${set}`);
  return definition;
};

const answer = inbound(`set: '990'
version: '004010'
emits: tender.answered.v1
subject: B1-02
fields:
  shipmentId: B1-02
  answer: { from: B1-04, table: { A: accepted, D: declined }, otherwise: other }
  answerCode: { const: x, when: "N9[01=CN]-02" }
  references: { each: N9, fields: { kind: { from: N9-01, table: references }, value: N9-02 } }
`);
const [set] = setsOf(documentOf('990', 'B1*QSDE*SHP1*20260303*A\nN9*CN*12\nN9*ZZ*13**20260303\nN9*BM*14'));

describe('the coverage of a mapping', () => {
  it('tells which mandatory elements are read, and which only matter where their segment occurs', () => {
    const { mandatory } = coverage(answer, { definition: definitionOf('990') });
    const b1 = mandatory.filter(({ place }) => place.startsWith('B1-'));
    expect(b1.length).toBeGreaterThan(0);
    expect(b1.every(({ conditional, by }) => !conditional && by === 'standard')).toBe(true);
    expect(b1.map(({ place, covered }) => [place, covered])).toContainEqual(['B1-02', true]);
    expect(mandatory.find(({ place }) => place === 'N9-01')).toMatchObject({ conditional: true, covered: true });
    expect(mandatory.some(({ covered }) => !covered)).toBe(true);
    expect(mandatory.some(({ place }) => /^S[TE]-/.test(place))).toBe(false);
  });

  it('counts a mandatory element that is left out by its name, with the reason, and not one of a segment that is left out as a whole', () => {
    const leaving = (path: string) =>
      inbound(`set: '990'
version: '004010'
emits: tender.answered.v1
subject: B1-02
fields:
  shipmentId: B1-02
  answer: { from: B1-04, table: { A: accepted, D: declined }, otherwise: other }
  answerCode: B1-04
  references: { each: N9, fields: { kind: { const: other }, value: N9-02 } }
leaves:
  - paths: [${path}]
    because: Nobody needs the kind.
`);
    const kind = (path: string) =>
      coverage(leaving(path), { definition: definitionOf('990') }).mandatory.find(({ place }) => place === 'N9-01');
    expect(kind('N9-01')).toMatchObject({ covered: true });
    expect(kind('N9')).toMatchObject({ covered: false });
  });

  it('tells which fields of the event are filled, by the mapping and by its samples', () => {
    const { events } = mapSet(set!, answer);
    const { fields } = coverage(answer, { events });
    const of = (name: string) => fields.find(({ field }) => field === name);
    expect(of('shipmentId')).toMatchObject({ required: true, mapped: true, filled: 1 });
    expect(of('references[]/value')).toMatchObject({ mapped: true, filled: 1 });
    expect(of('references[]/qualifier')).toMatchObject({ required: false, mapped: false, filled: 0 });
    expect(of('carrier/scac')).toMatchObject({ mapped: false });
  });

  it('tells which values of samples no path took, how many of how many, with examples', () => {
    const { dropped } = coverage(answer, { sets: [set!] });
    expect(dropped).toEqual([
      { place: 'B1-01', dropped: 1, of: 1, examples: ['QSDE'] },
      { place: 'B1-03', dropped: 1, of: 1, examples: ['20260303'] },
      { place: 'N9-04', dropped: 1, of: 1, examples: ['20260303'] },
    ]);
  });

  it('sees that a path takes the first value only, and what filters and loops keep from it', () => {
    const first = inbound(`set: '990'
version: '004010'
emits: tender.answered.v1
subject: B1-04
fields:
  shipmentId: { first: ["N9[01=BM|ZZ]-02", N9-02] }
  answer: { const: other }
  answerCode: B1-04
  references: { list: [{ fields: { kind: { const: other }, value: B1-01 } }] }
`);
    const { dropped } = coverage(first, { sets: [set!] });
    expect(dropped.map(({ place, dropped: count, of, examples }) => [place, count, of, examples])).toEqual([
      ['B1-02', 1, 1, ['SHP1']],
      ['B1-03', 1, 1, ['20260303']],
      ['N9-01', 1, 3, ['CN']],
      ['N9-02', 1, 3, ['14']],
      ['N9-04', 1, 1, ['20260303']],
    ]);
  });

  it('of a mapping to X12 tells which mandatory elements are written and which fields of the event are read', () => {
    const mapping = outbound(`set: '940'
version: '004010'
renders: warehouse-order.released.v1
segments:
  - W05: { 02: orderNumber }
  - each: lines
    segments:
      - LX: { 01: { index: true } }
      - W01: { 01: quantity/value, 02: { from: quantity/unit, table: units, reverse: true } }
`);
    const { mandatory, fields, dropped } = coverage(mapping, { definition: definitionOf('940') });
    expect(mandatory.find(({ place }) => place === 'W05-02')).toMatchObject({ covered: true });
    expect(mandatory.find(({ place }) => place === 'W05-01')).toMatchObject({ covered: false, conditional: false });
    const read = fields.filter(({ mapped }) => mapped).map(({ field }) => field);
    expect(read).toEqual(['orderNumber', 'lines[]/quantity/value', 'lines[]/quantity/unit']);
    expect(dropped).toEqual([]);
  });

  it('of a document tells the paths whose values were left behind', () => {
    const mapping = inbound(`reads: json
document: answer
emits: tender.answered.v1
each: answers[status=A|D]
subject: load
fields:
  shipmentId: load
  answer: { from: status, table: { A: accepted, D: declined } }
  answerCode: status
  references: { each: refs, fields: { kind: { const: other }, value: . } }
`);
    const document = readDocument(
      new TextEncoder().encode(
        '{"sent": "x", "answers": [{"load": 1, "status": "A", "refs": ["a", "b"], "by": "y"}, {"load": 2, "status": "Z"}]}',
      ),
      { name: 'json' },
    );
    expect(coverage(mapping, { documents: [document] }).dropped).toEqual([
      { place: 'answers/by', dropped: 1, of: 1, examples: ['y'] },
      { place: 'answers/load', dropped: 1, of: 2, examples: ['2'] },
      { place: 'answers/status', dropped: 1, of: 2, examples: ['Z'] },
      { place: 'sent', dropped: 1, of: 1, examples: ['x'] },
    ]);
  });
});
