import type { CanonicalEvent } from '../../events.ts';
import type { Finding } from '../../finding.ts';
import { FindingCollector, FindingRoom } from '../../finding-list.ts';
import { elementPlace } from '../../language/path.ts';
import type { LeafValue, OutboundMapping, Part, SegmentPart, Value } from '../language/plan.ts';
import { startRun, tooCostly } from '../run/emit.ts';
import { checkAssertion, holds } from '../run/evaluate-condition.ts';
import { evaluateText, type Text } from '../run/evaluate-leaf.ts';
import { reportUnfilled } from '../run/report-unfilled.ts';
import { budgetFor, type MappingContext, type Run, report } from '../run/run.ts';
import { type JsonScope, jsonSource, sizeOfData } from '../run/source-json.ts';

/** A segment of the body, without ST and SE; `elements[0]` is element 01, empty text where nothing stands. */
export interface RenderedSegment {
  readonly id: string;
  readonly elements: readonly string[];
}

/** Where a rendered segment came from; `elements` runs parallel to the segment's. */
export interface RenderedOrigin {
  readonly mappingLine: number;
  readonly elements: readonly ElementOrigin[];
}
export interface ElementOrigin {
  /** JSON pointers into the event's data, as many as were combined. Empty for a constant or an empty element. */
  readonly pointers: readonly string[];
  /** 0 for an empty element. */
  readonly mappingLine: number;
}

export interface Rendering {
  readonly segments: readonly RenderedSegment[];
  /** Parallel to `segments`. */
  readonly provenance: readonly RenderedOrigin[];
  readonly findings: readonly Finding[];
}

/**
 * Writes a canonical event as the body of one transaction set. Envelope, counts and control numbers are the writer's;
 * lengths and codes are checked by checking what was written. Pure; cost is bounded by mapping size x size of the event.
 */
export function renderEvent(
  event: Pick<CanonicalEvent, 'data'>,
  mapping: OutboundMapping,
  context: MappingContext = {},
): Rendering {
  const budget = budgetFor(mapping, sizeOfData(event.data), 0);
  const found = new FindingCollector(new FindingRoom());
  const run = startRun(jsonSource(budget), budget, context, found);
  const root: JsonScope = { value: event.data, pointer: '', index: 1 };
  const output: Output = { segments: [], provenance: [] };
  renderParts(run, mapping.parts, root, output);
  for (const assertion of mapping.assertions) {
    const scopes = assertion.each ? run.source.scopes(assertion.each, root) : [root];
    for (const scope of scopes) checkAssertion(run, assertion, scope);
  }
  if (budget.left < 0) return { segments: [], provenance: [], findings: [tooCostly(mapping.name)] };
  return { ...output, findings: found.findings };
}

interface Output {
  readonly segments: RenderedSegment[];
  readonly provenance: RenderedOrigin[];
}

function renderParts(run: Run<JsonScope>, parts: readonly Part[], scope: JsonScope, output: Output): void {
  for (const part of parts) {
    const turns = part.each ? run.source.scopes(part.each, scope) : [scope];
    for (const turn of turns) {
      if (run.budget.left < 0) return;
      if (part.when && !holds(run, part.when, turn)) continue;
      if (part.kind === 'group') renderParts(run, part.parts, turn, output);
      else renderSegment(run, part, turn, output);
    }
  }
}

const emptyElement: ElementOrigin = { pointers: [], mappingLine: 0 };

/** A segment into which nothing of the event went is left out, unless it holds constants only. */
function renderSegment(run: Run<JsonScope>, part: SegmentPart, scope: JsonScope, output: Output): void {
  const elements: string[] = [];
  const origins: ElementOrigin[] = [];
  const missing: { leaf: LeafValue; position: number }[] = [];
  let live = part.fixed;
  for (const { position, value } of part.elements) {
    const text = evaluateText(run, value, scope);
    run.budget.left--;
    if (!text || text.text === '') {
      if (value.kind === 'leaf' && value.required) missing.push({ leaf: value, position });
      continue;
    }
    while (elements.length < position - 1) {
      elements.push('');
      origins.push(emptyElement);
    }
    elements.push(inOneLine(run, text, elementPlace(part.id, position)));
    const pointers = text.traces.map((trace) => trace.pointer).filter((pointer) => pointer !== undefined);
    origins.push({ pointers, mappingLine: value.line });
    live ||= pointers.length > 0 || isComputed(value);
  }
  if (!live) return;
  for (const { leaf, position } of missing) reportUnfilled(run, leaf, elementPlace(part.id, position));
  output.segments.push({ id: part.id, elements });
  output.provenance.push({ mappingLine: part.line, elements: origins });
}

const CONTROLS = /\p{Cc}+/gu;

/** An element has no lines: what people broke into lines is written in one. */
function inOneLine(run: Run<JsonScope>, { text, traces }: Text, place: string): string {
  const flat = text.replace(CONTROLS, ' ');
  if (flat === text) return text;
  const explanation = `The text for ${place} holds line breaks or other control characters; a blank was written for each.`;
  report(run, { code: 'mapping.text-flattened', level: 'note', received: text, explanation }, traces[0]);
  return flat.trim();
}

/** Counts and sums are there even where the event has nothing to count. */
function isComputed(value: Value): boolean {
  return value.kind === 'leaf' && (value.source.kind === 'count' || value.source.kind === 'context');
}
