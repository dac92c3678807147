import { type Path, parsePath } from '../language/path.ts';
import type { Assertion, Condition, Value } from '../mapping/language/plan.ts';
import type { SegmentDefinition } from '../x12/standard/segment-definition.ts';
import type { SetDefinition } from '../x12/standard/set-definition.ts';

/** Stands in a compiled rule for the element that it looks at: `.` in YAML. */
export const thisElement = 'ZZZ-99';

/** Rules of data elements as rules of the segments of a set that have them; the others as they are. */
export function expandRules(rules: readonly Assertion[], { nodes }: SetDefinition): readonly Assertion[] {
  const segments = [...new Set(nodes.map(({ segment }) => segment))];
  return rules.flatMap((rule) =>
    rule.elements === undefined ? [rule] : segments.flatMap((segment) => ofSegment(rule, rule.elements!, segment)),
  );
}

function ofSegment(rule: Assertion, wanted: ReadonlySet<string>, { id, elements = [] }: SegmentDefinition) {
  return elements.flatMap(({ element }, index): Assertion[] => {
    if (!wanted.has(element.reference)) return [];
    const place = String(index + 1).padStart(2, '0');
    const excepted = (rule.except ?? []).filter(({ steps, element: at }) => steps[0]!.name === id && at === index + 1);
    if (excepted.some(({ steps }) => steps[0]!.filters.length === 0)) return [];
    const each = pathTo(`//${id}[${place}]`);
    const [step] = each.steps;
    const filters = excepted.flatMap((path) =>
      path.steps[0]!.filters.map((one) => ({ ...one, negated: !one.negated })),
    );
    const { elements: _elements, except: _except, ...rest } = rule;
    return [
      {
        ...rest,
        each: { ...each, steps: [{ ...step!, filters: [...step!.filters, ...filters] }] },
        that: at(rule.that, pathTo(`${id}-${place}`)),
      },
    ];
  });
}

function pathTo(text: string): Path {
  const path = parsePath(text, 'x12');
  if (typeof path === 'string') throw new Error(path);
  return path;
}

/** The condition with the element in place of what stands for it. */
function at(condition: Condition, path: Path): Condition {
  switch (condition.kind) {
    case 'not':
      return { ...condition, of: at(condition.of, path) };
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.map((part) => at(part, path)) };
    case 'order':
    case 'same':
      return { ...condition, left: valueAt(condition.left, path), right: valueAt(condition.right, path) };
    default:
      return 'value' in condition ? { ...condition, value: valueAt(condition.value, path) } : condition;
  }
}

function valueAt(value: Value, path: Path): Value {
  if (value.kind !== 'leaf' || value.source.kind !== 'path' || value.source.path.text !== thisElement) return value;
  return { ...value, source: { kind: 'path', path } };
}
