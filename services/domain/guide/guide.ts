import type { Path } from '../language/path.ts';
import type { Assertion } from '../mapping/language/plan.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { TapeTest } from '../rules/tape-test.ts';
import type { AgreedDeviation } from '../x12/check/agreed.ts';
import type { LoopNode, SegmentNode, SetDefinition } from '../x12/standard/set-definition.ts';

export type Usage = 'required' | 'optional' | 'not-used';

/** The closed set of patterns that a guide can ask of a value; no regular expressions. */
export const characterClasses = ['digits', 'letters', 'upper', 'alphanumeric'] as const;
export type CharacterClass = (typeof characterClasses)[number];

/** A compiled guide: a partner's narrowing of one set of one version, checked against the standard. */
export interface Guide {
  /** As `extends` names it: `standard-carrier/214` of a template, `guides/214` of a partner. */
  readonly reference: string;
  /** What people call it. */
  readonly title: string;
  readonly set: string;
  readonly version: string;
  /** `accept`: what breaks the guide is reported and the set goes on; `reject`: the set is refused. */
  readonly enforce: 'accept' | 'reject';
  readonly definition: SetDefinition;
  readonly scopes: readonly Scope[];
  /** Scopes that an occurrence of a loop may open, by loop index. */
  readonly scopesOf: readonly (readonly Scope[])[];
  readonly uses: readonly SegmentRule[];
  /** Rules for the segments at a node, by node index. */
  readonly usesOf: readonly (readonly SegmentRule[])[];
  readonly rules: RuleSet;
  /** What was agreed against the standard. */
  readonly deviations: readonly Deviation[];
}

/** `place` as the guide writes it. */
export interface Deviation extends AgreedDeviation {
  readonly place: string;
}

/** Occurrences of a loop within which segments are counted; the first scope is the set itself. */
export interface Scope {
  readonly index: number;
  readonly loop: LoopNode;
  readonly parent: Scope | undefined;
  /** What the first segment of the loop must say for the scope to be meant. */
  readonly tests: readonly TapeTest[];
  readonly uses: SegmentRule[];
}

/** What a guide says about a segment or loop at a path. */
export interface SegmentRule {
  readonly index: number;
  readonly path: Path;
  readonly scope: Scope;
  readonly nodes: readonly SegmentNode[];
  /** The path names a loop, which is counted by its first segment. */
  readonly isLoop: boolean;
  readonly tests: readonly TapeTest[];
  readonly min: number;
  readonly max: number;
  readonly notUsed: boolean;
  readonly note: string | undefined;
  readonly elements: readonly ElementRule[];
}

/** What a guide says about an element or component. */
export interface ElementRule {
  readonly element: number;
  readonly component: number | undefined;
  readonly use: Usage;
  readonly min: number;
  readonly max: number;
  readonly codes: ReadonlySet<string> | undefined;
  /** The codes as numbers, where each has at most six characters. */
  readonly codeKeys: ReadonlySet<number> | undefined;
  readonly characters: CharacterClass | undefined;
  readonly repeat: number;
  /** The value is a number: its length leaves sign and decimal point out. */
  readonly numeric: boolean;
  readonly note: string | undefined;
}

/** A condition of a guide, written as the assertions of a mapping. */
export type GuideRule = Assertion;
