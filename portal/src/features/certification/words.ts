import type { Certification, CertifiedDocument, RunDetail } from '../../lib/contract.ts';
import { whose } from '../../lib/whose.ts';
import type { Tone } from '../../ui/tag.tsx';

export type Cell = CertifiedDocument['scenarios'][number];
export type Scenario = Certification['scenarios'][number];
export type Side = 'team' | 'partner';

export const tiers = [
  { tier: 'connectivity', title: 'Connection', about: 'first of all' },
  { tier: 'must', title: 'Must', about: 'certify the document' },
  { tier: 'should', title: 'Should', about: 'what happens now and then' },
  { tier: 'resilience', title: 'Resilience', about: 'what happens when things go wrong' },
] as const;

export const isNeeded = ({ tier }: Pick<Scenario, 'tier'>): boolean => tier === 'connectivity' || tier === 'must';

/** How a test stands, in a word; each state has a mark of its own, so that no colour is needed. */
export const states: Readonly<Record<Cell['state'], { readonly word: string; readonly tone: Tone }>> = {
  open: { word: 'To do', tone: 'slate' },
  running: { word: 'Running', tone: 'accent' },
  failed: { word: 'Failed', tone: 'red' },
  passed: { word: 'Passed', tone: 'green' },
  reopened: { word: 'Again', tone: 'amber' },
};

export const runStates: Readonly<Record<RunDetail['state'], { readonly word: string; readonly tone: Tone }>> = {
  open: { word: 'Under way', tone: 'accent' },
  passed: { word: 'Passed', tone: 'green' },
  failed: { word: 'Failed', tone: 'red' },
  cancelled: { word: 'Cancelled', tone: 'slate' },
};

/** `945 from you`. */
export const documentWords = ({ set, direction }: Pick<CertifiedDocument, 'set' | 'direction'>, side: Side): string => {
  const whom = side === 'partner' ? 'you' : 'the partner';
  return `${set} ${direction === 'in' ? 'from' : 'to'} ${whom}`;
};

const isRunning = ({ state }: Cell): boolean => state === 'running';

export interface Left {
  /** Scenarios that are needed and not passed, in their order, each once. */
  readonly needed: readonly Scenario[];
  /** Those of them of which no run is under way. */
  readonly idle: readonly Scenario[];
  readonly reopened: readonly Scenario[];
  readonly failed: readonly Scenario[];
  readonly passed: number;
}

/** What is left of the documents. */
export function leftOf(certification: Certification, documents: readonly CertifiedDocument[]): Left {
  const worst = new Map<string, Cell['state']>();
  const weight: readonly Cell['state'][] = ['passed', 'running', 'open', 'reopened', 'failed'];
  for (const { scenarios } of documents)
    for (const { id, state } of scenarios) {
      const known = worst.get(id);
      if (known === undefined || weight.indexOf(state) > weight.indexOf(known)) worst.set(id, state);
    }
  const needed = certification.scenarios.filter((one) => isNeeded(one) && worst.has(one.id));
  const running = new Set(documents.flatMap(({ scenarios }) => scenarios.filter(isRunning).map(({ id }) => id)));
  const missing = needed.filter(({ id }) => worst.get(id) !== 'passed');
  return {
    needed: missing,
    idle: missing.filter(({ id }) => !running.has(id)),
    reopened: certification.scenarios.filter(({ id }) => worst.get(id) === 'reopened'),
    failed: needed.filter(({ id }) => worst.get(id) === 'failed'),
    passed: needed.filter(({ id }) => worst.get(id) === 'passed').length,
  };
}

/** `1 test`, `3 tests`. */
export const tests = (count: number): string => `${count} ${count === 1 ? 'test' : 'tests'}`;

export type Awaited = NonNullable<RunDetail['awaited']>;

/** Whose turn it is in a run. What the hub does it does by itself: nobody of either side has to act. */
export const turnWords = ({ from }: Pick<Awaited, 'from'>, side: Side, other: string): string => {
  if (from !== 'partner') return 'The hub is at it';
  return side === 'partner' ? 'Your turn' : `${whose(other)} turn`;
};
