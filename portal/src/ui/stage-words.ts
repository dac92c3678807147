import type { PartnerSummary } from '../lib/contract.ts';
import type { Tone } from './tag.tsx';

export type Stage = PartnerSummary['stage'];

export const kinds: Readonly<Record<PartnerSummary['kind'], string>> = {
  carrier: 'Carrier',
  '3pl': '3PL',
  'carrier-3pl': 'Carrier and 3PL',
};

/** The onboarding journey in its order; change, suspended and retired stand beside it. */
export const journey = [
  'registered',
  'profile',
  'agreement',
  'connection',
  'document-tests',
  'mapping-approved',
  'parallel-run',
  'go-live',
  'hypercare',
  'live',
] as const satisfies readonly Stage[];

/** `document-tests` as `Document tests`. */
export function stageWords(stage: Stage): string {
  const words = stage.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function stageTone(stage: Stage): Tone {
  if (stage === 'live') return 'green';
  if (stage === 'suspended') return 'red';
  if (stage === 'retired') return 'slate';
  return 'accent';
}
