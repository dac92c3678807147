import type { Faults, Place } from '../language/fault.ts';
import { type Path, parsePath } from '../language/path.ts';
import { readCount, readKeys, readList, readText, readWord } from '../language/read-node.ts';
import { readYaml, type YamlEntry } from '../language/yaml-tree.ts';
import { type CharacterClass, characterClasses, type Usage } from './guide.ts';
import { type DeviationText, readDeviations } from './read-deviations.ts';
import { type Marked, mostTimes, readCodes, readLength } from './read-values.ts';

/** A guide as written, before it is held against the standard. */
export interface GuideText {
  readonly at: Place;
  readonly title: string;
  readonly set: string;
  /** One, or several whose definitions the guide fits alike. */
  readonly versions: readonly string[];
  readonly extends?: Marked<string>;
  readonly enforce?: 'accept' | 'reject';
  readonly segments: readonly SegmentText[];
  readonly rules?: YamlEntry;
  readonly deviations: readonly DeviationText[];
}

export interface SegmentText {
  readonly at: Place;
  readonly path: Path;
  readonly use?: Marked<Usage>;
  readonly min?: Marked<number>;
  readonly max?: Marked<number>;
  readonly note?: string;
  readonly elements: readonly ElementText[];
}

export interface ElementText {
  readonly at: Place;
  /** `02`, or `02.1` for a component. */
  readonly key: string;
  readonly element: number;
  readonly component?: number;
  readonly use?: Marked<Usage>;
  readonly length?: Marked<{ readonly min: number; readonly max: number }>;
  readonly codes?: Marked<readonly Marked<string>[]>;
  readonly characters?: Marked<CharacterClass>;
  readonly repeat?: Marked<number>;
  readonly note?: string;
}

const guideKeys = ['guide', 'set', 'version', 'extends', 'enforce', 'segments', 'rules', 'deviations'] as const;
const segmentKeys = ['use', 'min', 'max', 'note', 'elements'] as const;
const elementKeys = ['use', 'length', 'codes', 'characters', 'repeat', 'note'] as const;
const usages = ['required', 'optional', 'not-used'] as const;

/** Reads the text of a guide; what cannot be read is a fault, and undefined says that nothing could. */
export function readGuide(yamlText: string, faults: Faults): GuideText | undefined {
  const root = readYaml(yamlText, faults);
  const found = root && readKeys(root, guideKeys, 'A guide', faults);
  if (!root || !found) return undefined;
  const text = (key: string, pattern: RegExp, example: string): string => {
    const entry = found.get(key);
    const received = entry?.value.kind === 'scalar' ? entry.value.text : '';
    if (!pattern.test(received)) faults.add(entry?.at ?? root.at, `\`${key}\` must name ${example}.`);
    return received;
  };
  const title = found.get('guide');
  if (!title) faults.add(root.at, 'A guide needs `guide`, its title.');
  const base = found.get('extends');
  const enforce = found.get('enforce');
  const strictness = enforce && readWord(enforce.value, ['accept', 'reject'] as const, '`enforce`', faults);
  const reference = base && readText(base.value, '`extends`', faults);
  const rules = found.get('rules');
  return {
    at: root.at,
    title: (title && readText(title.value, '`guide`', faults)) ?? '',
    set: text('set', /^[0-9]{3}$/, "a set such as '214'"),
    versions: readVersions(found.get('version'), root.at, faults),
    segments: readSegments(found.get('segments'), faults),
    deviations: readDeviations(found.get('deviations'), faults),
    ...(base && reference !== undefined ? { extends: { value: reference, at: base.value.at } } : {}),
    ...(strictness ? { enforce: strictness } : {}),
    ...(rules ? { rules } : {}),
  };
}

const versionForm = /^[0-9]{6}$/;

/** `version: "004010"`, or a list of versions. */
function readVersions(entry: YamlEntry | undefined, at: Place, faults: Faults): readonly string[] {
  const nodes = entry?.value.kind === 'list' ? readList(entry.value, '`version`', faults) : entry ? [entry.value] : [];
  const versions = nodes.map((node) => (node.kind === 'scalar' ? node.text : ''));
  if (versions.length === 0 || !versions.every((version) => versionForm.test(version)))
    faults.add(entry?.at ?? at, "`version` must name a version such as '004010'.");
  return versions.filter((version) => versionForm.test(version));
}

function readSegments(entry: YamlEntry | undefined, faults: Faults): SegmentText[] {
  if (!entry) return [];
  if (entry.value.kind !== 'map') {
    faults.add(entry.at, '`segments` holds an entry per segment, such as `B10:` or `L11[02=QN]:`.');
    return [];
  }
  return entry.value.entries.map((item) => readSegment(item, faults)).filter((segment) => segment !== undefined);
}

function readSegment({ key, at, value }: YamlEntry, faults: Faults): SegmentText | undefined {
  const path = parsePath(key, 'x12');
  const found = readKeys(value, segmentKeys, `\`${key}\``, faults);
  if (typeof path === 'string') faults.add(at, path);
  if (typeof path === 'string' || !found) return undefined;
  if (path.element !== undefined) {
    const tail = key.slice(key.lastIndexOf('-') + 1);
    faults.add(at, `\`${key}\` names an element.`, `write it below its segment, as \`elements: { ${tail}: … }\``);
    return undefined;
  }
  if (path.origin !== 'here') {
    faults.add(at, 'A path of a guide starts at the set, without `/`, `//` or `^`.');
    return undefined;
  }
  return {
    at,
    path,
    ...common(found, faults),
    ...counted(found, 'min', faults),
    ...counted(found, 'max', faults),
    elements: readElements(found.get('elements'), faults),
  };
}

function common(found: Map<string, YamlEntry>, faults: Faults): { use?: Marked<Usage>; note?: string } {
  const use = found.get('use');
  const usage = use && readWord(use.value, usages, '`use`', faults);
  const note = found.get('note');
  const words = note && readText(note.value, '`note`', faults);
  return {
    ...(use && usage ? { use: { value: usage, at: use.value.at } } : {}),
    ...(words === undefined ? {} : { note: words }),
  };
}

function counted<K extends string>(
  found: Map<string, YamlEntry>,
  key: K,
  faults: Faults,
): { [key in K]?: Marked<number> } {
  const entry = found.get(key);
  const value = entry && readCount(entry.value, `\`${key}\``, mostTimes, faults);
  return entry && value !== undefined
    ? ({ [key]: { value, at: entry.value.at } } as { [key in K]: Marked<number> })
    : {};
}

function readElements(entry: YamlEntry | undefined, faults: Faults): ElementText[] {
  if (!entry) return [];
  if (entry.value.kind !== 'map') {
    faults.add(entry.at, '`elements` holds an entry per element, such as `02: { use: required }`.');
    return [];
  }
  return entry.value.entries.map((item) => readElement(item, faults)).filter((element) => element !== undefined);
}

const elementKey = /^(\d{2})(?:\.(\d{1,2}))?$/;

function readElement({ key, at, value }: YamlEntry, faults: Faults): ElementText | undefined {
  const [, element, component] = elementKey.exec(key) ?? [];
  if (element === undefined || Number(element) === 0) {
    faults.add(at, `\`${key}\` is not an element number such as 02, or 02.1 for a component.`);
    return undefined;
  }
  const found = readKeys(value, elementKeys, `Element ${key}`, faults);
  if (!found) return undefined;
  const length = found.get('length');
  const range = length && readLength(length.value, faults);
  const codes = found.get('codes');
  const characters = found.get('characters');
  const kind = characters && readWord(characters.value, characterClasses, '`characters`', faults);
  return {
    at,
    key,
    element: Number(element),
    ...(component === undefined ? {} : { component: Number(component) }),
    ...common(found, faults),
    ...(length && range ? { length: { value: range, at: length.value.at } } : {}),
    ...(codes ? { codes: { value: readCodes(codes, faults), at: codes.value.at } } : {}),
    ...(characters && kind ? { characters: { value: kind, at: characters.value.at } } : {}),
    ...counted(found, 'repeat', faults),
  };
}
