import type { EventData } from './events.ts';
import { setErrorMeaning } from './x12/acknowledge/acknowledge-set.ts';

/** What a 997 or 999 says of one group. */
export type AcknowledgedGroup = EventData['document.acknowledged.v1'];

/** `940 0001 (3: control numbers differ)`. */
function nameOf({ set, control, errorCodes = [] }: NonNullable<AcknowledgedGroup['sets']>[number]): string {
  const why = errorCodes.map((code) => `${code}: ${setErrorMeaning(code)}`).join(', ');
  return `${set} ${control}${why === '' ? '' : ` (${why})`}`;
}

const mostNamed = 20;

/** The sets that are not accepted as they are, with their reasons, the first twenty; empty where none is named. */
export function faultySets(groups: readonly AcknowledgedGroup[]): string {
  const faulty = groups.flatMap(({ sets = [] }) => sets.filter(({ status }) => status !== 'accepted'));
  return faulty.slice(0, mostNamed).map(nameOf).join(', ');
}

/** What it comes to: a group that is accepted with a set in it that is not is accepted in part, whatever its AK9 says. */
export function verdictOfGroup({ status, sets = [] }: AcknowledgedGroup): AcknowledgedGroup['status'] {
  const isWhole = status === 'accepted' || status === 'accepted-with-errors';
  return isWhole && sets.some((set) => set.status === 'rejected') ? 'partially-accepted' : status;
}
