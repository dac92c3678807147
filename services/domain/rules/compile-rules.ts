import type { Faults } from '../language/fault.ts';
import { standardTables } from '../language/tables.ts';
import type { YamlEntry } from '../language/yaml-tree.ts';
import { newCompiler } from '../mapping/language/compile.ts';
import { compileAssertions, type RuleFamily } from '../mapping/language/compile-assertion.ts';
import type { Assertion } from '../mapping/language/plan.ts';

/** Rules of a guide in the language of a mapping's `assert`; all faults with line and column. */
export function compileRules(entry: YamlEntry, faults: Faults, family: RuleFamily): readonly Assertion[] {
  return compileAssertions(newCompiler(faults, 'x12', new Map(standardTables)), entry, family);
}
