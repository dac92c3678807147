import type { Journey } from '../../lib/contract.ts';

type Stage = Journey['stage'];

/** What a stage is for, as its line says. */
export const stageMeans = (stage: Stage, side: 'team' | 'partner'): string =>
  (side === 'partner' && meansToPartner[stage]) || means[stage];

const meansToPartner: Partial<Record<Stage, string>> = {
  registered: 'Somebody of yours can sign in',
  profile: 'Who you are, what you exchange, whom to ask',
};
const means: Readonly<Record<Stage, string>> = {
  registered: 'Somebody of the partner can sign in',
  profile: 'Who they are, what they exchange, whom to ask',
  agreement: 'Documents, clocks and acknowledgements, signed by both',
  connection: 'Each channel is tested',
  'document-tests': 'Each document passes its tests',
  'mapping-approved': 'Somebody else than the author has reviewed it',
  'parallel-run': 'Real traffic beside the old way, without effect',
  'go-live': 'Asked for, approved by two, released',
  hypercare: 'Watched closely for the first days',
  live: 'Production runs it',
  change: 'Something is being changed; production goes on',
  suspended: 'Held by a person',
  retired: 'Off-boarded',
};

/** `3 days`, `half a day`, `less than an hour`: an age as people say it. */
export function ageWords(ms: number): string {
  const hours = ms / 3_600_000;
  if (hours < 1) return 'less than an hour';
  if (hours < 36) return `${Math.round(hours)} hour${Math.round(hours) === 1 ? '' : 's'}`;
  const days = Math.round(hours / 24);
  return `${days} day${days === 1 ? '' : 's'}`;
}

export const minuteWords = (minutes: number | undefined): string | undefined =>
  minutes === undefined ? undefined : `about ${minutes} minute${minutes === 1 ? '' : 's'}`;
