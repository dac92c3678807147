import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilePacks } from '../domain/certification/compile-pack.ts';
import type { Packs } from '../domain/certification/scenario.ts';
import { faultText } from '../domain/language/fault.ts';

// Scenario packs are rules of the product, as trade rules are, and lie with the templates that they fit.

const partnersFolder = fileURLToPath(new URL('../../partners', import.meta.url));

let read: Packs | undefined;

/** All packs, read once. @throws Error that lists every fault, with file, line and column */
export function scenarioPacks(): Packs {
  read ??= compiledPacks();
  return read;
}

function compiledPacks(): Packs {
  const { scenarios, faults } = compilePacks(packFiles());
  if (faults.length > 0)
    throw new Error(`The scenario packs cannot be used:\n${faults.map((f) => `  ${faultText(f)}`).join('\n')}`);
  return new Map(scenarios.map((one) => [one.id, one]));
}

/** The texts of all packs by their paths below `partners/`. */
export function packFiles(): ReadonlyMap<string, string> {
  const files = readdirSync(partnersFolder, { withFileTypes: true }).flatMap((entry) => {
    const folder = join(partnersFolder, entry.name, 'scenarios');
    if (!entry.isDirectory() || !existsSync(folder)) return [];
    const names = readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort();
    return names.map((name) => [`${entry.name}/scenarios/${name}`, readFileSync(join(folder, name), 'utf8')] as const);
  });
  return new Map(files);
}
