/** Scrolls a pane, and only the pane, so that the element stands in its middle; does nothing when it is in sight. */
export function revealIn(pane: HTMLElement, element: Element): void {
  const box = element.getBoundingClientRect();
  const frame = pane.getBoundingClientRect();
  const marginPx = 28;
  if (box.top >= frame.top + marginPx && box.bottom <= frame.bottom - marginPx) return;
  const top = pane.scrollTop + box.top - frame.top - (frame.height - box.height) / 2;
  pane.scrollTo({ top, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
}
