import { CodedError } from '../domain/errors.ts';
import type { AnnotatedPages } from '../http/annotated-pages.ts';
import type { PreviewAnswer, Previews } from '../http/preview.ts';
import { type ApartOptions, openApart } from './apart-process.ts';

/** Makes pages and previews of large documents in a process of its own, one at a time; not in that of the translations, which may take minutes. */
export function openPageMaker(options: ApartOptions): {
  readonly pageOf: AnnotatedPages;
  readonly previewOf: Previews;
  close(): Promise<void>;
} {
  const apart = openApart(options);
  const { requestMs } = options.limits;
  return {
    async pageOf(question) {
      const answer = await apart.ask({ page: question }, requestMs);
      if ('page' in answer) return JSON.parse(answer.page) as Awaited<ReturnType<AnnotatedPages>>;
      throw new CodedError('http.view-failed', { cause: answer });
    },
    async previewOf(question) {
      const answer = await apart.ask({ preview: question }, 2 * requestMs);
      if ('preview' in answer) return (JSON.parse(answer.preview) as PreviewAnswer | null) ?? undefined;
      throw new CodedError('http.view-failed', { cause: answer });
    },
    close: apart.close,
  };
}
