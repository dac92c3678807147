import type { Finding } from '../../finding.ts';
import type { ListLimits } from '../../finding-list.ts';
import type { FunctionalGroup, Interchange, Reading, TransactionSet } from '../model.ts';
import { DocumentReader } from './document-reader.ts';
import type { ReadSink } from './read-sink.ts';
import { newTape } from './tape.ts';

/**
 * Reads a document: delimiters from each ISA, offsets of every segment and element, envelopes with their counts and control numbers.
 * Never throws: whatever is wrong is a finding. Values are decoded only when asked for. `limits` say how many findings are listed one by one.
 */
export function read(bytes: Uint8Array, limits?: ListLimits): Reading {
  const collected = new CollectedReading();
  new DocumentReader(newTape(bytes), collected, limits).run(true);
  const { interchanges, findings } = collected;
  return { interchanges, findings };
}

/** Puts what is read together again. */
class CollectedReading implements ReadSink {
  readonly findings: Finding[] = [];
  readonly interchanges: Interchange[] = [];
  #groups: FunctionalGroup[] = [];
  #sets: TransactionSet[] = [];

  finding(finding: Finding): void {
    this.findings.push(finding);
  }

  openInterchange(): void {
    this.#groups = [];
  }

  openGroup(): void {
    this.#sets = [];
  }

  set(set: TransactionSet): void {
    this.#sets.push(set);
  }

  closeGroup(group: Omit<FunctionalGroup, 'sets'>): void {
    this.#groups.push({ ...group, sets: this.#sets });
  }

  closeInterchange(interchange: Omit<Interchange, 'groups'>): void {
    this.interchanges.push({ ...interchange, groups: this.#groups });
  }
}
