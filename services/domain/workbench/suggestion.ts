import type { Mapping } from '../mapping/language/plan.ts';
import type { Insertion } from './mapping-text.ts';

/** A mapping of a template. */
export interface TemplateMapping {
  readonly template: string;
  /** Below its folder `mappings`. */
  readonly file: string;
  readonly text: string;
  readonly mapping: Mapping;
}

export interface Suggestion extends Insertion {
  /** The field that is filled, or the element that is written. */
  readonly field: string;
  /** The event of the field. */
  readonly event?: string;
  /** One sentence: where it comes from. */
  readonly because: string;
  /** What the sample brings with it. */
  readonly value?: string;
}
