import type { components } from '../../specs/generated/openapi.ts';
import { type DocumentKey, documentKeyText, readDocumentKey } from '../domain/configuration/document-key.ts';
import { CodedError } from '../domain/errors.ts';
import { canaryWords } from '../domain/go-live/canary.ts';
import type { Decision } from '../domain/go-live/request.ts';
import { returnCodes } from '../domain/go-live/return-codes.ts';
import type { Check } from '../flows/go-live/checks.ts';
import type { Prepared } from '../flows/go-live/prepare.ts';
import type { Dossier, PartnerGoLive, RequestStanding, RunReading } from '../flows/go-live/read.ts';
import type { WithheldCall } from '../store/go-live/production.ts';

type Schemas = components['schemas'];

/** @throws CodedError `http.request-invalid` */
export function documentNamed(text: string, place = 'body/document'): DocumentKey {
  const key = readDocumentKey(text);
  if (key) return key;
  const message = `is ${text === '' ? 'missing' : text}; a document is named by direction, set and version, such as inbound/945/004010`;
  throw new CodedError('http.request-invalid', { errors: [{ place, message }], detail: `${place} ${message}.` });
}

/** How a person is called before the reader: people of the team are not named to partners. */
export type Called = (name: string) => string;

export const goLiveView = (
  { partner, documents, requests, hold }: PartnerGoLive,
  approvalsNeeded: number,
  called: Called,
): Schemas['GoLive'] => ({
  ...{ partner, approvalsNeeded, documents: documents.map((one) => documentView(one, called)) },
  requests: requests.map((one) => requestView(one, called)),
  ...(hold && { hold: { kind: hold.kind, since: hold.since.toISOString(), by: called(hold.by), reason: hold.reason } }),
});

function documentView(of: PartnerGoLive['documents'][number], called: Called): Schemas['GoLiveDocument'] {
  const { key, name, isAgreed, parallelRun, production, hypercare, request, row } = of;
  return {
    ...{ document: documentKeyText(key), name, isAgreed },
    ...(parallelRun && {
      parallelRun: {
        ...{ state: parallelRun.state, since: parallelRun.since.toISOString(), progress: parallelRun.progress },
        ...(parallelRun.endedAt && { endedAt: parallelRun.endedAt.toISOString() }),
        ...(parallelRun.why !== undefined && { why: parallelRun.why }),
      },
    }),
    ...(production && {
      production: {
        ...{ release: production.release, since: production.since.toISOString(), isChanged: production.isChanged },
        mayRollBack: row !== undefined && row.mode !== 'parallel' && row.requestId !== null && row.wentBack === null,
        ...(row?.canary && { canary: canaryWords(row.canary) }),
      },
    }),
    ...(hypercare && {
      hypercare: {
        ...{ since: hypercare.since.toISOString(), until: hypercare.until.toISOString(), progress: hypercare.progress },
      },
    }),
    ...(row?.wentBack && { wentBack: { ...row.wentBack, by: called(row.wentBack.by) } }),
    ...(request !== undefined && { request }),
  };
}

export function requestView(
  { request, standing, version, partner }: RequestStanding,
  called: Called = (name) => name,
): Schemas['GoLiveRequest'] {
  const { returned, voided, cancelled, state } = standing;
  const why = state === 'void' ? voided?.why.join(' ') : state === 'cancelled' ? cancelled?.why : undefined;
  return {
    ...{ id: request.id, number: request.number, partner: { id: request.orgId, name: partner } },
    ...{ documents: [...version.covers], state, version: standing.version, bundle: standing.hash, note: version.note },
    ...{
      askedAt: standing.askedAt.toISOString(),
      askedBy: called(standing.askedBy),
      queuedAt: standing.queuedAt.toISOString(),
    },
    ...(standing.goLiveAt && { goLiveAt: standing.goLiveAt.toISOString() }),
    approvals: standing.approvals.map(({ by, at }) => ({ by: called(by), at: at.toISOString() })),
    approvalsNeeded: standing.approvalsNeeded,
    ...(version.canary && { canary: canaryWords(version.canary) }),
    ...(standing.release !== undefined && { release: standing.release }),
    ...(state === 'returned' &&
      returned && {
        returned: {
          ...{ code: returned.code, ...returnCodes[returned.code], note: returned.note },
          editUntil: returned.editUntil.toISOString(),
        },
      }),
    ...(why !== undefined && { why }),
  };
}

export const checkView = ({
  id,
  title,
  isMet,
  says,
  turn,
  at,
  link,
  action,
}: Dossier['checks'][number]): Schemas['GoLiveCheck'] => ({
  ...{ id, title, isMet, says },
  ...(turn && { turn }),
  ...(at && { at: at.toISOString() }),
  ...(action && { label: action.label }),
  ...(link !== undefined && { link }),
});

const differenceViews = (of: Dossier['differences']): Schemas['GoLiveDifference'][] =>
  of.map(({ part, says }) => ({ part, says: [...says] }));

export const previewView = (document: string, prepared: Prepared): Schemas['GoLivePreview'] => ({
  ...{ document, covers: [...prepared.composed.covers], bundle: prepared.hash },
  checks: prepared.checks.map((check: Check) => checkView(check)),
  differences: differenceViews(prepared.differences),
  confirm: prepared.confirm.map(({ endpoint, channel, fields }) => ({ endpoint, channel, fields: [...fields] })),
});

export function dossierView(of: Dossier): Schemas['GoLiveDossier'] {
  const { version, request } = of;
  return {
    ...{ request: requestView(of), checks: of.checks.map(checkView), differences: differenceViews(of.differences) },
    ...{ changedSince: [...of.changedSince], authors: version.authors.filter((name) => !isId.test(name)) },
    ...{ fromRelease: version.fromRelease, configuration: version.configurationHash },
    ...(of.mayNotApprove !== undefined && { mayNotApprove: of.mayNotApprove }),
    decisions: request.decisions.map(decisionView),
  };
}

const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

function decisionView(decision: Decision): Schemas['GoLiveDecision'] {
  const says = saysOf(decision);
  return {
    ...{ kind: decision.kind, at: decision.at.toISOString(), by: decision.by },
    ...('version' in decision && { version: decision.version }),
    ...(says !== undefined && says !== '' && { says }),
  };
}

function saysOf(decision: Decision): string | undefined {
  switch (decision.kind) {
    case 'returned':
      return [`${decision.code}: ${returnCodes[decision.code].cause}`, decision.note].filter(Boolean).join(' ');
    case 'voided':
      return decision.why.join(' ');
    case 'cancelled':
      return decision.why;
    case 'live':
      return `Release ${decision.release}.`;
    default:
      return undefined;
  }
}

export function parallelRunView({ run, standing, comparisons }: RunReading): Schemas['ParallelRun'] {
  const { matches, mismatches, waiting, none, policy } = run;
  return {
    ...{ document: documentKeyText(run.key), state: standing.state, since: run.startedAt.toISOString() },
    ...{ progress: standing.progress, policy, matches, mismatches, waiting, none },
    ...(run.endedAt && { endedAt: run.endedAt.toISOString() }),
    ...(standing.why !== undefined && { why: standing.why }),
    comparisons: comparisons.map(({ documentId, subject, verdict, says, at, tries, withheld }) => ({
      ...{ subject, verdict, says, at: at.toISOString(), tries },
      ...(documentId !== null && { documentId }),
      ...(withheld.length > 0 && { withheld: withheld.map(callWords) }),
    })),
  };
}

const callWords = ({ model, method, ids, values }: WithheldCall): string =>
  `${model}.${method}(${ids.join(', ')})${values === undefined ? '' : ` ${JSON.stringify(values)}`}`.slice(0, 500);
