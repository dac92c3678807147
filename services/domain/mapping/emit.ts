import type { MappedEvent, Origin } from '../events.ts';
import type { Finding } from '../finding.ts';
import { build, incomplete } from './build.ts';
import { checkAssertion, holds } from './evaluate-condition.ts';
import { evaluateText } from './evaluate-leaf.ts';
import type { Emission, InboundMapping } from './plan.ts';
import type { MappingContext, Run } from './run.ts';
import type { Budget, SourceReader } from './source.ts';

/** What a mapping made of a set or document. */
export interface SetResult {
  readonly events: readonly MappedEvent[];
  /** Levels business and note only; none of them causes an acknowledgement code. */
  readonly findings: readonly Finding[];
}

/** A run that has not begun. */
export function startRun<S>(source: SourceReader<S>, budget: Budget, context: MappingContext): Run<S> {
  const run: Run<S> = {
    source,
    context,
    findings: [],
    budget,
    origins: [],
    live: 0,
    holds: (condition, scope) => holds(run, condition, scope),
  };
  return run;
}

/** Makes all events of a mapping from what stands at the root, then looks at its assertions. Nothing is made where the budget does not last. */
export function emitAll<S>(run: Run<S>, mapping: InboundMapping, root: S): SetResult {
  const events: MappedEvent[] = [];
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
  if (run.budget.left < 0) return { events: [], findings: [...run.findings, tooCostly(mapping.name)] };
  return { events, findings: withoutRepeats(run.findings) };
}

/** A code that several fields read is still one fault. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter((finding) => {
    const { code, position, element, component, place, explanation } = finding;
    const key = [code, position, element, component, place, explanation].join('|');
    return !seen.has(key) && seen.add(key);
  });
}

/** The finding of a run that was stopped. */
export function tooCostly(name: string): Finding {
  const explanation = `The mapping ${name} takes too many steps on this document and was stopped; nothing was made of it. Look for an \`each\` inside another that starts at the root.`;
  return { code: 'mapping.cost-limit', level: 'business', explanation };
}

function emit<S>(run: Run<S>, emission: Emission, scope: S): MappedEvent | undefined {
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
function toRecord(origins: readonly (readonly [pointer: string, origin: Origin])[]): Record<string, Origin> {
  const record: Record<string, Origin> = {};
  for (const [pointer, origin] of origins) record[pointer] = origin;
  return record;
}

function instantOf(moment: unknown): string | undefined {
  if (typeof moment !== 'object' || moment === null || !('utc' in moment)) return undefined;
  return typeof moment.utc === 'string' ? moment.utc : undefined;
}
