import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client, must } from '../../../lib/api.ts';
import type { AnnotatedSegment, Preview } from '../../../lib/contract.ts';

const pageSize = 500;
/** Whoever jumps far gets there in few steps. */
const farSize = 5000;

const bodyOf = (document: Blob) => ({
  headers: { 'Content-Type': 'application/octet-stream' },
  body: document as never,
  bodySerializer: (body: unknown) => body as Blob,
});

type Page = { readonly offset: number; readonly limit: number };

const look = (partnerId: string | undefined, document: Blob, query: Page): Promise<Preview> =>
  partnerId === undefined
    ? must(client.POST('/v1/validate', { params: { query }, ...bodyOf(document) }))
    : must(
        client.POST('/v1/partners/{partnerId}/sandbox/previews', {
          params: { path: { partnerId }, query },
          ...bodyOf(document),
        }),
      );

/** A document that is looked at, with as much of it as was read on; it stays in this browser, and is sent again for each part. */
export interface Looked {
  readonly name: string;
  readonly document: Blob;
  readonly preview: Preview;
  readonly segments: readonly AnnotatedSegment[];
}

/** Looks at documents. @param partnerId whose they would be; nobody's without */
export function usePreview(partnerId: string | undefined) {
  const [looked, setLooked] = useState<Looked>();
  const [reach, setReach] = useState<number>();
  const first = useMutation({
    mutationFn: async ({ name, document }: { readonly name: string; readonly document: Blob }) => {
      const preview = await look(partnerId, document, { offset: 0, limit: pageSize });
      return { name, document, preview, segments: preview.annotated.segments };
    },
    onMutate: () => {
      setLooked(undefined);
      setReach(undefined);
    },
    onSuccess: setLooked,
  });
  const more = useMutation({
    mutationFn: async ({ of, limit }: { readonly of: Looked; readonly limit: number }) => {
      const { annotated } = await look(partnerId, of.document, { offset: of.segments.length, limit });
      return { ...of, segments: [...of.segments, ...annotated.segments] };
    },
    onSuccess: (next) => setLooked((now) => (now?.document === next.document ? next : now)),
  });
  const hasMore = looked !== undefined && looked.segments.length < looked.preview.annotated.total;
  const isShort = reach !== undefined && hasMore && (looked.segments.at(-1)?.end ?? 0) < reach;
  const { mutate, isPending, isError } = more;
  useEffect(() => {
    if (isShort && !isPending && !isError) mutate({ of: looked, limit: farSize });
  }, [isShort, isPending, isError, looked, mutate]);
  return {
    looked,
    hasMore,
    isLooking: first.isPending,
    isReading: more.isPending,
    error: first.error,
    take: (name: string, document: Blob) => first.mutate({ name, document }),
    readOn: () => looked && mutate({ of: looked, limit: pageSize }),
    /** Reads on until a byte is there. */
    reach: setReach,
    clear: () => {
      setLooked(undefined);
      first.reset();
    },
  };
}
