import type { MappedEvent } from '../../events.ts';
import type { Finding } from '../../finding.ts';
import { FindingCollector, FindingRoom } from '../../finding-list.ts';
import type { InboundMapping } from '../language/plan.ts';
import { incomplete } from './build.ts';
import { BuiltEvent } from './built-event.ts';
import { checkAssertion } from './evaluate-condition.ts';
import { OriginTape } from './origin-tape.ts';
import { PreparedParts } from './prepared-parts.ts';
import type { PreparedEmission } from './program.ts';
import { bindPath, ReaderValues } from './reader-values.ts';
import { type MappingContext, type Run, type TakesFindings, unheard } from './run.ts';
import { type Budget, type SourceReader, spendText, type ValueSource } from './source.ts';

/** What a mapping made of a set or document. */
export interface SetResult {
  readonly events: readonly MappedEvent[];
  /** Levels business and note only; none of them causes an acknowledgement code. */
  readonly findings: readonly Finding[];
  /** Events that were begun and lack what they cannot do without. */
  readonly lost?: number;
}

const preparedForReaders = new PreparedParts<unknown>(bindPath);

/** A run over a source that has not begun. */
export function startRun<S>(
  source: SourceReader<S>,
  budget: Budget,
  context: MappingContext,
  findings: TakesFindings = unheard,
): Run<S> {
  const prepared = preparedForReaders as PreparedParts<S>;
  return newRun({ source, values: new ReaderValues(source), prepared, budget, context, findings });
}

/** One for all runs: an event is built in one go, and takes what it needs with it. */
const origins = new OriginTape();

type Given<S, V> = Pick<Run<S>, 'source' | 'prepared' | 'budget' | 'context' | 'findings'> & { readonly values: V };

/** The same over a source that gives its values itself. */
export function newRun<S, V extends ValueSource<S> = ValueSource<S>>({
  source,
  values,
  prepared,
  budget,
  context,
  findings,
}: Given<S, V>): Run<S> & { readonly values: V } {
  return {
    source,
    values,
    prepared,
    budget,
    context,
    findings,
    origins,
    live: 0,
    business: 0,
    quiet: 0,
    turn: 1,
  };
}

/** Makes all events of a mapping from what stands at the root, then looks at its assertions; `found` is where the run puts its findings. Nothing is made where the budget does not last. */
export function emitAll<S>(run: Run<S>, found: FindingCollector, mapping: InboundMapping, root: S): SetResult {
  const { emissions, assertions } = run.prepared.program(mapping);
  const events: MappedEvent[] = [];
  let lost = 0;
  for (const emission of emissions) {
    const scopes = emission.each ? run.values.scopes(emission.each, root) : [root];
    for (let nth = 0; nth < scopes.length && run.budget.left >= 0; nth += 1) {
      run.turn = nth + 1;
      const event = emit(run, emission, scopes[nth]!);
      if (event) events.push(event);
      else if (event === null) lost += 1;
    }
  }
  for (const { assertion, each, when, that } of assertions) {
    const scopes = each ? run.values.scopes(each, root) : [root];
    for (let nth = 0; nth < scopes.length && run.budget.left >= 0; nth += 1) {
      const scope = scopes[nth]!;
      run.turn = nth + 1;
      if ((!when || when(run, scope)) && !that(run, scope)) checkAssertion(run, assertion, scope);
    }
  }
  if (run.budget.left < 0) return { events: [], findings: [tooCostly(mapping.name)], lost: 1 };
  if (events.length === 0 && found.isEmpty) return { events, findings: [nothingMade(mapping)] };
  return { events, findings: found.findings, ...(lost > 0 && { lost }) };
}

function nothingMade({ name, emissions }: InboundMapping): Finding {
  const sought = emissions.map(({ type, each }) => (each ? `${type} for each \`${each.text}\`` : type)).join(', ');
  const explanation = `The mapping ${name} makes ${sought}, and found nothing of that here. Compare the document with what was agreed.`;
  return { code: 'mapping.nothing-made', level: 'note', explanation };
}

/** Where the findings of a run are collected. A code that several fields read is still one fault. */
export const collectorFor = ({ listed = new FindingRoom() }: MappingContext): FindingCollector =>
  new FindingCollector(listed, true);

/** The only finding of a run that was stopped: what else it found may come of what it no longer read. */
export function tooCostly(name: string): Finding {
  const explanation = `The mapping ${name} takes too many steps on this document, or makes too much text of it, and was stopped; nothing was created from it. Look for an \`each\` inside another that starts at the root, and for a long value that stands in many places.`;
  return { code: 'mapping.cost-limit', level: 'business', explanation };
}

/** @returns null where it is incomplete */
function emit<S>(run: Run<S>, { when, data, subject, type, time, sites }: PreparedEmission<S>, scope: S) {
  if (when && !when(run, scope)) return undefined;
  origins.clear();
  run.values.traced = 0;
  const made = data(run, scope, 0);
  if (made === incomplete || typeof made !== 'object' || made === null) return null;
  const fields = made as Record<string, unknown>;
  const named = subject(run, scope) ?? '';
  run.values.used(0, run.values.traced);
  spendText(run.budget, named.length);
  return new BuiltEvent({ type, subject: named, time: time && instantOf(fields[time]) }, fields, origins.take(sites));
}

function instantOf(moment: unknown): string | undefined {
  if (typeof moment !== 'object' || moment === null || !('utc' in moment)) return undefined;
  return typeof moment.utc === 'string' ? moment.utc : undefined;
}
