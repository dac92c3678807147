import { describe, expect, it } from 'vitest';
import { parsePath } from '../../../services/domain/language/path.ts';
import { compileMapping } from '../../../services/domain/mapping/language/compile.ts';
import { collectorFor, emitAll } from '../../../services/domain/mapping/run/emit.ts';
import { startSetRun, wholeSet } from '../../../services/domain/mapping/run/set-run.ts';
import { documentOf, inbound, setsOf } from './support.ts';

const unbounded = () => ({ left: Number.POSITIVE_INFINITY, text: Number.POSITIVE_INFINITY });

/** Reads X12 paths from a set, as texts with their places. */
function reader(bytes: Uint8Array) {
  const [set] = setsOf(bytes);
  const run = set && startSetRun(set, unbounded, {});
  if (!run) throw new Error('no set');
  const { source } = run;
  const path = (text: string) => {
    const parsed = parsePath(text, 'x12');
    if (typeof parsed === 'string') throw new Error(parsed);
    return parsed;
  };
  return {
    read: (text: string, scope = wholeSet) => source.read(path(text), scope)?.text,
    readAll: (text: string, scope = wholeSet) => source.readAll(path(text), scope).map((found) => found.text),
    scopes: (text: string, scope = wholeSet) => source.scopes(path(text), scope),
    positions: (text: string, scope = wholeSet) =>
      source.readAll(path(text), scope).map(({ trace }) => trace.segment?.position),
  };
}

const asn = documentOf(
  '856',
  `BSN*00*ASN-1*20260304*1510
   HL*1**S
   N1*SF* Fernhill *92*V2001
   N4*Lowell*MA
   N1*ST*Quayside*92*QS
   HL*2*1*O
   PRF*P00001
   HL*3*1*O
   PRF*P00002
   HL*4*2*I
   LIN**SK*LAMP
   HL*5*3*I
   LIN**SK*BOOT`,
);

describe('a path into a set', () => {
  const { read, readAll, scopes, positions } = reader(asn);

  it('takes blanks off values and off the codes that it compares with', () => {
    expect(read('HL/N1[01=SF]-02')).toBe('Fernhill');
    const padded = reader(documentOf('945', 'W06*F*1*20260303\nN9*BM *B-1\nN9* PO*P-1\nW27*M*BHFT\nW03*1'));
    expect([padded.read('N9[01=BM]-02'), padded.read('N9[01=PO]-02'), padded.read('N9[01!=BM]-02')]).toEqual([
      'B-1',
      'P-1',
      'P-1',
    ]);
  });

  it('compares codes of any length, and those that are no Latin letters with nothing', () => {
    expect(read('HL/N1[02=Fernhill]-04')).toBe('V2001');
    expect(read('HL/N1[02=Fernhilf]-04')).toBeUndefined();
    expect(read('HL/N1[02=Quayside|Fernhill]-04')).toBe('V2001');
    expect(read('HL/N1[01=Ā]-04')).toBeUndefined();
    expect(read('HL/N1[01!=Ā]-04')).toBe('V2001');
  });

  it('follows levels as they hang below each other, not as they stand', () => {
    expect(readAll('//HL-01')).toEqual(['1', '2', '4', '3', '5']);
    expect(positions('//LIN-03')).toEqual([12, 14]);
    const items = scopes('//HL[03=I]');
    expect(items.map((item) => read('^HL[03=O]/PRF-01', item))).toEqual(['P00001', 'P00002']);
    expect(items.map((item) => read('^HL[03=S]/N1[01=ST]-02', item))).toEqual(['Quayside', 'Quayside']);
    expect(items.map((item) => read('^HL[03=T]/MAN-02', item))).toEqual([undefined, undefined]);
  });

  it('ends where a set has no such segment, and where an element has no such component', () => {
    expect([read('ZZZ-01'), read('HL/ZZZ-01'), read('HL/N4-99'), read('BSN-02.2')]).toEqual(Array(4).fill(undefined));
    expect(read('BSN-02.1')).toBe('ASN-1');
    expect(scopes('HL/ZZZ')).toEqual([]);
  });

  it('reads values with line breaks inside as if there were none', () => {
    const wrapped = Buffer.from(asn)
      .toString('latin1')
      .replaceAll('~\n', '~')
      .replace(/(.{80})/g, '$1\r\n');
    const folded = reader(Buffer.from(wrapped, 'latin1'));
    expect(folded.readAll('//HL-03')).toEqual(readAll('//HL-03'));
    expect(folded.read('HL/N1[01=SF]-02')).toBe('Fernhill');
    expect(folded.readAll('//HL/LIN[02=SK]-03')).toEqual(['LAMP', 'BOOT']);
  });
});

describe('the cost of a run', () => {
  const segments = 2000;
  const group = ['AK1*SW*1', ...Array.from({ length: segments }, (_, nth) => `AK2*945*${nth}\nAK5*A`), 'AK9*A*1*1*1'];
  const [set] = setsOf(documentOf('997', group.join('\n')));
  const greedy = (fields: string) => `set: '997'
version: '004010'
emits: document.acknowledged.v1
subject: AK1-02
fields:
  groupControl: AK1-02
  functionalId: AK1-01
  status: { const: rejected }
  statusCode: AK9-01
${fields}`;

  it.each([
    [
      'sums in each turn',
      'sets: { each: AK2, fields: { set: AK2-01, control: AK2-02, status: { const: accepted }, statusCode: { sum: /AK2-02 } } }',
    ],
    [
      'counts in each turn',
      'sets: { each: AK2, fields: { set: AK2-01, control: AK2-02, status: { const: accepted }, statusCode: { count: //AK2 } } }',
    ],
    [
      'searches in vain in each turn',
      'sets: { each: AK2, fields: { set: AK2-01, control: AK2-02, status: { const: accepted }, statusCode: { first: ["/AK2[01=999]-02", AK2-01] } } }',
    ],
  ])('ends within one look through the set behind its limit: %s', (_, fields) => {
    const budget = { left: 20_000, text: 20_000 };
    const run = startSetRun(set!, () => budget, {});
    expect(emitAll(run!, collectorFor({}), inbound(greedy(`  ${fields}`)), wholeSet)).toMatchObject({ events: [] });
    expect(budget.left).toBeLessThan(0);
    expect(budget.left).toBeGreaterThan(-2 * segments - 100);
  });

  it('is taken from the budget for every segment that is looked at', () => {
    const left = (fields: string) => {
      const budget = { left: 1e9, text: 1e9 };
      const { mapping, faults } = compileMapping(greedy(fields), 'test.yaml');
      if (mapping?.direction !== 'inbound') throw new Error(faults[0]?.message);
      emitAll(startSetRun(set!, () => budget, {})!, collectorFor({}), mapping, wholeSet);
      return 1e9 - budget.left;
    };
    const sets =
      '  sets: { each: AK3, fields: { set: AK2-01, control: AK2-02, status: { const: accepted }, statusCode: AK5-01 } }\n';
    const base = left(sets);
    expect(left(`${sets}  counts: { fields: { included: { count: AK2 } } }`) - base).toBeGreaterThanOrEqual(segments);
    expect(left(`${sets}  counts: { fields: { included: { sum: AK2-02 } } }`) - base).toBeGreaterThanOrEqual(segments);
  });
});
