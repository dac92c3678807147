import { collectFaults, didYouMean, type Faults, type MappingFault } from '../mapping/fault.ts';
import type { Assertion } from '../mapping/plan.ts';
import { compileRules } from '../rules/compile-rules.ts';
import { ruleSet } from '../rules/rule-set.ts';
import type { SetDefinition } from '../x12/set-definition.ts';
import type { Standards } from '../x12/standard.ts';
import type { Guide } from './guide.ts';
import { GuideBuilder } from './guide-builder.ts';
import { mergeGuides } from './merge-guides.ts';
import { type GuideText, readGuide } from './read-guide.ts';

export interface GuideFile {
  /** As faults name it, such as `standard-carrier/guides/214.yaml`. */
  readonly file: string;
  /** As `extends` names it, such as `standard-carrier/214`. */
  readonly reference: string;
  readonly text: string;
}

export interface GuidesResult {
  readonly guides: readonly Guide[];
  readonly faults: readonly MappingFault[];
}

interface Read {
  readonly file: GuideFile;
  readonly faults: Faults;
  readonly text: GuideText | undefined;
  state: 'open' | 'running' | 'done';
  merged?: GuideText;
  rules: readonly Assertion[];
}

/**
 * Compiles guides that may extend each other, and holds each against the standard. All faults of all files at once, with line and column;
 * a guide with a fault is left out. Language: `specs/guide.schema.json` and `partners/README.md`. Never throws.
 */
export function compileGuides(files: readonly GuideFile[], standards: Standards): GuidesResult {
  const all = new Map<string, Read>();
  for (const file of files) {
    const faults = collectFaults(file.file);
    all.set(file.reference, { file, faults, text: readGuide(file.text, faults), state: 'open', rules: [] });
  }
  for (const one of all.values()) inherit(one, all);
  const guides = [...all.values()].map((one) => compileOne(one, standards));
  return {
    guides: guides.filter((guide) => guide !== undefined),
    faults: [...all.values()].flatMap(({ faults }) =>
      faults.list.sort((a, b) => a.line - b.line || a.column - b.column),
    ),
  };
}

/** Puts each guide on top of the one it extends, the farthest first. */
function inherit(one: Read, all: ReadonlyMap<string, Read>): void {
  const { text, faults } = one;
  if (one.state !== 'open' || text === undefined) return;
  one.state = 'running';
  const own = text.rules ? compileRules(text.rules, faults, 'guide') : [];
  one.merged = text;
  one.rules = own;
  const parent = text.extends && parentOf(text, one, all);
  if (parent?.merged) {
    one.merged = mergeGuides(text, parent.merged, parent.file.reference, faults);
    one.rules = [...parent.rules, ...own];
  }
  one.state = 'done';
}

function parentOf(text: GuideText, one: Read, all: ReadonlyMap<string, Read>): Read | undefined {
  const { value, at } = text.extends!;
  const { faults } = one;
  const parent = all.get(value);
  if (parent === undefined) {
    faults.add(at, `There is no guide \`${value}\`.`, didYouMean(value, all.keys()));
    return undefined;
  }
  if (parent.state === 'running') {
    faults.add(at, `${value} extends this guide itself, in a circle.`);
    return undefined;
  }
  inherit(parent, all);
  if (parent.text === undefined || parent.merged === undefined) {
    faults.add(at, `${value} has faults of its own; correct them first.`);
    return undefined;
  }
  const other = parent.text;
  if (other.set === text.set && other.version === text.version) return parent;
  faults.add(
    at,
    `${value} is a guide of the ${other.set} in ${other.version}, not of the ${text.set} in ${text.version}.`,
  );
  return undefined;
}

function compileOne({ file, faults, merged, rules }: Read, standards: Standards): Guide | undefined {
  if (merged === undefined) return undefined;
  const definition = definitionOf(merged, standards, faults);
  if (definition === undefined) return undefined;
  const builder = new GuideBuilder(definition, faults);
  for (const segment of merged.segments) builder.add(segment);
  if (faults.list.length > 0) return undefined;
  const { title, set, version, enforce } = merged;
  return {
    reference: file.reference,
    ...{ title, set, version, definition, enforce: enforce ?? 'accept' },
    ...builder.tables(),
    rules: ruleSet(rules),
  };
}

function definitionOf(
  { set, version, at }: GuideText,
  standards: Standards,
  faults: Faults,
): SetDefinition | undefined {
  const found = standards.forVersion(version);
  if (!found?.exact) {
    if (/^\d{6}$/.test(version))
      faults.add(at, `There are no definitions of version ${version} here.`, didYouMean(version, standards.versions));
    return undefined;
  }
  const definition = found.definition.sets.get(set);
  if (definition === undefined && /^\d{3}$/.test(set))
    faults.add(
      at,
      `There is no definition of set ${set} in ${version}.`,
      didYouMean(set, found.definition.sets.keys()),
    );
  return definition;
}
