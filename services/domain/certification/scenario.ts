import type { EventType } from '../events.ts';

/** In the order in which they are gone through. */
export const tiers = ['connectivity', 'must', 'should', 'resilience'] as const;
export type Tier = (typeof tiers)[number];

/** Whether a document is certified only once this is passed. */
export const isNeeded = ({ tier }: { readonly tier: string }): boolean => tier === 'connectivity' || tier === 'must';

/** A test of the exchange between a partner and us, as a pack has it. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly tier: Tier;
  /** Title of its pack. */
  readonly pack: string;
  /** What it certifies, where that is agreed: sets, or names of documents that are no X12. */
  readonly documents: readonly CertifiedSet[];
  /** How its fixture numbers begin: `CT-ACCEPT-`. */
  readonly prefix: string;
  /** Clean runs in succession. */
  readonly runs: number;
  readonly frames: readonly Frame[];
}

export interface CertifiedSet {
  readonly direction: 'inbound' | 'outbound';
  readonly set: string;
}

/** What came of a document in the hub's eyes: that is what its acknowledgement says. */
export const verdicts = ['accepted', 'noted', 'partly', 'rejected'] as const;
export type Verdict = (typeof verdicts)[number];

interface AnyFrame {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  /** Minutes for it, from when it is its turn. */
  readonly within: number;
}

/** The twin sends an event over the partner's channel. */
export interface HubSends extends AnyFrame {
  readonly by: 'hub';
  readonly does: 'sends';
  readonly event: EventType;
  /** Data of the event, with placeholders. */
  readonly data: PlainObject;
}

/** The same bytes once more. */
export interface HubRepeats extends AnyFrame {
  readonly by: 'hub';
  readonly does: 'repeats';
  readonly frame: string;
}

/** Our acknowledgement of a document of the partner's. */
export interface HubAcknowledges extends AnyFrame {
  readonly by: 'hub';
  readonly does: 'acknowledges';
  readonly frame: string;
  readonly as: Verdict;
}

export interface PartnerSends extends AnyFrame {
  readonly by: 'partner';
  readonly does: 'sends';
  /** Undefined for a document that is to be refused before it becomes one, and where any will do. */
  readonly event?: EventType;
  /** The set of X12 that carries it. */
  readonly set?: string;
  /** Which events of the type it waits for. */
  readonly where: readonly Condition[];
  readonly expects: readonly Condition[];
  readonly verdict: Verdict;
  /** Codes of findings of which the document is to have one; another one of a document that is to be accepted is wrong. */
  readonly findings: readonly string[];
  readonly given: readonly { readonly label: string; readonly value: string }[];
}

/** The partner's acknowledgement of what the twin sent. */
export interface PartnerAcknowledges extends AnyFrame {
  readonly by: 'partner';
  readonly does: 'acknowledges';
  readonly frame: string;
  readonly as: 'accepted' | 'rejected';
}

/** Nothing under the number of the run comes for so long. */
export interface PartnerKeepsSilent extends AnyFrame {
  readonly by: 'partner';
  readonly does: 'keeps-silent';
}

/** Something passes, or is refused, at an endpoint of the sandbox. */
export interface PartnerConnects extends AnyFrame {
  readonly by: 'partner';
  readonly does: 'connects';
  readonly direction: 'in' | 'out';
  readonly outcome: 'done' | 'refused';
  /** The ways of exchange that it is meant for; any unless given. */
  readonly channels?: readonly string[];
  /** Of a refusal: the code of the error that it was answered with. */
  readonly code?: string;
}

export type Frame =
  | HubSends
  | HubRepeats
  | HubAcknowledges
  | PartnerSends
  | PartnerAcknowledges
  | PartnerKeepsSilent
  | PartnerConnects;

/** Something that is expected of an event, or of the bytes that it came in. */
export interface Condition {
  /** JSON pointer into the data of the event; `*` stands for each entry of a list. */
  readonly field?: string;
  /** Place in the raw document: `B1-04`. */
  readonly element?: string;
  /** The sum of the numbers, or how many values there are, in place of each of them. */
  readonly of: 'each' | 'any' | 'sum' | 'count';
  readonly test: Test;
  readonly says: string;
}

export type Test =
  | { readonly kind: 'is' | 'differs' | 'at-least' | 'at-most' | 'below'; readonly value: Wanted }
  | { readonly kind: 'in'; readonly values: readonly (string | number | boolean)[] }
  | { readonly kind: 'present' }
  | { readonly kind: 'absent' };

/** A value, with placeholders, or what another frame of the run has. */
export type Wanted =
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'frame'; readonly frame: string; readonly field: string; readonly of: Condition['of'] };

export type Plain = string | number | boolean | null | readonly Plain[] | PlainObject;
export interface PlainObject {
  readonly [key: string]: Plain;
}

/** All packs, by the ids of their scenarios, in the order in which to go through them. */
export type Packs = ReadonlyMap<string, Scenario>;
