import { type Compiler, insideEach, readKeys, readList, readPath, readText, readWord } from './compiler.ts';
import type { Assertion } from './plan.ts';
import type { YamlEntry, YamlNode } from './yaml-tree.ts';

/** `assert:` of a mapping: rules of the trade that the document should keep. */
export function compileAssertions(compiler: Compiler, entry: YamlEntry | undefined): Assertion[] {
  if (!entry) return [];
  const nodes = readList(entry.value, '`assert`', compiler.faults);
  return nodes.map((node) => compileAssertion(compiler, node)).filter((assertion) => assertion !== undefined);
}

function compileAssertion(compiler: Compiler, node: YamlNode): Assertion | undefined {
  const { faults } = compiler;
  const found = readKeys(node, ['that', 'each', 'when', 'code', 'level', 'explain'], 'An assertion', faults);
  const [that, code, explain] = ['that', 'code', 'explain'].map((key) => found?.get(key));
  if (!found || !that || !code || !explain) {
    faults.add(node.at, 'An assertion needs `that`, `code` and `explain`.');
    return undefined;
  }
  const name = readCode(compiler, code);
  const explanation = readText(explain.value, '`explain`', faults);
  const level = found.get('level');
  const each = found.get('each');
  const path = each && readPath(compiler, each.value, 'each');
  const compileBody = (): Assertion | undefined => {
    const condition = compiler.condition(that.value);
    const when = found.get('when');
    const only = when && compiler.condition(when.value);
    if (!condition || !name || explanation === undefined) return undefined;
    return {
      line: node.at.line,
      code: name,
      level: (level && readWord(level.value, ['business', 'note'] as const, '`level`', faults)) ?? 'business',
      explain: explanation,
      that: condition,
      ...(path ? { each: path } : {}),
      ...(only ? { when: only } : {}),
    };
  };
  return each && path ? insideEach(compiler, path, each.at, compileBody) : compileBody();
}

const assertionCode = /^business\.([a-z0-9]+(?:-[a-z0-9]+)*)$/;

function readCode(compiler: Compiler, code: YamlEntry): `business.${string}` | undefined {
  const text = code.value.kind === 'scalar' ? code.value.text : '';
  const name = assertionCode.exec(text)?.[1];
  if (name !== undefined) return `business.${name}`;
  compiler.faults.add(code.at, 'A code looks like `business.units-differ`.');
  return undefined;
}
