import { collectFaults, type Faults, type MappingFault } from '../language/fault.ts';
import { readCount, readKeys, readList, readText, readWord } from '../language/read-node.ts';
import { standardTables } from '../language/tables.ts';
import { readYaml, type YamlEntry, type YamlNode } from '../language/yaml-tree.ts';
import { append } from '../lists.ts';
import { newCompiler } from '../mapping/language/compile.ts';
import { compileAssertion } from '../mapping/language/compile-assertion.ts';
import { type Compiler, readPath } from '../mapping/language/compiler.ts';
import type { Assertion } from '../mapping/language/plan.ts';
import { thisElement } from '../rules/expand-rules.ts';
import { ruleSet } from '../rules/rule-set.ts';
import type { TradeRules } from './trade-rules.ts';

export interface TradeRulesResult {
  readonly tradeRules: TradeRules;
  readonly faults: readonly MappingFault[];
}

type Kind = 'rules' | 'hints' | 'once';

interface Lists {
  readonly rules: Assertion[];
  readonly hints: Assertion[];
  readonly once: Assertion[];
  readonly days: Map<Assertion, number>;
}

interface TradeRule {
  readonly rule: Assertion;
  readonly sets: readonly string[];
  readonly kind: Kind;
  readonly days: number | undefined;
}

/** Ten years: nobody remembers a number for longer. */
const mostDays = 3660;

/**
 * Compiles the files of `specs/x12/trade-rules`, by name, or tells every fault of them with line and column. A rule is written as an assertion of a mapping,
 * with `sets`, and `hint` or `once` with `days`. Schema: `specs/trade-rule.schema.json`.
 */
export function compileTradeRules(files: ReadonlyMap<string, string>): TradeRulesResult {
  const bySet = new Map<string, Lists>();
  const faults: MappingFault[] = [];
  for (const [name, text] of files) {
    const own = collectFaults(name);
    readFile(text, own, bySet);
    append(faults, own.list);
  }
  const tradeRules = [...bySet].map(([set, { rules, hints, once, days }]) => {
    return [set, { rules: ruleSet(rules), hints: ruleSet(hints), once: ruleSet(once), days }] as const;
  });
  return { tradeRules: new Map(tradeRules), faults };
}

function readFile(text: string, faults: Faults, bySet: Map<string, Lists>): void {
  const root = readYaml(text, faults);
  const found = root && readKeys(root, ['about', 'sets', 'rules'], 'A file of trade rules', faults);
  if (!root || !found) return;
  for (const key of ['about', 'rules'])
    if (!found.has(key)) faults.add(root.at, `A file of trade rules needs \`${key}\`.`);
  const usual = found.get('sets');
  const usualSets = usual ? readSets(usual, faults) : [];
  const rules = found.get('rules');
  for (const node of rules ? readList(rules.value, '`rules`', faults) : []) {
    const read = readRule(node, usualSets, faults);
    if (read === undefined) continue;
    for (const set of read.sets) {
      const lists: Lists = bySet.get(set) ?? { rules: [], hints: [], once: [], days: new Map() };
      lists[read.kind].push(read.rule);
      if (read.days !== undefined) lists.days.set(read.rule, read.days);
      bySet.set(set, lists);
    }
  }
}

function readSets({ value }: YamlEntry, faults: Faults): string[] {
  return readList(value, '`sets`', faults).flatMap((node) => {
    const set = readText(node, 'A set', faults);
    if (set !== undefined && !/^\d{3}$/.test(set)) faults.add(node.at, `\`${set}\` is no set such as "856".`);
    return set === undefined ? [] : [set];
  });
}

/** What a trade rule has beside the keys of an assertion. */
const ownKeys: ReadonlySet<string> = new Set(['sets', 'hint', 'once', 'days', 'elements', 'except']);

function readRule(node: YamlNode, usual: readonly string[], faults: Faults): TradeRule | undefined {
  if (node.kind !== 'map') {
    faults.add(node.at, 'A rule is written as keys and values (that, code, explain …).');
    return undefined;
  }
  const own = new Map(node.entries.map((entry) => [entry.key, entry]));
  const [sets, hint, once, days] = ['sets', 'hint', 'once', 'days'].map((key) => own.get(key));
  const isHint = hint !== undefined && readWord(hint.value, ['true', 'false'] as const, '`hint`', faults) === 'true';
  const named = sets ? readSets(sets, faults) : usual;
  if (named.length === 0) faults.add(node.at, 'A rule needs `sets`, here or for the whole file.');
  const compiler = newCompiler(faults, 'x12', new Map(standardTables));
  if ((once === undefined) !== (days === undefined))
    faults.add(node.at, '`once` needs `days` beside it: for how long its sender does not use the value again.');
  const limit = days && readCount(days.value, '`days`', mostDays, faults);
  const rest = node.entries.filter(({ key }) => !ownKeys.has(key));
  const entries = once ? [...rest, onceAsCondition(once)] : rest;
  const rule = withElements(compiler, compileAssertion(compiler, elementNamed({ ...node, entries }), 'business'), own);
  if (once && rule?.that.kind === 'not' && rule.that.of.kind !== 'present')
    faults.add(once.value.at, '`once` names a value, such as `BSN-02`.');
  return rule && { rule, sets: named, kind: once ? 'once' : isHint ? 'hints' : 'rules', days: limit };
}

/** In a rule of data elements `.` stands for the element that it looks at. */
function elementNamed(node: YamlNode): YamlNode {
  if (node.kind === 'scalar') return node.text === '.' ? { ...node, text: thisElement, value: thisElement } : node;
  if (node.kind === 'list') return { ...node, items: node.items.map(elementNamed) };
  return { ...node, entries: node.entries.map((entry) => ({ ...entry, value: elementNamed(entry.value) })) };
}

/** `elements`, numbers of data elements, and `except`, places where they are not looked at: `QTY-02`, `DTM[01=036]-02`. */
function withElements(
  compiler: Compiler,
  rule: Assertion | undefined,
  own: ReadonlyMap<string, YamlEntry>,
): Assertion | undefined {
  const { faults } = compiler;
  const [elements, exceptions] = [own.get('elements'), own.get('except')];
  if (exceptions && !elements) faults.add(exceptions.at, '`except` belongs to `elements`.');
  if (!elements) return rule;
  if (own.has('each')) faults.add(elements.at, 'A rule has `each` or `elements`, not both.');
  const numbers = readList(elements.value, '`elements`', faults).map((item) => readText(item, 'An element', faults));
  const except = exceptions ? readList(exceptions.value, '`except`', faults) : [];
  const paths = except.map((item) => {
    const path = readPath(compiler, item, 'value');
    const isPlace = path?.steps.length === 1 && path.steps[0]!.filters.length < 2 && path.origin === 'here';
    if (path && !isPlace) faults.add(item.at, '`except` lists places such as `QTY-02` or `DTM[01=036]-02`.');
    return path;
  });
  return (
    rule && {
      ...rule,
      elements: new Set(numbers.filter((number) => number !== undefined)),
      except: paths.filter((path) => path !== undefined),
    }
  );
}

/** A value that may stand there once is looked for as one that should not be there at all: who knows the past decides. */
function onceAsCondition({ at, value }: YamlEntry): YamlEntry {
  const absent = { kind: 'map', at, entries: [{ key: 'absent', at, value }] } as const;
  return { key: 'that', at, value: absent };
}
