import { parse } from 'yaml';
import { fileText } from '../mapping/support.ts';

/** A document that breaks a rule, and the same one put right. */
export interface Case {
  readonly set: string;
  readonly name: string;
  readonly code: string;
  /** Of the finding: its place, what was received and what was expected. */
  readonly finding: Readonly<Record<string, unknown>>;
  /** Segments between ST and SE, one a line. */
  readonly good: string;
  readonly bad: string;
}

export const cases = parse(fileText('test/domain/trade-rules/impossible-cases.yaml')) as readonly Case[];
