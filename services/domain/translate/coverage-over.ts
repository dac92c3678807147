import { readDocument } from '../documents/read-document.ts';
import type { Guide } from '../guide/guide.ts';
import type { Mapping } from '../mapping/language/plan.ts';
import { type Coverage, coverage } from '../mapping/report/coverage.ts';
import type { MappingContext } from '../mapping/run/run.ts';
import { type Rules, readWith, setsOf } from './read-x12.ts';
import { onlyOf, translateOther, translateReading } from './translate-reading.ts';

/** What a mapping takes and fills, by the standard and the guide for it, and what it leaves behind in sample documents. Pure. */
export function coverageOver(
  mapping: Mapping,
  { guides, context }: { readonly guides: readonly Guide[]; readonly context: MappingContext },
  samples: readonly Uint8Array[],
  rules: Rules,
): Coverage {
  const { definition } = rules.standards.forVersion(mapping.version) ?? {};
  const set = definition?.sets.get(mapping.set);
  const guide = guides.find((one) => one.set === mapping.set && one.version === mapping.version);
  const basis = { ...(set && { definition: set }), ...(guide && { guide }) };
  if (mapping.direction === 'outbound' || samples.length === 0) return coverage(mapping, basis);
  if (mapping.reads) {
    const { reads } = mapping;
    const documents = samples.map((bytes) => readDocument(bytes, reads));
    const events = samples.flatMap((bytes) => translateOther(bytes, mapping, context).events);
    return coverage(mapping, { ...basis, documents, events });
  }
  const single = onlyOf(mapping, guides);
  const readings = samples.map((bytes) => readWith(bytes, single, rules));
  const sets = readings.flatMap(setsOf).filter(({ code, status }) => code === mapping.set && status !== 'R');
  const events = readings.flatMap((reading) => translateReading(reading, single, context, mapping.set).events);
  return coverage(mapping, { ...basis, sets, events });
}
