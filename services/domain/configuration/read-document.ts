import { didYouMean, type Faults, type MappingFault } from '../language/fault.ts';
import { readKeys, readList, readText, readWord } from '../language/read-node.ts';
import type { CodeTable } from '../language/tables.ts';
import type { YamlEntry, YamlNode } from '../language/yaml-tree.ts';
import { append } from '../lists.ts';
import { compileMapping } from '../mapping/language/compile.ts';
import type { Mapping } from '../mapping/language/plan.ts';
import { type ConfiguredDocument, usualEndpoint } from './configuration.ts';
import { documentChannelNames } from './document-channels.ts';
import { readAcknowledgement, readResend, readSla } from './read-terms.ts';

const mappingFolder = 'mappings/';
const guideFolder = 'guides/';

/** What the documents of one configuration share while they are read. */
export interface DocumentContext {
  readonly files: ReadonlyMap<string, string>;
  readonly tables: Map<string, CodeTable>;
  /** Of `partner.yaml`. */
  readonly faults: Faults;
  /** Of the mappings. */
  readonly others: MappingFault[];
  /** What holds for a document that says nothing else. */
  readonly usual: Pick<ConfiguredDocument, 'acknowledgement' | 'sla' | 'resend'>;
}

const keys = [
  'set',
  'direction',
  'version',
  'document',
  'mapping',
  'guide',
  'endpoint',
  'channel',
  'acknowledgement',
  'sla',
  'resend',
];

/** Reads `documents:` and compiles their mappings. */
export function readDocuments(entry: YamlEntry | undefined, context: DocumentContext): readonly ConfiguredDocument[] {
  const items = entry ? readList(entry.value, '`documents`', context.faults) : [];
  const known = new Set<string>();
  return items.flatMap((item) => {
    const document = readDocument(item, context);
    if (!document) return [];
    const key = `${document.direction} ${document.set}`;
    if (known.has(key)) context.faults.add(item.at, `The ${key} stands here twice.`);
    known.add(key);
    return [document];
  });
}

function readDocument(node: YamlNode, context: DocumentContext): ConfiguredDocument | undefined {
  const { faults, files, usual } = context;
  const found = readKeys(node, keys, 'A document', faults);
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
  const mapping = readFile(file, mappingFolder, files, faults);
  const guide = found.get('guide');
  const guideName = guide && readFile(guide, guideFolder, files, faults)?.name;
  const endpoint = found.get('endpoint');
  const endpointName = endpoint && readText(endpoint.value, '`endpoint`', faults);
  const channel = found.get('channel');
  const channelName = channel && readWord(channel.value, documentChannelNames, '`channel`', faults);
  const acknowledgement = readAcknowledgement(found.get('acknowledgement'), faults, usual.acknowledgement);
  const sla = readSla(found.get('sla'), faults, usual.sla);
  const resend = readResend(found.get('resend'), faults, usual.resend);
  const compiled = mapping && compileFor(mapping, file, { way, ...named }, context);
  if (!compiled || !way) return undefined;
  return {
    ...named,
    direction: way,
    format: formatOf(compiled),
    mapping: mapping.name,
    compiled,
    ...(guideName !== undefined && { guide: guideName }),
    endpoint: endpointName ?? usualEndpoint,
    ...(channelName !== undefined && { channel: channelName }),
    acknowledgement,
    sla,
    resend,
  };
}

interface NamedFile {
  readonly name: string;
  readonly text: string;
}

/** The file that an entry names, below a folder of the configuration. */
function readFile(
  entry: YamlEntry,
  folder: string,
  files: ReadonlyMap<string, string>,
  faults: Faults,
): NamedFile | undefined {
  const name = readText(entry.value, `\`${entry.key}\``, faults) ?? '';
  const text = files.get(folder + name);
  if (text !== undefined) return { name, text };
  const known = [...files.keys()].filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
  faults.add(entry.at, `There is no file ${folder}${name} in the configuration.`, didYouMean(name, known));
  return undefined;
}

function compileFor(
  { name, text }: NamedFile,
  entry: YamlEntry,
  { way, set, version }: { way: ConfiguredDocument['direction'] | undefined; set: string; version: string },
  { tables, faults, others }: DocumentContext,
): Mapping | undefined {
  const { mapping, faults: own } = compileMapping(text, mappingFolder + name, tables);
  append(others, own);
  if (!mapping || !way) return undefined;
  const serves = mapping.version === version || mapping.alsoIn?.includes(version);
  if (mapping.set !== set || mapping.direction !== way || !serves) {
    const is = nameOf(mapping.direction, mapping.set, mapping.version);
    faults.add(entry.at, `${name} maps the ${is}, not the ${nameOf(way, set, version)}.`);
  }
  return mapping;
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

function formatOf(mapping: Mapping): ConfiguredDocument['format'] {
  if (mapping.direction === 'inbound') return mapping.reads?.name ?? 'x12';
  return mapping.writes?.name === 'event' ? 'json' : (mapping.writes?.name ?? 'x12');
}
