/** A case in words, as the catalogue of its kind puts them. */
export interface CaseKind<Facts> {
  /** Who has to act: the integration team, the partner, or the operator of the hub. */
  readonly owner: 'team' | 'partner' | 'operator';
  /** `error`: something does not go on. `warning`: it goes on, and will not for ever. */
  readonly severity: 'error' | 'warning';
  /** It speaks of the inside of our house, such as Odoo: the partner that it is about is not shown it. */
  readonly isInside?: true;
  /** Cases of one fingerprint about one subject are one case while it is open; the kind itself unless given. */
  readonly fingerprint?: (facts: Facts) => string;
  readonly title: (facts: Facts) => string;
  /** What has happened. */
  readonly detail: (facts: Facts) => string;
  /** What to do. Absent where `specs/errors.md` says it under the fingerprint's code. */
  readonly remedy?: (facts: Facts) => string;
}

export const kind = <Facts>(entry: CaseKind<Facts>) => entry;
