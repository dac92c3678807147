/** Who has to act on an error. */
export type ErrorOwner = 'sender' | 'operator' | 'developer';

export interface ErrorEntry {
  /** HTTP status of the problem. */
  readonly status: number;
  /** `later`: the same again may succeed. `never`: the same again fails again. */
  readonly retry: 'later' | 'never';
  readonly owner: ErrorOwner;
  /** The hub refuses on purpose and tells the operator once, not in the log of each request. */
  readonly onPurpose?: true;
  readonly title: string;
  readonly meaning: string;
  readonly remedy: string;
}

export const sender = (status: number, title: string, meaning: string, remedy: string) =>
  ({ status, retry: 'never', owner: 'sender', title, meaning, remedy }) as const;
