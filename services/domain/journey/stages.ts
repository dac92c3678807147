/** The way of a partner, in its order; `change`, `suspended` and `retired` lie beside it. */
export const stages = [
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
  'change',
  'suspended',
  'retired',
] as const;
export type Stage = (typeof stages)[number];

/** Stages that have a gate: requirements that must be met before the next one is entered. */
export const gates = stages.slice(0, stages.indexOf('live')) as readonly Stage[];

/** Stages that come before production for each document. */
export const beforeProduction = stages.slice(0, stages.indexOf('hypercare')) as readonly Stage[];
