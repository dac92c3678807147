import { readDocument } from '../domain/documents/read-document.ts';
import { append } from '../domain/lists.ts';
import type { Mapping } from '../domain/mapping/language/plan.ts';
import { type Coverage, coverage } from '../domain/mapping/report/coverage.ts';
import { setsOf } from '../domain/translate/read-x12.ts';
import { onlyOf, translateOther, translateReading } from '../domain/translate/translate-reading.ts';
import { contextOf, guidesIn, knowledgeOf, type Rules } from './mapping-files.ts';
import { endingOf } from './mapping-version.ts';
import { readWith } from './read-with.ts';

const listed = 20;

/** What a mapping of a configuration takes and fills, and what it leaves behind in the configuration's samples. */
export function coverageInFolder(
  mapping: Mapping,
  configuration: { readonly folder: string; readonly files: ReadonlyMap<string, string> } | undefined,
  rules: Rules,
): Coverage {
  const { definition } = rules.standards.forVersion(mapping.version) ?? {};
  const set = definition?.sets.get(mapping.set);
  const guides = configuration === undefined ? [] : guidesIn(configuration.folder, rules);
  const guide = guides.find((one) => one.set === mapping.set && one.version === mapping.version);
  const basis = { ...(set && { definition: set }), ...(guide && { guide }) };
  if (mapping.direction === 'outbound' || configuration === undefined) return coverage(mapping, basis);
  const context = contextOf(knowledgeOf(configuration.files), undefined);
  // Other documents of the same format lie beside; the samples of one begin with its name.
  const beginning = `samples/${mapping.reads ? `${mapping.set}-` : ''}`;
  const samples = [...configuration.files].filter(
    ([path]) => path.startsWith(beginning) && endingOf(mapping).test(path) && !/\.(expected|event)\./.test(path),
  );
  if (mapping.reads) {
    const { reads } = mapping;
    const contents = samples.map(([, text]) => Buffer.from(text, 'utf8'));
    const documents = contents.map((bytes) => readDocument(bytes, reads));
    const events = contents.flatMap((bytes) => translateOther(bytes, mapping, context).events);
    return coverage(mapping, { ...basis, documents, ...(documents.length > 0 && { events }) });
  }
  const single = onlyOf(mapping, guides);
  const readings = samples.map(([, text]) => readWith(Buffer.from(text, 'latin1'), single, rules));
  const sets = readings.flatMap(setsOf).filter(({ code, status }) => code === mapping.set && status !== 'R');
  const events = readings.flatMap((reading) => translateReading(reading, single, context, mapping.set).events);
  return coverage(mapping, { ...basis, sets, ...(sets.length > 0 && { events }) });
}

/** The coverage in a few lines: how much is covered, and by name what is not. */
export function coverageText({ mandatory, fields, dropped, undeclared }: Coverage): string {
  // What is mandatory in a segment that need not stand is counted apart: a partner rarely sends all of them.
  const always = mandatory.filter(({ conditional }) => !conditional);
  const others = mandatory.filter(({ conditional }) => conditional);
  const unmapped = fields.filter(({ mapped }) => !mapped);
  const unfilled = fields.filter(({ mapped, filled }) => mapped && filled === 0);
  const lines = [
    ...(mandatory.length > 0 ? [`  mandatory elements covered: ${coveredOf(always)}`] : []),
    ...some(
      always.filter(({ covered }) => !covered),
      ({ place, name, by }) => `${place} ${name} (${by})`,
    ),
    ...(others.length > 0
      ? [`  mandatory only where their segment stands, which need not: ${coveredOf(others)}; --json has all`]
      : []),
    `  fields mapped: ${fields.length - unmapped.length} of ${fields.length}`,
    ...some(unmapped, ({ event, field, required }) => `${event} ${field}${required ? ' (required)' : ''}`),
  ];
  if (unfilled.length > 0) {
    lines.push('  mapped, but empty in all samples:');
    append(
      lines,
      some(unfilled, ({ event, field }) => `${event} ${field}`),
    );
  }
  if (dropped.length > 0) {
    const example = (texts: readonly string[]) => texts.map((text) => JSON.stringify(text)).join(', ');
    lines.push('  in the samples, but not read:');
    append(
      lines,
      some(dropped, ({ place, dropped: count, of, examples }) => `${place} ${count} of ${of}: ${example(examples)}`),
    );
  }
  if (undeclared.length > 0) {
    lines.push('  neither read nor left out by `leaves`:');
    append(
      lines,
      some(undeclared, ({ place, elements, whole }) => (whole ? place : `${place}: ${elements.join(', ')}`)),
    );
  }
  return lines.join('\n');
}

const coveredOf = (elements: Coverage['mandatory']): string =>
  `${elements.filter(({ covered }) => covered).length} of ${elements.length}`;

function some<T>(list: readonly T[], text: (one: T) => string): string[] {
  const lines = list.slice(0, listed).map((one) => `    ${text(one)}`);
  return list.length > listed ? [...lines, `    and ${list.length - listed} more; --json has all`] : lines;
}
