import type { Finding } from '../domain/finding.ts';
import type { OutboundMapping } from '../domain/mapping/language/plan.ts';
import { renderDocument } from '../domain/mapping/render/render-document.ts';
import { renderEvent } from '../domain/mapping/render/render-event.ts';
import { type Explanation, explainDocument, explainRendering } from '../domain/mapping/report/explain.ts';
import type { MappingContext } from '../domain/mapping/run/run.ts';
import { readX12, setsOf } from '../domain/translate/read-x12.ts';
import { delimitersFor, usualDelimiters } from '../domain/x12/read/delimiters.ts';
import type { SegmentDraft } from '../domain/x12/write/draft.ts';
import { write } from '../domain/x12/write/write.ts';
import { UsageError } from './command-input.ts';
import type { Rules } from './mapping-files.ts';

/** What a mapping wrote of an event. */
export interface Rendered {
  /** The set from ST to SE with line feeds, or the JSON or CSV document. Empty when it could not be written. */
  readonly text: string;
  /** In which the findings have their places. */
  readonly bytes: Uint8Array;
  /** Of the mapping, and of the check of a set that was written. */
  readonly findings: readonly Finding[];
  explain(mappingLines: readonly string[]): readonly Explanation[];
}

/** Writes the data of an event as a mapping says. */
export function renderData(
  data: Record<string, unknown>,
  mapping: OutboundMapping,
  context: MappingContext,
  rules: Rules,
): Rendered {
  if (!mapping.writes) return renderSet(data, mapping, context, rules);
  const { bytes, values, findings } = renderDocument({ data }, mapping, context);
  const text = Buffer.from(bytes).toString('utf8');
  return { text, bytes, findings, explain: (lines) => explainDocument(values, bytes, lines) };
}

function renderSet(
  data: Record<string, unknown>,
  mapping: OutboundMapping,
  context: MappingContext,
  rules: Rules,
): Rendered {
  const rendering = renderEvent({ data }, mapping, context);
  const written = writeSet(mapping, rendering.segments, rules);
  const segments = written.sets[0]?.segments ?? [];
  const explain = (lines: readonly string[]) => explainRendering(rendering, lines, segments);
  if (!written.bytes)
    return { text: '', bytes: new Uint8Array(), findings: [...rendering.findings, ...written.findings], explain };
  const { bytes } = written;
  const [start, end] = written.sets[0]!.range;
  const text = `${Buffer.from(bytes.subarray(start, end)).toString('latin1')}~`;
  const checked = setsOf(readX12(bytes, rules)).flatMap((set) => set.findings);
  return { text, bytes, findings: [...rendering.findings, ...checked], explain };
}

/** The set in an envelope of no meaning. */
function writeSet({ set, version }: OutboundMapping, segments: readonly SegmentDraft[], { standards }: Rules) {
  const functionalId = standards.forVersion(version)?.definition.sets.get(set)?.functionalId ?? 'ZZ';
  const texts = segments.flatMap(({ elements }) => elements.flat(2));
  const delimiters = delimitersFor(texts, { ...usualDelimiters, component: '>' });
  const group = { functionalId, sender: 'SENDER', receiver: 'RECEIVER', date: '20260101', time: '0000', control: '1' };
  const result = write(
    {
      sender: { qualifier: 'ZZ', id: 'SENDER' },
      receiver: { qualifier: 'ZZ', id: 'RECEIVER' },
      date: '260101',
      time: '0000',
      version: version.slice(0, 5),
      control: '000000001',
      ackRequested: false,
      usage: 'T',
      ...(delimiters && { delimiters }),
      groups: [{ ...group, version, sets: [{ code: set, control: '0001', segments }] }],
    },
    { newline: '\n' },
  );
  return result.bytes ? result : { ...result, bytes: undefined, sets: [] };
}

/** The data of an event in a JSON file: the whole event, or its `data` alone. @throws UsageError when it is neither. */
export function eventData(bytes: Uint8Array, file: string): Record<string, unknown> {
  const value = parsed(bytes, file);
  const data = typeof value.data === 'object' && 'specversion' in value ? value.data : value;
  return data as Record<string, unknown>;
}

function parsed(bytes: Uint8Array, file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    throw new UsageError(`${file} is no event: ${(error as Error).message}`);
  }
  throw new UsageError(`${file} is no event: an event is a JSON object.`);
}
