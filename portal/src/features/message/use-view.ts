import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type Selection, viewOf } from './selection.ts';
import type { MessageView, TabKey } from './view.ts';

export interface ViewControl {
  readonly view: MessageView;
  /** Opens a tab; the selection stays. */
  readonly openTab: (tab: TabKey) => void;
  /** Selects a value (or nothing), if wished on another tab or event. */
  readonly select: (
    selection: Selection | undefined,
    elsewhere?: { readonly tab?: TabKey; readonly event?: string | undefined },
  ) => void;
  readonly showEvent: (ordinal: number) => void;
}

/** The view of a document as it stands in the address. Neither tabs nor selecting fill the history: Back leads to the page before. */
export function useView(): ViewControl {
  const { tab, event, field, bytes, write } = useSearch({ from: '/shell/messages/$documentId' });
  const navigate = useNavigate({ from: '/messages/$documentId' });
  const view: MessageView = {
    ...(tab && { tab }),
    ...(event && { event }),
    ...(field && { field }),
    ...(bytes && { bytes }),
    ...(write && { write }),
  };
  const openTab = useCallback(
    (next: TabKey) => void navigate({ search: (search) => ({ ...search, tab: next }), replace: true }),
    [navigate],
  );
  const select = useCallback<ViewControl['select']>(
    (selection, elsewhere) =>
      void navigate({
        search: ({ field: _field, bytes: _bytes, write: _write, event: before, ...rest }) => {
          const event = elsewhere !== undefined && 'event' in elsewhere ? elsewhere.event : before;
          const { tab } = elsewhere ?? {};
          return { ...rest, ...(tab && { tab }), ...(event && { event }), ...viewOf(selection) };
        },
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const showEvent = useCallback(
    (ordinal: number) =>
      void navigate({
        search: ({ field: _field, bytes: _bytes, write: _write, ...rest }) => ({ ...rest, event: String(ordinal) }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return { view, openTab, select, showEvent };
}
