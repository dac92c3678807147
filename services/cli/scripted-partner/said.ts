/** What a scripted partner knows of the frame that it is to answer. */
export interface Turn {
  readonly scenario: string;
  readonly frame: string;
  /** The fixture number of the run. */
  readonly number: string;
  /** A number that no other document of this partner has. */
  readonly control: number;
  /** The partner's own, where it is a carrier. */
  readonly scac: string;
}

/** A set with its group: functional id and segments, ST first, SE added later. */
export interface Said {
  readonly functional: string;
  readonly segments: readonly string[];
}

/** Today, or so many days from it, as X12 writes it. */
export const day = (from = 0): string =>
  new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');

/** The last six letters and digits of a number, for numbers that are made of it. */
export const short = (number: string): string => number.replace(/\W/g, '').slice(-6);
