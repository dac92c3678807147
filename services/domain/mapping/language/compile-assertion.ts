import { readKeys, readList, readText, readWord } from '../../language/read-node.ts';
import type { YamlEntry, YamlNode } from '../../language/yaml-tree.ts';
import { type Compiler, insideEach, readPath } from './compiler.ts';
import type { Assertion } from './plan.ts';

/** Whose rules they are: those of the trade, or those of a guide, which has one level only. */
export type RuleFamily = 'business' | 'guide';

const assertionKeys = ['that', 'each', 'when', 'code', 'explain'] as const;
const businessKeys = [...assertionKeys, 'level'] as const;

/** `assert:` of a mapping or `rules:` of a guide: what the document should keep. */
export function compileAssertions(
  compiler: Compiler,
  entry: YamlEntry | undefined,
  family: RuleFamily = 'business',
): Assertion[] {
  if (!entry) return [];
  const nodes = readList(entry.value, `\`${entry.key}\``, compiler.faults);
  return nodes.map((node) => compileAssertion(compiler, node, family)).filter((assertion) => assertion !== undefined);
}

/** One rule; `node` is its map. */
export function compileAssertion(compiler: Compiler, node: YamlNode, family: RuleFamily): Assertion | undefined {
  const { faults } = compiler;
  const found = readKeys(node, family === 'guide' ? assertionKeys : businessKeys, 'An assertion', faults);
  const [that, code, explain] = ['that', 'code', 'explain'].map((key) => found?.get(key));
  if (!found || !that || !code || !explain) {
    faults.add(node.at, 'An assertion needs `that`, `code` and `explain`.');
    return undefined;
  }
  const name = readRuleCode(compiler, code, family);
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
      level: (level && readWord(level.value, ['business', 'note'] as const, '`level`', faults)) ?? family,
      explain: explanation,
      that: condition,
      ...(path ? { each: path } : {}),
      ...(only ? { when: only } : {}),
    };
  };
  return each && path ? insideEach(compiler, path, each.at, compileBody) : compileBody();
}

const assertionCode = /^(business|guide)\.([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** The code of a rule, such as `business.units-differ`. */
export function readRuleCode(compiler: Compiler, code: YamlEntry, family: RuleFamily): Assertion['code'] | undefined {
  const text = code.value.kind === 'scalar' ? code.value.text : '';
  const [, kin, name] = assertionCode.exec(text) ?? [];
  if (name !== undefined && kin === family) return `${family}.${name}`;
  compiler.faults.add(
    code.at,
    `A code looks like \`${family}.${family === 'guide' ? 'city-on-delivery' : 'units-differ'}\`.`,
  );
  return undefined;
}
