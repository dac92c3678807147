import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { compileConfiguration } from '../domain/configuration/compile.ts';
import type { Configuration } from '../domain/configuration/configuration.ts';
import { fromTemplates, type NewPartner } from '../domain/configuration/from-templates.ts';
import { guideFilesOf } from '../domain/configuration/guide-files.ts';
import type { GuideFile } from '../domain/guide/compile-guide.ts';
import { faultText } from '../domain/language/fault.ts';
import type { Standards } from '../domain/x12/standard/standard.ts';
import { bytesOf, type ConfigurationFiles, textsOf } from '../store/configurations.ts';
import { compileWithImports, productStandards } from './standards/imports.ts';

// Templates: the folders in `partners/` that partners are made from. Onboarding (`flows/onboarding`), seed and command line read them; whatever works on documents does not.

const templatesFolder = fileURLToPath(new URL('../../partners', import.meta.url));

export function templateNames(): readonly string[] {
  return readdirSync(templatesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Title and description of a template, for people. */
export function templateWords(name: string): { readonly title: string; readonly description?: string } {
  const { title, description } = parse(readFileSync(join(templatesFolder, name, 'partner.yaml'), 'utf8')) as {
    title: string;
    description?: string;
  };
  return { title, ...(description !== undefined && { description }) };
}

/** The folder of a template; undefined when there is none of that name. */
export function templateFolder(name: string): string | undefined {
  return templateNames().includes(name) ? join(templatesFolder, name) : undefined;
}

/** The guides of all templates, under the names by which others extend them. */
export function templateGuides(): readonly GuideFile[] {
  return templateNames().flatMap((name) =>
    guideFilesOf(textsOf(filesBelow(join(templatesFolder, name))), name).map((guide) => ({
      ...guide,
      file: `${name}/${guide.file}`,
    })),
  );
}

/** The files of a template as text. */
export const templateTexts = (name: string): ReadonlyMap<string, string> =>
  textsOf(filesBelow(join(templatesFolder, name)));

/** All templates, compiled, by name. @throws Error that lists every fault. */
export function compiledTemplates(standards: Standards): ReadonlyMap<string, Configuration> {
  return new Map(templateNames().map((name) => [name, compiledFolder(join(templatesFolder, name), standards)]));
}

/** The configuration or template in a folder. @throws Error that lists every fault. */
export function compiledFolder(folder: string, standards: Standards): Configuration {
  const { configuration, faults } = compileConfiguration(textsOf(filesBelow(folder)), {
    standards,
    others: templateGuides(),
  });
  if (configuration) return configuration;
  throw new Error(
    `${folder} cannot be used:\n${faults.map((f) => `  ${faultText({ ...f, file: join(folder, f.file) })}`).join('\n')}`,
  );
}

/** All files below a folder by their paths in it, in the order of these. Hidden files and folders, such as those of git, are none of its. */
export function filesBelow(folder: string): ReadonlyMap<string, Buffer> {
  const paths = entriesBelow(folder)
    .filter(({ isFile }) => isFile)
    .map(({ path }) => path);
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}

/** What stands below a folder that is no folder itself, by path. Links are not followed: a folder that somebody sends must not reach beyond itself. */
export function entriesBelow(folder: string): readonly { readonly path: string; readonly isFile: boolean }[] {
  const below = (lead: string): { path: string; isFile: boolean }[] =>
    readdirSync(join(folder, lead), { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .flatMap((entry) => {
        const path = `${lead}${entry.name}`;
        return entry.isDirectory() ? below(`${path}/`) : [{ path, isFile: entry.isFile() }];
      });
  return below('').sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The files of a partner that is made from templates. */
export function partnerFromTemplates(names: readonly string[], partner: NewPartner): ConfigurationFiles {
  const templates = names.map((name) => ({ name, files: templateTexts(name) }));
  return bytesOf(fromTemplates(templates, partner, templateGuides()));
}

/** Why our own templates do not go with standards that have imports in them; undefined when they do, and when the imports are not to blame. */
export function standardsFault(standards: Standards): string | undefined {
  const fault = (of: Standards): string | undefined => {
    try {
      compiledTemplates(of);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };
  const found = fault(standards);
  return found !== undefined && fault(compileWithImports(productStandards(), [])) === undefined ? found : undefined;
}
