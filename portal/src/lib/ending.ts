const dayMs = 86_400_000;

/** `less than a day`, `12 days`, `3 years`. */
function spanOf(days: number): string {
  if (days === 0) return 'less than a day';
  if (days >= 730) return `${Math.floor(days / 365)} years`;
  return `${days} ${days === 1 ? 'day' : 'days'}`;
}

/** How near the end of something is: `soon` within thirty days. */
export function endingOf(
  at: string,
  nowMs: number,
): { readonly state: 'over' | 'soon' | 'far'; readonly words: string } {
  const days = Math.floor((Date.parse(at) - nowMs) / dayMs);
  if (Date.parse(at) <= nowMs) return { state: 'over', words: 'has ended' };
  return { state: days < 30 ? 'soon' : 'far', words: `${spanOf(days)} left` };
}
