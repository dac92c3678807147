import { didYouMean, type Faults, type Place } from '../language/fault.ts';
import type { Filter, Path, Step } from '../language/path.ts';
import { longestKey } from '../rules/tape-test.ts';
import type { SegmentDefinition } from '../x12/standard/segment-definition.ts';
import { type LoopNode, opener, type SegmentNode, type SetDefinition } from '../x12/standard/set-definition.ts';

/** Where a path of a guide leads in a set. */
export interface PlacedPath {
  /** The loops of all steps but the last. */
  readonly loops: readonly LoopNode[];
  /** The last step: segments of the innermost loop, or the first segments of loops in it. */
  readonly nodes: readonly SegmentNode[];
  readonly isLoop: boolean;
}

/** Finds the place of a path in a set; a step that leads nowhere is a fault that says what was probably meant. */
export function placePath(path: Path, definition: SetDefinition, at: Place, faults: Faults): PlacedPath | undefined {
  const loops: LoopNode[] = [];
  let loop = definition.root;
  for (const step of path.steps.slice(0, -1)) {
    const next = loop.items.find((item): item is LoopNode => !('segment' in item) && item.id === step.name);
    if (next === undefined) {
      faults.add(at, noLoop(step, loop, definition), hint(step.name, loop, path, definition, true));
      return undefined;
    }
    checkFilters(step, opener(next).segment, at, faults);
    loops.push(next);
    loop = next;
  }
  const last = path.steps.at(-1)!;
  const items = loop.items.filter((item) => nameOf(item) === last.name);
  const [first] = items;
  if (first === undefined) {
    const where = loop === definition.root ? `The ${definition.code}` : `The ${loop.id} loop`;
    faults.add(at, `${where} has no segment or loop ${last.name}.`, hint(last.name, loop, path, definition, false));
    return undefined;
  }
  const nodes = items.map(opener);
  checkFilters(last, nodes[0]!.segment, at, faults);
  return { loops, nodes, isLoop: !('segment' in first) };
}

const nameOf = (item: SegmentNode | LoopNode): string => ('segment' in item ? item.segment.id : item.id);

function noLoop({ name }: Step, loop: LoopNode, { code, root }: SetDefinition): string {
  const where = loop === root ? `The ${code}` : `The ${loop.id} loop`;
  const flat = loop.items.some((item) => nameOf(item) === name);
  return flat ? `${name} is no loop here, so nothing can stand below it.` : `${where} has no loop ${name}.`;
}

/** The same segment elsewhere in the set, else a name that looks like it. */
function hint(
  name: string,
  loop: LoopNode,
  path: Path,
  definition: SetDefinition,
  loopsOnly: boolean,
): string | undefined {
  if (name === 'HL' && loop.id === 'HL') return 'levels are not nested in a guide: write `HL[03=I]` alone';
  const home = definition.nodes.find((node) => node.segment.id === name && (!loopsOnly || node.place === 0));
  if (home && home.loop !== loop && path.steps.length <= 2) return `did you mean \`${pathOf(home)}\`?`;
  const names = loop.items.filter((item) => !loopsOnly || !('segment' in item)).map(nameOf);
  return didYouMean(name, names);
}

function pathOf(node: SegmentNode): string {
  const steps = node.place === 0 ? [] : [node.segment.id];
  for (let loop: LoopNode | undefined = node.loop; loop?.parent; loop = loop.parent) steps.unshift(loop.id);
  return steps.join('/');
}

function checkFilters(step: Step, segment: SegmentDefinition, at: Place, faults: Faults): void {
  for (const filter of step.filters) checkFilter(filter, segment, at, faults);
}

function checkFilter(
  { element, component, values }: Filter,
  segment: SegmentDefinition,
  at: Place,
  faults: Faults,
): void {
  const use = segment.elements?.[element - 1];
  if (segment.elements && !use) {
    faults.add(at, `${segment.id} has ${segment.elements.length} elements and no element ${element}.`);
    return;
  }
  const definition = component === undefined ? use?.element : use?.element.components[component - 1]?.element;
  for (const value of values ?? []) {
    if (value.length > longestKey)
      faults.add(at, `\`${value}\` is too long for a condition in a path of a guide; ${longestKey} characters fit.`);
    else if (definition?.codes && !definition.partial && !definition.codes.has(value)) {
      const hinted = didYouMean(value, definition.codes.keys());
      faults.add(
        at,
        `${value} is no code of ${segment.id}-${String(element).padStart(2, '0')} (${definition.name}).`,
        hinted,
      );
    }
  }
}
