import type { Path } from '../../language/path.ts';
import type {
  Assertion,
  Condition,
  Emission,
  LeafValue,
  Mapping,
  Part,
  TemplateNode,
  Value,
  WritePlan,
} from './plan.ts';

/** How a path is used: for its value, to repeat something, or to ask whether something is there. */
export type PathUse = 'value' | 'each' | 'test';

/** Sees the paths, single values and conditions of a mapping; `around` are the paths of the `each` around them, the outermost first. */
export interface PlanVisitor {
  path?(path: Path, use: PathUse, around: readonly Path[]): void;
  leaf?(leaf: LeafValue, around: readonly Path[]): void;
  condition?(condition: Condition, around: readonly Path[]): void;
}

/** Walks a mapping in the order in which it is written. */
export function walkMapping(mapping: Mapping, visitor: PlanVisitor): void {
  const walk = new Walk(visitor);
  if (mapping.direction === 'inbound') for (const emission of mapping.emissions) walk.emission(emission);
  else for (const part of mapping.parts) walk.part(part, []);
  if (mapping.direction === 'outbound' && mapping.writes) walk.writes(mapping.writes);
  for (const assertion of mapping.assertions) walk.assertion(assertion);
}

/** The same for assertions alone. */
export function walkAssertions(assertions: readonly Assertion[], visitor: PlanVisitor): void {
  const walk = new Walk(visitor);
  for (const assertion of assertions) walk.assertion(assertion);
}

/** The same for one value; `around` are the paths of the `each` around it. */
export function walkValue(value: Value, around: readonly Path[], visitor: PlanVisitor): void {
  new Walk(visitor).value(value, around);
}

/** All paths of a mapping. */
export function pathsOf(mapping: Mapping): Path[] {
  const paths: Path[] = [];
  walkMapping(mapping, { path: (path) => paths.push(path) });
  return paths;
}

class Walk {
  readonly #visitor: PlanVisitor;

  constructor(visitor: PlanVisitor) {
    this.#visitor = visitor;
  }

  emission({ each, when, subject, data }: Emission): void {
    const around = this.#each(each, []);
    this.condition(when, around);
    this.value(subject, around);
    this.value(data, around);
  }

  assertion({ each, when, that }: Assertion): void {
    const around = this.#each(each, []);
    this.condition(when, around);
    this.condition(that, around);
  }

  part(part: Part, outer: readonly Path[]): void {
    const around = this.#each(part.each, outer);
    this.condition(part.when, around);
    if (part.kind === 'group') for (const inner of part.parts) this.part(inner, around);
    else for (const { value } of part.elements) this.value(value, around);
  }

  writes(plan: WritePlan): void {
    if (plan.name === 'event') return;
    if (plan.name === 'json') {
      this.template(plan.body, []);
      return;
    }
    const around = this.#each(plan.table.each, []);
    this.condition(plan.table.when, around);
    for (const { value } of plan.table.columns) this.value(value, around);
  }

  template(node: TemplateNode, outer: readonly Path[]): void {
    if (node.kind === 'value') {
      this.value(node.value, outer);
      return;
    }
    const around = node.kind === 'list' ? this.#each(node.each, outer) : outer;
    this.condition(node.when, around);
    if (node.kind === 'list') this.template(node.item, around);
    else for (const { node: inner } of node.fields) this.template(inner, around);
  }

  value(value: Value | undefined, around: readonly Path[]): void {
    if (!value) return;
    if (value.kind !== 'each') this.condition(value.when, around);
    switch (value.kind) {
      case 'leaf':
        this.#leaf(value, around);
        return;
      case 'object':
        for (const field of value.fields) this.value(field.value, around);
        return;
      case 'first':
      case 'list':
        for (const part of value.of) this.value(part, around);
        return;
      case 'each': {
        const inside = this.#each(value.path, around);
        this.condition(value.when, inside);
        this.value(value.item, inside);
        return;
      }
      case 'moment': {
        const { city, state, country } = value.place ?? {};
        for (const part of [value.date, value.time, value.code, city, state, country]) this.value(part, around);
      }
    }
  }

  condition(condition: Condition | undefined, around: readonly Path[]): void {
    if (!condition) return;
    this.#visitor.condition?.(condition, around);
    switch (condition.kind) {
      case 'exists':
      case 'unique':
        this.#visitor.path?.(condition.path, 'test', around);
        return;
      case 'same':
      case 'order':
        this.value(condition.left, around);
        this.value(condition.right, around);
        return;
      case 'not':
        this.condition(condition.of, around);
        return;
      case 'all':
      case 'any':
        for (const part of condition.of) this.condition(part, around);
        return;
      case 'cel':
        for (const variable of condition.variables) this.value(variable.value, around);
        return;
      case 'levels':
        return;
      default:
        this.value(condition.value, around);
        if ('date' in condition) this.value(condition.date, around);
    }
  }

  #leaf(leaf: LeafValue, around: readonly Path[]): void {
    this.#visitor.leaf?.(leaf, around);
    const { source } = leaf;
    if ('path' in source) this.#visitor.path?.(source.path, source.kind === 'count' ? 'test' : 'value', around);
    else if (source.kind === 'pair') this.#visitor.path?.(source.of, 'value', around);
    else if (source.kind === 'cel') for (const variable of source.variables) this.value(variable.value, around);
    else if (source.kind === 'join' || source.kind === 'minus') for (const part of source.of) this.value(part, around);
  }

  #each(each: Path | undefined, around: readonly Path[]): readonly Path[] {
    if (!each) return around;
    this.#visitor.path?.(each, 'each', around);
    const inside = [...around, each];
    // The key of every member is looked at, not the first one's only.
    if (each.groupBy) this.#visitor.path?.(each.groupBy, 'test', inside);
    return inside;
  }
}
