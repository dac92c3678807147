import { isNeeded } from '../certification/scenario.ts';
import { documentKeyText } from '../configuration/document-key.ts';
import type { AgreedDocument, Evidence, MappingStanding } from './evidence.ts';
import { goLiveOf, inProduction } from './in-production.ts';
import type { Found, RequirementKind } from './requirements.ts';

/** What is asked for per document, since each is certified and goes live on its own. */
export const documentKinds = {
  'document.tests': { stage: 'document-tests', dueDays: 21, find: perDocument(tests) },
  'document.mapping': { stage: 'mapping-approved', dueDays: 7, find: perDocument(mapping) },
  'document.parallel-run': { stage: 'parallel-run', dueDays: 21, find: perDocument(parallelRun) },
  'document.request': { stage: 'go-live', dueDays: 14, find: perDocument(request) },
  'document.release': { stage: 'go-live', dueDays: 5, find: perDocument(release) },
  'document.hypercare': { stage: 'hypercare', dueDays: 30, find: perDocument(hypercare) },
} as const satisfies Readonly<Record<string, RequirementKind>>;

type Finding = Omit<Found, 'subject' | 'document'>;

/** What production runs as it is agreed now has passed what stands before production. */
function perDocument(
  find: (document: AgreedDocument, evidence: Evidence) => Finding | undefined,
): RequirementKind['find'] {
  return (evidence) =>
    evidence.agreement.documents.flatMap((document) => {
      const found = find(document, evidence);
      if (!found) return [];
      const { set, direction, version } = document;
      const key = { set, direction, version };
      return [{ subject: documentKeyText(key), document: key, ...found }];
    });
}

/** @returns how a gate before production is met by a release */
function released({ goLive }: Evidence, document: AgreedDocument): Pick<Finding, 'satisfiedBy'> | undefined {
  const production = inProduction(goLive, document);
  return (
    production && {
      satisfiedBy: { what: `Release ${production.release} runs it in production.`, at: production.since },
    }
  );
}

function tests(document: AgreedDocument, evidence: Evidence): Finding {
  const key = documentKeyText(document);
  const link = `/certification?document=${key}`;
  const scenarios = evidence.certification.documents.find((one) => documentKeyText(one.key) === key)?.scenarios ?? [];
  const needed = scenarios.filter(isNeeded);
  const passed = needed.filter(({ state }) => state === 'passed');
  const wrong = needed.find(({ state }) => state === 'failed' || state === 'reopened');
  const left = needed.length - passed.length;
  const done = needed.length > 0 && left === 0;
  const lastAt = passed.map(({ passedAt }) => passedAt?.getTime() ?? 0).reduce((a, b) => Math.max(a, b), 0);
  return {
    turn: needed.length === 0 ? 'team' : 'partner',
    title: needed.length === 0 ? `Give tests for ${document.name}` : `Pass the tests of ${document.name}`,
    reason:
      needed.length === 0
        ? 'No test stands ready for this document.'
        : `${passed.length} of ${needed.length} tests that must pass have passed.`,
    action: { label: 'Open the tests', link },
    minutes: Math.max(5, 5 * left),
    ...(done
      ? {
          satisfiedBy: {
            what: needed.length === 1 ? 'The test has passed.' : `All ${needed.length} tests have passed.`,
            ...(lastAt > 0 && { at: new Date(lastAt) }),
            link,
          },
        }
      : released(evidence, document)),
    ...(wrong && {
      error: {
        code: wrong.state === 'failed' ? 'scenario.failed' : 'scenario.reopened',
        reason: `${wrong.title}: ${wrong.why ?? (wrong.state === 'failed' ? 'it failed.' : 'it must be passed again.')}`,
        remedy: 'Open the test, correct what it names, and run it again; nobody has to be asked.',
        link,
      },
    }),
  };
}

function mapping(document: AgreedDocument, evidence: Evidence): Finding {
  const link = `/mappings/${document.mapping.replace('mappings/', '')}`;
  const found = evidence.mapping.mappings.find(({ path }) => path === document.mapping);
  const coverage = found?.coverage;
  const isCovered = coverage === undefined || coverage.mapped >= coverage.mandatory;
  const state = found?.state ?? 'unreviewed';
  const reviewed = reviewedAs(found);
  const part =
    coverage && !isCovered ? ` ${coverage.mapped} of ${coverage.mandatory} mandatory places are mapped.` : '';
  return {
    turn: state === 'asked' ? 'team' : 'partner',
    title: mappingTitle(reviewed === undefined ? state : 'approved', document.name),
    reason: `${reviewed ?? mappingWords[state]}${part}`,
    action: { label: 'Open the mapping', link },
    minutes: state === 'asked' ? 15 : 5,
    ...(found?.at && { since: found.at }),
    ...(reviewed !== undefined && isCovered
      ? {
          satisfiedBy: {
            what: reviewed,
            ...(found?.at && { at: found.at }),
            link,
          },
        }
      : released(evidence, document)),
    ...(state === 'returned' && {
      error: {
        code: 'review.returned',
        reason: found?.note ?? 'The reviewer has returned it.',
        remedy: 'Change the mapping as the reviewer says, and ask again.',
        link,
      },
    }),
  };
}

/** What makes a mapping a reviewed one; undefined where nothing does. Nobody reviews anew what the team has published as a template. */
function reviewedAs(found: MappingStanding | undefined): string | undefined {
  if (found?.state === 'approved') return found.reviewer === undefined ? 'Approved.' : `Approved by ${found.reviewer}.`;
  if (found?.state === 'unreviewed' && found.template !== undefined)
    return `As the template ${found.template} has it, unchanged.`;
  return undefined;
}

/** An approved one whose requirement is open leaves out what the standard or the guide always wants; the team may waive it. */
function mappingTitle(state: keyof typeof mappingWords, name: string): string {
  if (state === 'asked') return `Review the mapping of ${name}`;
  return state === 'approved' ? `Map what is mandatory in ${name}` : `Ask for a review of the mapping of ${name}`;
}

const mappingWords = {
  unreviewed: 'Nobody has reviewed it yet.',
  asked: 'A review was asked for; it is made by somebody who is not the author.',
  returned: 'The reviewer has returned it.',
  approved: 'It is approved.',
} as const;

function parallelRun(document: AgreedDocument, evidence: Evidence): Finding {
  const run = goLiveOf(evidence.goLive, document)?.parallelRun;
  return {
    turn: run === undefined ? 'team' : 'partner',
    title:
      run === undefined
        ? `Start the parallel run of ${document.name}`
        : `Send your traffic of ${document.name} to both`,
    reason:
      run === undefined
        ? 'Production traffic is compared with the old way before it takes effect.'
        : `${run.progress}.`,
    action: { label: 'Open go-live', link: '/go-live' },
    ...(run && { since: run.since }),
    ...(run?.state === 'passed'
      ? { satisfiedBy: { what: `${run.progress}.`, ...(run.endedAt && { at: run.endedAt }), link: '/go-live' } }
      : released(evidence, document)),
    ...(run?.state === 'failed' && {
      error: {
        code: 'parallel-run.failed',
        reason: run.why ?? 'What it would have done differs from what the old way did.',
        remedy: 'Look at the list of what differs; the run begins anew when it is mended.',
        link: '/go-live',
      },
    }),
  };
}

function request(document: AgreedDocument, evidence: Evidence): Finding {
  const asked = goLiveOf(evidence.goLive, document)?.request;
  return {
    turn: 'partner',
    title: `Ask for the go-live of ${document.name}`,
    reason: asked?.state === 'returned' ? 'The request was returned.' : 'Nobody has asked for it yet.',
    action: { label: 'Open go-live', link: '/go-live' },
    minutes: 3,
    ...(asked && asked.state !== 'returned'
      ? { satisfiedBy: { what: `Asked for by ${asked.by}.`, at: asked.at, link: '/go-live' } }
      : released(evidence, document)),
    ...(asked?.returned && {
      since: asked.at,
      error: {
        code: asked.returned.code,
        reason: asked.returned.reason,
        remedy: asked.returned.remedy,
        link: '/go-live',
      },
    }),
  };
}

function release(document: AgreedDocument, evidence: Evidence): Finding {
  const asked = goLiveOf(evidence.goLive, document)?.request;
  const isAsked = asked !== undefined && asked.state !== 'returned';
  return {
    turn: 'team',
    title: `Approve and release ${document.name}`,
    reason: isAsked
      ? `${asked.approvals.length} of ${asked.approvalsNeeded} approvals are given.`
      : 'It follows the request for the go-live.',
    action: { label: 'Open go-live', link: '/go-live' },
    minutes: 15,
    ...(isAsked ? { since: asked.at } : { waits: true as const }),
    ...released(evidence, document),
  };
}

function hypercare(document: AgreedDocument, evidence: Evidence): Finding | undefined {
  const care = goLiveOf(evidence.goLive, document)?.hypercare;
  if (!care) return undefined;
  const isOver = care.until.getTime() <= evidence.at.getTime();
  return {
    turn: 'team',
    title: `Watch ${document.name} until hypercare ends`,
    reason: `${care.progress}.${document.direction === 'outbound' && !isOver ? ' Until then it has half of the agreed time to be collected, acknowledged and answered.' : ''}`,
    action: { label: 'Open go-live', link: '/go-live' },
    since: care.since,
    // Nobody has to do anything as long as it goes well; what does not is a case.
    waits: true,
    ...(isOver && { satisfiedBy: { what: `${care.progress}.`, at: care.until, link: '/go-live' } }),
  };
}
