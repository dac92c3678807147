import { append } from '../lists.ts';
import { readTables } from '../mapping/language/compile-table.ts';
import { readKeys, readList, readText, readWord } from '../mapping/language/compiler.ts';
import { collectFaults, type Faults, type MappingFault, type Place } from '../mapping/language/fault.ts';
import { type CodeTable, standardTables } from '../mapping/language/tables.ts';
import { readYaml, type YamlEntry } from '../mapping/language/yaml-tree.ts';
import { isZone } from '../mapping/run/zone.ts';
import type { AcknowledgementKind, Ta1Policy } from '../x12/acknowledge/acknowledge.ts';
import { type ProfileDocument, readDocument } from './profile-document.ts';
import { readLookups } from './profile-lookups.ts';

export type { ProfileDocument } from './profile-document.ts';

/** A partner profile as it stands in `partners/<name>/`: data only, everything compiled. */
export interface Profile {
  readonly name: string;
  readonly title: string;
  readonly kind: 'carrier' | '3pl';
  readonly description?: string;
  /** Zone for local times whose place is unknown. */
  readonly zone?: string;
  readonly documents: readonly ProfileDocument[];
  /** Entries of look-ups that every partner of the profile begins with, by name: `lookups.yaml`. */
  readonly lookups: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly acknowledgement: AcknowledgementPolicy;
  /** For what we send to the partner. */
  readonly delimiters: OutboundDelimiters;
  /** Files below `samples/`, without the folder, in alphabetical order. */
  readonly samples: readonly ProfileSample[];
}
export interface AcknowledgementPolicy {
  /** What acknowledges the partner's groups. */
  readonly functional: AcknowledgementKind;
  /** When a TA1 is sent: never, when ISA14 asks for it, or always. */
  readonly ta1: Ta1Policy;
  /** Whether the 997 or 999 lists accepted sets too. */
  readonly includeAcceptedSets: boolean;
}
export interface OutboundDelimiters {
  readonly element: string;
  readonly component: string;
  readonly terminator: string;
  /** A line feed after each terminator, for people's eyes. */
  readonly lineBreaks: boolean;
}
export interface ProfileSample {
  readonly name: string;
  readonly content: string;
}

export type ProfileResult =
  | { readonly profile: Profile; readonly faults: readonly [] }
  | { readonly profile?: undefined; readonly faults: readonly MappingFault[] };

const keys = ['profile', 'title', 'kind', 'description', 'zone', 'documents', 'acknowledgement', 'delimiters'] as const;
const head = 'partner.yaml';

/**
 * Reads a profile from its files, by path relative to its folder (`partner.yaml`, `mappings/945-in.yaml`,
 * `tables.yaml`, `samples/…`), or tells every fault in any of them. Schema: `specs/partner.schema.json`.
 */
export function parseProfile(files: ReadonlyMap<string, string>): ProfileResult {
  const faults = collectFaults(head);
  const text = files.get(head);
  if (text === undefined) faults.add({ line: 1, column: 1 }, 'The profile has no file partner.yaml.');
  const root = text === undefined ? undefined : readYaml(text, faults);
  const found = root && readKeys(root, keys, 'A profile', faults);
  const others: MappingFault[] = [];
  const profile = root && found && readProfile(found, root.at, files, faults, others);
  const all = [...faults.list.sort((a, b) => a.line - b.line || a.column - b.column), ...others];
  if (!profile || all.length > 0) return { faults: all };
  return { profile, faults: [] };
}

function readProfile(
  found: Map<string, YamlEntry>,
  at: Place,
  files: ReadonlyMap<string, string>,
  faults: Faults,
  others: MappingFault[],
): Profile {
  const text = (key: string): string | undefined => {
    const entry = found.get(key);
    return entry && readText(entry.value, `\`${key}\``, faults);
  };
  for (const key of ['profile', 'title', 'kind', 'documents'] as const) {
    if (!found.has(key)) faults.add(at, `A profile needs \`${key}\`.`);
  }
  const kind = found.get('kind');
  const zone = text('zone');
  if (zone !== undefined && !isZone(zone)) {
    faults.add(found.get('zone')?.at ?? at, `\`${zone}\` is no zone.`, 'write an IANA name such as America/Chicago');
  }
  const description = text('description');
  const tables = profileTables(files, others);
  const documents = found.get('documents');
  const items = documents ? readList(documents.value, '`documents`', faults) : [];
  const read = items.map((item) => readDocument(item, files, tables, faults, others));
  return {
    name: text('profile') ?? '',
    title: text('title') ?? '',
    kind: (kind && readWord(kind.value, ['carrier', '3pl'] as const, '`kind`', faults)) ?? 'carrier',
    ...(description === undefined ? {} : { description }),
    ...(zone === undefined ? {} : { zone }),
    documents: read.filter((document) => document !== undefined),
    lookups: readLookups(files, others),
    acknowledgement: readAcknowledgement(found.get('acknowledgement'), faults),
    delimiters: readDelimiters(found.get('delimiters'), faults),
    samples: readSamples(files),
  };
}

/** The tables that a profile's mappings know: the standard ones and its own `tables.yaml`, whose faults go to `others`. */
export function profileTables(files: ReadonlyMap<string, string>, others: MappingFault[]): Map<string, CodeTable> {
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

function readAcknowledgement(entry: YamlEntry | undefined, faults: Faults): AcknowledgementPolicy {
  const found =
    entry && readKeys(entry.value, ['functional', 'ta1', 'includeAcceptedSets'], '`acknowledgement`', faults);
  const functional = found?.get('functional');
  const ta1 = found?.get('ta1');
  const accepted = found?.get('includeAcceptedSets');
  return {
    functional: (functional && readWord(functional.value, ['997', '999'] as const, '`functional`', faults)) ?? '997',
    ta1:
      (ta1 && readWord(ta1.value, ['never', 'when-requested', 'always'] as const, '`ta1`', faults)) ?? 'when-requested',
    includeAcceptedSets: accepted === undefined || readFlag(accepted, faults),
  };
}

function readFlag(entry: YamlEntry, faults: Faults): boolean {
  return readWord(entry.value, ['true', 'false'] as const, `\`${entry.key}\``, faults) === 'true';
}

function readDelimiters(entry: YamlEntry | undefined, faults: Faults): OutboundDelimiters {
  const found =
    entry && readKeys(entry.value, ['element', 'component', 'terminator', 'lineBreaks'], '`delimiters`', faults);
  const one = (key: string, usual: string): string => {
    const given = found?.get(key);
    if (!given) return usual;
    const value = given.value.kind === 'scalar' ? String(given.value.value ?? '') : '';
    if (value.length === 1 && !/[A-Za-z0-9 ]/.test(value)) return value;
    faults.add(given.at, `\`${key}\` is a single character that is no letter, digit or blank.`);
    return usual;
  };
  const delimiters = {
    element: one('element', '*'),
    component: one('component', '>'),
    terminator: one('terminator', '~'),
  };
  const { element, component, terminator } = delimiters;
  if (entry && new Set([element, component, terminator]).size < 3) faults.add(entry.at, 'The delimiters must differ.');
  const breaks = found?.get('lineBreaks');
  return { ...delimiters, lineBreaks: breaks !== undefined && readFlag(breaks, faults) };
}

const sampleFolder = 'samples/';

function readSamples(files: ReadonlyMap<string, string>): ProfileSample[] {
  const samples = [...files].filter(([path]) => path.startsWith(sampleFolder));
  return samples
    .map(([path, content]) => ({ name: path.slice(sampleFolder.length), content }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
