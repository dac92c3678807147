import { newCompiler } from '../mapping/compile.ts';
import { compileAssertions, type RuleFamily } from '../mapping/compile-assertion.ts';
import type { Faults } from '../mapping/fault.ts';
import type { Assertion } from '../mapping/plan.ts';
import { standardTables } from '../mapping/tables.ts';
import type { YamlEntry } from '../mapping/yaml-tree.ts';

/** Rules of a guide in the language of a mapping's `assert`; all faults with line and column. */
export function compileRules(entry: YamlEntry, faults: Faults, family: RuleFamily): readonly Assertion[] {
  return compileAssertions(newCompiler(faults, 'x12', new Map(standardTables)), entry, family);
}
