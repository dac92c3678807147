import type { Configuration, ConfiguredDocument } from '../../domain/configuration/configuration.ts';
import { CodedError } from '../../domain/errors.ts';
import { compileMapping } from '../../domain/mapping/language/compile.ts';
import type { Mapping } from '../../domain/mapping/language/plan.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import { configurationFiles, manifestOf, textsOf } from '../../store/configurations.ts';
import type { Tx } from '../../store/database.ts';
import { draftOf } from '../../store/releases.ts';
import { compileOnce, UnusableConfiguration } from '../compile-once.ts';
import type { Context } from '../context.ts';

/** The draft of a partner, as the workbench looks at it. */
export interface Draft {
  /** Hash of the configuration. */
  readonly hash: string;
  readonly configuration: Configuration;
  readonly texts: ReadonlyMap<string, string>;
  /** Hashes of its files by path. */
  readonly hashes: Readonly<Record<string, string>>;
}

const folder = 'mappings/';

/** Names of mappings that the workbench makes; those of an import may have folders. */
export const nameForm = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,95}\.(ya?ml|json)$/;

export const pathOf = (name: string): string => folder + name;
export const nameOf = (path: string): string => path.slice(folder.length);

/** @throws CodedError `http.conflict` for a partner without a draft */
export async function readDraft(standards: Standards, tx: Tx, orgId: string): Promise<Draft> {
  const hash = await draftOf(tx, orgId);
  if (hash === undefined)
    throw new CodedError('http.conflict', {
      detail: 'The partner has no draft yet. Import a folder, or make the partner from a template.',
    });
  const files = await configurationFiles(tx, orgId, hash);
  const configuration = await compileOnce(standards, hash, () => files);
  return { hash, configuration, texts: textsOf(files), hashes: manifestOf(files) };
}

/** A configuration of the partner, compiled. @throws CodedError `http.conflict` where it cannot be used */
export async function usable(
  { db, catalog }: Pick<Context, 'db' | 'catalog'>,
  orgId: string,
  hash: string,
): Promise<Configuration> {
  try {
    return await compileOnce(catalog.standards, hash, () => configurationFiles(db.pool, orgId, hash));
  } catch (error) {
    if (!(error instanceof UnusableConfiguration)) throw error;
    throw new CodedError('http.conflict', { detail: error.message, cause: error });
  }
}

/** A mapping of the draft. */
export interface DraftMapping {
  readonly name: string;
  readonly path: string;
  readonly hash: string;
  readonly text: string;
  readonly mapping: Mapping;
  /** The documents that are agreed with it. */
  readonly documents: readonly ConfiguredDocument[];
}

/** All mappings of a draft, in the order of their names. One that no document names and that does not compile is left out: nothing runs it. */
export function mappingsOf({ configuration, texts, hashes }: Draft): readonly DraftMapping[] {
  return [...texts].flatMap(([path, text]): DraftMapping[] => {
    if (!path.startsWith(folder)) return [];
    const name = nameOf(path);
    const documents = configuration.documents.filter((one) => one.mapping === name);
    const mapping = documents[0]?.compiled ?? compileMapping(text, path, configuration.tables).mapping;
    return mapping ? [{ name, path, hash: hashes[path]!, text, mapping, documents }] : [];
  });
}

/** @throws CodedError `http.not-found` */
export function mappingNamed(draft: Draft, name: string): DraftMapping {
  const found = mappingsOf(draft).find((one) => one.name === name);
  if (found) return found;
  throw new CodedError('http.not-found', { detail: `The draft has no mapping ${name}.` });
}

export const formatOf = (mapping: Mapping): ConfiguredDocument['format'] => {
  if (mapping.direction === 'inbound') return mapping.reads?.name ?? 'x12';
  return mapping.writes?.name === 'event' ? 'json' : (mapping.writes?.name ?? 'x12');
};
