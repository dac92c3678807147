import { type EventType, eventTypes } from '../events.ts';
import { collectFaults, didYouMean, type Faults, type MappingFault, type Place } from '../language/fault.ts';
import { readCount, readKeys, readList, readText, readWord } from '../language/read-node.ts';
import { readYaml, type YamlEntry, type YamlMap, type YamlNode } from '../language/yaml-tree.ts';
import { append } from '../lists.ts';
import { fromPartners, toPartners } from '../routes.ts';
import { readConditions } from './read-conditions.ts';
import { isObject, plainOf, readData } from './read-fixture.ts';
import { type CertifiedSet, type Frame, type PlainObject, type Scenario, tiers, verdicts } from './scenario.ts';

export interface PackResult {
  readonly scenarios: readonly Scenario[];
  readonly faults: readonly MappingFault[];
}

/** Reads packs, by their file names, or tells every fault of them with line and column. Schema: `specs/scenario.schema.json`. */
export function compilePacks(files: ReadonlyMap<string, string>): PackResult {
  const scenarios: Scenario[] = [];
  const faults: MappingFault[] = [];
  const ids = new Map<string, string>();
  for (const [file, text] of files) {
    const own = collectFaults(file);
    const made = readPack(text, own, (id, prefix, at) => {
      for (const [what, value] of [
        ['id', id],
        ['number', prefix],
      ] as const) {
        const other = ids.get(`${what} ${value}`);
        if (other !== undefined) own.add(at, `\`${value}\` is the ${what} of a scenario in ${other} already.`);
        ids.set(`${what} ${value}`, file);
      }
    });
    append(scenarios, made);
    append(faults, own.list);
  }
  const inOrder = tiers.flatMap((tier) => scenarios.filter((one) => one.tier === tier));
  return { scenarios: inOrder, faults };
}

type Claim = (id: string, prefix: string, at: Place) => void;

interface Around {
  readonly pack: string;
  readonly fixtures: ReadonlyMap<string, PlainObject>;
  /** Frames that several scenarios begin with. */
  readonly sequences: ReadonlyMap<string, readonly YamlNode[]>;
  readonly faults: Faults;
  readonly claim: Claim;
}

function readPack(text: string, faults: Faults, claim: Claim): readonly Scenario[] {
  const root = readYaml(text, faults);
  const found = root && readKeys(root, ['pack', 'fixtures', 'sequences', 'scenarios'], 'A pack', faults);
  if (!root || !found) return [];
  const title = found.get('pack');
  if (!title) faults.add(root.at, 'A pack needs `pack`, its title.');
  const pack = (title && readText(title.value, '`pack`', faults)) ?? '';
  const fixtures = new Map<string, PlainObject>();
  const written = found.get('fixtures')?.value;
  if (written && written.kind !== 'map') faults.add(written.at, '`fixtures` holds data by names.');
  for (const { key, value, at } of written?.kind === 'map' ? written.entries : []) {
    const data = plainOf(value);
    if (isObject(data)) fixtures.set(key, data);
    else faults.add(at, `\`${key}\` must be the data of an event: keys and values.`);
  }
  const sequences = new Map<string, readonly YamlNode[]>();
  const lists = found.get('sequences')?.value;
  if (lists && lists.kind !== 'map') faults.add(lists.at, '`sequences` holds lists of frames by names.');
  for (const { key, value } of lists?.kind === 'map' ? lists.entries : [])
    sequences.set(key, readList(value, `\`${key}\``, faults));
  const list = found.get('scenarios');
  if (!list) faults.add(root.at, 'A pack needs `scenarios`.');
  const nodes = list ? readList(list.value, '`scenarios`', faults) : [];
  return nodes.flatMap((node) => readScenario(node, { pack, fixtures, sequences, faults, claim }) ?? []);
}

const scenarioKeys = ['id', 'title', 'about', 'tier', 'documents', 'number', 'runs', 'frames'] as const;
const idForm = /^[a-z0-9][a-z0-9-]{0,59}$/;
const numberForm = /^[A-Z0-9]{2,10}$/;
const mostRuns = 10;

function readScenario(node: YamlNode, around: Around): Scenario | undefined {
  const { faults, pack, claim } = around;
  const found = readKeys(node, scenarioKeys, 'A scenario', faults);
  if (!found) return undefined;
  for (const key of scenarioKeys)
    if (key !== 'runs' && !found.has(key)) faults.add(node.at, `A scenario needs \`${key}\`.`);
  const text = (key: string) => {
    const entry = found.get(key);
    return (entry && readText(entry.value, `\`${key}\``, faults)) ?? '';
  };
  const [id, number] = [text('id'), text('number')];
  if (id && !idForm.test(id)) faults.add(found.get('id')!.value.at, '`id` is lower-case words joined by `-`.');
  if (number && !numberForm.test(number))
    faults.add(found.get('number')!.value.at, '`number` is 2 to 10 capital letters or digits.');
  const prefix = `CT-${number}-`;
  claim(id, prefix, found.get('id')?.value.at ?? node.at);
  const tier = found.get('tier');
  const documents = found.get('documents');
  const runs = found.get('runs');
  const frames = found.get('frames');
  const read: Frame[] = [];
  const written = frames ? readList(frames.value, '`frames`', faults) : [];
  for (const one of written.flatMap((each) => sequenceOr(each, around))) {
    const frame = readFrame(one, { ...around, before: read });
    if (!frame) continue;
    if (read.some((other) => other.id === frame.id))
      faults.add(one.at, `Two frames of the scenario are called \`${frame.id}\`.`);
    read.push(frame);
  }
  return {
    ...{ id, title: text('title'), about: text('about'), pack, prefix, frames: read },
    tier: (tier && readWord(tier.value, tiers, '`tier`', faults)) ?? 'must',
    documents: documents
      ? readList(documents.value, '`documents`', faults).flatMap((one) => readCertified(one, faults) ?? [])
      : [],
    runs: (runs && readCount(runs.value, '`runs`', mostRuns, faults)) ?? 1,
  };
}

/** The frames that `{ use: … }` stands for, or the frame itself. */
function sequenceOr(node: YamlNode, { sequences, faults }: Around): readonly YamlNode[] {
  const [first, more] = node.kind === 'map' ? node.entries : [];
  if (first?.key !== 'use' || more) return [node];
  const name = readText(first.value, '`use`', faults) ?? '';
  const found = sequences.get(name);
  if (found) return found;
  faults.add(first.value.at, `There is no sequence \`${name}\`.`, didYouMean(name, sequences.keys()));
  return [];
}

function readCertified(node: YamlNode, faults: Faults): CertifiedSet | undefined {
  const text = readText(node, 'A document', faults) ?? '';
  const [, direction, set] = /^(inbound|outbound)\/([A-Za-z0-9._-]{1,40})$/.exec(text) ?? [];
  if (direction && set) return { direction: direction as CertifiedSet['direction'], set };
  faults.add(node.at, `\`${text}\` is no document such as inbound/945.`);
  return undefined;
}

interface InScenario extends Around {
  readonly before: readonly Frame[];
}

const usualWithin = 120;
const mostMinutes = 30 * 24 * 60;
const common = ['id', 'title', 'says', 'within', 'by', 'does'] as const;
const keysOf = {
  'hub sends': ['event', 'data', 'with', 'without'],
  'hub repeats': ['frame'],
  'hub acknowledges': ['frame', 'as'],
  'partner sends': ['event', 'set', 'where', 'expects', 'verdict', 'findings', 'given'],
  'partner acknowledges': ['frame', 'as'],
  'partner keeps-silent': [],
  'partner connects': ['direction', 'outcome', 'channels', 'code'],
} as const satisfies Record<string, readonly string[]>;
type Act = keyof typeof keysOf;
const acts = Object.keys(keysOf) as readonly Act[];

function readFrame(node: YamlNode, around: InScenario): Frame | undefined {
  const { faults } = around;
  if (node.kind !== 'map') {
    faults.add(node.at, 'A frame is written as keys and values (id, by, does …).');
    return undefined;
  }
  const word = (key: string) => {
    const value = node.entries.find((entry) => entry.key === key)?.value;
    return value?.kind === 'scalar' ? value.text : '';
  };
  const act = acts.find((one) => one === `${word('by')} ${word('does')}`);
  if (!act) {
    const meant = didYouMean(`${word('by')} ${word('does')}`, acts);
    faults.add(node.at, `A frame has \`by\` and \`does\`: ${acts.join(', ')}.`, meant);
    return undefined;
  }
  const found = readKeys(node, [...common, ...keysOf[act]], `A frame in which the ${act}`, faults);
  return found && frameOf(node, act, found, around);
}

function frameOf(
  node: YamlMap,
  act: Act,
  found: ReadonlyMap<string, YamlEntry>,
  around: InScenario,
): Frame | undefined {
  const { faults, before } = around;
  const need = (key: string): YamlEntry | undefined => {
    if (!found.has(key)) faults.add(node.at, `A frame in which the ${act} needs \`${key}\`.`);
    return found.get(key);
  };
  const text = (key: string, entry = need(key)) => (entry && readText(entry.value, `\`${key}\``, faults)) ?? '';
  const id = text('id');
  if (id && !idForm.test(id)) faults.add(found.get('id')!.value.at, '`id` is lower-case words joined by `-`.');
  const within = found.get('within');
  const base = {
    ...{ id, title: text('title'), says: text('says') },
    within: (within && readCount(within.value, '`within` (minutes)', mostMinutes, faults)) ?? usualWithin,
  };
  const other = (by: Frame['by'], does: readonly Frame['does'][]): string => {
    const entry = need('frame');
    const name = text('frame', entry);
    const target = before.find((frame) => frame.id === name);
    if (entry && (!target || target.by !== by || !does.includes(target.does)))
      faults.add(entry.value.at, `\`${name}\` is no earlier frame in which the ${by} ${does.join(' or ')} something.`);
    return name;
  };
  const eventIn = (list: readonly EventType[], entry: YamlEntry | undefined): EventType | undefined => {
    const type = entry && readWord(entry.value, eventTypes, '`event`', faults);
    if (entry && type && !list.includes(type)) faults.add(entry.value.at, `${type} goes the other way.`);
    return type;
  };
  const as = <T extends string>(words: readonly T[], key = 'as'): T => {
    const entry = found.get(key);
    return (entry && readWord(entry.value, words, `\`${key}\``, faults)) ?? words[0]!;
  };
  switch (act) {
    case 'hub sends': {
      const event = eventIn(toPartners, need('event'));
      const data = readData(need('data'), found, around.fixtures, faults);
      return event && { ...base, by: 'hub', does: 'sends', event, data };
    }
    case 'hub repeats':
      return { ...base, by: 'hub', does: 'repeats', frame: other('hub', ['sends']) };
    case 'hub acknowledges':
      return { ...base, by: 'hub', does: 'acknowledges', frame: other('partner', ['sends']), as: as(verdicts) };
    case 'partner acknowledges': {
      const frame = other('hub', ['sends', 'repeats']);
      return { ...base, by: 'partner', does: 'acknowledges', frame, as: as(['accepted', 'rejected']) };
    }
    case 'partner keeps-silent':
      need('within');
      return { ...base, by: 'partner', does: 'keeps-silent' };
    case 'partner connects': {
      const channels = found.get('channels');
      const names =
        channels &&
        readList(channels.value, '`channels`', faults).map((one) => readText(one, 'A channel', faults) ?? '');
      const way = { direction: as(['in', 'out'], 'direction'), outcome: as(['done', 'refused'], 'outcome') };
      const code = found.get('code');
      const refusedWith = code && readText(code.value, '`code`', faults);
      return {
        ...{ ...base, by: 'partner', does: 'connects', ...way },
        ...(names && { channels: names }),
        ...(refusedWith !== undefined && { code: refusedWith }),
      };
    }
    case 'partner sends': {
      const event = eventIn(fromPartners, found.get('event'));
      const set = found.get('set');
      const code = set && readText(set.value, '`set`', faults);
      const conditions = (key: 'where' | 'expects') => readConditions(found.get(key), before, faults);
      const findings = found.get('findings');
      const given = found.get('given');
      return {
        ...{ ...base, by: 'partner', does: 'sends' },
        ...(event && { event }),
        ...(code !== undefined && { set: code }),
        ...{ where: conditions('where'), expects: conditions('expects'), verdict: as(verdicts, 'verdict') },
        findings: findings
          ? readList(findings.value, '`findings`', faults).map((one) => readText(one, 'A code', faults) ?? '')
          : [],
        given:
          given?.value.kind === 'map'
            ? given.value.entries.map(({ key, value }) => ({ label: key, value: readText(value, key, faults) ?? '' }))
            : [],
      };
    }
  }
}
