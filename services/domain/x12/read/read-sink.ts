import type { Finding } from '../../finding.ts';
import type { FunctionalGroup, Interchange, TransactionSet } from '../model.ts';

/** What is known of an interchange when its ISA was read. */
export type InterchangeHead = Omit<
  Interchange,
  'trailer' | 'range' | 'groups' | 'services' | 'acknowledgements' | 'findings' | 'status'
>;

/** What is known of a group when its GS was read. */
export type GroupHead = Omit<FunctionalGroup, 'trailer' | 'range' | 'sets' | 'findings' | 'status'>;

/** Takes what is read, in the order of the document, as soon as it is known. */
export interface ReadSink {
  /** A finding that belongs to no interchange. */
  finding(finding: Finding): void;
  openInterchange(head: InterchangeHead): void;
  openGroup(head: GroupHead): void;
  set(set: TransactionSet): void;
  closeGroup(group: Omit<FunctionalGroup, 'sets'>): void;
  closeInterchange(interchange: Omit<Interchange, 'groups'>): void;
}
