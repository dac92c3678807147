import { type Bundle, type BundledDocument, type BundledEndpoint, type BundledFile, canonicalText } from './bundle.ts';

/** What differs in one part of two bundles, in sentences for people. */
export interface PartDifference {
  readonly part:
    | 'documents'
    | 'agreement'
    | 'mappings'
    | 'guides'
    | 'tables'
    | 'endpoints'
    | 'certificates'
    | 'cross-references';
  readonly says: readonly string[];
}

/**
 * What of a bundle is live: what runs in parallel only is still to come. Undefined where nothing is live.
 * @param parallel keys of documents that run in parallel
 */
export function livePart(bundle: Bundle | undefined, parallel: ReadonlySet<string>): Bundle | undefined {
  const documents = bundle?.documents.filter(({ key }) => !parallel.has(key)) ?? [];
  return bundle && documents.length > 0 ? { ...bundle, documents } : undefined;
}

/** @param before what production runs; undefined before the first release */
export function differencesOf(before: Bundle | undefined, after: Bundle): readonly PartDifference[] {
  const parts: readonly PartDifference[] = [
    { part: 'documents', says: compare(before?.documents, after.documents, ({ key }) => key, documentChange) },
    {
      part: 'agreement',
      says:
        before && isOtherAgreement(before, after)
          ? ['What the agreement says for all documents is another: ids, zone, acknowledgement or delimiters.']
          : [],
    },
    { part: 'mappings', says: files(before?.mappings, after.mappings) },
    { part: 'guides', says: files(before?.guides, after.guides) },
    { part: 'tables', says: files(before?.tables, after.tables) },
    { part: 'endpoints', says: compare(before?.endpoints, after.endpoints, ({ name }) => name, endpointChange) },
    {
      part: 'certificates',
      says: compare(
        before?.certificates,
        after.certificates,
        ({ of }) => of,
        () => ['another one'],
      ),
    },
    {
      part: 'cross-references',
      says: compare(
        before?.crossReferences,
        after.crossReferences,
        ({ name }) => name,
        (was, is) => [
          was.entries === is.entries ? 'other entries' : `${is.entries} entries, there were ${was.entries}`,
        ],
      ),
    },
  ];
  return parts.filter(({ says }) => says.length > 0);
}

/** A bundle of another format has another hash of the same; its text is what can be compared. */
const isOtherAgreement = (before: Bundle, after: Bundle): boolean =>
  before.format === after.format
    ? before.agreement.hash !== after.agreement.hash
    : before.agreement.text !== after.agreement.text;

function compare<T extends object>(
  before: readonly T[] | undefined,
  after: readonly T[],
  nameOf: (one: T) => string,
  changeOf: (was: T, is: T) => readonly string[],
): readonly string[] {
  const [was, is] = [
    new Map(before?.map((one) => [nameOf(one), one])),
    new Map(after.map((one) => [nameOf(one), one])),
  ];
  const added = [...is.keys()].filter((name) => !was.has(name)).map((name) => `${name} is new.`);
  const removed = [...was.keys()].filter((name) => !is.has(name)).map((name) => `${name} is taken out.`);
  const changed = [...is].flatMap(([name, now]) => {
    const former = was.get(name);
    if (!former || canonicalText(former) === canonicalText(now)) return [];
    return [`${name}: ${changeOf(former, now).join(', ')}.`];
  });
  return [...added, ...changed, ...removed];
}

const files = (before: readonly BundledFile[] | undefined, after: readonly BundledFile[]) =>
  compare(
    before,
    after,
    ({ path }) => path,
    () => ['another content'],
  );

function documentChange(was: BundledDocument, is: BundledDocument): readonly string[] {
  return [
    ...(was.mapping === is.mapping ? [] : [`mapped by ${is.mapping}, was ${was.mapping}`]),
    ...(was.endpoint === is.endpoint ? [] : [`exchanged at ${is.endpoint}, was ${was.endpoint}`]),
    ...(was.guide === is.guide ? [] : [`held against ${is.guide ?? 'every guide of the set'}`]),
    ...settingChanges('acknowledgement', was.acknowledgement, is.acknowledgement),
    ...settingChanges('deadline', was.sla, is.sla),
    ...settingChanges('resending', was.resend, is.resend),
  ];
}

function endpointChange(was: BundledEndpoint, is: BundledEndpoint): readonly string[] {
  return [
    ...(was.channel === is.channel ? [] : [`over ${is.channel}, was ${was.channel}`]),
    ...settingChanges('setting', was.settings, is.settings),
    ...settingChanges('secret', was.secrets, is.secrets, false),
  ];
}

function settingChanges(
  what: string,
  was: Readonly<Record<string, unknown>>,
  is: Readonly<Record<string, unknown>>,
  shown = true,
): readonly string[] {
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
  return names.flatMap((name) => {
    const [former, now] = [was[name], is[name]];
    if (canonicalText(former ?? null) === canonicalText(now ?? null)) return [];
    if (!shown)
      return [`${what} ${name} is ${now === undefined ? 'taken out' : former === undefined ? 'new' : 'another one'}`];
    return [`${what} ${name} ${word(now)}, was ${word(former)}`];
  });
}

const longest = 60;
function word(value: unknown): string {
  if (value === undefined || value === null) return 'not said';
  const text = typeof value === 'string' ? value : canonicalText(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
