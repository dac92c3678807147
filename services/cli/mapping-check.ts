import { basename, join, relative, resolve } from 'node:path';
import { compilePacks } from '../domain/certification/compile-pack.ts';
import { compileConfiguration, tablesOf } from '../domain/configuration/compile.ts';
import { guideFilesOf } from '../domain/configuration/guide-files.ts';
import { readLookups } from '../domain/configuration/read-lookups.ts';
import { compileGuides, type GuideFile } from '../domain/guide/compile-guide.ts';
import type { Guide } from '../domain/guide/guide.ts';
import { collectFaults, type MappingFault } from '../domain/language/fault.ts';
import { foreignFormat } from '../domain/language/foreign-format.ts';
import type { Coverage } from '../domain/mapping/report/coverage.ts';
import { findBlindConditions } from '../domain/mapping/run/blind-conditions.ts';
import { findLostPaths } from '../domain/mapping/run/lost-paths.ts';
import { UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import { frameOf } from './fault-frame.ts';
import { coverageInFolder, coverageText } from './mapping-coverage.ts';
import {
  compileInFolder,
  folderAbove,
  guideFilesIn,
  guideLead,
  isFolder,
  type Rules,
  readConfiguration,
  readFolderFiles,
  rulesOfHome,
  topKeysOf,
  withTemplates,
} from './mapping-files.ts';

/** In the order in which the files of a configuration are checked. */
const kinds = ['partner', 'tables', 'lookups', 'mapping', 'guide', 'pack'] as const;
type Kind = (typeof kinds)[number];

/** A configuration file to be checked. */
interface Subject {
  /** As it was named, or below the configuration folder that was named. */
  readonly file: string;
  readonly kind: Kind;
  readonly text: string;
  readonly configuration: FolderAround | undefined;
}
interface FolderAround {
  readonly folder: string;
  readonly files: ReadonlyMap<string, string>;
}

export interface CheckOptions {
  readonly json?: boolean;
  /** Tell what each mapping takes and fills, too. */
  readonly coverage?: boolean;
}

interface Checked {
  readonly subject: Subject;
  readonly faults: readonly MappingFault[];
  readonly coverage?: Coverage;
}

/** `crossdock mapping check`: every fault of mappings, guides, tables and whole configurations, with its line and a caret. @returns the exit code. */
export function checkMappings(paths: readonly string[], options: CheckOptions): number {
  const subjects = paths.flatMap((path) => (isFolder(path) ? subjectsIn(path) : [subjectAt(path)]));
  const rules = rulesOfHome();
  const checked = subjects.map((subject): Checked => {
    const faults = faultsOf(subject, rules);
    return { subject, faults, ...(options.coverage && faults.length === 0 && coverageOf(subject, rules)) };
  });
  const faults = checked.flatMap((one) => one.faults);
  if (options.json) {
    const files = checked.map(({ subject: { file, kind }, faults: own, coverage }) => ({
      file,
      kind,
      ...(coverage && { coverage }),
      faults: own.map(({ line, column, message, hint }) => ({ line, column, message, hint })),
    }));
    console.log(JSON.stringify({ files }, null, 2));
  } else {
    for (const { subject, faults: own, coverage } of checked) {
      for (const fault of own) console.log(frameOf(fault, subject.text));
      if (coverage) console.log(`${subject.file}\n${coverageText(coverage)}\n`);
    }
    console.log(`${counted(subjects.length, 'file')}, ${counted(faults.length, 'fault')}`);
  }
  return faults.length > 0 ? exitCodes.findings : exitCodes.fine;
}

const counted = (count: number, word: string) => `${count === 0 ? 'no' : count} ${word}${count === 1 ? '' : 's'}`;

function subjectsIn(folder: string): Subject[] {
  const files = readFolderFiles(folder);
  const found = [...files].flatMap(([path, text]): Subject[] => {
    const kind = kindByPath(path);
    return kind === undefined ? [] : [{ file: join(folder, path), kind, text, configuration: { folder, files } }];
  });
  return found.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.file < b.file ? -1 : 1));
}

function subjectAt(file: string): Subject {
  const text = readConfiguration(file);
  const folder = folderAbove(file);
  const path = folder === undefined ? undefined : relative(folder, resolve(file)).replaceAll('\\', '/');
  const kind = (path === undefined ? undefined : kindByPath(path)) ?? kindByContent(file, text);
  const configuration = folder === undefined ? undefined : { folder, files: readFolderFiles(folder) };
  return { file, kind, text, configuration };
}

function kindByPath(path: string): Kind | undefined {
  if (path === 'partner.yaml') return 'partner';
  if (path === 'tables.yaml') return 'tables';
  if (path === 'lookups.yaml') return 'lookups';
  if (/^mappings\/.*\.(ya?ml|json)$/.test(path)) return 'mapping';
  if (/^scenarios\/.*\.ya?ml$/.test(path)) return 'pack';
  return /^guides\/.*\.ya?ml$/.test(path) ? 'guide' : undefined;
}

const keysOfKind: Readonly<Record<Exclude<Kind, 'tables' | 'lookups'>, readonly string[]>> = {
  guide: ['guide'],
  partner: ['template', 'partner'],
  mapping: ['mapping', 'emits', 'events', 'renders', 'segments'],
  pack: ['pack', 'scenarios'],
};

function kindByContent(file: string, text: string): Kind {
  const foreign = foreignFormat(text);
  if (foreign)
    throw new UsageError(`${file} is no mapping, guide or partner.yaml: ${foreign.message} ${foreign.hint}.`);
  const keys = /\.(ya?ml|json)$/.test(file) ? topKeysOf(text) : [];
  // Broken YAML has no keys; what is wrong with it is told as for a mapping.
  if (keys === undefined) return 'mapping';
  const found = (['pack', 'guide', 'partner', 'mapping'] as const).find((kind) =>
    keysOfKind[kind].some((key) => keys.includes(key)),
  );
  if (found === undefined) throw new UsageError(`${file} is no mapping, guide or partner.yaml.`);
  return found;
}

function coverageOf({ file, kind, text, configuration }: Subject, rules: Rules): { coverage?: Coverage } {
  const { mapping } = kind === 'mapping' ? compileInFolder(file, text, configuration?.files) : {};
  return mapping ? { coverage: coverageInFolder(mapping, configuration, rules) } : {};
}

function faultsOf(subject: Subject, rules: Rules): readonly MappingFault[] {
  const { file, kind, text, configuration } = subject;
  const named = (faults: readonly MappingFault[]) => faults.map((fault) => ({ ...fault, file }));
  if (kind === 'mapping') return mappingFaults(subject, rules);
  if (kind === 'guide') return named(guideFaults(subject, rules));
  if (kind === 'pack') return compilePacks(new Map([[file, text]])).faults;
  const files = configuration?.files ?? new Map([['partner.yaml', text]]);
  if (kind === 'partner')
    return named(compileConfiguration(files, rules).faults.filter((fault) => fault.file === 'partner.yaml'));
  const faults: MappingFault[] = [];
  if (kind === 'tables') tablesOf(files, faults);
  else readLookups(files, faults);
  return named(faults);
}

/** What the compiler finds, and where it finds nothing the paths that the standard does not have. */
function mappingFaults({ file, text, configuration }: Subject, { standards }: Rules): readonly MappingFault[] {
  const { mapping, faults } = compileInFolder(file, text, configuration?.files);
  if (!mapping) return faults;
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
  return lost.list.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Versions that a mapping of the configuration reads and no guide of it is for: their documents would be held against none without a word. */
function versionsWithoutGuide(
  { file, reference, text: guideText }: GuideFile,
  { folder, files }: FolderAround,
  guides: readonly Guide[],
): readonly MappingFault[] {
  const lead = `${reference.split('/')[0]}/`;
  const ofFolder = guides.filter((guide) => guide.reference.startsWith(lead));
  const set = ofFolder.find((guide) => guide.reference === reference)?.set;
  const guided = new Set(ofFolder.filter((guide) => guide.set === set).map(({ version }) => version));
  const faults = collectFaults(file);
  const line = guideText.split('\n').findIndex((one) => one.startsWith('version:')) + 1;
  for (const [path, text] of files) {
    if (kindByPath(path) !== 'mapping') continue;
    const { mapping } = compileInFolder(join(folder, path), text, files);
    if (mapping?.direction !== 'inbound' || mapping.reads || mapping.set !== set) continue;
    for (const version of [mapping.version, ...(mapping.alsoIn ?? [])]) {
      if (guided.has(version)) continue;
      const message = `${path} reads ${set} in ${version} too, and no guide of the configuration is for that version: its documents are held against none.`;
      faults.add({ line: line || 1, column: 1 }, message, `name ${version} under \`version\`, or write a guide for it`);
    }
  }
  return faults.list;
}

function guideFaults({ file, text, configuration }: Subject, { standards }: Rules): readonly MappingFault[] {
  const path = configuration
    ? relative(configuration.folder, resolve(file)).replaceAll('\\', '/')
    : `guides/${basename(file)}`;
  const [alone] = guideFilesOf(new Map([[path, text]]), guideLead(configuration?.files));
  const subject = { file, reference: alone?.reference ?? file, text };
  const siblings = configuration === undefined ? [] : guideFilesIn(configuration.folder, configuration.files);
  const others = siblings.filter(({ reference }) => reference !== subject.reference);
  const { guides, faults } = compileGuides(withTemplates([...others, subject]), standards);
  const own = faults.filter((fault) => fault.file === file);
  if (own.length > 0 || configuration === undefined) return own;
  return versionsWithoutGuide(subject, configuration, guides);
}
