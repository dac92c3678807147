import { collectFaults, type MappingFault } from '../../language/fault.ts';
import type { CodeTable } from '../../language/tables.ts';
import type { Standards } from '../../x12/standard/standard.ts';
import { compileMapping } from '../language/compile.ts';
import type { Mapping } from '../language/plan.ts';
import { findBlindConditions } from '../run/blind-conditions.ts';
import { findLostPaths } from '../run/lost-paths.ts';

export interface CheckedMapping {
  /** Undefined where the text cannot be compiled. */
  readonly mapping?: Mapping | undefined;
  /** With line and column. Those of a mapping that compiles are paths that its set does not have, and conditions that never hold. */
  readonly faults: readonly MappingFault[];
}

/** Every fault of a mapping: what the compiler finds, and where it finds nothing the paths that the standard does not have. Pure; linear in the text. */
export function checkMapping(
  text: string,
  file: string,
  tables: ReadonlyMap<string, CodeTable> | undefined,
  standards: Standards,
): CheckedMapping {
  const { mapping, faults } = compileMapping(text, file, tables);
  if (!mapping) return { faults };
  const lost = collectFaults(file);
  const versions = [mapping.version, ...(mapping.alsoIn ?? [])];
  const definitions = versions
    .map((version) => standards.forVersion(version)?.definition.sets.get(mapping.set))
    .filter((definition) => definition !== undefined);
  const isX12 = mapping.direction === 'inbound' ? !mapping.reads : !mapping.writes;
  if (isX12 && definitions.length === 0)
    lost.add({ line: 1, column: 1 }, `There is no definition of set ${mapping.set} in ${versions.join(', ')} here.`);
  findLostPaths(mapping, definitions, lost);
  if (lost.list.length === 0) findBlindConditions(mapping, definitions, lost);
  return { mapping, faults: lost.list.sort((a, b) => a.line - b.line || a.column - b.column) };
}
