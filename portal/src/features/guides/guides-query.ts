import { useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../../specs/generated/openapi.ts';
import { api, client, must } from '../../lib/api.ts';
import { tellDone } from '../../ui/undo.tsx';

type Schemas = components['schemas'];
export type Guides = Schemas['Guides'];
export type Preview = Schemas['GuidePreview'];
export type PreviewedGuide = NonNullable<Preview['guide']>;

/** A file as somebody chose, dropped or pasted it, and what it is for. */
export interface Chosen {
  readonly name: string;
  readonly content: Blob;
  /** Which set of the file, or which one it is for. */
  readonly set?: string;
  readonly version?: string;
}

/** The guides of a partner's draft, what was uploaded, and what deviates from the standard. */
export const useGuides = (partnerId: string) =>
  api.useQuery('get', '/v1/partners/{partnerId}/guides', { params: { path: { partnerId } } });

const raw = {
  headers: { 'Content-Type': 'application/octet-stream' },
  bodySerializer: (body: unknown) => body as Blob,
} as const;

const paramsOf = (partnerId: string, { name, set, version }: Chosen) => ({
  path: { partnerId },
  query: { ...(set !== undefined && { set }), ...(version !== undefined && { version }) },
  header: { 'X-File-Name': encodeURIComponent(name).slice(0, 765) },
});

/** What a file would become; nothing is stored. */
export const previewOf = (partnerId: string, chosen: Chosen): Promise<Preview> =>
  must(
    client.POST('/v1/partners/{partnerId}/guides/preview', {
      params: paramsOf(partnerId, chosen),
      body: chosen.content as never,
      ...raw,
    }),
  );

/** Takes a file into the draft, in place of the one that its author saw. */
export function useImport(partnerId: string) {
  const queries = useQueryClient();
  const renew = async () => {
    for (const part of ['guides', 'agreements', 'releases', 'differences'])
      await queries.invalidateQueries({ queryKey: ['get', `/v1/partners/{partnerId}/${part}`] });
  };
  return async (chosen: Chosen, draft: string): Promise<void> => {
    const { query, ...params } = paramsOf(partnerId, chosen);
    const { path } = await must(
      client.POST('/v1/partners/{partnerId}/guides', {
        params: { ...params, query: { ...query, insteadOf: draft } },
        body: chosen.content as never,
        ...raw,
      }),
    ).finally(renew);
    tellDone(path === undefined ? `${chosen.name} is kept` : `${chosen.name} is in the draft, as ${path}`);
  };
}
