import { useHotkeys } from '@mantine/hooks';
import { type RefObject, useRef } from 'react';

/** `j` and `k` move the focus from row to row of a list, so that Enter opens what is in focus. Rows' links carry `data-row-link`. */
export function useRowKeys<T extends HTMLElement>(): RefObject<T | null> {
  const list = useRef<T>(null);
  const move = (by: 1 | -1) => () => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const next = at === -1 ? links[0] : links[Math.min(Math.max(at + by, 0), links.length - 1)];
    next?.focus({ preventScroll: true });
    next?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  };
  useHotkeys([
    ['j', move(1)],
    ['k', move(-1)],
  ]);
  return list;
}
