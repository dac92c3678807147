import type { Finding } from '../finding.ts';
import type { OutboundMapping } from '../mapping/language/plan.ts';
import { renderDocument } from '../mapping/render/render-document.ts';
import { renderEvent } from '../mapping/render/render-event.ts';
import { type Explanation, explainDocument, explainRendering } from '../mapping/report/explain.ts';
import type { MappingContext } from '../mapping/run/run.ts';
import { parseJson } from '../parse-json.ts';
import { delimitersFor, usualDelimiters } from '../x12/read/delimiters.ts';
import { latin1 } from '../x12/read/tape.ts';
import type { SegmentDraft } from '../x12/write/draft.ts';
import { write } from '../x12/write/write.ts';
import { type Rules, readX12, setsOf } from './read-x12.ts';

/** What a mapping wrote of an event. */
export interface Rendered {
  /** The set from ST to SE with line feeds, or the JSON or CSV document. Empty when it could not be written. */
  readonly text: string;
  /** In which the findings have their places. */
  readonly bytes: Uint8Array;
  /** Byte of them at which the text begins: a set stands behind the envelope that it was checked in. */
  readonly start: number;
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
  const text = new TextDecoder().decode(bytes);
  return { text, bytes, start: 0, findings, explain: (lines) => explainDocument(values, bytes, lines) };
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
    return {
      ...{ text: '', bytes: new Uint8Array(), start: 0, explain },
      findings: [...rendering.findings, ...written.findings],
    };
  const { bytes } = written;
  const [start, end] = written.sets[0]!.range;
  const text = `${latin1(bytes, start, end)}~`;
  const checked = setsOf(readX12(bytes, rules)).flatMap((set) => set.findings);
  return { text, bytes, start, findings: [...rendering.findings, ...checked], explain };
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

/** The data of an event that is written as JSON: the whole event, or its `data` alone. @returns what is wrong, in words, when it is neither */
export function readEventData(bytes: Uint8Array): Record<string, unknown> | string {
  let value: unknown;
  try {
    value = parseJson(new TextDecoder().decode(bytes));
  } catch (error) {
    return (error as Error).message;
  }
  if (!isObject(value)) return 'an event is a JSON object.';
  return 'specversion' in value && isObject(value.data) ? value.data : value;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
