const dayMs = 86_400_000;

/** How near the end of something is: `soon` within thirty days. */
export function endingOf(
  at: string,
  nowMs: number,
): { readonly state: 'over' | 'soon' | 'far'; readonly words: string } {
  const days = Math.floor((Date.parse(at) - nowMs) / dayMs);
  if (Date.parse(at) <= nowMs) return { state: 'over', words: 'has ended' };
  const words = days === 0 ? 'less than a day left' : `${days} ${days === 1 ? 'day' : 'days'} left`;
  return { state: days < 30 ? 'soon' : 'far', words };
}
