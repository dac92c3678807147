import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileGuides, type GuideFile } from '../domain/guide/compile-guide.ts';
import type { Guide } from '../domain/guide/guide.ts';
import { faultText, type MappingFault } from '../domain/mapping/language/fault.ts';
import type { InboundMapping, OutboundMapping } from '../domain/mapping/language/plan.ts';
import { type Profile, parseProfile } from '../domain/profile/profile.ts';
import { compileTraps } from '../domain/traps/compile-traps.ts';
import type { Traps } from '../domain/traps/trap.ts';
import type { Standards } from '../domain/x12/standard/standard.ts';
import { ImportError } from './standards/import-error.ts';
import { compileWithImports, productStandards, readImports } from './standards/imports.ts';

/** Standards, traps and partner profiles: data from `specs/x12` and `partners`, read once at the start. */
export interface Catalog {
  readonly standards: Standards;
  /** What the linter looks for in everybody's documents. */
  readonly traps: Traps;
  readonly profiles: readonly string[];
  profile(name: string): Profile | undefined;
  /** A profile's guides. */
  guides(profile: string): readonly Guide[];
  /** A profile's mapping by its file name, if it reads documents. */
  inbound(profile: string, mapping: string): InboundMapping | undefined;
  /** A profile's mapping by its file name, if it writes documents. */
  outbound(profile: string, mapping: string): OutboundMapping | undefined;
}

const trapsFolder = fileURLToPath(new URL('../../specs/x12/traps', import.meta.url));
const profilesFolder = fileURLToPath(new URL('../../partners', import.meta.url));

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
  const traps = compiledTraps();
  const profiles = new Map(folders(profilesFolder).map((name) => [name, readProfile(join(profilesFolder, name))]));
  const guides = compiledGuides(ourGuideFiles(), standards);
  const mapping = (profile: string, file: string) =>
    profiles.get(profile)?.documents.find((d) => d.mapping === file)?.compiled;
  return {
    standards,
    traps,
    guides: (profile) => guides.filter(({ reference }) => reference.startsWith(`${profile}/`)),
    profiles: [...profiles.keys()],
    profile: (name) => profiles.get(name),
    inbound: (profile, file) => {
      const found = mapping(profile, file);
      return found?.direction === 'inbound' ? found : undefined;
    },
    outbound: (profile, file) => {
      const found = mapping(profile, file);
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
  const { traps, faults } = compileTraps(new Map(trapFiles()));
  refuse('The traps', faults);
  return traps;
}

const trapFiles = (): readonly (readonly [name: string, text: string])[] =>
  [...filesBelow(trapsFolder)]
    .filter(([name]) => name.endsWith('.yaml'))
    .map(([name, text]) => [`traps/${name}`, text] as const);

/** The folder of one of our own profiles; undefined when there is none of that name. */
export function ourProfileFolder(name: string): string | undefined {
  return folders(profilesFolder).includes(name) ? join(profilesFolder, name) : undefined;
}

/** The guides of our own profiles. */
export function ourGuideFiles(): readonly GuideFile[] {
  return folders(profilesFolder).flatMap((name) => guideFiles(name, join(profilesFolder, name)));
}

const guideForm = /^guides\/([A-Za-z0-9-]+)\.yaml$/;

function guideFiles(profile: string, folder: string): readonly GuideFile[] {
  return [...filesBelow(folder)].flatMap(([path, text]) => {
    const name = guideForm.exec(path)?.[1];
    return name === undefined ? [] : [{ file: `${profile}/${path}`, reference: `${profile}/${name}`, text }];
  });
}

function compiledGuides(files: readonly GuideFile[], standards: Standards): readonly Guide[] {
  const { guides, faults } = compileGuides(files, standards);
  refuse('The guides', faults);
  return guides;
}

function refuse(what: string, faults: readonly MappingFault[]): void {
  if (faults.length > 0)
    throw new Error(`${what} cannot be used:\n${faults.map((f) => `  ${faultText(f)}`).join('\n')}`);
}

/** Reads a profile from its folder. @throws Error that lists every fault. */
export function readProfile(folder: string): Profile {
  const { profile, faults } = parseProfile(filesBelow(folder));
  if (profile) return profile;
  throw new Error(`The profile ${folder} cannot be used:\n${faults.map((f) => `  ${faultText(f)}`).join('\n')}`);
}

function folders(parent: string): readonly string[] {
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** Text of all files below a folder, by path relative to it. */
export function filesBelow(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  // Latin-1 keeps every byte of a sample; the other files are ASCII or UTF-8.
  const read = (path: string) => readFileSync(path, path.endsWith('.x12') ? 'latin1' : 'utf8');
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path).replaceAll('\\', '/'), read(path)];
    }),
  );
}
