import type { Configuration, ConfiguredDocument } from '../configuration/configuration.ts';
import { type DocumentKey, documentKeyText } from '../configuration/document-key.ts';

// What goes live: one frozen value of all that decides how a partner's documents are worked on in production. Two people approve it by its hash.

/** A file of the configuration by its content. */
export interface BundledFile {
  readonly path: string;
  /** SHA-256, in hex. */
  readonly hash: string;
}

export interface BundledDocument {
  /** As `documentKeyText` writes it. */
  readonly key: string;
  readonly endpoint: string;
  /** Path below `mappings/`. */
  readonly mapping: string;
  /** Path below `guides/`; absent where every guide of the set holds. */
  readonly guide?: string;
  readonly acknowledgement: Readonly<Record<string, unknown>>;
  readonly sla: Readonly<Record<string, unknown>>;
  readonly resend: Readonly<Record<string, unknown>>;
}

/** An endpoint as production will have it. */
export interface BundledEndpoint {
  readonly name: string;
  readonly channel: string;
  /** Without the secret ones. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** By the name of the secret setting: first digits of a keyed hash, which tell whether it changed and nothing else. */
  readonly secrets: Readonly<Record<string, string>>;
  /** The sandbox has it and production does not yet: it is promoted with the release. */
  readonly isPromoted: boolean;
}

export interface BundledCertificate {
  /** Such as `endpoint as2`, or `the hub`. */
  readonly of: string;
  /** SHA-256 of what stands there, in hex. */
  readonly fingerprint: string;
}

export interface CrossReference {
  readonly name: string;
  readonly entries: number;
  /** Over keys and values. */
  readonly hash: string;
}

export interface Bundle {
  /** How the bundle is written; another number is another text. */
  readonly format: number;
  readonly partner: string;
  /** Hash of the configuration that the release will be of. */
  readonly configuration: string;
  /** Head of the configuration: `partner.yaml` as text, and a hash over what it says for all documents, however that is written. */
  readonly agreement: { readonly hash: string; readonly text: string };
  /** All that production will run. */
  readonly documents: readonly BundledDocument[];
  readonly guides: readonly BundledFile[];
  readonly mappings: readonly BundledFile[];
  /** Tables and look-ups of the configuration. */
  readonly tables: readonly BundledFile[];
  readonly endpoints: readonly BundledEndpoint[];
  readonly certificates: readonly BundledCertificate[];
  readonly crossReferences: readonly CrossReference[];
}

/** SHA-256 of a text, in hex. */
export type Hash = (text: string) => string;

/** A value as text that is the same for the same value: keys in their order, nothing between. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalText(one)}`).join(',')}}`;
}

/** SHA-256 over the content, in hex: what is approved. How the head is written is none of it: a term that is changed and changed back leaves another text of the same. */
export const bundleHash = (sha256: Hash, { configuration: _, agreement, ...rest }: Bundle): string =>
  sha256(canonicalText({ ...rest, agreement: agreement.hash }));

const isTable = (path: string) => path === 'tables.yaml' || path === 'lookups.yaml';
const byName =
  <T>(name: (one: T) => string) =>
  (a: T, b: T) =>
    name(a) < name(b) ? -1 : 1;

/** What a bundle is made of, beside the configuration. */
export interface BundleParts {
  readonly partner: string;
  readonly files: ReadonlyMap<string, string>;
  readonly configuration: Configuration;
  readonly endpoints: readonly BundledEndpoint[];
  readonly certificates: readonly BundledCertificate[];
  readonly crossReferences: readonly CrossReference[];
}

/** The bundle of a configuration; samples and notes change nothing of what is done, and stay out. */
export function bundleOf(sha256: Hash, { partner, files, configuration, ...outer }: BundleParts): Bundle {
  const head = files.get('partner.yaml') ?? '';
  const filesIn = (wanted: (path: string) => boolean): readonly BundledFile[] =>
    [...files]
      .filter(([path]) => wanted(path))
      .map(([path, text]) => ({ path, hash: sha256(text) }))
      .sort(byName(({ path }) => path));
  return {
    format: 2,
    partner,
    configuration: configuration.hash,
    agreement: { hash: sha256(canonicalText(termsOf(configuration))), text: head },
    documents: configuration.documents.map(bundledDocument).sort(byName(({ key }) => key)),
    guides: filesIn((path) => path.startsWith('guides/')),
    mappings: filesIn((path) => path.startsWith('mappings/')),
    tables: filesIn(isTable),
    endpoints: outer.endpoints.toSorted(byName(({ name }) => name)),
    certificates: outer.certificates.toSorted(byName(({ of }) => of)),
    crossReferences: outer.crossReferences.toSorted(byName(({ name }) => name)),
  };
}

/** What the head says for all documents; each has its own terms. */
const termsOf = ({ name, kind, zone, identities, acknowledgement, delimiters }: Configuration) => ({
  ...{ name, kind, zone, identities, acknowledgement, delimiters },
});

function bundledDocument(of: ConfiguredDocument): BundledDocument {
  const { endpoint, mapping, guide, acknowledgement, sla, resend } = of;
  return {
    ...{ key: documentKeyText(of), endpoint, mapping },
    ...(guide !== undefined && { guide }),
    ...{ acknowledgement: { ...acknowledgement }, sla: { ...sla }, resend: { ...resend } },
  };
}

/**
 * What one document is worked on with, as a hash: its line, its mapping, and the guides, tables and look-ups that may hold for it. Two configurations with the same
 * hash do the same with the document.
 */
export function documentPart(
  sha256: Hash,
  files: ReadonlyMap<string, string>,
  configuration: Pick<Configuration, 'documents' | 'delimiters'>,
  key: DocumentKey,
): string | undefined {
  const text = documentKeyText(key);
  const document = configuration.documents.find((one) => documentKeyText(one) === text);
  if (!document) return undefined;
  const about = filesOfDocument(files, configuration, key);
  const { delimiters } = configuration;
  const outer = document.direction === 'outbound' ? { delimiters: { ...delimiters } } : {};
  return sha256(canonicalText({ line: bundledDocument(document), ...outer, files: Object.fromEntries(about) }));
}

/** The files that a document is worked on with; none where it is not agreed. */
export function filesOfDocument(
  files: ReadonlyMap<string, string>,
  { documents }: Pick<Configuration, 'documents'>,
  key: DocumentKey,
): readonly (readonly [path: string, text: string])[] {
  const text = documentKeyText(key);
  const document = documents.find((one) => documentKeyText(one) === text);
  if (!document) return [];
  return [...files].filter(
    ([path]) =>
      isTable(path) ||
      path === `mappings/${document.mapping}` ||
      (document.guide === undefined ? path.startsWith('guides/') : path === `guides/${document.guide}`),
  );
}
