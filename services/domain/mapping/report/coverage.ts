import type { ReadDocument } from '../../documents/read-document.ts';
import type { MappedEvent } from '../../events.ts';
import type { Guide } from '../../guide/guide.ts';
import type { TransactionSet } from '../../x12/model.ts';
import type { SetDefinition } from '../../x12/standard/set-definition.ts';
import type { Mapping } from '../language/plan.ts';
import { type DroppedPlace, droppedElements, droppedNodes } from './dropped-values.ts';
import { type FieldCoverage, fieldCoverage } from './field-coverage.ts';
import { type MandatoryElement, mandatoryElements } from './mandatory-elements.ts';
import { type UndeclaredPlace, undeclaredPlaces } from './undeclared-places.ts';

/** What the coverage of a mapping is measured against; each part is there for what it is given. */
export interface CoverageBasis {
  /** The set's definition in the standard: for the mandatory elements. */
  readonly definition?: SetDefinition;
  /** The partner's guide, which makes more elements mandatory. */
  readonly guide?: Guide;
  /** Checked sets of sample documents: for what is dropped. */
  readonly sets?: readonly TransactionSet[];
  /** Sample documents of a mapping that reads JSON, XML or CSV. */
  readonly documents?: readonly ReadDocument[];
  /** What the mapping made of the samples: for what is filled in practice. */
  readonly events?: readonly MappedEvent[];
}

export interface Coverage {
  /** Mandatory elements of the standard and the guide in the order of the set, and whether the mapping reads or writes them. */
  readonly mandatory: readonly MandatoryElement[];
  /** Every field of the canonical events. */
  readonly fields: readonly FieldCoverage[];
  /** Places of the samples whose values were not taken, most often first. */
  readonly dropped: readonly DroppedPlace[];
  /** Places of the set that a mapping of X12 neither reads nor declares to leave out, in the order of the set. */
  readonly undeclared: readonly UndeclaredPlace[];
}

/** What a mapping takes and fills, and what it leaves behind. Pure; linear in the samples times the paths of the mapping. */
export function coverage(mapping: Mapping, basis: CoverageBasis = {}): Coverage {
  const { guide, sets = [], documents = [] } = basis;
  const definition = basis.definition ?? guide?.definition;
  const roots = documents.map(({ root }) => root).filter((root) => root !== undefined);
  const dropped =
    mapping.direction === 'inbound' ? [...droppedElements(mapping, sets), ...droppedNodes(mapping, roots)] : [];
  return {
    mandatory: definition ? mandatoryElements(mapping, definition, guide) : [],
    fields: fieldCoverage(mapping, basis.events),
    dropped: dropped.sort((a, b) => b.dropped - a.dropped || (a.place < b.place ? -1 : 1)),
    undeclared: definition && mapping.direction === 'inbound' ? undeclaredPlaces(mapping, definition) : [],
  };
}
