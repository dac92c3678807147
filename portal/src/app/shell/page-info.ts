import type { IconInbox } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import type { access } from '../../../../specs/generated/access.ts';
import type { Session } from '../../lib/contract.ts';
import { may } from '../../lib/roles.ts';

export type Icon = typeof IconInbox;

/** How people find a page. */
export interface Listed {
  readonly label: string;
  readonly icon: Icon;
  /** Where it is listed: `main` and `tools` in the side bar, all of them in the palette. */
  readonly in: 'main' | 'tools' | 'palette';
  /** Listed for the roles that may call this operation; for all of the side unless given. */
  readonly needs?: keyof typeof access;
}

/** What a page says of itself beside its path and its component. A side for which it says nothing finds it by links only. */
export interface PageInfo {
  readonly team?: Listed;
  readonly partner?: Listed;
  /** Under which listed page people of a side find it. */
  readonly within?: { readonly [S in Session['side']]?: '/partners' };
  /** Where people of a side are led who come to a page that is none of theirs. */
  readonly elsewhere?: {
    readonly [S in Session['side']]?: '/' | '/messages' | '/partners' | '/organisation' | '/people';
  };
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    readonly page?: PageInfo;
  }
}

export interface ListedPage extends Listed {
  readonly path: string;
}

/** The pages that a person finds in the side bar and the palette, in the order of `pages.ts`. */
export function useListedPages(session: Session): readonly ListedPage[] {
  const { routesById } = useRouter();
  return Object.values(routesById).flatMap(({ fullPath, options }) => {
    const listed = options.staticData?.page?.[session.side];
    if (!listed || (listed.needs && !may(session, listed.needs))) return [];
    return [{ ...listed, path: fullPath }];
  });
}
