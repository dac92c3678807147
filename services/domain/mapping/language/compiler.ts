import { didYouMean, type Faults, type Place } from '../../language/fault.ts';
import { type Dialect, type Filter, type Path, parsePath } from '../../language/path.ts';
import { readText } from '../../language/read-node.ts';
import type { CodeTable } from '../../language/tables.ts';
import type { YamlNode } from '../../language/yaml-tree.ts';
import type { Condition, Value } from './plan.ts';
import { fieldsOf, type Shape } from './shape.ts';

/** What the parts of the compiler share while one mapping is compiled. */
export interface Compiler {
  readonly faults: Faults;
  readonly dialect: Dialect;
  /** Rules of guides and of the trade know when a document came; mappings do not. */
  readonly purpose: 'mapping' | 'rules';
  readonly tables: Map<string, CodeTable>;
  /** Values under `shared` by name, and those whose use is being compiled. */
  readonly shared: Map<string, YamlNode>;
  readonly using: Set<string>;
  /** Shape of the event that is read, when it is a mapping to X12: of its root, and of what `each` looks at. */
  root: Shape | undefined;
  here: Shape | undefined;
  /** Expressions so far; refused beyond a limit. */
  size: number;
  /** `each` around this place, and how many of the inner ones start again at the root. */
  eachDepth: number;
  rootEachDepth: number;
  /** The path of the nearest `each`. */
  each: Path | undefined;
  value(node: YamlNode, expected: Shape | undefined, vital: boolean): Value | undefined;
  condition(node: YamlNode): Condition | undefined;
}

/** The largest of our mappings has about 120 expressions. */
export const mostExpressions = 3000;
/** Four levels fit set > loop > loop > segment; what multiplies beyond that has no use in X12. */
const deepestEach = 4;

/** Counts an expression, or as many as something costs; the first one too many is a fault. */
export function countExpression(compiler: Compiler, at: Place, weight = 1): void {
  const before = compiler.size;
  compiler.size += weight;
  if (before <= mostExpressions && compiler.size > mostExpressions) {
    compiler.faults.add(at, `A mapping may have at most ${mostExpressions} expressions.`);
  }
}

export type PathUse = 'value' | 'each' | 'any';

/** Reads a path and checks that it fits its use: a value needs an element, `each` a loop or segment. */
export function readPath(compiler: Compiler, node: YamlNode, use: PathUse): Path | undefined {
  const text = readText(node, 'A path', compiler.faults);
  if (text === undefined) return undefined;
  const path = parsePath(text, compiler.dialect);
  if (typeof path === 'string') {
    compiler.faults.add(node.at, path);
    return undefined;
  }
  if (compiler.dialect === 'x12' && use === 'value' && path.element === undefined) {
    compiler.faults.add(node.at, `\`${text}\` names no element.`, `write \`${text}-01\` or the number you mean`);
    return undefined;
  }
  if (use === 'each' && path.element !== undefined) {
    compiler.faults.add(
      node.at,
      '`each` goes over loops or segments, not over an element.',
      `drop \`${text.slice(text.lastIndexOf('-'))}\``,
    );
    return undefined;
  }
  const beside = path.origin === 'behind' || path.origin === 'before';
  if (!beside) return { ...path, at: node.at };
  const around = compiler.each?.steps.at(-1);
  if (around?.name === path.steps[0]?.name && around && around.filters.length > 0)
    return { ...path, until: around.filters, at: node.at };
  compiler.faults.add(
    node.at,
    `\`${text}\` stands inside no \`each\` over ${path.steps[0]?.name} with a condition, such as \`MAN[01=GM]\`.`,
  );
  return undefined;
}

/** Walks a JSON path through the event's schema; undefined, with a fault, where it leads nowhere. */
export function shapeAt(compiler: Compiler, path: Path, at: Place): Shape | undefined {
  let shape = path.origin === 'root' ? compiler.root : compiler.here;
  for (const step of path.steps) {
    if (!shape) return undefined;
    const fields = fieldsOf(shape);
    const next = fields.get(step.name);
    if (!next) {
      compiler.faults.add(at, `The event has no field \`${step.name}\` here.`, didYouMean(step.name, fields.keys()));
      return undefined;
    }
    for (const filter of step.filters) {
      const inner = fieldsOf(next);
      if (!inner.has(filter.key)) {
        compiler.faults.add(
          at,
          `\`${step.name}\` has no field \`${filter.key}\`.`,
          didYouMean(filter.key, inner.keys()),
        );
      }
      checkFilter(compiler, step.name, filter, inner.get(filter.key), at);
    }
    shape = next;
  }
  return shape;
}

/** A field with a closed list of words is never anything else. */
function checkFilter({ faults }: Compiler, name: string, filter: Filter, shape: Shape | undefined, at: Place): void {
  if (shape?.kind !== 'text' || !shape.choices) return;
  for (const value of filter.values ?? [])
    if (!shape.choices.includes(value))
      faults.add(
        at,
        `\`${filter.key}\` of \`${name}\` is never \`${value}\`.`,
        didYouMean(value, shape.choices) ?? `it is one of ${shape.choices.slice(0, 12).join(', ')}`,
      );
}

/** Compiles what stands below an `each`, keeping count of how far it can multiply. */
export function insideEach<T>(compiler: Compiler, path: Path, at: Place, compile: () => T): T {
  const { here, each } = compiler;
  const nestedRoot = compiler.eachDepth > 0 && path.origin === 'root' ? 1 : 0;
  compiler.eachDepth++;
  compiler.rootEachDepth += nestedRoot;
  compiler.each = path;
  if (compiler.eachDepth === deepestEach + 1) {
    compiler.faults.add(at, `At most ${deepestEach} \`each\` may stand inside each other.`);
  }
  if (compiler.rootEachDepth > 1) {
    compiler.faults.add(
      at,
      'Inside an `each` from the root another one from the root would multiply without need.',
      'start the path at what the outer `each` looks at',
    );
  }
  if (compiler.dialect === 'json') {
    const shape = shapeAt(compiler, path, at);
    compiler.here = shape?.kind === 'array' ? shape.items : shape;
  }
  const result = compile();
  compiler.here = here;
  compiler.each = each;
  compiler.eachDepth--;
  compiler.rootEachDepth -= nestedRoot;
  return result;
}
