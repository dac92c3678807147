import type { components } from '../../specs/generated/openapi.ts';
import type { DocumentKey } from '../domain/configuration/document-key.ts';
import { lineWords } from '../domain/journey/agreement-text.ts';
import type { Requirement } from '../domain/journey/requirements.ts';
import type { Context } from '../flows/context.ts';
import { type AgreementView, readAgreement } from '../flows/journey/agreement.ts';
import { readProfile } from '../flows/journey/profile.ts';
import { type JourneyView, readJourney } from '../flows/journey/read-journey.ts';
import type { Tx } from '../store/database.ts';
import type { SignatureRow } from '../store/journey/signatures.ts';
import type { SessionCaller } from './caller.ts';
import { ofSeenPartner } from './change-configuration.ts';

type Schemas = components['schemas'];

/** A value with its times as the contract writes them. */
type Told<T> = T extends Date
  ? string
  : T extends readonly (infer One)[]
    ? Told<One>[]
    : T extends object
      ? { -readonly [Key in keyof T]: Told<T[Key]> }
      : T;

function told<T>(value: T): Told<T> {
  if (value instanceof Date) return value.toISOString() as Told<T>;
  if (Array.isArray(value)) return value.map(told) as Told<T>;
  if (typeof value !== 'object' || value === null) return value as Told<T>;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, told(part)])) as Told<T>;
}

const way = ({ set, direction, version }: DocumentKey): Schemas['DocumentKey'] => ({
  ...{ set, version, direction: direction === 'inbound' ? 'in' : 'out' },
});

/**
 * Runs a reading of one partner: whether the caller sees it is found out by its own eyes, what is known of it by the hub's.
 * @throws CodedError `http.not-found`
 */
export const readOf = <T>(
  context: Context,
  caller: SessionCaller,
  orgId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> => ofSeenPartner(context, caller, orgId, () => context.db.screens('*', work));

const requirement = ({ document, ...one }: Requirement): Schemas['Requirement'] => ({
  ...told(one),
  ...(document && { document: way(document) }),
});

/** @throws CodedError `http.not-found` */
export async function journeyView(context: Context, caller: SessionCaller, orgId: string): Promise<Schemas['Journey']> {
  const tools = { standards: context.catalog.standards, now: context.now };
  return viewOf(await readOf(context, caller, orgId, (tx) => readJourney(tools, tx, orgId)));
}

function viewOf({ next, requirements, met, documents, ...journey }: JourneyView): Schemas['Journey'] {
  const { currentlyDue, eventuallyDue, pastDue, ...rest } = requirements;
  return {
    ...told(journey),
    ...(next && { next: requirement(next) }),
    requirements: {
      ...told(rest),
      currentlyDue: currentlyDue.map(requirement),
      eventuallyDue: eventuallyDue.map(requirement),
      pastDue: pastDue.map(requirement),
    },
    met: met.map(requirement),
    documents: documents.map(({ name, endpoint, stage, ...key }) => ({ ...way(key), name, endpoint, stage })),
  };
}

/** @throws CodedError `http.not-found` */
export async function profileView(context: Context, caller: SessionCaller, orgId: string): Promise<Schemas['Profile']> {
  return told(await readOf(context, caller, orgId, (tx) => readProfile(context.catalog.standards, tx, orgId)));
}

/** @throws CodedError `http.not-found`, `http.conflict` where nothing is agreed */
export async function agreementView(
  context: Context,
  caller: SessionCaller,
  orgId: string,
): Promise<Schemas['SignedAgreement']> {
  return signedView(await readOf(context, caller, orgId, (tx) => readAgreement(context.catalog.standards, tx, orgId)));
}

const signature = ({ side, name, title, at, hash }: SignatureRow): Schemas['Signature'] =>
  told({ side, name, title, at, hash });

function signedView({ text, hash, signatures, signedBefore, versions }: AgreementView): Schemas['SignedAgreement'] {
  const { company, partner, deviations, controlNumberDays, retention } = text;
  return {
    ...{ hash, company, partner, controlNumberDays, retention, deviations: told(deviations) },
    documents: text.documents.map((line) => ({
      ...way(line),
      name: line.name,
      words: Object.entries(lineWords(line)).map(([word, says]) => ({ word, says })),
    })),
    signatures: signatures.map(signature),
    signedBefore: signedBefore.map(({ differences, ...one }) => ({
      ...signature(one),
      differences: told(differences),
    })),
    versions: versions.map(({ number, hash: of, notedAt, signatures: under, differences }) => ({
      ...{ number, hash: of, notedAt: notedAt.toISOString() },
      ...{ signatures: under.map(signature), differences: told(differences) },
    })),
  };
}
