import type { Faults } from '../language/fault.ts';
import type { Filter } from '../language/path.ts';
import { tapeTest } from '../rules/tape-test.ts';
import type { Allowed } from '../x12/check/agreed.ts';
import { type LoopNode, opener, type SetDefinition } from '../x12/standard/set-definition.ts';
import { compileElement } from './compile-element.ts';
import type { Deviation, Scope, SegmentRule } from './guide.ts';
import { type PlacedPath, placePath } from './place-path.ts';
import type { SegmentText } from './read-guide.ts';
import { mostTimes } from './read-values.ts';

/** Turns what a guide says about paths into tables by node and by loop. */
export class GuideBuilder {
  readonly #definition: SetDefinition;
  readonly #faults: Faults;
  readonly #scopes = new Map<string, Scope>();
  readonly #uses: SegmentRule[] = [];

  readonly #deviations: readonly Deviation[];

  constructor(definition: SetDefinition, faults: Faults, deviations: readonly Deviation[] = []) {
    this.#deviations = deviations;
    this.#definition = definition;
    this.#faults = faults;
    this.#scopes.set('', { index: 0, loop: definition.root, parent: undefined, tests: [], uses: [] });
  }

  add(text: SegmentText): void {
    const placed = placePath(text.path, this.#definition, text.at, this.#faults);
    if (placed === undefined) return;
    const agreedAt = this.#deviations.filter(({ nodes }) => placed.nodes.some((node) => nodes.includes(node)));
    this.#checkAgainstStandard(
      text,
      placed,
      new Set(agreedAt.filter(({ element }) => element === undefined).map(({ allows }) => allows.kind)),
    );
    const segment = placed.nodes[0]!.segment;
    const elements = text.elements.map((element) => compileElement(element, segment, this.#faults, agreedAt));
    const steps = text.path.steps;
    const filters = steps.at(-1)!.filters;
    const scope = this.#scopeOf(text, placed.loops);
    const required = text.use?.value === 'required' ? 1 : 0;
    const min = Math.max(text.min?.value ?? 0, required);
    const demanded = filters.length === 0 && this.#isMandatory(placed) && min <= 1;
    const use: SegmentRule = {
      index: this.#uses.length,
      path: text.path,
      scope,
      nodes: placed.nodes,
      isLoop: placed.isLoop,
      tests: testsOf(filters),
      // What the standard demands itself, the standard's check reports.
      min: demanded ? 0 : min,
      max: text.max?.value ?? Number.POSITIVE_INFINITY,
      notUsed: text.use?.value === 'not-used',
      note: text.note,
      elements: elements.filter((element) => element !== undefined),
    };
    this.#uses.push(use);
    scope.uses.push(use);
  }

  tables() {
    const { loops, nodes } = this.#definition;
    const scopes = [...this.#scopes.values()];
    return {
      scopes,
      uses: this.#uses,
      scopesOf: loops.map((loop) => scopes.filter((scope) => scope.loop === loop && scope.parent !== undefined)),
      usesOf: nodes.map((node) => this.#uses.filter((use) => use.nodes.includes(node))),
    };
  }

  #scopeOf({ path }: SegmentText, loops: readonly LoopNode[]): Scope {
    let scope = this.#scopes.get('')!;
    let key = '';
    for (const [nth, loop] of loops.entries()) {
      const { name, filters } = path.steps[nth]!;
      key += `/${name}${JSON.stringify(filters)}`;
      const known = this.#scopes.get(key);
      const parent = scope;
      scope = known ?? { index: this.#scopes.size, loop, parent, tests: testsOf(filters), uses: [] };
      this.#scopes.set(key, scope);
    }
    return scope;
  }

  #isMandatory({ nodes, isLoop }: PlacedPath): boolean {
    return nodes.some((node) => (isLoop ? node.loop.mandatory : node.mandatory));
  }

  #checkAgainstStandard(
    { path, use, min, max, at }: SegmentText,
    placed: PlacedPath,
    agreed: ReadonlySet<Allowed['kind']>,
  ): void {
    const name = path.steps.at(-1)!.name;
    const qualified = path.steps.at(-1)!.filters.length > 0;
    const wider = (place: { line: number; column: number }, what: string) =>
      this.#faults.add(place, `${name} ${what}; a guide may only narrow.`);
    if (use && use.value !== 'required' && !qualified && this.#isMandatory(placed) && !agreed.has('left-out'))
      wider(use.at, 'is mandatory by the standard');
    const most = agreed.has('max')
      ? mostTimes
      : placed.nodes.reduce((sum, node) => sum + (placed.isLoop ? node.loop.max : node.max), 0);
    if (max && max.value > most) wider(max.at, `may stand there ${times(most)} by the standard`);
    if (min && min.value > Math.min(most, max?.value ?? most))
      this.#faults.add(
        min.at,
        `${name} cannot be there ${times(min.value)}: at most ${times(Math.min(most, max?.value ?? most))}.`,
      );
    if (use?.value === 'not-used' && (min || max))
      this.#faults.add(at, `${name} is not used, so \`min\` and \`max\` say nothing.`);
    if (placed.nodes.some((node) => node === opener(this.#definition.root) || node.segment.id === 'SE'))
      this.#faults.add(at, 'ST and SE belong to the envelope; a guide does not speak of them.');
  }
}

const testsOf = (filters: readonly Filter[]) => filters.map(tapeTest).filter((test) => test !== undefined);

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
