import { append } from '../lists.ts';
import { compileMapping } from '../mapping/language/compile.ts';
import { readKeys, readText, readWord } from '../mapping/language/compiler.ts';
import { didYouMean, type Faults, type MappingFault } from '../mapping/language/fault.ts';
import type { Mapping } from '../mapping/language/plan.ts';
import type { CodeTable } from '../mapping/language/tables.ts';
import type { YamlEntry, YamlNode } from '../mapping/language/yaml-tree.ts';

/** A document of a profile: a set of X12, or a JSON, CSV or XML document by its name. */
export interface ProfileDocument {
  /** ST01, or the name of a document that is no X12. */
  readonly set: string;
  readonly direction: 'inbound' | 'outbound';
  /** Empty for a document that is no X12. */
  readonly version: string;
  readonly format: 'x12' | 'json' | 'csv' | 'xml';
  /** File name below `mappings/`. */
  readonly mapping: string;
  readonly compiled: Mapping;
}

const mappingFolder = 'mappings/';

/** Reads an entry of `documents:` and compiles its mapping; faults of the mapping itself go to `others`. */
export function readDocument(
  node: YamlNode,
  files: ReadonlyMap<string, string>,
  tables: Map<string, CodeTable>,
  faults: Faults,
  others: MappingFault[],
): ProfileDocument | undefined {
  const found = readKeys(node, ['set', 'direction', 'version', 'document', 'mapping'], 'A document', faults);
  const [direction, file] = [found?.get('direction'), found?.get('mapping')];
  const named = found && readNames(found, faults);
  if (!direction || !file || !named) {
    faults.add(
      node.at,
      'A document needs `set`, `direction`, `version` and `mapping`, or `document` (its name) in place of set and version.',
    );
    return undefined;
  }
  const way = readWord(direction.value, ['inbound', 'outbound'] as const, '`direction`', faults);
  const mapping = readText(file.value, '`mapping`', faults) ?? '';
  const text = files.get(mappingFolder + mapping);
  if (text === undefined) {
    const known = [...files.keys()].filter((path) => path.startsWith(mappingFolder));
    const hint = didYouMean(
      mapping,
      known.map((path) => path.slice(mappingFolder.length)),
    );
    faults.add(file.at, `There is no file ${mappingFolder}${mapping} in the profile.`, hint);
    return undefined;
  }
  const { mapping: compiled, faults: own } = compileMapping(text, mappingFolder + mapping, tables);
  append(others, own);
  if (!compiled || !way) return undefined;
  const { set, version } = named;
  const serves = compiled.version === version || compiled.alsoIn?.includes(version);
  if (compiled.set !== set || compiled.direction !== way || !serves) {
    const is = nameOf(compiled.direction, compiled.set, compiled.version);
    faults.add(file.at, `${mapping} maps the ${is}, not the ${nameOf(way, set, version)}.`);
  }
  return { set, direction: way, version, format: formatOf(compiled), mapping, compiled };
}

function readNames(found: Map<string, YamlEntry>, faults: Faults): { set: string; version: string } | undefined {
  const [set, version, document] = [found.get('set'), found.get('version'), found.get('document')];
  if (document && !set && !version) return { set: readText(document.value, '`document`', faults) ?? '', version: '' };
  if (document || !set || !version) return undefined;
  return {
    set: readText(set.value, '`set`', faults) ?? '',
    version: readText(version.value, '`version`', faults) ?? '',
  };
}

const nameOf = (direction: string, set: string, version: string): string =>
  version === '' ? `${direction} document ${set}` : `${direction} ${set} in ${version}`;

function formatOf(mapping: Mapping): ProfileDocument['format'] {
  return (mapping.direction === 'inbound' ? mapping.reads?.name : mapping.writes?.name) ?? 'x12';
}
