import type { Faults } from '../language/fault.ts';
import { readKeys, readList, readText, readWord } from '../language/read-node.ts';
import type { YamlEntry, YamlNode } from '../language/yaml-tree.ts';
import {
  type AcknowledgementPolicy,
  type Configuration,
  type Identity,
  type OutboundDelimiters,
  type ResendRule,
  type Sla,
  usualAcknowledgement,
  usualDelimiters,
  usualResend,
  usualSla,
} from './configuration.ts';
import { faultsOfIdentity, type IdentityPart } from './identity-forms.ts';

// The parts of `partner.yaml` that say on which terms documents are exchanged.

const day = 24 * 60;

/** @param usual what holds where the entry says nothing. */
export function readAcknowledgement(
  entry: YamlEntry | undefined,
  faults: Faults,
  usual = usualAcknowledgement,
): AcknowledgementPolicy {
  const found =
    entry && readKeys(entry.value, ['functional', 'ta1', 'includeAcceptedSets'], '`acknowledgement`', faults);
  const functional = found?.get('functional');
  const ta1 = found?.get('ta1');
  const accepted = found?.get('includeAcceptedSets');
  return {
    functional:
      (functional && readWord(functional.value, ['997', '999'] as const, '`functional`', faults)) ?? usual.functional,
    ta1: (ta1 && readWord(ta1.value, ['never', 'when-requested', 'always'] as const, '`ta1`', faults)) ?? usual.ta1,
    includeAcceptedSets: accepted === undefined ? usual.includeAcceptedSets : readFlag(accepted, faults),
  };
}

/** @param usual what holds where the entry says nothing. */
export function readSla(entry: YamlEntry | undefined, faults: Faults, usual = usualSla): Sla {
  const found =
    entry && readKeys(entry.value, ['collected', 'receipt', 'ta1', 'acknowledged', 'answered'], '`sla`', faults);
  const receipt = readMinutes(found?.get('receipt'), faults) ?? usual.receiptWithinMinutes;
  const ta1 = readMinutes(found?.get('ta1'), faults) ?? usual.ta1WithinMinutes;
  return {
    collectedWithinMinutes: readMinutes(found?.get('collected'), faults) ?? usual.collectedWithinMinutes,
    ...(receipt !== undefined && { receiptWithinMinutes: receipt }),
    ...(ta1 !== undefined && { ta1WithinMinutes: ta1 }),
    acknowledgedWithinMinutes: readMinutes(found?.get('acknowledged'), faults) ?? usual.acknowledgedWithinMinutes,
    answeredWithinMinutes: readMinutes(found?.get('answered'), faults) ?? usual.answeredWithinMinutes,
  };
}

/** @param usual what holds where the entry says nothing. */
export function readResend(entry: YamlEntry | undefined, faults: Faults, usual = usualResend): ResendRule {
  const found = entry && readKeys(entry.value, ['numbers', 'configuration'], '`resend`', faults);
  const word = <const W extends string>(key: keyof ResendRule, words: readonly W[]): W | undefined => {
    const given = found?.get(key);
    return given && readWord(given.value, words, `\`${key}\``, faults);
  };
  return {
    numbers: word('numbers', ['same', 'new', 'either']) ?? usual.numbers,
    configuration: word('configuration', ['present', 'original']) ?? usual.configuration,
  };
}

const minutesOf = { m: 1, h: 60, d: day } as const;
const longestMinutes = 366 * day;

function readMinutes(entry: YamlEntry | undefined, faults: Faults): number | undefined {
  if (!entry) return undefined;
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(readText(entry.value, `\`${entry.key}\``, faults) ?? '') ?? [];
  const minutes = Number(count) * minutesOf[unit as keyof typeof minutesOf];
  if (minutes > 0 && minutes <= longestMinutes) return minutes;
  faults.add(
    entry.value.at,
    `\`${entry.key}\` is a time of at most a year.`,
    'write minutes, hours or days, such as 90m, 24h or 2d',
  );
  return undefined;
}

function readFlag(entry: YamlEntry, faults: Faults): boolean {
  return readWord(entry.value, ['true', 'false'] as const, `\`${entry.key}\``, faults) === 'true';
}

export function readDelimiters(entry: YamlEntry | undefined, faults: Faults): OutboundDelimiters {
  const found =
    entry && readKeys(entry.value, ['element', 'component', 'terminator', 'lineBreaks'], '`delimiters`', faults);
  const one = (key: 'element' | 'component' | 'terminator'): string => {
    const given = found?.get(key);
    if (!given) return usualDelimiters[key];
    const value = given.value.kind === 'scalar' ? String(given.value.value ?? '') : '';
    if (value.length === 1 && !/[A-Za-z0-9 ]/.test(value)) return value;
    faults.add(given.at, `\`${key}\` is a single character that is no letter, digit or blank.`);
    return usualDelimiters[key];
  };
  const delimiters = { element: one('element'), component: one('component'), terminator: one('terminator') };
  const { element, component, terminator } = delimiters;
  if (entry && new Set([element, component, terminator]).size < 3) faults.add(entry.at, 'The delimiters must differ.');
  const breaks = found?.get('lineBreaks');
  return { ...delimiters, lineBreaks: breaks !== undefined && readFlag(breaks, faults) };
}

/** `identities: { production: [{ qualifier: ZZ, id: QUAYSIDE }], sandbox: […] }`. */
export function readIdentities(entry: YamlEntry | undefined, faults: Faults): Configuration['identities'] {
  const found = entry && readKeys(entry.value, ['production', 'sandbox'], '`identities`', faults);
  const listed = (environment: 'production' | 'sandbox'): readonly Identity[] => {
    const given = found?.get(environment);
    if (!given) return [];
    const read = readList(given.value, `\`${environment}\``, faults).map((node) => readIdentity(node, faults));
    const identities = read.filter((identity) => identity !== undefined);
    const names = identities.map(({ qualifier, isaId }) => `${qualifier}/${isaId}`);
    if (new Set(names).size < names.length) faults.add(given.at, 'An identity stands here twice.');
    return identities;
  };
  return { production: listed('production'), sandbox: listed('sandbox') };
}

function readIdentity(node: YamlNode, faults: Faults): Identity | undefined {
  const found = readKeys(node, ['qualifier', 'id', 'group'], 'An identity', faults);
  const read = (part: IdentityPart): string | undefined => {
    const entry = found?.get(part);
    return entry && readText(entry.value, `\`${part}\``, faults);
  };
  const [qualifier, id, group] = [read('qualifier'), read('id'), read('group')];
  if (qualifier === undefined || id === undefined) {
    if (found) faults.add(node.at, 'An identity needs `qualifier` and `id`, and `group` where GS says something else.');
    return undefined;
  }
  const wrong = faultsOfIdentity({ qualifier, id, group: group ?? id });
  for (const { part, message } of wrong) {
    const isToldOfId = group === undefined && part === 'group' && wrong.some((one) => one.part === 'id');
    if (!isToldOfId) faults.add((found?.get(part)?.value ?? node).at, message);
  }
  return { qualifier, isaId: id, gsId: group ?? id };
}
