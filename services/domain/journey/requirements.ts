import type { DocumentKey } from '../configuration/document-key.ts';
import { documentKinds } from './document-kinds.ts';
import type { Evidence, Turn, Waiver } from './evidence.ts';
import { partnerKinds } from './partner-kinds.ts';
import type { Stage } from './stages.ts';

// What is still asked of somebody before a partner's documents go live. `requirementsOf` in `journey.ts` computes all of it from the evidence.

/** Something that is asked for, as one kind finds it in the evidence. */
export interface Found {
  /** Tells it apart from others of its kind, such as `partner`, or a document key; absent where a kind has one only. */
  readonly subject?: string;
  /** Absent where it holds for all documents. */
  readonly document?: DocumentKey;
  /** Of what is asked for once: the documents that wait for it, where those are not all. */
  readonly holds?: readonly DocumentKey[];
  readonly turn: Turn;
  /** What to do, said to the one whose turn it is: `Sign the agreement`. */
  readonly title: string;
  /** Why it is asked for and how it stands; one sentence that is true for both readers. */
  readonly reason: string;
  readonly action: Action;
  /** Minutes that it usually takes. */
  readonly minutes?: number;
  /** Since when it is asked for, where the evidence tells; else since the stage was entered. */
  readonly since?: Date;
  /** What has met it; absent as long as it is open. */
  readonly satisfiedBy?: Satisfaction;
  /** It cannot be done yet, though its stage is reached: something else of the stage comes first. */
  readonly waits?: true;
  /** What went wrong at the last try. */
  readonly error?: { readonly code: string; readonly reason: string; readonly remedy: string; readonly link?: string };
}

export interface Action {
  readonly label: string;
  /** Path of the portal's page where it is done; the team adds whose it is (`?partner=`). */
  readonly link: string;
}

export interface Satisfaction {
  /** The evidence, as a sentence: `Signed by Lena Ortiz, Head of Logistics.` */
  readonly what: string;
  readonly at?: Date;
  readonly link?: string;
}

/** An entry of the catalogue: to ask for something more, add one to `partner-kinds.ts` or `document-kinds.ts`. */
export interface RequirementKind {
  /** The stage whose gate it belongs to. */
  readonly stage: Stage;
  /** Days from when it is due until it is past due. */
  readonly dueDays: number;
  readonly find: (evidence: Evidence) => readonly Found[];
}

export const requirementKinds = { ...partnerKinds, ...documentKinds } as const satisfies Readonly<
  Record<string, RequirementKind>
>;
export type RequirementKindName = keyof typeof requirementKinds;

export interface Requirement {
  /** `terms.signature/partner`, `document.tests/inbound/945/004010`. */
  readonly id: string;
  readonly stage: Stage;
  readonly document?: DocumentKey;
  readonly turn: Turn;
  readonly title: string;
  readonly reason: string;
  readonly action: Action;
  readonly since: Date;
  /** When it is past due. */
  readonly dueAt: Date;
  readonly minutes?: number;
  readonly satisfiedBy?: Satisfaction;
  readonly waiver?: Waiver;
}

export interface RequirementError {
  readonly code: string;
  /** Id of the requirement. */
  readonly requirement: string;
  readonly reason: string;
  readonly remedy: string;
  readonly link: string;
}

/** What is asked for, in the shape of Stripe's requirements object. */
export interface Requirements {
  /** Can be done now; what is past due among it. */
  readonly currentlyDue: readonly Requirement[];
  /** Comes later, in the order in which it will be due. */
  readonly eventuallyDue: readonly Requirement[];
  /** Of what is currently due, what has waited for longer than it should. */
  readonly pastDue: readonly Requirement[];
  /** When the next of what is currently due becomes past due. */
  readonly deadline?: Date;
  readonly errors: readonly RequirementError[];
  /** Why production runs nothing of this partner; absent where it runs something. */
  readonly disabledReason?: string;
}
