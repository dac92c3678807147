import { type RefObject, useEffect, useState } from 'react';
import type { Thread } from '../selection.ts';
import classes from './ribbons.module.css';

interface Band {
  readonly top: number;
  readonly bottom: number;
}
interface Ribbon {
  readonly path: string;
  readonly faint: boolean;
}

const manyRibbons = 12;

/** The part of an element that its pane shows, relative to the origin; a line at the pane's edge where it is scrolled away. */
function bandOf(element: Element, originTop: number): { band: Band; hidden: boolean } | undefined {
  const pane = element.closest('[data-pane-scroll]')?.getBoundingClientRect();
  if (pane === undefined) return undefined;
  const box = element.getBoundingClientRect();
  const clamp = (y: number) => Math.min(Math.max(y, pane.top + 1), pane.bottom - 1);
  const top = clamp(box.top);
  const bottom = clamp(box.bottom);
  return { band: { top: top - originTop, bottom: Math.max(bottom, top + 1.5) - originTop }, hidden: bottom - top < 2 };
}

function ribbonPath(left: number, right: number, from: Band, to: Band): string {
  const middle = (left + right) / 2;
  return `M${left} ${from.top} C${middle} ${from.top} ${middle} ${to.top} ${right} ${to.top} V${to.bottom} C${middle} ${to.bottom} ${middle} ${from.bottom} ${left} ${from.bottom} Z`;
}

function between(stage: HTMLElement, from: Element | null, to: Element | null): Ribbon[] {
  const leftPane = from?.closest('[data-pane]');
  const rightPane = to?.closest('[data-pane]');
  if (from === null || to === null || !leftPane || !rightPane) return [];
  const origin = stage.getBoundingClientRect();
  const a = bandOf(from, origin.top);
  const b = bandOf(to, origin.top);
  if (a === undefined || b === undefined) return [];
  const left = leftPane.getBoundingClientRect().right - origin.left;
  const right = rightPane.getBoundingClientRect().left - origin.left;
  // Stacked panes have no gap between them to draw in.
  if (right <= left) return [];
  return [{ path: ribbonPath(left, right, a.band, b.band), faint: a.hidden || b.hidden }];
}

function draw(stage: HTMLElement, thread: Thread): readonly Ribbon[] {
  const find = (selector: string) => stage.querySelector(selector);
  const ribbons: Ribbon[] = [];
  // More than these would be a smear, and each asks the whole page.
  for (const { pointer, ranges, writes } of thread.links.slice(0, manyRibbons)) {
    const field = find(`[data-pointer="${CSS.escape(pointer)}"]`);
    for (const [start] of ranges.slice(0, manyRibbons)) {
      const cell = [...stage.querySelectorAll<HTMLElement>('[data-range][data-lit]')].find((each) => {
        const [from = 0, to = 0] = each.dataset.range?.split('-').map(Number) ?? [];
        return from <= start && start < to;
      });
      ribbons.push(...between(stage, cell?.closest('[data-segment-row]') ?? null, field));
    }
    for (const write of writes.slice(0, manyRibbons))
      ribbons.push(...between(stage, field, find(`[data-write="${write}"]`)));
    if (ribbons.length > manyRibbons) break;
  }
  // Several elements of one segment make the same ribbon.
  return [...new Map(ribbons.map((ribbon) => [ribbon.path, ribbon])).values()];
}

/** Draws bands between what belongs together, as tools that compare files do. For the eye only. */
export function Ribbons({
  stage,
  thread,
}: {
  readonly stage: RefObject<HTMLElement | null>;
  readonly thread: Thread | undefined;
}) {
  const [ribbons, setRibbons] = useState<readonly Ribbon[]>([]);
  useEffect(() => {
    const element = stage.current;
    if (element === null || thread === undefined) return setRibbons([]);
    let frame = 0;
    const plan = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => setRibbons(draw(element, thread)));
    };
    plan();
    const sizes = new ResizeObserver(plan);
    // What a pane holds may grow after it was drawn: fonts arrive, further segments are loaded.
    for (const each of [element, ...element.querySelectorAll('[data-pane-scroll] > *')]) sizes.observe(each);
    element.addEventListener('scroll', plan, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      element.removeEventListener('scroll', plan, { capture: true });
    };
  }, [stage, thread]);
  return (
    <svg className={classes.ribbons} aria-hidden="true">
      {ribbons.map(({ path, faint }) => (
        <path key={path} d={path} data-faint={faint || undefined} />
      ))}
    </svg>
  );
}
