import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InboundMapping, OutboundMapping } from '../domain/mapping/plan.ts';
import { type Profile, parseProfile } from '../domain/mapping/profile.ts';
import { compileStandards, type StandardFile, type Standards } from '../domain/x12/standard.ts';

/** Standards and partner profiles: data from `specs/x12` and `partners`, read once at the start. */
export interface Catalog {
  readonly standards: Standards;
  readonly profiles: readonly string[];
  profile(name: string): Profile | undefined;
  /** A profile's mapping by its file name, if it reads documents. */
  inbound(profile: string, mapping: string): InboundMapping | undefined;
  /** A profile's mapping by its file name, if it writes documents. */
  outbound(profile: string, mapping: string): OutboundMapping | undefined;
}

const standardsFolder = fileURLToPath(new URL('../../specs/x12', import.meta.url));
const profilesFolder = fileURLToPath(new URL('../../partners', import.meta.url));

/** @throws Error that lists every fault, with file, line and column, when the data cannot be used. */
export function loadCatalog(): Catalog {
  const files = [...filesBelow(standardsFolder)].filter(([name]) => name.endsWith('.json'));
  const standards = compileStandards(files.map(([, text]) => JSON.parse(text) as StandardFile));
  const profiles = new Map(folders(profilesFolder).map((name) => [name, readProfile(join(profilesFolder, name))]));
  const mapping = (profile: string, file: string) =>
    profiles.get(profile)?.documents.find((d) => d.mapping === file)?.compiled;
  return {
    standards,
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

/** Reads a profile from its folder. @throws Error that lists every fault. */
export function readProfile(folder: string): Profile {
  const { profile, faults } = parseProfile(filesBelow(folder));
  if (profile) return profile;
  throw new Error(
    `The profile ${folder} cannot be used:\n${faults.map((f) => `  ${f.file}:${f.line}:${f.column} ${f.message}`).join('\n')}`,
  );
}

function folders(parent: string): readonly string[] {
  return readdirSync(parent, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

function filesBelow(folder: string): ReadonlyMap<string, string> {
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
