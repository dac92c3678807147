import { bodyFindings } from './body-findings.ts';
import { envelopeFindings } from './envelope-findings.ts';

export type { CatalogueEntry } from './findings-entry.ts';

/** Every finding that the X12 engine can produce. A code that is not here does not compile. */
export const x12Findings = { ...envelopeFindings, ...bodyFindings } as const;

export type X12FindingCode = keyof typeof x12Findings;
