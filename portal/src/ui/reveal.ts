const marginPx = 28;
/** Rows out of sight have a guessed height until they are drawn, so one scroll may miss; after a few it stands. */
const passes = 6;

function isInSight(pane: HTMLElement, element: Element): boolean {
  const box = element.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  return box.top >= frame.top + marginPx && box.bottom <= frame.bottom - marginPx;
}

function centre(pane: HTMLElement, element: Element, passesLeft: number): void {
  const box = element.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  const distance = box.top - frame.top - (frame.height - box.height) / 2;
  const near = Math.abs(distance) < 2 * frame.height && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  pane.scrollTo({ top: pane.scrollTop + distance, behavior: near ? 'smooth' : 'auto' });
  if (near || passesLeft === 0) return;
  requestAnimationFrame(() => {
    if (!isInSight(pane, element)) centre(pane, element, passesLeft - 1);
  });
}

/** Scrolls a pane, and only the pane, so that the element stands in its middle; does nothing when it is in sight. */
export function revealIn(pane: HTMLElement, element: Element): void {
  if (!isInSight(pane, element)) centre(pane, element, passes);
}
