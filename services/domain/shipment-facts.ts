import { type CanonicalEvent, type EventData, type EventType, isOfType, type MappedEvent } from './events.ts';
import { codeFor, standardTables } from './language/tables.ts';

type Delivered = EventData['shipment.delivered.v1'];
type Exception = EventData['shipment.exception.v1'];
type Eta = EventData['shipment.eta.v1'];

/** A milestone, with what the events that say more of it have beside it. */
export type Milestone = EventData['shipment.milestone.v1'] & {
  /** What was wrong with what was delivered. */
  readonly exceptions?: Delivered['exceptions'];
  /** What happened, where no milestone says it. */
  readonly happened?: string;
};

/** The events that tell a fact which is a milestone too. */
export const milestoneLike = ['shipment.delivered.v1', 'shipment.eta.v1', 'shipment.exception.v1'] as const;
export type MilestoneLike = (typeof milestoneLike)[number];
const isLike = (type: EventType): type is MilestoneLike => milestoneLike.some((like) => like === type);

/** Where in the event stands what stands there in the milestone. */
export const milestonePointers: { readonly [T in MilestoneLike]: Readonly<Record<string, string>> } = {
  'shipment.delivered.v1': {
    '/milestone': '/at/utc',
    '/proofOfDelivery/content': '/document/content',
    '/proofOfDelivery/documentId': '/documentId',
  },
  'shipment.eta.v1': { '/milestone': '/estimatedAt/utc', '/at/utc': '/estimatedAt/utc' },
  'shipment.exception.v1': { '/milestone': '/kind' },
};

const milestones = standardTables.get('milestones')!;
const appointments = standardTables.get('appointments')!;

/** The milestone that a code stands for; undefined for a partner's own codes. */
export const milestoneOfCode = (code: string): string | undefined =>
  milestones.codes.get(code) ?? appointments.codes.get(code);

/** The code that stands for a milestone, the usual one where several do. */
export const codeOfMilestone = (milestone: string): string | undefined =>
  codeFor(milestones, milestone) ?? codeFor(appointments, milestone);

/** The same fact as a milestone: whichever of the events tells it, it is one fact. */
export function asMilestone(event: CanonicalEvent<MilestoneLike>): CanonicalEvent<'shipment.milestone.v1'> {
  const data = isOfType(event as CanonicalEvent, 'shipment.delivered.v1')
    ? ofDelivery(event.data as Delivered)
    : isOfType(event as CanonicalEvent, 'shipment.eta.v1')
      ? ofEstimate(event.data as Eta)
      : ofException(event.data as Exception);
  return { ...event, type: 'shipment.milestone.v1', data };
}

function ofDelivery({ document, documentId, signedBy, exceptions, ...data }: Delivered): Milestone {
  const proof = {
    ...(signedBy !== undefined && { signedBy }),
    ...document,
    ...(documentId !== undefined && { documentId }),
  };
  return {
    ...{ ...data, milestone: 'delivered', statusCode: 'D1', references: data.references ?? [] },
    ...(Object.keys(proof).length > 0 && { proofOfDelivery: proof }),
    ...(exceptions && exceptions.length > 0 && { exceptions }),
  };
}

const estimated = {
  delivery: { milestone: 'estimated-delivery', statusCode: 'AG' },
  terminal: { milestone: 'estimated-terminal-arrival', statusCode: 'B6' },
  pickup: { milestone: 'other', statusCode: 'estimated-pickup', happened: 'estimated pickup' },
} as const;

function ofEstimate({ target, estimatedAt, statusCode, ...data }: Eta): Milestone {
  const usual = estimated[target];
  return {
    ...{ ...data, ...usual, at: estimatedAt, references: data.references ?? [] },
    ...(statusCode !== undefined && { statusCode }),
  };
}

function ofException({ kind, milestone, statusCode, description, ...data }: Exception): Milestone {
  const known = milestone ?? milestoneOfKind(kind);
  return {
    ...{ ...data, references: data.references ?? [], milestone: known ?? 'other' },
    statusCode: statusCode ?? (known && codeOfMilestone(known)) ?? kind,
    ...(known === undefined && { happened: kind === 'other' ? 'exception' : kind }),
    ...(description !== undefined && { remark: description }),
  };
}

const exceptions = standardTables.get('exceptions')!;

function milestoneOfKind(kind: Exception['kind']): Milestone['milestone'] | undefined {
  const code = codeFor(exceptions, kind);
  return code === undefined ? undefined : (milestones.codes.get(code) as Milestone['milestone'] | undefined);
}

/** The milestones that are exceptions: somebody has to do something. */
export const exceptional: ReadonlySet<string> = new Set(
  [...exceptions.codes.keys()].flatMap((code) => milestones.codes.get(code) ?? []).concat('diverted'),
);

/**
 * The events that tell nothing which a milestone of the same set or body does not tell: Odoo is brought that one. What has a paper or exceptions piece by piece says more.
 */
export function toldAsMilestones<E extends { readonly setId: string | null; readonly mapped: MappedEvent }>(
  events: readonly E[],
): ReadonlySet<E> {
  if (!events.some(({ mapped }) => isLike(mapped.type))) return new Set();
  const told = new Set(
    events.flatMap(({ setId, mapped }) =>
      mapped.type === 'shipment.milestone.v1' ? keyOf(setId, mapped.subject, mapped.data as unknown as Milestone) : [],
    ),
  );
  return new Set(
    events.filter(({ setId, mapped }) => {
      if (!isLike(mapped.type)) return false;
      const like = { type: mapped.type, data: mapped.data } as unknown as CanonicalEvent<MilestoneLike>;
      const { data } = asMilestone(like) as unknown as { data: Milestone };
      const { exceptions: wrong, proofOfDelivery: proof } = data;
      const saysMore = wrong?.some(({ pieces }) => pieces !== undefined) || proof?.content || proof?.documentId;
      return !saysMore && told.has(keyOf(setId, mapped.subject, data));
    }),
  );
}

const keyOf = (setId: string | null, subject: string, { milestone, at, stop }: Milestone) =>
  [setId, subject, milestone, at.utc, stop].join('\n');
