import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../services/domain/finding.ts';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import type { ParsedDocument } from '../../../services/domain/x12/model.ts';
import { ONE_SOURCE } from '../../../services/domain/x12/standard/segment-definition.ts';
import { type Pick, pickFrom } from '../../fuzz/random.ts';
import { body } from './acknowledged.ts';
import { samples } from './samples.ts';
import { checked, interchange, isa, standards, textOf } from './support.ts';

/** A version without data, and the known versions before and after it. */
const gaps = [
  ['003020', undefined, '003060'],
  ['003070', '003060', '004010'],
  ['004020', '004010', '004030'],
  ['004042', '004040', '004050'],
  ['005030', '005010', '006010'],
  ['006020', '006010', undefined],
  ['008050', '006010', undefined],
] as const;

/** Rules of the envelope and of levels are the same in every version. */
const OF_EVERY_VERSION = /^x12\.(document|interchange|group|set|hl)\./;

describe('a version without data of its own', () => {
  const texts = samples.map(({ bytes }) => textOf(bytes)).filter((text) => text.startsWith('ISA'));

  it.each(gaps)(
    '%s is rejected for nothing that %s and %s do not both say, whatever the document is',
    (wanted, before, after) => {
      const pick = pickFrom(Number(wanted));
      let faults = 0;
      let notes = 0;
      for (let nth = 0; nth < 150; nth += 1) {
        const text = mutated(texts[nth % texts.length]!, pick);
        const judged = (version: string) => findingsOf(relabelled(text, wanted, version));
        const reading = checked(relabelled(text, wanted, wanted));
        const own = listed(reading);
        const sets = reading.interchanges.flatMap(({ groups }) => groups.flatMap((group) => group.sets));
        if (own.every(({ level }) => level === 'note'))
          expect([...new Set(sets.map(({ status }) => status))]).toEqual(['A']);
        const known = [before, after].map(
          (version) => new Set(version === undefined ? [] : judged(version).flatMap(received)),
        );
        for (const finding of own) {
          if (finding.explanation.includes('This rests on version')) {
            notes += 1;
            expect([finding.level, finding.ack]).toEqual(['note', undefined]);
          } else if (finding.level === 'standard' && !OF_EVERY_VERSION.test(finding.code)) {
            faults += 1;
            const agreed = known.every((findings) => findings.has(same(finding)) || isElsewhere(finding, findings));
            expect(agreed, `${same(finding)}: ${finding.explanation}`).toBe(true);
          }
        }
      }
      expect(notes).toBeGreaterThan(50);
      if (before !== undefined && after !== undefined) expect(faults).toBeGreaterThan(20);
      else expect(faults).toBe(0);
    },
  );
});

const same = ({ code, position, element, component }: Finding) => [code, position, element, component].join(' ');
/** What a finding says, and that a segment has no place in the set. */
const received = (finding: Finding) => [
  same(finding),
  ...(/not-in-set|out-of-order/.test(finding.code) ? [`unplaced ${finding.position}`] : []),
];
/** The elements of a segment that a version has no place for are not looked at there. */
const isElsewhere = ({ code, position }: Finding, findings: ReadonlySet<string>) =>
  code.startsWith('x12.element.') && findings.has(`unplaced ${position}`);

const findingsOf = (text: string) => listed(checked(text));
const listed = (reading: ParsedDocument) => allFindings(reading).filter(({ count }) => count === undefined);

/** The document with the ISA of one version and the GS08 of another. */
function relabelled(text: string, header: string, version: string): string {
  const digits = `0${header.slice(1, 5)}`;
  const separator = digits < '00402' ? 'U' : '^';
  const fields = text.slice(0, 105).split(text[3]!);
  const envelope = fields.with(11, separator).with(12, digits).join(text[3]!);
  return (envelope + text.slice(105)).replace(/(GS(?:.[^*~]*){7}.)\d{6}/g, `$1${version}`);
}

/** The document with a few segments or elements of its sets changed, doubled, moved, cut or left out. */
function mutated(text: string, pick: Pick): string {
  const [element, terminator] = [text[3]!, text[105]!];
  let segments = text.split(terminator);
  const inner = () => 3 + pick(Math.max(1, segments.length - 7));
  for (let times = 1 + pick(4); times > 0; times -= 1) {
    const at = inner();
    const fields = segments[at]!.split(element);
    const place = 1 + pick(Math.max(1, fields.length - 1));
    const changed = (value: string) =>
      segments.with(at, fields.with(Math.min(place, fields.length - 1), value).join(element));
    const changes = [
      () => segments.toSpliced(at, 1),
      () => segments.toSpliced(at, 0, segments[at]!),
      () => segments.toSpliced(at, 0, segments[inner()]!),
      () => segments.toSpliced(at, 0, `MTX${element}${element}TEXT`),
      () => segments.toSpliced(at, 0, `QQX${element}A`),
      () => changed(''),
      () => changed('X'.repeat(1 + pick(90))),
      () => changed('1'.repeat(1 + pick(20))),
      () => changed('260303'),
      () => changed('\u0007'),
      () => segments.with(at, segments[at]! + `${element}A`.repeat(1 + pick(30))),
    ];
    segments = changes[pick(changes.length)]!();
  }
  return segments.join(terminator);
}

const later = isa({ 11: '^', 12: '00501' });
const faultsOf = (text: string) => allFindings(checked(text)).filter(({ level }) => level === 'standard');

describe('what a version says by its own data', () => {
  it('dates have six digits in 003060', () => {
    const order = [
      'BSN*00*ASN1*990304*1510',
      'HL*1**S',
      'REF*BM*B',
      'HL*2*1*O',
      'PRF*P1***990301',
      'HL*3*2*I',
      'LIN*1*SK*A',
      'SN1*1*5*EA',
    ];
    const text = (bodies: string[]) => interchange({ set: '856', version: '003060', bodies: [bodies] });
    expect(faultsOf(text(order))).toEqual([]);
    expect(body(text(order), '997')).toEqual(['AK1*SH*1', 'AK2*856*0001', 'AK5*A', 'AK9*A*1*1*1']);
    expect(faultsOf(text(order.with(0, 'BSN*00*ASN1*19990304*1510')))).toMatchObject([{ segment: 'BSN', element: 3 }]);
  });

  it('the notes of an 850 are N9 with MTX in 005010, and with MSG in 004010', () => {
    const order = (note: string) => ['BEG*00*SA*P1**20260303', 'N9*ZZ*NOTE', note, 'PO1*1*1*EA*5**SK*A', 'CTT*1'];
    const newer = (note: string) =>
      interchange({ set: '850', functionalId: 'PO', version: '005010', bodies: [order(note)] }, (all) => all, later);
    const older = (note: string) => interchange({ set: '850', functionalId: 'PO', bodies: [order(note)] });
    expect(faultsOf(newer('MTX**HANDLE WITH CARE'))).toEqual([]);
    expect(faultsOf(newer('MSG*HANDLE WITH CARE'))).not.toEqual([]);
    expect(faultsOf(older('MSG*HANDLE WITH CARE'))).toEqual([]);
    expect(faultsOf(older('MTX**HANDLE WITH CARE'))).not.toEqual([]);
  });

  it('the items of a 944 stand below an LX in 005010', () => {
    const receipt = (...items: string[]) => ['W17*F*20260303*R1', 'N1*WH*QUAYSIDE', ...items, 'W14*5'];
    const text = (version: string, bodies: string[]) =>
      interchange(
        { set: '944', functionalId: 'RE', version, bodies: [bodies] },
        (all) => all,
        version < '00402' ? isa() : later,
      );
    expect(faultsOf(text('005010', receipt('LX*1', 'W07*5*EA**SK*A')))).toEqual([]);
    expect(faultsOf(text('004010', receipt('W07*5*EA**SK*A')))).toEqual([]);
  });

  it('a status needs no reason from 004040 on; what 004030 says is not known, so that it is a note', () => {
    const status = (version: string) =>
      findingsOf(
        interchange({
          set: '214',
          version,
          bodies: [['B10*REF-1*SO1001*BHFT', 'LX*1', 'AT7*X3****20260130*0915*LT', 'MS1*DAYTON*OH*US']],
        }),
      ).filter(({ code }) => code.startsWith('x12.element'));
    expect(status('004010')).toMatchObject([{ level: 'standard', ack: { ak403: '2' } }]);
    expect(status('004030')).toMatchObject([
      { level: 'note', explanation: expect.stringContaining('rests on version 004010') },
    ]);
    expect(status('004030')[0]!.ack).toBeUndefined();
    for (const version of ['004040', '004050', '004060', '005010']) expect(status(version)).toEqual([]);
  });

  it.each(standards.versions.filter((version) => version !== '004010'))(
    'of %s the layout of each set is known, or whatever does not fit it is a note',
    (version) => {
      const { sets, borrowed } = standards.forVersion(version)!.definition;
      for (const { code, functionalId, basis } of sets.values()) {
        if (basis !== ONE_SOURCE) expect(basis).toBe(borrowed.get(code));
        const text = interchange({ set: code, functionalId, version, bodies: [['QQX*A']] });
        const findings = findingsOf(text).filter((finding) => finding.code.startsWith('x12.segment.'));
        const levels = new Set(findings.map(({ level }) => level));
        // That an id is no segment and that the set lacks what is mandatory, the versions around say too.
        expect(levels).toContain(basis === undefined || basis === ONE_SOURCE ? 'standard' : 'note');
        if (basis !== ONE_SOURCE) expect(levels.size).toBe(1);
      }
    },
  );
});
