import type { AnnotatedSegment } from '../domain/x12/inspect/annotate.ts';
import type { Interchange } from '../domain/x12/model.ts';
import type { Standards } from '../domain/x12/standard/standard.ts';

/** The IEA at the end of an interchange, which the reader judges but keeps no segment of; undefined where it is missing. */
export function interchangeTrailer(
  { range, delimiters, findings }: Interchange,
  bytes: Uint8Array,
  standards: Standards,
): AnnotatedSegment | undefined {
  const text = Buffer.from(bytes.subarray(Math.max(range[0], range[1] - 100), range[1])).toString('latin1');
  const at = text.lastIndexOf(`IEA${delimiters.element}`);
  if (at < 0) return undefined;
  const raw = text.slice(at).split(delimiters.terminator, 1)[0]!.trimEnd();
  const start = range[1] - text.length + at;
  const definition = standards.forVersion(standards.versions.at(-1) ?? '')?.definition.segments.get('IEA');
  let from = start + 'IEA'.length;
  const elements = raw
    .split(delimiters.element)
    .slice(1)
    .map((value, nth) => {
      const element = definition?.elements?.[nth]?.element;
      const begin = from + 1;
      from = begin + value.length;
      const named = element ? { reference: element.reference, name: element.name } : {};
      return { position: nth + 1, value, range: [begin, from] as const, ...named };
    });
  const own = findings.filter((finding) => finding.segment === 'IEA');
  const named = definition ? { name: definition.name } : {};
  return { id: 'IEA', ...named, position: 0, raw, range: [start, start + raw.length], elements, findings: own };
}
