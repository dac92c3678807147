import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../services/domain/finding.ts';
import { check } from '../../../services/domain/x12/check/check.ts';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import type { ParsedDocument } from '../../../services/domain/x12/model.ts';
import { read } from '../../../services/domain/x12/read/read.ts';
import { ONE_SOURCE } from '../../../services/domain/x12/standard/segment-definition.ts';
import {
  compileStandards,
  type SetDefinition,
  type Standards,
  type VersionDefinition,
} from '../../../services/domain/x12/standard/standard.ts';
import { type Pick, pickFrom } from '../../fuzz/random.ts';
import { body } from './acknowledged.ts';
import { skeleton } from './skeleton.ts';
import { bytesOf, checked, firstSet, interchange, isa, standardFiles, standards } from './support.ts';

/** The versions that we have from one public source, and the well-known ones around them. */
const versions = [
  ['003060', ['004010']],
  ['004030', ['004010', '005010']],
  ['004040', ['004010', '005010']],
  ['004050', ['004010', '005010']],
  ['004060', ['004010', '005010']],
] as const;

const textOf = (version: string, set: SetDefinition, body: string[]) =>
  interchange(
    { set: set.code, functionalId: set.functionalId, version, bodies: [body] },
    (all) => all,
    version < '00402' ? isa() : isa({ 11: '^', 12: '00403' }),
  );
const faultsOf = (text: string): Finding[] => allFindings(checked(text)).filter(({ level }) => level !== 'note');

describe.each(versions)('%s, which we have from one source, beside %j', (version, around) => {
  const own = standards.forVersion(version)!.definition;
  const witnesses = own.witnesses();

  it('is held against the well-known versions around it', () => {
    expect(witnesses.map((witness) => witness.version)).toEqual(around);
    expect([...own.sets.values()].filter(({ basis }) => basis === ONE_SOURCE).length).toBeGreaterThan(10);
  });

  it.each([...own.sets.keys()])('a %s that is right in one of them is accepted', (code) => {
    for (const witness of witnesses) {
      const set = witness.sets.get(code)!;
      for (const all of [false, true]) {
        const text = textOf(version, set, skeleton(set, all));
        expect(faultsOf(text), text).toEqual([]);
        expect(firstSet(checked(text)).status).toBe('A');
        if (set.functionalId === 'FA') continue;
        expect(body(text, '997').filter((line) => /^AK[345]/.test(line))).toEqual(['AK5*A']);
      }
    }
  });

  it.each([...own.sets.keys()])(
    'a %s is at fault for nothing that one of them allows, however it is altered',
    (code) => {
      const pick = pickFrom(Number(version) + Number(code));
      const set = own.sets.get(code)!;
      const bodies = [own, ...witnesses].flatMap(({ sets }) => skeletons(sets.get(code)!));
      for (let nth = 0; nth < 24; nth += 1) {
        const text = textOf(version, set, altered(bodies[nth % bodies.length]!, pick));
        const reading = checked(text);
        const judged = witnesses.map((witness) => check(read(bytesOf(text)), only(witness)));
        if (judged.some((other) => firstSet(other).status === 'A')) expect(firstSet(reading).status, text).toBe('A');
        const known = judged.map(faultsIn);
        for (const fault of faultsIn(reading)) {
          const agreed = known.every((faults) => faults.some((other) => isSame(fault, other)));
          expect(agreed, `${fault.code} ${fault.explanation}\n${text}`).toBe(true);
        }
      }
    },
  );
});

describe('what one source says of a version', () => {
  const shipped = (version: string, ...body: string[]) =>
    interchange(
      { set: '945', version, bodies: [body] },
      (all) => all,
      version < '00402' ? isa() : isa({ 12: '00403' }),
    );
  const pallet = ['LX*1', 'MAN*GM*00106141411234567897', 'W12*CC*12*12**CA**VN*SKU-1', 'W03*12*240*LB'];

  it('is not followed where a 945 of 003060 stands as in 004010: it is read by that layout, which is told', () => {
    const head = ['W06*F*SO1001*260130*SHIP77', 'N1*WH*QUAYSIDE LOGISTICS'];
    const text = shipped('003060', ...head, ...pallet);
    const set = firstSet(checked(text));
    expect(set.findings).toMatchObject([
      { code: 'x12.set.layout-other', level: 'note', explanation: expect.stringContaining('as in 004010') },
    ]);
    expect(
      set.tree!.loops.map(({ id, segments, loops }) => [id, segments.length, loops.map((loop) => loop.id)]),
    ).toEqual([
      ['N1', 1, []],
      ['LX', 2, ['W12']],
    ]);
    expect(body(text, '997')).toEqual(['AK1*SW*1', 'AK2*945*0001', 'AK5*A', 'AK9*A*1*1*1']);
    const unreadable = pallet.map((segment) => segment.replace('*12*12*', '*12*1X*'));
    expect(body(shipped('003060', ...head, ...unreadable), '997')).toContain('AK5*R*5');
  });

  it('is told in notes where a set stands neither as there nor as in the versions around', () => {
    const text = shipped('003060', 'W06*F*SO1001*260130*SHIP77', 'N1*WH*QUAYSIDE LOGISTICS', ...pallet, 'MS3*BHFT*B');
    const notes = allFindings(checked(text)).filter(({ code }) => /^x12\.(segment|element)/.test(code));
    expect(notes.map(({ segment, level }) => `${segment} ${level}`)).toContain('MAN note');
    for (const { explanation, level } of notes)
      if (level === 'note') expect(explanation).toContain('rests on one public source');
  });

  it.each(['003060', '004030', '004040', '004050', '004060'])(
    'rejects in %s what the versions around say too: no W06, an unreadable quantity, dates that are none',
    (version) => {
      const date = version === '003060' ? '260130' : '20260130';
      const head = ['N1*WH*QUAYSIDE LOGISTICS', ...pallet];
      expect(body(shipped(version, ...head), '997')).toContain('AK3*W06*2**3');
      const unreadable = head.map((segment) => segment.replace('*12*12*', '*12*1X*'));
      expect(body(shipped(version, `W06*F*SO1001*${date}`, ...unreadable), '997')).toContain('AK5*R*5');
      expect(body(shipped(version, `W06*F*SO1001*${date.slice(0, -2)}32`, ...head), '997')).toContain('AK5*R*5');
    },
  );

  it('holds wholly where the operator has imported a table', () => {
    const own = standardFiles.find(({ path }) => path.endsWith('003060/945.json'))!.data;
    const imported = compileStandards(
      standardFiles.map(({ data }) => data),
      [[own]],
    );
    const basis = ({ forVersion }: Standards) => forVersion('003060')!.definition.sets.get('945')!.basis;
    expect([basis(standards), basis(imported)]).toEqual([ONE_SOURCE, undefined]);
  });
});

const skeletons = (set: SetDefinition) => [false, true].map((all) => skeleton(set, all));

/** Standards that know one version, whatever GS08 says. */
const only = (definition: VersionDefinition): Standards => ({
  versions: [definition.version],
  forVersion: () => ({ definition, exact: true }),
});

const faultsIn = (reading: ParsedDocument) =>
  allFindings(reading).filter(({ code, level }) => level === 'standard' && /^x12\.(segment|element)\./.test(code));

/** The same fault; the elements of a segment that a version has no place for are not looked at there. */
function isSame(one: Finding, other: Finding): boolean {
  if (one.position !== other.position) return false;
  if (one.code === other.code) return one.element === other.element && one.component === other.component;
  return one.code.startsWith('x12.element.') && /segment\.(not-in-set|out-of-order)$/.test(other.code);
}

/** The segments with one to three of them left out, doubled, moved, filled up, misspelt or broken. */
function altered(segments: readonly string[], pick: Pick): string[] {
  let body = [...segments];
  for (let times = 1 + pick(3); times > 0 && body.length > 0; times -= 1) {
    const at = pick(body.length);
    const segment = body[at]!;
    const fields = segment.split('*');
    const place = 1 + pick(fields.length - 1);
    const changes = [
      () => body.toSpliced(at, 1),
      () => body.toSpliced(at, 0, segment),
      () => body.toSpliced(at, 1).toSpliced(pick(body.length), 0, segment),
      () => body.with(at, `${segment}${'*1'.repeat(1 + pick(8))}`),
      () => body.with(at, segment.replace(/^../, 'QX')),
      () =>
        body.with(
          at,
          fields
            .with(Math.min(place, fields.length - 1), ['', '\u0007', 'X'.repeat(90), '260231', '1'][pick(5)]!)
            .join('*'),
        ),
    ];
    body = changes[pick(changes.length)]!();
  }
  return body;
}
