import type { Place } from '../../language/fault.ts';
import { readText } from '../../language/read-node.ts';
import type { YamlEntry, YamlNode } from '../../language/yaml-tree.ts';
import { type CelFault, type CelProgram, type CelType, compileCel } from './cel.ts';
import { type Compiler, countExpression } from './compiler.ts';
import type { CelVariable, Value } from './plan.ts';

/** An expression with the values that it is about. */
export interface CompiledCel {
  readonly program: CelProgram;
  readonly variables: readonly CelVariable[];
}

const variableName = /^[a-z][A-Za-z0-9_]{0,39}$/;
const mostVariables = 16;

/** `cel: expression` and `with: { name: value, … }` beside it. */
export function compileExpression(
  compiler: Compiler,
  entry: YamlEntry,
  given: YamlEntry | undefined,
): CompiledCel | undefined {
  const { faults } = compiler;
  const text = readText(entry.value, '`cel`', faults);
  const variables = given ? readVariables(compiler, given) : [];
  if (text === undefined || !variables) return undefined;
  const program = compileCel(text, new Map(variables.map(({ name, type }) => [name, type])));
  if ('message' in program) {
    addFault(compiler, entry.value, text, program);
    return undefined;
  }
  // What a run of it costs counts like expressions, so that the bound of a run holds.
  countExpression(compiler, entry.at, program.nodes);
  for (const [index, { name }] of variables.entries()) {
    const at = given?.value.kind === 'map' ? (given.value.entries[index]?.at ?? entry.at) : entry.at;
    if (!program.uses.has(name)) faults.add(at, `The expression does not use \`${name}\`.`);
  }
  return { program, variables };
}

function readVariables(compiler: Compiler, given: YamlEntry): CelVariable[] | undefined {
  const { faults } = compiler;
  if (given.value.kind !== 'map') {
    faults.add(given.at, '`with` names the values of the expression, such as `with: { qty: W12-03 }`.');
    return undefined;
  }
  if (given.value.entries.length > mostVariables) {
    faults.add(given.at, `An expression has at most ${mostVariables} variables.`);
  }
  const before = faults.list.length;
  const variables: CelVariable[] = [];
  for (const { key, at, value: node } of given.value.entries) {
    if (!variableName.test(key))
      faults.add(at, `\`${key}\` is no name of a variable.`, 'write it like `qty` or `shipQty`');
    const value = compiler.value(node, undefined, false);
    const type = value && typeOf(value);
    if (value && type === undefined)
      faults.add(at, 'A variable is a single value: a path, or a value such as `{ from: … }`.');
    if (value && type !== undefined) variables.push({ name: key, value, type });
  }
  return faults.list.length > before ? undefined : variables;
}

function typeOf(value: Value): CelType | undefined {
  if (value.kind === 'first') {
    const all = new Set(value.of.map(typeOf));
    return all.has(undefined) ? undefined : all.size === 1 ? [...all][0] : 'string';
  }
  if (value.kind !== 'leaf') return undefined;
  const { as, source, table, lookup } = value;
  if (as === 'number') return 'double';
  if (as === 'integer') return 'int';
  if (table || lookup || as !== 'text') return 'string';
  if (source.kind === 'count' || source.kind === 'index') return 'int';
  return source.kind === 'sum' || source.kind === 'hash' || source.kind === 'minus'
    ? 'double'
    : source.kind === 'cel'
      ? source.program.type
      : 'string';
}

/** At the very character, where the expression stands on one line of the YAML. */
function addFault(compiler: Compiler, node: YamlNode, text: string, fault: CelFault): void {
  const inner = node.kind === 'scalar' ? node.inner : undefined;
  const at: Place =
    inner === undefined ? node.at : { line: node.at.line, column: node.at.column + inner + fault.offset };
  const near = text.slice(fault.offset, fault.offset + 30).split('\n')[0] ?? '';
  const where = inner === undefined && near !== '' ? ` This is at \`${near}\`.` : '';
  compiler.faults.add(at, `${fault.message}${where}`, fault.hint);
}
