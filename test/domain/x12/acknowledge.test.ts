import { describe, expect, it } from 'vitest';
import {
  type Acknowledgement,
  type AcknowledgeOptions,
  acknowledge,
  acknowledgementNeeds,
} from '../../../services/domain/x12/acknowledge/acknowledge.ts';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import type { Interchange } from '../../../services/domain/x12/model.ts';
import { skipped } from '../../support/skipped.ts';
import { bodies, changed, checked, corpus, corpusBytes, interchange, isa, secondReader, textOf } from './support.ts';

const options: AcknowledgeOptions = {
  controlNumbers: { interchange: '000000501', group: ['31', '32'], set: '0001', ta1: '000000502' },
  now: { date: '20260131', time: '1005' },
  includeAcceptedSets: true,
};
const only = (text: string): Interchange => checked(text).interchanges[0]!;
const answer = (text: string, change: Partial<AcknowledgeOptions> = {}): Acknowledgement =>
  acknowledge(only(text), { ...options, ...change });
/** Segments of the 997 between ST and SE. */
const body = (text: string, change?: Partial<AcknowledgeOptions>): string[] => {
  const segments = textOf(answer(text, change).functional!.bytes).split('~');
  return segments.filter((segment) => segment.startsWith('AK'));
};
const accepted = (bytes: Uint8Array) => expect(allFindings(checked(bytes))).toEqual([]);

describe('a 997', () => {
  it('goes back to the sender with ids swapped, and is itself without a fault', () => {
    const { bytes, groups, control } = answer(interchange()).functional!;
    accepted(bytes);
    const text = textOf(bytes);
    expect(text).toContain('*ZZ*NORTHGATE      *ZZ*BHFT           *260131*1005*U*00401*000000501*0*T*>~');
    expect(text).toContain(
      '~GS*FA*NORTHGATE*BHFT*20260131*1005*31*X*004010~ST*997*0001~AK1*SW*1~AK2*945*0001~AK5*A~AK9*A*1*1*1~SE*6*0001~',
    );
    expect([control, groups]).toEqual([
      '000000501',
      [{ functionalId: 'SW', control: '1', status: 'A', answeredBy: '0001' }],
    ]);
    expect(secondReader(text)[0]!.map(({ tag }) => tag)).toEqual(['AK1', 'AK2', 'AK5', 'AK9']);
  });

  it('leaves accepted sets out when the agreement says so', () => {
    expect(body(interchange(), { includeAcceptedSets: false })).toEqual(['AK1*SW*1', 'AK9*A*1*1*1']);
  });

  it('answers each group with one, all in one interchange', () => {
    const { functional } = answer(interchange([{ set: '945' }, { set: '214' }]));
    accepted(functional!.bytes);
    expect(functional!.groups.map(({ functionalId, answeredBy }) => [functionalId, answeredBy])).toEqual([
      ['SW', '0001'],
      ['QM', '0002'],
    ]);
    expect(textOf(functional!.bytes).match(/~GS\*/g)).toHaveLength(1);
  });

  it('names segment, position, loop, element, reference and a copy of what was wrong', () => {
    expect(body(changed('945', { W27: 'W27*M*BHFTX', W12: 'W12*CC*12*12**CAX**VN*SKU-1' }))).toEqual([
      'AK1*SW*1',
      'AK2*945*0001',
      'AK3*W27*9**8',
      'AK4*2*140*5*BHFTX',
      'AK3*W12*12*0310*8',
      'AK4*5*355*5*CAX',
      'AK5*E*5',
      'AK9*E*1*1*1',
    ]);
  });

  it('counts the position of a missing segment from ST, and rejects the set', () => {
    expect(body(changed('945', { W06: '' }))).toEqual([
      'AK1*SW*1',
      'AK2*945*0001',
      'AK3*W06*2**3',
      'AK5*R*5',
      'AK9*R*1*1*0',
    ]);
  });

  it('leaves the copy empty where it would spoil the answer', () => {
    expect(body(changed('945', { W03: 'W03*1\x072' }))).toContain('AK4*1*382*6');
    expect(body(changed('945', { N3: 'N3*4 DOCK>ROAD' }))).toContain('AK4*1*166*3');
    expect(
      body(changed('945', { 'N1*ST': `N1*ST*${'X'.repeat(200)}` })).find((segment) => segment.startsWith('AK4')),
    ).toBe(`AK4*2*93*5*${'X'.repeat(99)}`);
  });

  it('says P when some sets of the group are rejected, with the numbers of each', () => {
    const bad = bodies['945'].filter((segment) => !segment.startsWith('W06'));
    expect(body(interchange({ bodies: [bodies['945'], bad, bodies['945']] })).at(-1)).toBe('AK9*P*3*3*2');
  });

  it('gives set and group errors their codes, and what GE01 stated', () => {
    const text = interchange({}, (segments) =>
      segments.map((s) => (s === 'SE*16*0001' ? 'SE*15*0009' : s === 'GE*1*1' ? 'GE*4*1' : s)),
    );
    expect(body(text)).toEqual(['AK1*SW*1', 'AK2*945*0001', 'AK5*R*3*4', 'AK9*R*4*1*0*5']);
    expect(body(interchange({ set: '869', functionalId: 'RS', bodies: [['BSI*1*20260130']] }))).toContain('AK5*R*1');
  });

  it('is never the answer to a 997', () => {
    expect(answer(interchange({ set: '997' })).functional).toBeUndefined();
    const mixed = answer(interchange([{ set: '997' }, { set: '945' }]));
    expect(mixed.functional!.groups.map(({ functionalId }) => functionalId)).toEqual(['SW']);
  });

  it('is given to a set that stands in a group of acknowledgements, and never to the acknowledgements beside it', () => {
    const foreign = interchange({ set: '945', functionalId: 'FA' });
    expect(body(foreign)).toEqual(['AK1*FA*1', 'AK2*945*0001', 'AK5*R*6', 'AK9*R*1*1*0']);
    const mixed = interchange({ set: '945', functionalId: 'FA', bodies: [bodies['945'], bodies['997']] }, (all) =>
      all.map((one) => one.replace('ST*945*0002', 'ST*997*0002')),
    );
    expect(body(mixed)).toEqual(['AK1*FA*1', 'AK2*945*0001', 'AK5*R*6', 'AK9*P*2*2*1']);
    expect(answer(interchange({ set: '997', functionalId: 'SW' })).functional).toBeUndefined();
  });

  it('has a group for each pair of applications that it answers, within the numbers it was given', () => {
    const text = interchange([{ set: '945' }, { set: '214' }]).replace('GS*QM*BHFT', 'GS*QM*BHFT2');
    expect(acknowledgementNeeds(only(text))).toEqual({ ta1: false, functional: true, groups: 2 });
    const { bytes } = answer(text).functional!;
    accepted(bytes);
    expect(textOf(bytes).match(/GS\*FA\*NORTHGATE\*(BHFT2?)\*20260131\*1005\*\d+/g)).toEqual([
      'GS*FA*NORTHGATE*BHFT*20260131*1005*31',
      'GS*FA*NORTHGATE*BHFT2*20260131*1005*32',
    ]);
    accepted(answer(text, { controlNumbers: { ...options.controlNumbers, group: '31' } }).functional!.bytes);
  });

  it("uses the sender's delimiters, and others where an id holds one of them", () => {
    const exotic = answer(interchange().replaceAll('*', '|').replaceAll('~', '\n')).functional!.bytes;
    expect(textOf(exotic)).toContain('\nAK1|SW|1\n');
    const awkward = answer(interchange({}, undefined, isa({ 6: 'BHFT>1         ' }))).functional!.bytes;
    accepted(awkward);
    expect(checked(awkward).interchanges[0]!.receiver.id).toBe('BHFT>1');
  });
});

describe('a TA1', () => {
  const ta1Of = (text: string) => {
    const { ta1, functional } = answer(text);
    if (ta1?.bytes) accepted(ta1.bytes);
    return [ta1?.status, ta1?.note, ta1?.bytes && textOf(ta1.bytes).split('~')[1], functional !== undefined];
  };

  it('is made only when it is asked for or the interchange is rejected', () => {
    expect(ta1Of(interchange())).toEqual([undefined, undefined, undefined, true]);
    expect(ta1Of(interchange({}, undefined, isa({ 14: '1' })))).toEqual([
      'A',
      '000',
      'TA1*000000001*260130*0930*A*000',
      true,
    ]);
  });

  it('goes alone when the interchange is rejected, with the reason', () => {
    expect(ta1Of(interchange({}, (s) => s.slice(0, -1)))).toEqual([
      'R',
      '023',
      'TA1*000000001*260130*0930*R*023',
      false,
    ]);
    expect(ta1Of(interchange().replace('IEA*1*000000001', 'IEA*1*000000002'))).toEqual([
      'R',
      '001',
      'TA1*000000001*260130*0930*R*001',
      false,
    ]);
  });

  it('notes a lesser fault of the envelope by the element that has it', () => {
    expect(ta1Of(interchange({}, undefined, isa({ 9: '269930', 14: '1' })))).toEqual([
      'E',
      '014',
      'TA1*000000001*269930*0930*E*014',
      true,
    ]);
  });

  it('stands beside the 997 when there is no number for an interchange of its own', () => {
    const { interchange: number, group, set } = options.controlNumbers;
    const { ta1, functional } = answer(interchange({}, undefined, isa({ 14: '1' })), {
      controlNumbers: { interchange: number, group, set },
    });
    expect([ta1?.bytes, ta1?.control, textOf(functional!.bytes).split('~')[1]]).toEqual([
      undefined,
      '000000501',
      'TA1*000000001*260130*0930*A*000',
    ]);
    accepted(functional!.bytes);
  });

  it('is never the answer to a TA1', () => {
    const text = interchange(
      [],
      ([first, ...rest]) => [first!, 'TA1*000000009*260130*0930*R*001', ...rest],
      isa({ 14: '1' }),
    );
    expect(answer(text)).toEqual({ findings: [] });
  });

  it.each([
    ['blank', ' '.repeat(15), 'UNKNOWN'],
    ['of control characters', 'B\x01H\x7fFT         ', 'BHFT'],
  ])('goes as near to its sender as can be where ISA06 is %s, and says so', (_, id, received) => {
    const { ta1, findings } = answer(interchange({}, undefined, isa({ 6: id })));
    accepted(ta1!.bytes!);
    expect([ta1!.note, only(textOf(ta1!.bytes!)).receiver.id]).toEqual(['006', received]);
    expect(findings.map(({ code, level, element }) => [code, level, element])).toEqual([
      ['x12.acknowledge.address', 'note', 8],
    ]);
  });

  it('does not name another interchange: an ISA13 that is no number is told as zeros', () => {
    const { ta1 } = answer(interchange({}, undefined, isa({ 13: 'A00000001', 9: '26013A' })));
    expect(textOf(ta1!.bytes!).split('~')[1]).toBe('TA1*000000000*000000*0930*R*018');
  });
});

describe('every document is answered', () => {
  const groupWith = (from: string, to: string) =>
    interchange({}, (all) => all.map((segment) => (segment.startsWith('GS*') ? segment.replace(from, to) : segment)));
  const utf8 = (text: string) => Buffer.from(text).toString('latin1');

  it.each([
    ['ISA06 in Latin-1', interchange({}, undefined, isa({ 6: 'ÜBERLAND\x85      ' }))],
    ['ISA06 in UTF-8', utf8(interchange({}, undefined, isa({ 6: 'ÜBERLÄND     ' })))],
    ['ISA08', interchange({}, undefined, isa({ 8: 'NORTHGATE\x9f     ', 14: '1' }))],
    ['GS02 in UTF-8', utf8(groupWith('*BHFT*', '*ÜBER*'))],
    ['GS03 in Latin-1', groupWith('*NORTHGATE*', '*N\x85X*')],
  ])('%s with bytes beyond ASCII is repeated byte for byte, and told', (_, text) => {
    const one = only(text);
    const { functional, findings } = answer(text);
    expect(findings).toEqual([]);
    const back = only(textOf(functional!.bytes));
    expect([back.receiver, back.sender]).toEqual([one.sender, one.receiver]);
    expect([back.groups[0]!.receiver, back.groups[0]!.sender]).toEqual([
      one.groups[0]!.sender,
      one.groups[0]!.receiver,
    ]);
    const notes = allFindings(checked(text));
    expect(notes.map(({ code, level }) => [code.replace(/^x12\.(interchange|group)/, ''), level])).toEqual([
      ['.not-ascii', 'note'],
    ]);
  });

  it('an ISA06 of more bytes than an ISA has room for is cut, and told', () => {
    const { functional, findings } = answer(utf8(interchange({}, undefined, isa({ 6: 'ÜBERLÄNDTRANSPO' }))));
    expect(only(textOf(functional!.bytes)).receiver.id).toBe(utf8('ÜBERLÄNDTRANSPO').slice(0, 15));
    expect(findings.map(({ code }) => code)).toEqual(['x12.acknowledge.address']);
  });

  it.each([
    ['control characters in GS02', groupWith('*BHFT*', '*B\x01FT*')],
    ['a GS06 of letters', interchange({ control: 'A01' })],
    ['a GS06 of ten digits', interchange({ control: '1234567890' })],
    ['no GS06', interchange({ control: '' })],
  ])('%s cannot be repeated in a 997, so the interchange gets its TA1 024', (_, text) => {
    const { functional, ta1, findings } = answer(text);
    accepted(ta1!.bytes!);
    expect([functional, ta1!.status, ta1!.note, findings]).toEqual([undefined, 'R', '024', []]);
  });

  it('a GS06 with too many zeros in front is the number that it is, with its code', () => {
    const received = body(interchange({ control: '0000000012' }));
    expect([received[0], received.at(-1)]).toEqual(['AK1*SW*12', 'AK9*R*1*1*0*6']);
  });

  it.each([
    ['004010', '6'],
    ['005010', '19'],
  ])('a GS06 that is used twice has a code in AK9 of %s, and what is in the group is taken', (version, code) => {
    const text = interchange([
      { control: '7', version },
      { control: '7', version },
    ]);
    const received = body(text).filter((segment) => segment.startsWith('AK9'));
    expect(received.map((segment) => segment.split('*'))).toEqual([
      ['AK9', 'A', '1', '1', '1'],
      ['AK9', 'E', '1', '1', '1', code],
    ]);
  });
});

describe.skipIf(corpus === undefined)(
  skipped('whatever is answered', corpus === undefined && '../shared/corpus is not here'),
  () => {
    it('every answer to every file of the corpus is without a fault, and node-x12 reads it', () => {
      let answers = 0;
      for (const entry of corpus ?? []) {
        for (const one of checked(corpusBytes(entry)).interchanges) {
          const { functional, ta1, findings } = acknowledge(one, options);
          expect(findings, entry.file).toEqual([]);
          for (const bytes of [functional?.bytes, ta1?.bytes]) {
            if (bytes === undefined) continue;
            answers += 1;
            expect(
              allFindings(checked(bytes)).filter(({ level }) => level !== 'note'),
              entry.file,
            ).toEqual([]);
          }
          // Terminators of several bytes are beyond node-x12.
          if (functional && one.delimiters.terminator.length === 1)
            expect(secondReader(textOf(functional.bytes)).length, entry.file).toBe(functional.groups.length);
        }
      }
      expect(answers).toBeGreaterThan(150);
    });
  },
);
