import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { tablesOf } from '../domain/configuration/compile.ts';
import { guideFilesOf, ownGuides } from '../domain/configuration/guide-files.ts';
import { readLookups } from '../domain/configuration/read-lookups.ts';
import { compileGuides, type GuideFile } from '../domain/guide/compile-guide.ts';
import type { Guide } from '../domain/guide/guide.ts';
import { collectFaults } from '../domain/language/fault.ts';
import { readYaml } from '../domain/language/yaml-tree.ts';
import { compileMapping } from '../domain/mapping/language/compile.ts';
import type { Mapping } from '../domain/mapping/language/plan.ts';
import type { MappingContext } from '../domain/mapping/run/run.ts';
import type { Rules } from '../domain/translate/read-x12.ts';
import { resolveHome } from '../embedded/home.ts';
import { loadCatalog } from '../library/catalog.ts';
import { importsFolder } from '../library/standards/imports.ts';
import { filesBelow, templateGuides } from '../library/templates.ts';
import { textsOf } from '../store/configurations.ts';
import { UsageError } from './command-input.ts';
import { frameOf } from './fault-frame.ts';

/** A mapping that was named on the command line, compiled with what its configuration brings. */
export interface OpenedMapping {
  readonly file: string;
  readonly text: string;
  readonly mapping: Mapping;
  /** What the configuration says beside its mappings. */
  readonly known: FolderKnowledge;
}

/** What a configuration knows that its mappings may ask for. */
export interface FolderKnowledge {
  /** Zone of the partner. */
  readonly zone?: string;
  /** `lookups.yaml`. */
  readonly lookups?: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export type { Rules };

/** Standards, the imported ones too, and trade rules; the templates need not be sound. */
export const rulesOfHome = (): Rules => loadCatalog(importsFolder(resolveHome(process.env)));

const head = 'partner.yaml';

export const isConfigurationFolder = (path: string): boolean => existsSync(join(path, head));
export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** The configuration that a file belongs to: the nearest folder above it with a `partner.yaml`, at most three levels up. */
export function folderAbove(file: string): string | undefined {
  let folder = dirname(resolve(file));
  for (let level = 0; level < 3; level += 1) {
    if (isConfigurationFolder(folder)) return folder;
    folder = dirname(folder);
  }
  return undefined;
}

/** Text of a configuration file. @throws UsageError when it cannot be read. */
export function readConfiguration(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

/** All files of a configuration. @throws UsageError when the folder is none. */
export function readFolderFiles(folder: string): ReadonlyMap<string, string> {
  if (!isConfigurationFolder(folder)) throw new UsageError(`${folder} is no configuration: it has no ${head}.`);
  return textsOf(filesBelow(folder));
}

/** The keys at the top of a YAML file; undefined when it cannot be read. */
export function topKeysOf(text: string): readonly string[] | undefined {
  const faults = collectFaults('');
  const top = readYaml(text, faults);
  if (top === undefined) return undefined;
  return top.kind === 'map' ? top.entries.map(({ key }) => key) : [];
}

/** Compiles a mapping of a configuration, or one that stands alone. */
export function compileInFolder(
  file: string,
  text: string,
  configuration: ReadonlyMap<string, string> | undefined,
): ReturnType<typeof compileMapping> {
  // Faults in the tables are told with the tables.
  const tables = configuration && tablesOf(configuration, []);
  return compileMapping(text, file, tables);
}

export interface RunOptions {
  /** Folder of the configuration that the mapping runs in, where it is not the one that it lies in. */
  readonly configuration?: string;
  /** JSON file with what the hub would resolve beforehand: `{ "zone", "values": {…}, "lookups": { name: {…} } }`. */
  readonly context?: string;
  readonly json?: boolean;
}

/** A mapping with all that it runs with. */
export interface RunnableMapping extends OpenedMapping {
  readonly context: MappingContext;
  /** Those of its configuration. */
  readonly guides: readonly Guide[];
}

/** Opens a mapping to run it in its configuration. @throws UsageError, with all faults, when it cannot be used. */
export function openForRun(file: string, options: RunOptions, rules: Rules): RunnableMapping {
  const folder = options.configuration ?? folderAbove(file);
  const opened = openMapping(file, folder);
  // Guides are about X12 that is read; the faults of one need not keep anything else from running.
  const isGuided = opened.mapping.direction === 'inbound' && !opened.mapping.reads;
  const guides = folder === undefined || !isGuided ? [] : guidesIn(folder, rules);
  return { ...opened, guides, context: contextOf(opened.known, options.context) };
}

/** Compiles a mapping, with the tables and the zone of a configuration. @throws UsageError, with all faults, when it cannot be used. */
export function openMapping(file: string, folder: string | undefined): OpenedMapping {
  if (isFolder(file)) throw new UsageError(`${file} is a folder. Name a mapping in it, such as mappings/945-in.yaml.`);
  const text = readConfiguration(file);
  const configuration = folder === undefined ? undefined : readFolderFiles(folder);
  const { mapping, faults } = compileInFolder(file, text, configuration);
  if (!mapping)
    throw new UsageError(`${file} cannot be used:\n${faults.map((fault) => frameOf(fault, text)).join('\n')}`);
  return { file, text, mapping, known: configuration ? knowledgeOf(configuration) : {} };
}

/** The guides of a configuration. @throws UsageError, with all faults, when one cannot be used. */
export function guidesIn(folder: string, { standards }: Rules): readonly Guide[] {
  const files = readFolderFiles(folder);
  const own = guideFilesIn(folder, files);
  const { guides, faults } = compileGuides(withTemplates(own), standards);
  const texts = new Map(own.map(({ file, text }) => [file, text]));
  const ofOurs = faults.filter(({ file }) => texts.has(file));
  if (ofOurs.length === 0) return guides.filter(({ reference }) => reference.startsWith(`${guideLead(files)}/`));
  const frames = ofOurs.map((fault) => frameOf(fault, texts.get(fault.file)));
  throw new UsageError(`The guides of ${folder} cannot be used:\n${frames.join('\n')}`);
}

/** The guides of a configuration as files, under the names by which others extend them. */
export function guideFilesIn(folder: string, files: ReadonlyMap<string, string>): readonly GuideFile[] {
  return guideFilesOf(files, guideLead(files)).map((guide) => ({ ...guide, file: join(folder, guide.file) }));
}

/** What references to the guides at the top of a folder begin with: a copy of a template in another folder keeps its name, so that its findings are the same. */
export const guideLead = (files: ReadonlyMap<string, string> | undefined): string =>
  (files && topTextOf(files.get(head) ?? '', 'template')) ?? ownGuides;

/** A text at the top of a YAML file; undefined where it is not there or cannot be read. */
export function topTextOf(text: string, key: string): string | undefined {
  const top = readYaml(text, collectFaults(''));
  const value = top?.kind === 'map' ? top.entries.find((entry) => entry.key === key)?.value : undefined;
  return value?.kind === 'scalar' && value.text !== '' ? value.text : undefined;
}

/** Guides with those of templates that they may extend. */
export function withTemplates(own: readonly GuideFile[]): readonly GuideFile[] {
  const known = new Set(own.map(({ reference }) => reference));
  return [...templateGuides().filter(({ reference }) => !known.has(reference)), ...own];
}

/** What a mapping may know beside the document. @throws UsageError when the file cannot be used. */
export function contextOf(
  { zone, lookups: own = new Map() }: FolderKnowledge,
  file: string | undefined,
): MappingContext {
  const given = file === undefined ? {} : readContext(file);
  const partnerZone = given.zone ?? zone;
  const lookups = Object.entries(given.lookups ?? {}).map(
    ([name, entries]) => [name, new Map(Object.entries(entries))] as const,
  );
  return {
    ...(partnerZone !== undefined && { partnerZone }),
    ...(given.values && { values: given.values }),
    // As in the hub: the entries of a partner lie on top of those of its configuration.
    lookups: new Map([
      ...own,
      ...lookups.map(([name, entries]) => [name, new Map([...(own.get(name) ?? []), ...entries])] as const),
    ]),
  };
}

interface GivenContext {
  readonly zone?: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly lookups?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

function readContext(file: string): GivenContext {
  const text = readConfiguration(file);
  try {
    const given: unknown = JSON.parse(text);
    if (typeof given === 'object' && given !== null) return given;
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}`);
  }
  throw new UsageError(`${file} must be a JSON object with zone, values or lookups.`);
}

/** Zone and look-ups of a configuration, even of one that has faults elsewhere. */
export function knowledgeOf(configuration: ReadonlyMap<string, string>): FolderKnowledge {
  const zone = topTextOf(configuration.get(head) ?? '', 'zone');
  return { ...(zone !== undefined && { zone }), lookups: readLookups(configuration, []) };
}
