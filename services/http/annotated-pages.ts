import { CodedError } from '../domain/errors.ts';
import type { Context } from '../flows/context.ts';
import { readFindings, type StoredFindings } from '../store/read/findings.ts';
import { readBytes, sizeOf } from '../store/read/message.ts';
import { type Annotated, annotatedDocument, type Page } from './annotated.ts';

/** A page of the annotated view, and who asks for it. */
export interface PageQuestion extends Page {
  readonly documentId: string;
  /** What the caller may see. */
  readonly visibility: string;
}

/** @throws CodedError `http.not-found` when the caller sees no such document. */
export type AnnotatedPages = (question: PageQuestion) => Promise<Annotated>;

const notFound = () => new CodedError('http.not-found', { detail: 'No document has this id.' });

/** The bytes of the document that was looked at last: whoever reads a large one asks for one page after the other. */
interface Kept {
  readonly documentId: string;
  readonly isTranslated: boolean;
  readonly pageOf: (page: Page) => Annotated;
}

/** Makes pages here. The document of the last page stays in memory; whether the caller may see it is asked each time. */
export function annotatedPages({ db, catalog }: Pick<Context, 'db' | 'catalog'>): AnnotatedPages {
  let kept: Kept | undefined;
  return async ({ documentId, visibility, ...page }) => {
    const known = kept;
    const seen = await db.screens(visibility, async (tx) => {
      const size = await sizeOf(tx, documentId);
      if (!size) throw notFound();
      if (known?.documentId === documentId && known.isTranslated === size.isTranslated) return known;
      const found = await readBytes(tx, documentId);
      if (!found) throw notFound();
      return { bytes: found.bytes, stored: await readFindings(tx, documentId) };
    });
    if ('pageOf' in seen) return seen.pageOf(page);
    kept = { documentId, isTranslated: seen.stored !== undefined, pageOf: pagesOf(seen, catalog) };
    return kept.pageOf(page);
  };
}

const pagesOf = (
  { bytes, stored }: { readonly bytes: Buffer; readonly stored: StoredFindings | undefined },
  catalog: Context['catalog'],
) => annotatedDocument(bytes, stored, catalog.standards);

/** Pages of small documents are made here, those of large ones by `apart` where there is such a thing. */
export function pagesBySize(context: Context, apart: AnnotatedPages | undefined): AnnotatedPages {
  const { db, catalog, limits } = context;
  return async (question) => {
    const { documentId, visibility, ...page } = question;
    const small = await db.screens(visibility, async (tx) => {
      const size = await sizeOf(tx, documentId);
      if (!size) throw notFound();
      if (apart && size.bytes >= limits.largeBytes) return undefined;
      const found = await readBytes(tx, documentId);
      if (!found) throw notFound();
      return { bytes: found.bytes, stored: await readFindings(tx, documentId) };
    });
    return small ? pagesOf(small, catalog)(page) : apart!(question);
  };
}
