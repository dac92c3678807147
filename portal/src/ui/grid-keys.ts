import { type KeyboardEvent, type RefObject, useEffect } from 'react';

const cellSelector = '[data-cell]';

function neighbour(root: HTMLElement, at: HTMLElement, key: string): HTMLElement | undefined {
  const cells = [...root.querySelectorAll<HTMLElement>(cellSelector)];
  const index = cells.indexOf(at);
  if (key === 'ArrowRight') return cells[index + 1];
  if (key === 'ArrowLeft') return cells[index - 1];
  if (key === 'Home') return cells[0];
  if (key === 'End') return cells.at(-1);
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return undefined;
  const rows = [...root.querySelectorAll<HTMLElement>('[data-row]')].filter((row) => row.querySelector(cellSelector));
  const row = rows.findIndex((each) => each.contains(at));
  const inRow = [...(rows[row]?.querySelectorAll<HTMLElement>(cellSelector) ?? [])].indexOf(at);
  const next = rows[row + (key === 'ArrowDown' ? 1 : -1)];
  const nextCells = [...(next?.querySelectorAll<HTMLElement>(cellSelector) ?? [])];
  return nextCells[Math.min(inRow, nextCells.length - 1)];
}

function becomeStop(root: HTMLElement, cell: HTMLElement): void {
  for (const former of root.querySelectorAll<HTMLElement>(`${cellSelector}[tabindex="0"]`)) former.tabIndex = -1;
  cell.tabIndex = 0;
}

function ensureStop(grid: HTMLElement): void {
  if (grid.querySelector(`${cellSelector}[tabindex="0"]`) !== null) return;
  const first =
    grid.querySelector<HTMLElement>(`${cellSelector}[data-lit]`) ?? grid.querySelector<HTMLElement>(cellSelector);
  if (first !== null) first.tabIndex = 0;
}

/**
 * Makes a large field of cells one stop of the Tab key: arrows, Home and End move inside. Cells carry `data-cell` and
 * tabIndex -1, their rows `data-row`.
 */
export function useGridKeys(root: RefObject<HTMLElement | null>, content: unknown) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: new content needs a new first stop
  useEffect(() => {
    const grid = root.current;
    if (grid === null) return;
    ensureStop(grid);
    // A list that draws only what is in sight takes its stop away when it scrolls.
    const rows = new MutationObserver(() => ensureStop(grid));
    rows.observe(grid, { childList: true });
    return () => rows.disconnect();
  }, [root, content]);
  return {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const at = (event.target as HTMLElement).closest<HTMLElement>(cellSelector);
      if (root.current === null || at === null || event.altKey || event.ctrlKey || event.metaKey) return;
      const next = neighbour(root.current, at, event.key);
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
    },
    onFocus: (event: React.FocusEvent<HTMLElement>) => {
      const cell = (event.target as HTMLElement).closest<HTMLElement>(cellSelector);
      if (root.current !== null && cell !== null) becomeStop(root.current, cell);
    },
  };
}
