/** Something in the standards data that contradicts itself. */
export interface StandardsFault {
  readonly version: string;
  readonly part: 'version' | 'element' | 'segment' | 'set';
  /** Number of the element, id of the segment, code of the set; empty for the version itself. */
  readonly key: string;
  /** A sentence: what is wrong, and what to do where that is not plain. */
  readonly message: string;
}

/** Standards data that cannot be used; `faults` has all of them, the message too. */
export class StandardsError extends Error {
  readonly faults: readonly StandardsFault[];

  constructor(faults: readonly StandardsFault[]) {
    super(faults.map(({ version, message }) => `X12 ${version}: ${message}`).join('\n'));
    this.name = 'StandardsError';
    this.faults = faults;
  }
}
