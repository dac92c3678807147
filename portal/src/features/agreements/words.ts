import type { Agreement } from '../../lib/contract.ts';

/** Acknowledgements themselves are not acknowledged. */
export const acknowledgedBy = ({ set, acknowledgement }: Agreement): string =>
  set === '997' || set === '999' ? 'not acknowledged' : acknowledgement.functional;

/** `1440` as `1 day`, `90` as `90 minutes`. */
export function minutesWords(minutes: number): string {
  const [count, unit] =
    minutes % 1440 === 0 ? [minutes / 1440, 'day'] : minutes % 60 === 0 ? [minutes / 60, 'hour'] : [minutes, 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** `1440` as the contract takes it: `1d`. */
export function minutesCode(minutes: number): string {
  if (minutes % 1440 === 0) return `${minutes / 1440}d`;
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}
