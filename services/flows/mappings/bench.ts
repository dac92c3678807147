import { readDocument } from '../../domain/documents/read-document.ts';
import type { Mapping } from '../../domain/mapping/language/plan.ts';
import { checkMapping } from '../../domain/mapping/report/mapping-faults.ts';
import { lookupsOf } from '../../domain/mapping/run/needed-lookups.ts';
import { setsOf } from '../../domain/translate/read-x12.ts';
import { readEventData } from '../../domain/translate/render-data.ts';
import type { AnnotatedSample } from '../../domain/workbench/annotated-sample.ts';
import { type CoverageSummary, coverageOnBench, summaryOf } from '../../domain/workbench/coverage-summary.ts';
import { suggest } from '../../domain/workbench/suggest.ts';
import type { Suggestion } from '../../domain/workbench/suggestion.ts';
import {
  annotateSample,
  type Bench,
  readSample,
  type TrialFault,
  type TrialRun,
  type TrialSample,
  tryMapping,
} from '../../domain/workbench/trial.ts';
import type { Context } from '../context.ts';
import { type LookupUse, lookUp } from '../look-up.ts';
import { templateMappings } from '../onboarding/templates.ts';
import { usable } from './draft-mapping.ts';

/** A mapping and a sample, to be tried. */
export interface TrialQuestion {
  readonly orgId: string;
  /** Hash of the configuration that the mapping is tried in. */
  readonly configuration: string;
  /** Name of the mapping, for its faults. */
  readonly name: string;
  readonly text: string;
  /** Without one there are faults and coverage alone. */
  readonly sample?: string | undefined;
  /** Name the segments of the sample. */
  readonly annotate?: boolean | undefined;
  /** Look for what could be added. */
  readonly suggest?: boolean | undefined;
}

/** What became of it. */
export interface Trial extends Omit<TrialRun, 'events'> {
  readonly faults: readonly TrialFault[];
  /** False where the text cannot be compiled: then there are faults and nothing else. */
  readonly compiles: boolean;
  readonly coverage?: CoverageSummary;
  readonly annotated?: AnnotatedSample;
  readonly suggestions?: readonly Suggestion[];
}

const nothing: Omit<TrialRun, 'events'> = {
  ...{ findings: [], result: { format: 'json', text: '' }, links: [] },
  ...{ left: { events: 0, links: 0, findings: 0 }, made: { events: 0, rejected: 0 } },
};

/** Tries a mapping in this process. Stores nothing; bounded by the sizes of mapping and sample, as every run is. */
export async function runTrial(
  context: Pick<Context, 'db' | 'catalog'>,
  { orgId, configuration: hash, name, text, sample, annotate, suggest: wanted }: TrialQuestion,
): Promise<Trial> {
  const { catalog: rules } = context;
  const configuration = await usable(context, orgId, hash);
  const checked = checkMapping(text, name, configuration.tables, rules.standards);
  const faults = checked.faults.map(({ file: _, ...fault }) => fault);
  const { mapping } = checked;
  if (!mapping) return { ...nothing, faults, compiles: false };
  const bench: Bench = { configuration, rules };
  const read = sample === undefined ? undefined : readSample(sample, mapping, bench);
  const lookups = read && (await lookUp(context, { orgId, configuration }, usesOf(read, mapping)));
  const full: Bench = { ...bench, ...(lookups && lookups.size > 0 && { lookups }) };
  const run = read && tryMapping(mapping, read, full);
  const coverage = coverageOnBench(mapping, full, run && { sample: read, run });
  const { events: _, ...shown } = run ?? { ...nothing, events: [] };
  return {
    ...{ ...shown, faults, compiles: true, coverage: summaryOf(coverage) },
    ...(read && annotate && { annotated: annotateSample(read, mapping, rules) }),
    ...(wanted && {
      suggestions: suggest({
        ...{ text, mapping, tables: configuration.tables, coverage, bench: full },
        ...{ templates: templateMappings(rules.standards), sample: run?.refused === undefined ? read : undefined },
      }),
    }),
  };
}

/** What the look-ups of a mapping are going to be asked. */
function usesOf({ reading, bytes }: TrialSample, mapping: Mapping): readonly LookupUse[] {
  if (lookupsOf(mapping).length === 0) return [];
  if (mapping.direction === 'outbound') {
    const data = readEventData(bytes);
    return typeof data === 'string' ? [] : [{ data, mapping }];
  }
  if (mapping.reads) {
    const { root, nodes } = readDocument(bytes, mapping.reads);
    return root ? [{ root, nodes, mapping }] : [];
  }
  const sets = reading ? setsOf(reading) : [];
  return sets.filter(({ code, status }) => code === mapping.set && status !== 'R').map((set) => ({ set, mapping }));
}
