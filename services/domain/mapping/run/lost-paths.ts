import { didYouMean, type Faults } from '../../language/fault.ts';
import { elementPlace, type Path } from '../../language/path.ts';
import { largest } from '../../lists.ts';
import type { SegmentNode, SetDefinition } from '../../x12/standard/set-definition.ts';
import type { Assertion, Mapping } from '../language/plan.ts';
import { type PlanVisitor, walkAssertions, walkMapping } from '../language/plan-walk.ts';
import { type DefinitionScope, headOf, rootScope, scopesOfPath } from '../report/definition-scope.ts';

/** What is wrong with a path, and what was probably meant. */
interface Loss {
  readonly message: string;
  readonly hint?: string | undefined;
}

/** What is known of one path as it is written: a shared value is read at several places, and in several versions. */
interface Sight {
  readonly path: Path;
  readonly loss: Loss | undefined;
}

/** Tells the paths of a mapping of X12 that lead nowhere in any of its versions, or to an element that its segment does not have. */
export function findLostPaths(mapping: Mapping, definitions: readonly SetDefinition[], faults: Faults): void {
  if (mapping.direction === 'outbound' || mapping.reads) return;
  tellLost(definitions, faults, (visitor) => {
    walkMapping(mapping, visitor);
    for (const { paths } of mapping.leaves) for (const path of paths) visitor.path?.(path, 'test', []);
  });
}

/** The same of rules, such as those of a guide. */
export function findLostPathsOfRules(
  rules: readonly Assertion[],
  definitions: readonly SetDefinition[],
  faults: Faults,
): void {
  tellLost(definitions, faults, (visitor) => walkAssertions(rules, visitor));
}

function tellLost(definitions: readonly SetDefinition[], faults: Faults, walk: (visitor: PlanVisitor) => void): void {
  const sights = new Map<string, Sight>();
  for (const definition of definitions) {
    const root = rootScope(definition);
    const scopesOf = (paths: readonly Path[]) =>
      paths.reduce<readonly DefinitionScope[]>((scopes, path) => scopesOfPath(path, scopes, root), [root]);
    const see = (path: Path, around: readonly Path[], positions: readonly number[]): void => {
      const from = scopesOf(around);
      // Where the `each` around it is lost already, nothing more can be said.
      if (path.at === undefined || from.length === 0) return;
      const key = `${path.at.line}:${path.at.column}/${positions.join()}`;
      const known = sights.get(key);
      if (known && known.loss === undefined) return;
      const loss = lossOf(path, positions, from, root, definition);
      // The first version that the mapping names is the one that its author had in mind.
      sights.set(key, { path, loss: loss && (known?.loss ?? loss) });
    };
    walk({
      path: (path, _use, around) => see(path, around, path.element === undefined ? [] : [path.element]),
      leaf({ source }, around) {
        if (source.kind === 'pair') see(source.of, around, [largest(source.at) + 1]);
      },
    });
  }
  for (const { path, loss } of sights.values()) if (loss) faults.add(path.at!, loss.message, loss.hint);
}

function lossOf(
  path: Path,
  positions: readonly number[],
  from: readonly DefinitionScope[],
  root: DefinitionScope,
  definition: SetDefinition,
): Loss | undefined {
  for (const [nth, { name, filters }] of path.steps.entries()) {
    const { element: _element, ...rest } = path;
    const reached = scopesOfPath({ ...rest, steps: path.steps.slice(0, nth + 1) }, from, root);
    if (reached.length === 0) return lostStep(path, nth, from, root, definition);
    const heads = reached.map(headOf).filter((head) => head !== undefined);
    const asked = filters.map(({ element }) => element);
    const wanted = nth === path.steps.length - 1 ? [...asked, ...positions] : asked;
    for (const position of wanted) {
      if (heads.every((head) => position > countOf(head))) return lostElement(name, position, heads);
    }
  }
  return undefined;
}

const countOf = ({ segment }: SegmentNode): number => segment.elements?.length ?? Number.POSITIVE_INFINITY;

function lostElement(name: string, position: number, heads: readonly SegmentNode[]): Loss {
  const most = largest(heads.map(countOf));
  return { message: `${name} has ${most} elements, so there is no ${elementPlace(name, position)}.` };
}

function lostStep(
  { origin, deep, steps }: Path,
  nth: number,
  from: readonly DefinitionScope[],
  root: DefinitionScope,
  { code }: SetDefinition,
): Loss {
  const { name } = steps[nth]!;
  const above = steps.slice(0, nth);
  const path = { text: '', origin, deep, steps: above };
  const starts = above.length > 0 ? scopesOfPath(path, from, root) : origin === 'root' ? [root] : from;
  const where = [...new Set(starts.map(({ loop }) => (loop.parent ? `the ${loop.id} loop` : `set ${code}`)))].join(
    ' or ',
  );
  if (origin === 'ancestor' && nth === 0)
    return { message: `There is no loop ${name} around this.`, hint: 'a `/` at the beginning starts at the set' };
  const names = starts.flatMap(({ loop }) => loop.items.map((item) => ('segment' in item ? item.segment.id : item.id)));
  const elsewhere = placeIn(root, name);
  const near = elsewhere === undefined ? didYouMean(name, names) : `it stands at \`/${elsewhere}\``;
  return {
    message: deep ? `Nothing in set ${code} is called ${name}.` : `There is no segment or loop ${name} in ${where}.`,
    hint: near,
  };
}

/** The path from the set to the first segment or loop of a name. */
function placeIn({ loop }: DefinitionScope, name: string): string | undefined {
  for (const item of loop.items) {
    const id = 'segment' in item ? item.segment.id : item.id;
    if (id === name) return id;
    const below = 'segment' in item ? undefined : placeIn({ loop: item }, name);
    if (below !== undefined) return `${id}/${below}`;
  }
  return undefined;
}
