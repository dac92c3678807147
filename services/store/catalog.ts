import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Configuration } from '../domain/configuration/configuration.ts';
import type { Guide } from '../domain/guide/guide.ts';
import { faultText } from '../domain/mapping/language/fault.ts';
import type { InboundMapping, OutboundMapping } from '../domain/mapping/language/plan.ts';
import { compileTraps } from '../domain/traps/compile-traps.ts';
import type { Traps } from '../domain/traps/trap.ts';
import type { Standards } from '../domain/x12/standard/standard.ts';
import { ImportError } from './standards/import-error.ts';
import { compileWithImports, productStandards, readImports } from './standards/imports.ts';
import { compiledTemplates } from './templates.ts';

/** Standards, traps and templates: data from `specs/x12` and `partners`, read once at the start. */
export interface Catalog {
  readonly standards: Standards;
  /** What the linter looks for in everybody's documents. */
  readonly traps: Traps;
  readonly profiles: readonly string[];
  profile(name: string): Configuration | undefined;
  /** A template's guides. */
  guides(profile: string): readonly Guide[];
  /** A template's mapping by its file name, if it reads documents. */
  inbound(profile: string, mapping: string): InboundMapping | undefined;
  /** A template's mapping by its file name, if it writes documents. */
  outbound(profile: string, mapping: string): OutboundMapping | undefined;
}

const trapsFolder = fileURLToPath(new URL('../../specs/x12/traps', import.meta.url));

/**
 * @param imports folder of standards that the operator imported, see `importsFolder`.
 * @throws ImportError when an import cannot be used; Error that lists every fault, with file, line and column, when our own data cannot.
 */
export function loadCatalog(imports?: string): Catalog {
  const imported = imports === undefined ? [] : readImports(imports);
  const standards = compileWithImports(productStandards(), imported);
  if (imported.length === 0) return catalogOver(standards);
  try {
    return catalogOver(standards);
  } catch (error) {
    if (misfit(standards) === undefined) throw error;
    const names = imported.map(({ name }) => name).join(' ');
    throw new ImportError(
      `The imported standards do not go with ours. ${(error as Error).message}\nTake out what is wrong with \`crossdock standards remove\`: ${names}.`,
    );
  }
}

/** Why our own data do not go with standards that have imports in them; undefined when they do, and when the imports are not to blame. */
export function misfit(standards: Standards): string | undefined {
  const fault = (of: Standards): string | undefined => {
    try {
      catalogOver(of);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };
  const found = fault(standards);
  return found !== undefined && fault(compileWithImports(productStandards(), [])) === undefined ? found : undefined;
}

/** Everything else over the given standards. @throws Error that lists every fault, with file, line and column. */
function catalogOver(standards: Standards): Catalog {
  const templates = compiledTemplates(standards);
  const mapping = (template: string, file: string) =>
    templates.get(template)?.documents.find((d) => d.mapping === file)?.compiled;
  return {
    standards,
    traps: compiledTraps(),
    guides: (name) => templates.get(name)?.guides ?? [],
    profiles: [...templates.keys()],
    profile: (name) => templates.get(name),
    inbound: (name, file) => {
      const found = mapping(name, file);
      return found?.direction === 'inbound' ? found : undefined;
    },
    outbound: (name, file) => {
      const found = mapping(name, file);
      return found?.direction === 'outbound' ? found : undefined;
    },
  };
}

/** What documents are held against without any partner. Profiles may have faults. @throws as `loadCatalog`. */
export function loadRules(imports?: string): Pick<Catalog, 'standards' | 'traps'> {
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
