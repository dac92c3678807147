import { collectFaults, didYouMean, type Faults, type MappingFault } from '../language/fault.ts';
import type { Assertion } from '../mapping/language/plan.ts';
import { findBlindRules } from '../mapping/run/blind-conditions.ts';
import { findLostPathsOfRules } from '../mapping/run/lost-paths.ts';
import { compileRules } from '../rules/compile-rules.ts';
import { ruleSet } from '../rules/rule-set.ts';
import type { SetDefinition } from '../x12/standard/set-definition.ts';
import type { Standards } from '../x12/standard/standard.ts';
import { compileDeviation } from './compile-deviation.ts';
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
  guides?: readonly Guide[];
  rules: readonly Assertion[];
  /** Without those of the guides that it extends. */
  ownRules: readonly Assertion[];
}

/**
 * Compiles guides that may extend each other, and holds each against the standard. All faults of all files at once, with line and column;
 * a guide with a fault is left out. Language: `specs/guide.schema.json` and `partners/README.md`. Never throws.
 */
export function compileGuides(files: readonly GuideFile[], standards: Standards): GuidesResult {
  const all = new Map<string, Read>();
  for (const file of files) {
    const faults = collectFaults(file.file);
    all.set(file.reference, {
      file,
      faults,
      text: readGuide(file.text, faults),
      state: 'open',
      rules: [],
      ownRules: [],
    });
  }
  for (const one of all.values()) inherit(one, all);
  const guides = [...all.values()].flatMap((one) => compileOne(one, all, standards));
  return {
    guides,
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
  one.ownRules = own;
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
  if (other.set === text.set && text.versions.every((version) => other.versions.includes(version))) return parent;
  const [theirs, ours] = [other, text].map(({ set, versions }) => `${set} in ${versions.join(', ')}`);
  faults.add(at, `${value} is a guide of the ${theirs}, not of the ${ours}.`);
  return undefined;
}

/** The guide for each version that it is for; none where it, or one that it extends, has a fault. */
function compileOne(one: Read, all: ReadonlyMap<string, Read>, standards: Standards): readonly Guide[] {
  if (one.guides !== undefined || one.merged === undefined) return one.guides ?? [];
  one.guides = [];
  const { file, faults, merged, text, rules } = one;
  const parent = text?.extends && all.get(text.extends.value);
  if (parent && faults.list.length === 0) {
    compileOne(parent, all, standards);
    if (parent.faults.list.length > 0)
      faults.add(text.extends!.at, `${parent.file.reference} has faults of its own; correct them first.`);
  }
  const inherits = parent !== undefined && parent.faults.list.length > 0;
  // What was inherited from a faulty guide would be told twice, and with the lines of another file.
  const segments = inherits ? (text?.segments ?? []) : merged.segments;
  const guides: Guide[] = [];
  const exact = merged.versions.map((version) => standards.forVersion(version)).filter((found) => found?.exact);
  const definitions = exact
    .map((found) => found?.definition.sets.get(merged.set))
    .filter((found) => found !== undefined);
  findLostPathsOfRules(one.ownRules, definitions, faults);
  findBlindRules(one.ownRules, definitions, faults);
  for (const version of merged.versions) {
    const definition = definitionOf(merged, version, standards, faults);
    if (definition === undefined) continue;
    const own = faults.list.length;
    const deviations = (inherits ? (text?.deviations ?? []) : merged.deviations).flatMap(
      (deviation) => compileDeviation(deviation, definition, faults) ?? [],
    );
    const builder = new GuideBuilder(definition, faults, deviations);
    for (const segment of segments) builder.add(segment);
    const { title, set, enforce } = merged;
    guides.push({
      reference: file.reference,
      ...{ title, set, version, definition, enforce: enforce ?? 'accept' },
      ...builder.tables(),
      rules: ruleSet(rules),
      deviations,
    });
    // The other versions would say the same again.
    if (faults.list.length > own) break;
  }
  if (faults.list.length === 0) one.guides = guides;
  return one.guides;
}

function definitionOf(
  { set, at }: GuideText,
  version: string,
  standards: Standards,
  faults: Faults,
): SetDefinition | undefined {
  const found = standards.forVersion(version);
  if (!found?.exact) {
    faults.add(at, `There are no definitions of version ${version} here.`, didYouMean(version, standards.versions));
    return undefined;
  }
  const { sets } = found.definition;
  const definition = sets.get(set);
  if (definition === undefined && /^\d{3}$/.test(set))
    faults.add(at, `There is no definition of set ${set} in ${version}.`, didYouMean(set, sets.keys()));
  return definition;
}
