import type { Context } from './context.ts';
import { type Draft, type Preview, previewGuide, type Uploaded } from './imports.ts';

/** An uploaded specification and the draft that it is held against, as they go to another process: the file as Base64. */
export interface SpecificationQuestion {
  readonly orgId: string;
  readonly draft: { readonly hash: string; readonly files: readonly (readonly [path: string, text: string])[] };
  readonly content: string;
  readonly fileName: string;
  readonly set?: string | undefined;
  readonly version?: string | undefined;
}

export const specificationQuestion = (
  orgId: string,
  { hash, files }: Draft,
  { bytes, ...uploaded }: Uploaded,
): SpecificationQuestion => ({
  ...{ orgId, draft: { hash, files: [...files] } },
  ...{ content: bytes.toString('base64'), ...uploaded },
});

/** @throws CodedError `guide.unreadable` */
export const readSpecification = (
  { catalog: { standards } }: Pick<Context, 'catalog'>,
  { draft: { hash, files }, content, fileName, set, version }: SpecificationQuestion,
): Promise<Preview> =>
  previewGuide(
    standards,
    { hash, files: new Map(files) },
    { bytes: Buffer.from(content, 'base64'), fileName, set, version },
  );
