/** A step of a connection test as it ended. */
export interface ConnectionStep {
  /** What was tried, such as `A message signed with another certificate`. */
  readonly title: string;
  /** Whether it is to work, or to be refused. */
  readonly wants: 'works' | 'refused';
  readonly state: 'good' | 'bad' | 'left-out';
  /** What was seen, in a sentence. */
  readonly says: string;
  /** What to do where it did not end as it should, and who does it. */
  readonly remedy?: string;
}

/** `loopback`: on the hub's machine alone. `host`: with the partner's machine. */
export const connectionStages = ['loopback', 'host'] as const;
export type ConnectionStage = (typeof connectionStages)[number];
