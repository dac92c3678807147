import type { GuideFile } from '../guide/compile-guide.ts';
import type { ConfiguredDocument } from './configuration.ts';
import type { Template } from './from-templates.ts';
import { extendedBy, guideFilesOf, ownGuides } from './guide-files.ts';

/** Where a document goes to. */
interface Target {
  readonly files: ReadonlyMap<string, string>;
  /** All guides that others may extend. */
  readonly guides: readonly GuideFile[];
}

/**
 * What a configuration needs of a template to have one of its documents: mapping, guide with what it extends, samples, tables and look-ups. Files that are
 * there already stay: they are the partner's own.
 * @returns the files to add, and the name of the mapping.
 */
export function documentFiles(
  { files }: Template,
  { set, mapping }: Pick<ConfiguredDocument, 'set' | 'mapping'>,
  target: Target,
): { readonly mapping: string; readonly files: ReadonlyMap<string, string> } {
  const isOf = (path: string) =>
    path === `mappings/${mapping}` ||
    path === `guides/${set}.yaml` ||
    path.startsWith(`guides/${set}-`) ||
    path.startsWith(`samples/${set}-`) ||
    path === 'tables.yaml' ||
    path === 'lookups.yaml';
  const own = new Map([...files].filter(([path]) => isOf(path) && !target.files.has(path)));
  for (const { reference, text } of extendedBy(guideFilesOf(own, ownGuides), target.guides)) {
    const path = `guides/${reference}.yaml`;
    if (!target.files.has(path)) own.set(path, text);
  }
  return { mapping, files: own };
}
