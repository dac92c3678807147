import type { FindingLevel } from '../finding.ts';

/** What stands in `specs/errors.md` for a code: who is offended, what it means, what to do. */
export interface CatalogueEntry {
  readonly level: FindingLevel;
  readonly meaning: string;
  readonly remedy: string;
}

/** A fault by the standard. */
export const standard = (meaning: string, remedy: string) => ({ level: 'standard', meaning, remedy }) as const;
/** A remark that no acknowledgement mentions. */
export const note = (meaning: string, remedy: string) => ({ level: 'note', meaning, remedy }) as const;
