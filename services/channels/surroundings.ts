/** What channels get from outside, as the operator set it. */
export interface Surroundings {
  /** Folders of the hub's machine below which endpoints may be; none unless the operator names them. */
  readonly folders: readonly string[];
  /** The most bytes that one document may have. */
  readonly limitBytes: number;
  /** Running time in milliseconds, for tests that do not wait. */
  readonly ticks?: () => number;
}
