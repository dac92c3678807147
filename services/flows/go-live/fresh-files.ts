import { documentKeyText } from '../../domain/configuration/document-key.ts';
import { filesOfDocument } from '../../domain/go-live/bundle.ts';
import type { ProducedRow } from '../../store/go-live/production.ts';
import { templateHolds } from '../onboarding/templates.ts';
import type { Composed } from './compose.ts';

/**
 * Mappings and guides of what goes live, as far as nothing that is live is worked on with them: a release of another document, or of a parallel run, holds them already
 * and says nothing of them. What a template has word for word nobody here wrote.
 */
export function freshFilesOf(
  { covers, configuration, files, running }: Composed,
  produced: readonly ProducedRow[],
): readonly string[] {
  const isOfTemplate = templateHolds();
  const found = configuration.documents.flatMap((document) => {
    if (!covers.includes(documentKeyText(document))) return [];
    const isSame = (one: { readonly set: string; readonly direction: string }) =>
      one.set === document.set && one.direction === document.direction;
    const row = produced.find(({ key }) => isSame(key));
    const isLive = row?.mode !== 'parallel' && running?.configuration.documents.some(isSame);
    return filesOfDocument(files, configuration, document)
      .filter(([path, text]) => !isOfTemplate(path, text))
      .filter(([path, text]) => (isLive ? running?.files.get(path) !== text : isOwn(path, document)))
      .map(([path]) => path);
  });
  return [...new Set(found)];
}

/** Where no line names a guide, those that are called after the set are its. */
const isOwn = (
  path: string,
  of: { readonly set: string; readonly mapping: string; readonly guide?: string },
): boolean =>
  path === `mappings/${of.mapping}` ||
  path === `guides/${of.guide}` ||
  (path.startsWith('guides/') && path.split('/').at(-1)!.startsWith(of.set));
