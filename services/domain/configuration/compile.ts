import { compileGuides, type GuideFile } from '../guide/compile-guide.ts';
import type { Guide } from '../guide/guide.ts';
import { collectFaults, type Faults, type MappingFault } from '../language/fault.ts';
import { readKeys, readList, readText, readWord } from '../language/read-node.ts';
import { type CodeTable, standardTables } from '../language/tables.ts';
import { readYaml, type YamlEntry, type YamlMap } from '../language/yaml-tree.ts';
import { append } from '../lists.ts';
import { readTables } from '../mapping/language/compile-table.ts';
import { isZone } from '../mapping/run/zone.ts';
import type { Standards } from '../x12/standard/standard.ts';
import { type Configuration, partnerKinds } from './configuration.ts';
import { extendedBy, guideFilesOf, ownGuides } from './guide-files.ts';
import { type DocumentContext, readDocuments } from './read-document.ts';
import { readLookups } from './read-lookups.ts';
import { readAcknowledgement, readDelimiters, readIdentities, readResend, readSla } from './read-terms.ts';

export type CompiledConfiguration =
  | { readonly configuration: Configuration; readonly faults: readonly [] }
  | { readonly configuration?: undefined; readonly faults: readonly MappingFault[] };

export interface CompileOptions {
  readonly standards: Standards;
  /** SHA-256 over the files, from whoever keeps them. */
  readonly hash?: string;
  /** Guides that its own may extend beside those among its files: a template may build on other templates. */
  readonly others?: readonly GuideFile[];
}

const terms = ['kind', 'zone', 'documents', 'acknowledgement', 'sla', 'resend', 'delimiters'] as const;
const keysOfTemplate = ['template', 'title', 'description', ...terms] as const;
const keysOfPartner = ['partner', 'templates', 'identities', ...terms] as const;
const head = 'partner.yaml';

/**
 * Compiles the configuration of a partner, or a template, from its files by path (`partner.yaml`, `mappings/945-in.yaml`, `guides/945.yaml`,
 * `tables.yaml`, `lookups.yaml`), or tells every fault in any of them with line and column. Pure. Schema: `specs/partner.schema.json`.
 */
export function compileConfiguration(
  files: ReadonlyMap<string, string>,
  options: CompileOptions,
): CompiledConfiguration {
  const faults = collectFaults(head);
  const others: MappingFault[] = [];
  const read = readHead(files, faults);
  const configuration = read && compileFrom(read, files, options, faults, others);
  const all = [...faults.list.sort((a, b) => a.line - b.line || a.column - b.column), ...others];
  if (!configuration || all.length > 0) return { faults: all };
  return { configuration, faults: [] };
}

interface Head {
  readonly root: YamlMap;
  readonly found: Map<string, YamlEntry>;
  readonly isTemplate: boolean;
}

function readHead(files: ReadonlyMap<string, string>, faults: Faults): Head | undefined {
  const text = files.get(head);
  if (text === undefined) faults.add({ line: 1, column: 1 }, `There is no file ${head} in the configuration.`);
  const root = text === undefined ? undefined : readYaml(text, faults);
  const isTemplate = root?.kind === 'map' && root.entries.some(({ key }) => key === 'template');
  const found =
    root &&
    readKeys(root, isTemplate ? keysOfTemplate : keysOfPartner, isTemplate ? 'A template' : 'A partner', faults);
  return root?.kind === 'map' && found ? { root, found, isTemplate } : undefined;
}

function compileFrom(
  { root, found, isTemplate }: Head,
  files: ReadonlyMap<string, string>,
  options: CompileOptions,
  faults: Faults,
  others: MappingFault[],
): Configuration {
  const text = (key: string): string | undefined => {
    const entry = found.get(key);
    return entry && readText(entry.value, `\`${key}\``, faults);
  };
  const [what, needed] = isTemplate
    ? (['A template', ['template', 'title', 'kind', 'documents']] as const)
    : (['A partner', ['partner', 'kind', 'documents']] as const);
  for (const key of needed) if (!found.has(key)) faults.add(root.at, `${what} needs \`${key}\`.`);
  for (const key of ['title', 'description']) text(key);
  const zone = text('zone');
  if (zone !== undefined && !isZone(zone))
    faults.add(found.get('zone')!.at, `\`${zone}\` is no zone.`, 'write an IANA name such as America/Chicago');
  const kind = found.get('kind');
  const name = text(isTemplate ? 'template' : 'partner') ?? '';
  const tables = tablesOf(files, others);
  const acknowledgement = readAcknowledgement(found.get('acknowledgement'), faults);
  const usual = {
    acknowledgement,
    sla: readSla(found.get('sla'), faults),
    resend: readResend(found.get('resend'), faults),
  };
  const documentContext: DocumentContext = { files, tables, faults, others, usual };
  const documents = readDocuments(found.get('documents'), documentContext);
  const templates = found.get('templates');
  return {
    hash: options.hash ?? '',
    name,
    kind: (kind && readWord(kind.value, partnerKinds, '`kind`', faults)) ?? 'carrier',
    templates: templates
      ? readList(templates.value, '`templates`', faults).flatMap((node) => readText(node, 'A template', faults) ?? [])
      : [],
    ...(zone === undefined ? {} : { zone }),
    identities: readIdentities(found.get('identities'), faults),
    documents,
    guides: guidesFor(documents, guidesOf(files, isTemplate ? name : ownGuides, options, others)),
    tables,
    lookups: readLookups(files, others),
    acknowledgement,
    delimiters: readDelimiters(found.get('delimiters'), faults),
  };
}

/** The guides that are the configuration's own; faults of the files go to `others`. */
function guidesOf(
  files: ReadonlyMap<string, string>,
  lead: string,
  { standards, others: known = [] }: CompileOptions,
  others: MappingFault[],
): readonly Guide[] {
  const own = guideFilesOf(files, lead);
  if (own.length === 0) return [];
  const references = new Set(own.map(({ reference }) => reference));
  const { guides, faults } = compileGuides([...extendedBy(own, known), ...own], standards);
  append(
    others,
    faults.filter(({ file }) => files.has(file)),
  );
  return guides.filter(({ reference }) => references.has(reference) && reference.startsWith(`${lead}/`));
}

/** Where a document names its guide, no other one of the set holds. */
function guidesFor(documents: Configuration['documents'], guides: readonly Guide[]): readonly Guide[] {
  const named = new Map(documents.flatMap(({ set, guide }) => (guide === undefined ? [] : [[set, guide] as const])));
  return guides.filter(({ set, reference }) => {
    const file = named.get(set);
    return file === undefined || reference.split('/')[1] === file.replace(/\.ya?ml$/, '');
  });
}

/** The tables that mappings know: the standard ones and those of `tables.yaml`, whose faults go to `others`. */
export function tablesOf(files: ReadonlyMap<string, string>, others: MappingFault[]): Map<string, CodeTable> {
  const known = new Map(standardTables);
  const text = files.get('tables.yaml');
  if (text === undefined) return known;
  const faults = collectFaults('tables.yaml');
  const root = readYaml(text, faults);
  const nested = root?.kind === 'map' ? root.entries.find(({ key }) => key === 'tables') : undefined;
  if (nested?.value.kind === 'map' && !nested.value.entries.some(({ key }) => key === 'codes' || key === 'extends'))
    faults.add(nested.at, 'The tables stand at the top of this file, by name, not below `tables`.');
  else if (root) readTables(root, known, faults);
  append(others, faults.list);
  return known;
}
