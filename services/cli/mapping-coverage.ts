import { append } from '../domain/lists.ts';
import type { Mapping } from '../domain/mapping/language/plan.ts';
import type { Coverage } from '../domain/mapping/report/coverage.ts';
import { coverageOver } from '../domain/translate/coverage-over.ts';
import { contextOf, guidesIn, knowledgeOf, type Rules } from './mapping-files.ts';
import { endingOf } from './mapping-version.ts';

const listed = 20;

/** What a mapping of a configuration takes and fills, and what it leaves behind in the configuration's samples. */
export function coverageInFolder(
  mapping: Mapping,
  configuration: { readonly folder: string; readonly files: ReadonlyMap<string, string> } | undefined,
  rules: Rules,
): Coverage {
  if (configuration === undefined) return coverageOver(mapping, { guides: [], context: {} }, [], rules);
  const guides = guidesIn(configuration.folder, rules);
  const context = contextOf(knowledgeOf(configuration.files), undefined);
  if (mapping.direction === 'outbound') return coverageOver(mapping, { guides, context }, [], rules);
  // Other documents of the same format lie beside; the samples of one begin with its name.
  const beginning = `samples/${mapping.reads ? `${mapping.set}-` : ''}`;
  const samples = [...configuration.files].filter(
    ([path]) => path.startsWith(beginning) && endingOf(mapping).test(path) && !/\.(expected|event)\./.test(path),
  );
  const bytes = samples.map(([, text]) => Buffer.from(text, mapping.reads ? 'utf8' : 'latin1'));
  return coverageOver(mapping, { guides, context }, bytes, rules);
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
