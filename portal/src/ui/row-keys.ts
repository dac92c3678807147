import { useHotkeys } from '@mantine/hooks';
import { type RefObject, useRef } from 'react';

interface RowKeys {
  /** `x` on the row in focus, by the `data-row-id` of its link. */
  readonly onToggle?: ((rowId: string) => void) | undefined;
  /** Escape. */
  readonly onClear?: (() => void) | undefined;
}

/** `j` and `k` move the focus from row to row of a list, so that Enter opens what is in focus; `x` selects it. Rows' links, or their boxes where the row is none, carry `data-row-link`. */
export function useRowKeys<T extends HTMLElement>({ onToggle, onClear }: RowKeys = {}): RefObject<T | null> {
  const list = useRef<T>(null);
  const move = (by: 1 | -1) => () => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const next = at === -1 ? links[0] : links[Math.min(Math.max(at + by, 0), links.length - 1)];
    next?.focus({ preventScroll: true });
    next?.closest('tr, li')?.scrollIntoView({ block: 'nearest' });
  };
  const toggle = () => {
    const focused = document.activeElement;
    const id = focused instanceof HTMLElement && list.current?.contains(focused) ? focused.dataset.rowId : undefined;
    if (id !== undefined) onToggle?.(id);
  };
  useHotkeys([
    ['j', move(1)],
    ['k', move(-1)],
    ['x', toggle],
    ['Escape', () => onClear?.(), { preventDefault: false }],
  ]);
  return list;
}
