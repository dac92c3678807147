import { describe, expect, test } from 'vitest';
import {
  type DocumentKey,
  documentKeyText,
  readDocumentKey,
} from '../../../services/domain/configuration/document-key.ts';
import type { Evidence } from '../../../services/domain/journey/evidence.ts';
import { journeyOf } from '../../../services/domain/journey/journey.ts';
import { requirementKinds } from '../../../services/domain/journey/requirements.ts';
import { gates } from '../../../services/domain/journey/stages.ts';

const at = new Date('2026-11-23T12:00:00.000Z');
const dayMs = 86_400_000;
const later = (days: number) => new Date(at.getTime() + days * dayMs);
const ship: DocumentKey = { set: '945', direction: 'inbound', version: '004010' };
const order: DocumentKey = { set: '940', direction: 'outbound', version: '004010' };
const documents = [
  { ...ship, name: '945', endpoint: 'https', mapping: 'mappings/945-in.yaml' },
  { ...order, name: '940', endpoint: 'https', mapping: 'mappings/940-out.yaml' },
];

/** A partner of whom nothing is known but that it is here, with two documents agreed. */
const nothing: Evidence = {
  ...{ partnerId: '0198c1a2-0000-7000-8000-000000000013', at: later(1) },
  registration: { at, people: 0, invited: 0 },
  profile: { revision: 0, lacks: ['the role', 'a contact for EDI'] },
  agreement: { documents, hash: 'a', signatures: [] },
  connection: { endpoints: [{ name: 'https', id: 'e1', channel: 'https', passed: false }] },
  ...{
    certification: { documents: [] },
    mapping: { mappings: [] },
    goLive: { documents: [] },
    waivers: [],
    history: [],
  },
};

const signed = (side: 'partner' | 'team', hash = 'a') => ({ side, hash, name: 'Lena Ortiz', title: 'EDI', at });
const scenario = (state: 'open' | 'passed' | 'failed') =>
  ({ id: 's', title: 'One line', tier: 'must', state }) as const;
const tested = (key: DocumentKey, state: 'open' | 'passed' | 'failed') => ({ key, scenarios: [scenario(state)] });

type Step = (evidence: Evidence) => Evidence;
const goLive =
  (key: DocumentKey, part: object): Step =>
  (e) => {
    const others = e.goLive.documents.filter((one) => documentKeyText(one.key) !== documentKeyText(key));
    const before = e.goLive.documents.find((one) => documentKeyText(one.key) === documentKeyText(key));
    return { ...e, goLive: { ...e.goLive, documents: [...others, { key, ...before, ...part }] } };
  };
const ofDocument = (key: DocumentKey, mapping: string): Record<string, Step> => {
  const name = documentKeyText(key);
  return {
    [`tests of ${name}`]: (e) => ({
      ...e,
      certification: { documents: [...e.certification.documents, tested(key, 'passed')] },
    }),
    [`mapping of ${name}`]: (e) => ({
      ...e,
      mapping: { mappings: [...e.mapping.mappings, { path: mapping, hash: 'm', author: 'a', state: 'approved' }] },
    }),
    [`parallel run of ${name}`]: goLive(key, { parallelRun: { state: 'passed', since: at, progress: '20 of 20' } }),
    [`request for ${name}`]: goLive(key, {
      request: { id: 'r', state: 'asked', at, by: 'Lena', approvals: [], approvalsNeeded: 2 },
    }),
    [`release of ${name}`]: goLive(key, { production: { release: 1, since: at, isChanged: false } }),
  };
};

/** Everything that can come to be known for the better, each by itself. */
const steps: Readonly<Record<string, Step>> = {
  person: (e) => ({ ...e, registration: { ...e.registration, people: 1 } }),
  profile: (e) => ({ ...e, profile: { revision: 1, lacks: [] } }),
  'signature of the partner': (e) => ({
    ...e,
    agreement: { ...e.agreement, signatures: [...e.agreement.signatures, signed('partner')] },
  }),
  'signature of the team': (e) => ({
    ...e,
    agreement: { ...e.agreement, signatures: [...e.agreement.signatures, signed('team')] },
  }),
  connection: (e) => ({
    ...e,
    connection: { endpoints: [{ ...e.connection.endpoints[0]!, passed: true, testedAt: at }] },
  }),
  ...ofDocument(ship, 'mappings/945-in.yaml'),
  ...ofDocument(order, 'mappings/940-out.yaml'),
};

const openOf = (evidence: Evidence) => {
  const { currentlyDue, eventuallyDue } = journeyOf(evidence).requirements;
  return new Set([...currentlyDue, ...eventuallyDue].map(({ id }) => id));
};

/** Numbers that look like chance and are the same each time. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

describe('whatever is known, in whatever order it comes', () => {
  test('more evidence never leaves more open, and all of it leaves nothing', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const roll = dice(seed);
      const left = Object.entries(steps);
      let evidence = nothing;
      let open = openOf(evidence);
      while (left.length > 0) {
        const [[name, step]] = left.splice(roll(left.length), 1) as [[string, Step]];
        evidence = step(evidence);
        const now = openOf(evidence);
        expect(
          [...now].filter((id) => !open.has(id)),
          `seed ${seed}, after the ${name}`,
        ).toEqual([]);
        open = now;
      }
      expect([...open], `seed ${seed}`).toEqual([]);
      expect(journeyOf(evidence)).toMatchObject({ stage: 'live', turn: 'nobody' });
    }
  });

  test('each open requirement says whose turn it is, why, and where it is done; what is due is the turn of whoever has it', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const roll = dice(seed);
      const some = Object.values(steps).filter(() => roll(2) === 0);
      const journey = journeyOf(some.reduce((evidence, step) => step(evidence), nothing));
      const { currentlyDue, eventuallyDue, pastDue, errors } = journey.requirements;
      for (const one of [...currentlyDue, ...eventuallyDue]) {
        expect(['partner', 'team']).toContain(one.turn);
        expect(one.action.link).toMatch(/^\/[a-z]/);
        expect(one.reason).toMatch(/\.$/);
        expect(gates).toContain(one.stage);
      }
      expect(new Set([...currentlyDue, ...eventuallyDue].map(({ id }) => id)).size).toBe(
        currentlyDue.length + eventuallyDue.length,
      );
      expect(currentlyDue.map(({ id }) => id)).toEqual(expect.arrayContaining(pastDue.map(({ id }) => id)));
      expect(journey.turn).toBe(currentlyDue[0]?.turn ?? 'nobody');
      for (const error of errors) expect(error.link).toMatch(/^\//);
      // Somebody can always do something until it is live.
      if (journey.stage !== 'live') expect(currentlyDue.length).toBeGreaterThan(0);
    }
  });

  test('a waiver closes exactly its requirement, and only until its day', () => {
    const open = openOf(nothing);
    for (const requirement of open) {
      const waiver = { requirement, by: 'Ines', why: 'Agreed by phone.', at, until: later(5) };
      const waived = { ...nothing, waivers: [waiver] };
      expect([...open].filter((id) => !openOf(waived).has(id))).toEqual([requirement]);
      expect(journeyOf(waived).met.find(({ id }) => id === requirement)?.waiver).toEqual(waiver);
      expect(openOf({ ...waived, at: later(5) })).toEqual(open);
      // A newer one that has ended takes back the one before it.
      expect(openOf({ ...nothing, waivers: [{ ...waiver, until: at }, waiver] })).toEqual(open);
    }
  });
});

const through = (...names: string[]) => names.reduce((evidence, name) => steps[name]!(evidence), nothing);
const beforeTests = ['person', 'profile', 'signature of the partner', 'signature of the team', 'connection'];
const wholeWay = (key: string) => ['tests', 'mapping', 'parallel run'].map((what) => `${what} of ${key}`);

describe('stages and turns', () => {
  test.each([
    [[], 'registered', 'team'],
    [['person'], 'profile', 'partner'],
    [['person', 'profile'], 'agreement', 'partner'],
    [['person', 'profile', 'signature of the partner'], 'agreement', 'team'],
    [beforeTests.slice(0, 4), 'connection', 'partner'],
    [beforeTests, 'document-tests', 'team'],
  ] as const)('after %j a partner is at %s and it is the turn of the %s', (names, stage, turn) => {
    expect(journeyOf(through(...names))).toMatchObject({ stage, turn });
  });

  test('a partner may bring one document first: that one goes on, the other waits where it is', () => {
    const key = 'inbound/945/004010';
    const evidence = through(...beforeTests, ...wholeWay(key), `request for ${key}`);
    const journey = journeyOf(evidence);
    expect(journey).toMatchObject({ stage: 'go-live', turn: 'team', next: { id: `document.release/${key}` } });
    expect(journey.documents.map(({ stage }) => stage)).toEqual(['go-live', 'document-tests']);
    const live = journeyOf(steps[`release of ${key}`]!(evidence));
    expect(live.documents.map(({ stage }) => stage)).toEqual(['live', 'document-tests']);
    expect(live).toMatchObject({ stage: 'change' });
    expect(live.requirements.disabledReason).toBeUndefined();
  });

  test('a document that is changed after it went live returns to the stages that it touches, and production goes on', () => {
    const live = through(...Object.keys(steps));
    const changed = goLive(ship, { production: { release: 1, since: at, isChanged: true } })(live);
    const reopened = { ...changed, certification: { documents: [tested(ship, 'open'), tested(order, 'passed')] } };
    const journey = journeyOf(reopened);
    expect(journey).toMatchObject({ stage: 'change', turn: 'partner' });
    expect(journey.requirements.currentlyDue.map(({ id }) => id)).toEqual(['document.tests/inbound/945/004010']);
    expect(journey.requirements.disabledReason).toBeUndefined();
  });

  test('an agreement that was changed is to be signed again by both, and says so', () => {
    const evidence = through(...beforeTests);
    const { requirements } = journeyOf({ ...evidence, agreement: { ...evidence.agreement, hash: 'b' } });
    const ids = [...requirements.currentlyDue, ...requirements.eventuallyDue].map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['terms.signature/partner', 'terms.signature/team']));
    expect(requirements.currentlyDue[0]?.reason).toContain('changed after');
  });

  test('what failed is an error with a remedy and a link, beside what is open', () => {
    const evidence = { ...through(...beforeTests), certification: { documents: [tested(ship, 'failed')] } };
    expect(journeyOf(evidence).requirements.errors).toMatchObject([
      { code: 'scenario.failed', requirement: 'document.tests/inbound/945/004010', remedy: expect.any(String) },
    ]);
  });

  test('what waits for longer than its kind allows is past due; the next that will be is the deadline', () => {
    const history = [{ stage: 'profile', turn: 'partner', enteredAt: at }] as const;
    const due = requirementKinds['profile.complete'].dueDays;
    const before = journeyOf({ ...through('person'), history, at: later(due - 1) }).requirements;
    expect(before).toMatchObject({ pastDue: [], deadline: later(due) });
    const after = journeyOf({ ...through('person'), history, at: later(due) }).requirements;
    expect(after.pastDue.map(({ id }) => id)).toEqual(['profile.complete']);
    expect(after.deadline).toBeUndefined();
  });

  test('who is suspended is asked for the same as before; of who has left nothing is asked', () => {
    const held = { since: at, by: 'Ines', reason: 'Duplicates.' };
    const live = through(...Object.keys(steps));
    expect(journeyOf({ ...live, goLive: { ...live.goLive, suspended: held } })).toMatchObject({
      ...{ stage: 'suspended', reason: 'Duplicates.' },
      requirements: { disabledReason: 'Held by Ines: Duplicates.' },
    });
    expect(journeyOf({ ...nothing, goLive: { documents: [], retired: held } })).toMatchObject({
      ...{ stage: 'retired', turn: 'nobody' },
      requirements: { currentlyDue: [], eventuallyDue: [] },
    });
  });
});

describe('the forecast', () => {
  const entered = (stage: 'registered' | 'profile' | 'agreement' | 'connection', day: number, until?: number) => ({
    ...({ stage, turn: 'partner', enteredAt: later(day) } as const),
    ...(until !== undefined && { leftAt: later(until) }),
  });

  test('needs a pace: after one stage, or within an hour, there is none', () => {
    const history = [entered('registered', 0, 1), entered('profile', 1)];
    expect(journeyOf({ ...through('person'), history, at: later(2) }).forecast.state).toBe('not-enough-data');
  });

  test('carries on the partner’s own pace, and moves on with whoever stands still', () => {
    const history = [
      entered('registered', 0, 2),
      entered('profile', 2, 4),
      entered('agreement', 4, 6),
      entered('connection', 6),
    ];
    const evidence = { ...through(...beforeTests.slice(0, 4)), history };
    const { forecast } = journeyOf({ ...evidence, at: later(7) });
    expect(forecast).toMatchObject({ state: 'forecast', stagesPassed: 3, stagesLeft: 5, daysPerStage: 2 });
    const whenOf = (days: number) => {
      const found = journeyOf({ ...evidence, at: later(days) }).forecast;
      return found.state === 'forecast' ? found.at.getTime() : 0;
    };
    expect(whenOf(7)).toBeGreaterThanOrEqual(later(7 + 9).getTime());
    expect(whenOf(30)).toBeGreaterThan(whenOf(7));
    for (let day = 7; day < 60; day += 1) expect(whenOf(day)).toBeGreaterThan(later(day).getTime());
  });
});

test('a document key is read as it is written', () => {
  for (const key of [ship, order, { set: 'shipment', direction: 'inbound', version: '' } as const])
    expect(readDocumentKey(documentKeyText(key))).toEqual(key);
  for (const wrong of ['', 'inbound', 'inbound/', 'sideways/945/004010', 'inbound/945/004010/x'])
    expect(readDocumentKey(wrong)).toBeUndefined();
});

test('a channel that only one document names holds back that one, and is asked of whoever sets it up', () => {
  const agreed = (channel: 'as2' | 'folder'): Evidence => ({
    ...nothing,
    registration: { at, people: 1, invited: 0 },
    profile: { revision: 1, lacks: [] },
    agreement: {
      hash: 'a',
      documents: [documents[0]!, { ...documents[1]!, endpoint: 'later', channel }],
      signatures: [signed('partner'), signed('team')],
    },
    connection: {
      endpoints: [
        { name: 'https', id: 'e1', channel: 'https', passed: true, testedAt: at },
        { name: 'later', passed: false },
      ],
    },
  });
  const { documents: standing, requirements } = journeyOf(agreed('as2'));
  expect(standing.map(({ set, stage }) => [set, stage])).toEqual([
    ['945', 'document-tests'],
    ['940', 'connection'],
  ]);
  expect(requirements.currentlyDue.find(({ id }) => id === 'connection.works/later')).toMatchObject({
    ...{ turn: 'partner', title: 'Set up AS2 for 940' },
    action: { link: '/channels/new?channel=as2&name=later' },
  });
  expect(
    journeyOf(agreed('folder')).requirements.currentlyDue.find(({ id }) => id === 'connection.works/later'),
  ).toMatchObject({ turn: 'team', title: 'Set up a folder for 940' });
});
