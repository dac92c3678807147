import { describe, expect, it } from 'vitest';
import { allFindings } from '../../../services/domain/x12/inspect/inspect.ts';
import { read } from '../../../services/domain/x12/read/read.ts';
import { draftOf, newlinesOf } from '../../../services/domain/x12/write/draft.ts';
import { write } from '../../../services/domain/x12/write/write.ts';
import {
  bytesOf,
  checked,
  findingOf,
  firstSet,
  type GroupText,
  interchange,
  isa,
  standards,
  textOf,
} from './support.ts';

/** A 5010 interchange: ISA11 is the repetition separator. */
const of5010 = (group: GroupText) =>
  interchange({ version: '005010', ...group }, (all) => all, isa({ 11: '^', 12: '00501' }));
const standardFaults = (text: string) => allFindings(checked(text)).filter(({ level }) => level === 'standard');

const old = (segment: string) => ['B10*REF-1*SO1001*BHFT', 'LX*1', segment, 'MS1*DAYTON*OH*US'];

describe('what differs in 005010', () => {
  it('a status stands alone or with its reason; a reason needs its status', () => {
    const alone = 'AT7*X3****20260130*0915*LT';
    const rules = (text: string) =>
      standardFaults(text).map(
        ({ segment, element, explanation }) => `${segment}-${element} ${/rule (\w+)/.exec(explanation)?.[1]}`,
      );
    expect(rules(interchange({ set: '214', bodies: [old(alone)] }))).toEqual(['AT7-2 P0102']);
    expect(rules(of5010({ set: '214', bodies: [old(alone)] }))).toEqual([]);
    expect(rules(of5010({ set: '214', bodies: [old('AT7*X3*NS***20260130*0915*LT')] }))).toEqual([]);
    expect(rules(of5010({ set: '214', bodies: [old('AT7**NS***20260130*0915*LT')] }))).toEqual(['AT7-1 C0201']);
    expect(rules(of5010({ set: '214', bodies: [old('AT7***AA**20260130*0915*LT')] }))).toEqual([]);
  });

  it('the parties of a 214 stand with the status, and no longer in the heading', () => {
    const party = ['N1*SF*QUAYSIDE LOGISTICS', 'N4*DAYTON*OH*45402*US'];
    const [head, ...rest] = old('AT7*X3*NS***20260130*0915*LT');
    expect(standardFaults(interchange({ set: '214', bodies: [[head!, ...party, ...rest]] }))).toEqual([]);
    expect(standardFaults(of5010({ set: '214', bodies: [[head!, ...rest, ...party]] }))).toEqual([]);
    expect(standardFaults(of5010({ set: '214', bodies: [[head!, ...party, ...rest]] }))).not.toEqual([]);
  });

  it.each(['004030', '004040'])(
    'a 214 in %s may be laid out as before or as in 004050: no two sources say which is right',
    (version) => {
      const party = ['N1*SH*NORTHGATE OUTFITTERS', 'N4*DAYTON*OH*45402*US'];
      const [head, line, ...status] = old('AT7*X3*NS***20260130*0915*LT');
      const reference = 'L11*SO1001*SI';
      for (const body of [
        [head!, reference, ...party, line!, ...status, reference, 'AT8*G*L*240*12'],
        [head!, line!, reference, 'AT8*G*L*240*12', ...status, ...party],
      ]) {
        const text = interchange({ set: '214', version, bodies: [body] }, undefined, isa({ 11: '^', 12: '00403' }));
        expect(allFindings(checked(text)), body.join('~')).toEqual([]);
        expect(firstSet(checked(text)).status).toBe('A');
      }
    },
  );

  it('references hold fifty characters where they held thirty', () => {
    const long = 'R'.repeat(50);
    const body = (value: string) => [`B10*${value}*SO1001*BHFT`, ...old('AT7*X3*NS***20260130*0915*LT').slice(1)];
    expect(standardFaults(interchange({ set: '214', bodies: [body(long)] })).map(({ code }) => code)).toEqual([
      'x12.element.too-long',
    ]);
    expect(standardFaults(of5010({ set: '214', bodies: [body(long)] }))).toEqual([]);
    expect(standardFaults(of5010({ set: '214', bodies: [body(`${long}R`)] })).map(({ code }) => code)).toEqual([
      'x12.element.too-long',
    ]);
  });

  it('a refusal of a tender may give its reason, and the reference is an L11', () => {
    const answer = ['B1*BHFT*SO1001*20260130*D**ABC', 'L11*PRO-1*CN'];
    expect(standardFaults(of5010({ set: '990', bodies: [answer] }))).toEqual([]);
    expect(standardFaults(interchange({ set: '990', bodies: [answer] }))).not.toEqual([]);
  });

  it('ST and AK2 may name the guide that a set follows', () => {
    const named = of5010({
      set: '997',
      bodies: [['AK1*OW*1*005010', 'AK2*940*0001*005010X1', 'AK5*A', 'AK9*A*1*1*1']],
    });
    expect(standardFaults(named)).toEqual([]);
    expect(
      standardFaults(
        interchange({ set: '997', bodies: [['AK1*OW*1*004010', 'AK2*940*0001', 'AK5*A', 'AK9*A*1*1*1']] }),
      ),
    ).toMatchObject([{ segment: 'AK1', element: 3 }]);
  });
});

describe('repetitions in 005010', () => {
  const withContexts = (count: number) => {
    const contexts = Array.from({ length: count }, (_, nth) => `SITUATIONAL TRIGGER${nth}>X`).join('^');
    return of5010({
      set: '999',
      functionalId: 'FA',
      bodies: [['AK1*SM*1', 'AK2*204*0001', 'IK3*B2*2**8', `CTX*${contexts}`, 'IK4*2*140*1', 'IK5*R*5', 'AK9*R*1*1*0']],
    });
  };

  it('an element that may repeat may do so as often as the standard says, and no more', () => {
    expect(standardFaults(withContexts(10))).toEqual([]);
    const tooMany = findingOf(checked(withContexts(11)), 'x12.element.too-many-repetitions');
    expect(tooMany).toMatchObject({
      segment: 'CTX',
      element: 1,
      expected: 'at most 10 repetitions',
      ack: { ak403: '12' },
    });
  });

  it('an element that may not repeat may not, and each repetition is checked', () => {
    const twice = of5010({ set: '990', bodies: [['B1*BHFT^QUAY*SO1001*20260130*A']] });
    expect(findingOf(checked(twice), 'x12.element.too-many-repetitions')).toMatchObject({ segment: 'B1', element: 1 });
    const long = withContexts(2).replace('TRIGGER1', 'T'.repeat(40));
    expect(findingOf(checked(long), 'x12.element.too-long')).toMatchObject({
      segment: 'CTX',
      element: 1,
      component: 1,
    });
  });

  it('before 00402 the same byte is text', () => {
    const text = interchange({ set: '990', bodies: [['B1*BHFT*SO^1*20260130*A']] }, (all) => all, isa({ 11: 'U' }));
    expect(standardFaults(text)).toEqual([]);
  });

  it('what was read is written again byte for byte', () => {
    const text = withContexts(10);
    const [one] = read(bytesOf(text)).interchanges;
    const written = write(draftOf(one!), { newline: newlinesOf(one!)!, keepTrailing: true });
    expect(written.bytes && textOf(written.bytes)).toBe(text);
  });
});

describe('a version that is not known', () => {
  const noteOf = (version: string, set = '945') => {
    const reading = checked(interchange({ version, set }));
    return findingOf(reading, 'x12.group.version-fallback');
  };

  it.each([
    ['003020', '003060'],
    ['003070', '003060'],
    ['004020VICS', '004010'],
    ['004042', '004040'],
    ['005030', '005010'],
    ['006020', '006010'],
    ['008050', '006010'],
  ])('%s is judged by %s: the newest older one, else the oldest newer one; the note names both', (version, nearest) => {
    const note = noteOf(version);
    expect(note).toMatchObject({ level: 'note', received: version, expected: nearest });
    expect(note.explanation).toContain(version);
    expect(note.explanation).toContain('a note and rejects nothing');
    expect(note.explanation).toContain(`against ${nearest}`);
  });

  it.each(['003060', '004010', '004010UCS', '004030VICS', '004040', '004050', '004060', '005010X214', '006010'])(
    '%s is known by its six digits: no note',
    (version) => {
      const text = interchange({ version, set: '997' });
      expect(allFindings(checked(text)).map(({ code }) => code)).not.toContain('x12.group.version-fallback');
    },
  );

  it('a set that is only known in the older layout is checked against that, with a note that names the set', () => {
    const reading = checked(
      interchange(
        {
          version: '006010',
          set: '850',
          functionalId: 'PO',
          bodies: [['BEG*00*SA*4711**20260130', 'PO1*1*2*EA', 'MSG*NOT IN THE LAYOUT OF 005010']],
        },
        (all) => all,
        isa({ 11: '^', 12: '00601' }),
      ),
    );
    const note = findingOf(reading, 'x12.group.version-fallback');
    expect(note).toMatchObject({ level: 'note', received: '006010', expected: '005010' });
    expect(note.explanation).toContain('set 850');
    expect(reading.interchanges[0]!.groups[0]!.status).toBe('A');
  });

  it.each([
    ['003060', ['211', '999']],
    ['004030', ['999']],
    ['004040', ['999']],
    ['004050', ['999']],
    ['004060', ['999']],
    ['005010', []],
    ['006010', ['204', '810', '824', '846', '850', '855', '940', '943', '944', '945', '947']],
  ])('the layouts of %s are known as they are, but for those of %j', (version, unknown) => {
    expect([...standards.forVersion(version)!.definition.borrowed.keys()].sort()).toEqual(unknown);
  });
});
