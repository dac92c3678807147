import type { MappedEvent, Origin } from '../events.ts';
import type { Finding } from '../finding.ts';
import type { TransactionSet } from '../x12/model.ts';
import { build, incomplete } from './build.ts';
import { checkAssertion, holds } from './evaluate-condition.ts';
import { evaluateText } from './evaluate-leaf.ts';
import type { Emission, InboundMapping } from './plan.ts';
import { budgetFor, type MappingContext, type Run } from './run.ts';
import type { Budget } from './source.ts';
import { type X12Scope, x12Source } from './source-x12.ts';

export interface SetResult {
  readonly events: readonly MappedEvent[];
  /** Levels business and note only; none of them causes an acknowledgement code. */
  readonly findings: readonly Finding[];
}

/**
 * Makes canonical events of one checked transaction set (`set.tree` must be there). An event that lacks a required
 * field is not made, and a finding of level business says why. Whether a rejected set should be mapped at all is the
 * caller's decision. Pure; cost is bounded by mapping size x segments.
 */
export function mapSet(set: TransactionSet, mapping: InboundMapping, context: MappingContext = {}): SetResult {
  const { tree } = set;
  if (!tree) {
    const explanation = `There is no definition of set ${set.code}, so its segments could not be placed and nothing was read.`;
    return { events: [], findings: [{ code: 'mapping.no-definition', level: 'note', explanation }] };
  }
  const budget = budgetFor(mapping, set.segments.length);
  const findings: Finding[] = [];
  const root: X12Scope = { loop: tree, index: 1 };
  const events: MappedEvent[] = [];
  const run = startRun(findings, budget, context);
  for (const emission of mapping.emissions) {
    const scopes = emission.each ? run.source.scopes(emission.each, root) : [root];
    for (const scope of scopes) {
      const event = emit(run, emission, scope);
      if (event) events.push(event);
    }
  }
  for (const assertion of mapping.assertions) {
    const scopes = assertion.each ? run.source.scopes(assertion.each, root) : [root];
    for (const scope of scopes) checkAssertion(run, assertion, scope);
  }
  if (budget.left < 0) return { events: [], findings: [...findings, tooCostly(mapping.name)] };
  return { events, findings: withoutRepeats(findings) };
}

/** A code that several fields read is still one fault. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const key = [finding.code, finding.position, finding.element, finding.component, finding.explanation].join('|');
    return !seen.has(key) && seen.add(key);
  });
}

/** The finding of a run that was stopped. */
export function tooCostly(name: string): Finding {
  const explanation = `The mapping ${name} takes too many steps on this document and was stopped; nothing was made of it. Look for an \`each\` inside another that starts at the root.`;
  return { code: 'mapping.cost-limit', level: 'business', explanation };
}

function startRun(findings: Finding[], budget: Budget, context: MappingContext): Run<X12Scope> {
  const run: Run<X12Scope> = {
    source: x12Source(budget),
    context,
    findings,
    budget,
    origins: [],
    live: 0,
    holds: (condition, scope) => holds(run, condition, scope),
  };
  return run;
}

function emit(run: Run<X12Scope>, emission: Emission, scope: X12Scope): MappedEvent | undefined {
  if (run.budget.left < 0 || (emission.when && !holds(run, emission.when, scope))) return undefined;
  run.origins.length = 0;
  const data = build(run, emission.data, scope, '');
  if (data === incomplete || typeof data !== 'object' || data === null) return undefined;
  const fields = data as Record<string, unknown>;
  const subject = evaluateText(run, emission.subject, scope)?.text ?? '';
  const time = emission.time === undefined ? undefined : instantOf(fields[emission.time]);
  return {
    type: emission.type,
    subject,
    data: fields,
    provenance: toRecord(run.origins),
    ...(time === undefined ? {} : { time }),
  };
}

/** `Object.fromEntries` takes three times as long here, and this is done for each field of each event. */
function toRecord(origins: Run<X12Scope>['origins']): Record<string, Origin> {
  const record: Record<string, Origin> = {};
  for (const [pointer, origin] of origins) record[pointer] = origin;
  return record;
}

function instantOf(moment: unknown): string | undefined {
  if (typeof moment !== 'object' || moment === null || !('utc' in moment)) return undefined;
  return typeof moment.utc === 'string' ? moment.utc : undefined;
}
