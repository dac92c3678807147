import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mapSet } from '../../services/domain/mapping/run/map-set.ts';
import { check } from '../../services/domain/x12/check/check.ts';
import { read } from '../../services/domain/x12/read/read.ts';
import { translate } from '../../services/flows/translate.ts';
import type { Environment } from '../../services/store/documents.ts';
import { mappingOf, profileOf } from '../domain/mapping/support.ts';
import {
  answersTo,
  casesAbout,
  clocksOf,
  documentRow,
  edit,
  eventsOf,
  type FlowRig,
  flowRig,
  ladderOf,
  type Profile,
  picked,
  sample,
  segmentsOf,
  sentTo,
  under,
} from './rig.ts';

let rig: FlowRig;
beforeAll(async () => {
  rig = await flowRig();
});
afterAll(() => rig.close());

const answer990 = sample('standard-carrier', '990-accept');
const numbered = (n: number) => String(n).padStart(9, '0');
const elementsOf = (text: string, tag: string) =>
  segmentsOf(text)
    .filter((segment) => segment.startsWith(`${tag}*`))
    .map((segment) => segment.split('*'));
const controlsOf = async (profile: Profile, environment?: Environment) => {
  const sent = await sentTo(rig, profile, environment);
  const numbers = (tag: string, element: number) =>
    sent.flatMap(({ text }) => elementsOf(text, tag).map((elements) => Number(elements[element])));
  return { interchange: numbers('ISA', 13), group: numbers('GS', 6), set: numbers('ST', 2) };
};
const upTo = (n: number) => Array.from({ length: n }, (_, at) => at + 1);
const sorted = (list: number[]) => [...list].sort((a, b) => a - b);

describe('control numbers', () => {
  test('have neither gaps nor twins when 30 documents are translated at once', async () => {
    const ids = await Promise.all(upTo(30).map((n) => rig.leave('standard-carrier', under(numbered(n), answer990))));
    await Promise.all(ids.map((id) => translate(rig.context, [id])));
    const { interchange, group, set } = await controlsOf('standard-carrier');
    expect([sorted(interchange), sorted(group), sorted(set)]).toEqual([upTo(30), upTo(30), upTo(30)]);
  });

  test('have neither gaps nor twins when documents come in batches with bad ones among them', async () => {
    const texts = upTo(12).map((n) => {
      const text = under(numbered(100 + n), answer990);
      return n % 3 === 0 ? text.replace('*NORTHGATE      *', '*SOUTHGATE      *') : text;
    });
    const ids = await Promise.all(texts.map((text) => rig.leave('standard-carrier', text)));
    await Promise.all([translate(rig.context, ids.slice(0, 6)), translate(rig.context, ids.slice(6))]);
    const { interchange, group, set } = await controlsOf('standard-carrier');
    // Four of them got a TA1, which has neither group nor set.
    expect([sorted(interchange), sorted(group), sorted(set)]).toEqual([upTo(42), upTo(38), upTo(38)]);
  });

  test('count for each partner and environment alone', async () => {
    await rig.bring('standard-3pl', sample('standard-3pl', '945-complete'));
    expect(await controlsOf('standard-3pl')).toEqual({ interchange: [1], group: [1], set: [1] });
    await rig.bring('standard-3pl', sample('standard-3pl', '945-complete', { '*0*P*>': '*0*T*>' }), 'sandbox');
    expect(await controlsOf('standard-3pl', 'sandbox')).toEqual({ interchange: [1], group: [1], set: [1] });
    const [test] = await sentTo(rig, 'standard-3pl', 'sandbox');
    expect(elementsOf(test!.text, 'ISA')[0]![15]).toBe('T');
  });

  test('of sets are taken for the groups that are answered and for no others', async () => {
    const [isa, ...rest] = under('000000900', sample('standard-3pl', '945-complete')).trim().split('\n');
    const answered = rest.slice(0, -1);
    const acknowledgement = sample('standard-3pl', '997-accepted').trim().split('\n').slice(1, -1);
    const id = await rig.bring('standard-3pl', [isa, ...answered, ...acknowledgement, 'IEA*2*000000900~'].join('\n'));
    const [answer] = await answersTo(rig, 'standard-3pl', id);
    expect(picked(answer!.text, 'AK1')).toEqual(['AK1*SW*101']);
    await rig.bring('standard-3pl', under('000000901', sample('standard-3pl', '945-complete')));
    expect((await controlsOf('standard-3pl')).set).toEqual([1, 2, 3]);
  });

  test('leave no gap where the sender names nobody: it is answered as near as can be, and a person is told', async () => {
    const before = await controlsOf('standard-3pl');
    const nameless = under('000000902', sample('standard-3pl', '945-complete')).replace(
      'QUAYSIDE       *ZZ',
      `${' '.repeat(15)}*ZZ`,
    );
    const id = await rig.bring('standard-3pl', nameless);
    const [ta1] = await answersTo(rig, 'standard-3pl', id);
    expect([elementsOf(ta1!.text, 'ISA')[0]![8]!.trim(), picked(ta1!.text, 'TA1')]).toEqual([
      'UNKNOWN',
      ['TA1*000000902*260303*0910*R*006'],
    ]);
    expect(await casesAbout(rig, { document_id: id })).toMatchObject([
      { title: 'The acknowledgement has no certain address', state: 'open' },
    ]);
    await rig.bring('standard-3pl', under('000000903', sample('standard-3pl', '945-complete')));
    const after = await controlsOf('standard-3pl');
    expect(after.interchange).toEqual([
      ...before.interchange,
      before.interchange.length + 1,
      before.interchange.length + 2,
    ]);
  });
});

describe('what is answered', () => {
  test('a 997 never is, so that two hubs do not thank each other for ever', async () => {
    const id = await rig.bring('standard-3pl', sample('standard-3pl', '997-accepted'));
    expect(await answersTo(rig, 'standard-3pl', id)).toEqual([]);
    expect(await ladderOf(rig, id)).toEqual({ transport: 'done' });
    expect(await clocksOf(rig, id)).toEqual({ acknowledge: 'met' });
  });

  test('a TA1 goes with the 997 where ISA14 asks for one', async () => {
    const text = under('000000910', answer990).replace('*0*P*>', '*1*P*>');
    const id = await rig.bring('standard-carrier', text);
    const [answer, ...more] = await answersTo(rig, 'standard-carrier', id);
    expect(more).toEqual([]);
    expect(picked(answer!.text, 'TA1', 'AK9')).toEqual(['TA1*000000910*260302*1130*A*000', 'AK9*A*1*1*1']);
    expect(elementsOf(answer!.text, 'ISA')[0]![14]).toBe('0');
    expect(await ladderOf(rig, id)).toMatchObject({ ta1: 'done', 'functional-ack': 'done' });
  });

  test('a 997 that asks for a TA1 gets that and no more', async () => {
    const text = under('000000911', sample('standard-3pl', '997-accepted')).replace('*0*P*>', '*1*P*>');
    const id = await rig.bring('standard-3pl', text);
    const [answer, ...more] = await answersTo(rig, 'standard-3pl', id);
    expect([answer!.sets, more]).toEqual([['TA1'], []]);
  });

  test('a partner that wants no word of accepted sets reads of faulty ones only', async () => {
    const back = await rig.configure(
      'standard-3pl',
      edit('partner.yaml', 'includeAcceptedSets: true', 'includeAcceptedSets: false'),
    );
    const id = await rig.bring('standard-3pl', under('000000912', sample('standard-3pl', '945-two-sets-one-bad')));
    const [answer] = await answersTo(rig, 'standard-3pl', id);
    expect(picked(answer!.text, 'AK2', 'AK9')).toEqual(['AK2*945*0002', 'AK9*P*2*2*1']);
    await back();
  });

  describe('by the agreement', () => {
    const agree = async (profile: Profile, acknowledgement: object) => {
      const said = JSON.stringify({ functional: '997', ta1: 'when-requested', ...acknowledgement });
      await rig.configure(
        profile,
        edit('partner.yaml', /^acknowledgement:.*\n(?: .*\n)*/m, `acknowledgement: ${said}\n`),
      );
    };

    test('a partner that wants a 999 gets one, which reads back into what was accepted and what was not', async () => {
      await agree('standard-3pl', { functional: '999' });
      const id = await rig.bring('standard-3pl', under('000000920', sample('standard-3pl', '945-two-sets-one-bad')));
      const [answer] = await answersTo(rig, 'standard-3pl', id);
      expect([answer!.sets, answer!.headline]).toEqual([['999'], '999: accepted in part']);
      expect(picked(answer!.text, 'AK2', 'IK5', 'AK9')).toEqual([
        'AK2*945*0001',
        'IK5*A',
        'AK2*945*0002',
        // The guide of the profile may have its own say.
        expect.stringMatching(/^IK5\*R\*5/),
        'AK9*P*2*2*1',
      ]);
      expect(await ladderOf(rig, id)).toMatchObject({ 'functional-ack': 'done' });
      // The partner's side of it: our own 999 is read and mapped like any that a partner sends.
      const { standards } = rig.context.catalog;
      const [interchange] = check(read(Buffer.from(answer!.text, 'latin1')), standards).interchanges;
      const set = interchange!.groups[0]!.sets[0]!;
      const ownMapping = mappingOf(profileOf('standard-3pl'), '999');
      if (ownMapping.direction !== 'inbound') throw new Error('no mapping');
      expect(set.findings).toEqual([]);
      const { events, findings } = mapSet(set, ownMapping, {});
      expect([events[0]!.type, findings.filter(({ level }) => level !== 'note')]).toEqual([
        'document.acknowledged.v1',
        [],
      ]);
      expect(events[0]!.data).toMatchObject({
        status: 'partially-accepted',
        sets: [
          { control: '0001', status: 'accepted' },
          {
            control: '0002',
            status: 'rejected',
            errors: expect.arrayContaining([
              expect.objectContaining({ segment: 'G62', position: 9, element: 2, elementError: '8', said: '20261305' }),
              expect.objectContaining({ segment: 'W12', position: 13, element: 3, elementError: '6' }),
            ]),
          },
        ],
      });
    });

    test('what only the guide has against a set is in a 999 with the situation, and not in a 997; the set goes on', async () => {
      const declined = answer990.replace('*20260302*A~', '*20260302*D~');
      await agree('standard-carrier', { functional: '999' });
      const noted = await rig.bring('standard-carrier', under('000000923', declined));
      const [answer] = await answersTo(rig, 'standard-carrier', noted);
      expect(answer!.headline).toBe('999: accepted with errors noted');
      expect(picked(answer!.text, 'IK3', 'IK4', 'CTX', 'IK5', 'AK9')).toEqual([
        'IK3*ST*1**I6',
        'CTX*SITUATIONAL TRIGGER*B1*2**4*558',
        'IK5*E*I5',
        'AK9*E*1*1*1',
      ]);
      expect(await eventsOf(rig, noted)).toMatchObject([{ type: 'tender.answered.v1' }]);
      await agree('standard-carrier', { functional: '997' });
      const silent = await rig.bring('standard-carrier', under('000000924', declined));
      const [plain] = await answersTo(rig, 'standard-carrier', silent);
      expect(picked(plain!.text, 'AK3', 'AK5', 'AK9')).toEqual(['AK5*A', 'AK9*A*1*1*1']);
      expect(plain!.headline).toBe('997: accepted');
    });

    test('a TA1 is never sent, or always, or on demand', async () => {
      const text = (n: string) => under(n, answer990);
      await agree('standard-carrier', { ta1: 'always' });
      const always = await answersTo(rig, 'standard-carrier', await rig.bring('standard-carrier', text('000000921')));
      expect(picked(always[0]!.text, 'TA1')).toEqual(['TA1*000000921*260302*1130*A*000']);
      await agree('standard-carrier', { ta1: 'never' });
      const id = await rig.bring('standard-carrier', text('000000922').replace('*0*P*>', '*1*P*>'));
      const [never] = await answersTo(rig, 'standard-carrier', id);
      expect(picked(never!.text, 'TA1', 'AK9')).toEqual(['AK9*A*1*1*1']);
      await agree('standard-carrier', {});
    });
  });

  test('an answer goes into the outbox under the name of what it is, and waits there', async () => {
    const id = await rig.bring('standard-carrier', under('000000913', answer990));
    const [answer] = await answersTo(rig, 'standard-carrier', id);
    const row = await documentRow(rig, answer!.id);
    expect(row).toMatchObject({ state: 'ready', outcome: 'waiting', channel: 'https', answers: id });
    expect(row.file_name).toBe(`997-${answer!.control}.x12`);
    expect(row.size_bytes).toBe(answer!.text.length);
  });
});
