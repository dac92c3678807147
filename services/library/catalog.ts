import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faultText } from '../domain/language/fault.ts';
import type { Rules } from '../domain/translate/read-x12.ts';
import { compileTraps } from '../domain/traps/compile-traps.ts';
import type { Traps } from '../domain/traps/trap.ts';
import { compileWithImports, productStandards, readImports } from './standards/imports.ts';

/** Standards and trade rules: data from `specs/x12`, read once at the start. */
export type Catalog = Rules;

const trapsFolder = fileURLToPath(new URL('../../specs/x12/traps', import.meta.url));

/**
 * @param imports folder of standards that the operator imported, see `importsFolder`.
 * @throws ImportError when an import cannot be used; Error that lists every fault, with file, line and column, when our own data cannot.
 */
export function loadCatalog(imports?: string): Catalog {
  const imported = imports === undefined ? [] : readImports(imports);
  return { standards: compileWithImports(productStandards(), imported), traps: compiledTraps() };
}

function compiledTraps(): Traps {
  const names = readdirSync(trapsFolder).filter((name) => name.endsWith('.yaml'));
  const texts = names.map((name) => [`traps/${name}`, readFileSync(join(trapsFolder, name), 'utf8')] as const);
  const { traps, faults } = compileTraps(new Map(texts));
  if (faults.length > 0)
    throw new Error(`The traps cannot be used:\n${faults.map((f) => `  ${faultText(f)}`).join('\n')}`);
  return traps;
}
