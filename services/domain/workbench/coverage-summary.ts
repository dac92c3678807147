import { readDocument } from '../documents/read-document.ts';
import type { Mapping } from '../mapping/language/plan.ts';
import { type Coverage, coverage } from '../mapping/report/coverage.ts';
import { setsOf } from '../translate/read-x12.ts';
import type { Bench, TrialRun, TrialSample } from './trial.ts';

/** Coverage in numbers, with what is not covered by name. */
export interface CoverageSummary {
  /** Mandatory elements that always stand: of the standard and the guide. None for a document that is no X12. */
  readonly mandatory: { readonly of: number; readonly covered: number; readonly missing: readonly string[] };
  /** Fields of the events that it makes, or of the event that it writes. */
  readonly fields: {
    readonly of: number;
    readonly mapped: number;
    readonly missing: readonly { readonly event: string; readonly field: string; readonly required: boolean }[];
  };
  /** Places of the sample whose values reach no field. */
  readonly dropped: readonly {
    readonly place: string;
    readonly dropped: number;
    readonly of: number;
    readonly examples: readonly string[];
  }[];
  /** What is left out of the lists, because they would be too long. */
  readonly left: { readonly fields: number; readonly dropped: number };
}

const listed = 200;

export function summaryOf({ mandatory, fields, dropped }: Coverage): CoverageSummary {
  const always = mandatory.filter(({ conditional }) => !conditional);
  const uncovered = always.filter(({ covered }) => !covered);
  const unmapped = fields.filter(({ mapped }) => !mapped);
  return {
    mandatory: {
      of: always.length,
      covered: always.length - uncovered.length,
      missing: uncovered.slice(0, listed).map(({ place, name, by }) => `${place} ${name} (${by})`),
    },
    fields: {
      of: fields.length,
      mapped: fields.length - unmapped.length,
      missing: unmapped.slice(0, listed).map(({ event, field, required }) => ({ event, field, required })),
    },
    dropped: dropped.slice(0, listed),
    left: { fields: Math.max(0, unmapped.length - listed), dropped: Math.max(0, dropped.length - listed) },
  };
}

/** What a mapping takes and fills by itself, and of the sample where there is one. */
export function coverageOnBench(
  mapping: Mapping,
  {
    configuration: { guides },
    rules,
  }: Pick<Bench, 'configuration'> & { readonly rules: Pick<Bench['rules'], 'standards'> },
  tried?: { readonly sample: TrialSample; readonly run: TrialRun },
): Coverage {
  const definition = rules.standards.forVersion(mapping.version)?.definition.sets.get(mapping.set);
  const guide = guides.find((one) => one.set === mapping.set && one.version === mapping.version);
  const basis = { ...(definition && { definition }), ...(guide && { guide }) };
  if (!tried || mapping.direction === 'outbound' || tried.run.refused !== undefined) return coverage(mapping, basis);
  const { sample, run } = tried;
  const { events } = run;
  if (mapping.reads)
    return coverage(mapping, { ...basis, events, documents: [readDocument(sample.bytes, mapping.reads)] });
  const sets = setsOf(sample.reading!).filter(({ code, status }) => code === mapping.set && status !== 'R');
  return coverage(mapping, { ...basis, events, sets });
}
