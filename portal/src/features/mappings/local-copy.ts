/** What somebody typed and has not saved, kept in this browser: a closed window loses nothing. */
export interface LocalCopy {
  readonly text: string;
  /** Hash of the version that it began from. */
  readonly from: string;
  readonly at: string;
}

const keyOf = (partnerId: string, mapping: string) => `crossdock mapping ${partnerId} ${mapping}`;

export function readCopy(partnerId: string, mapping: string): LocalCopy | undefined {
  try {
    const kept = localStorage.getItem(keyOf(partnerId, mapping));
    return kept === null ? undefined : (JSON.parse(kept) as LocalCopy);
  } catch {
    return undefined;
  }
}

/** A browser without room, or one that keeps nothing, is no reason to stop. @returns whether it is kept */
export function keepCopy(partnerId: string, mapping: string, copy: LocalCopy): boolean {
  try {
    localStorage.setItem(keyOf(partnerId, mapping), JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

export function dropCopy(partnerId: string, mapping: string): void {
  try {
    localStorage.removeItem(keyOf(partnerId, mapping));
  } catch {
    // Nothing was kept.
  }
}
