import type { Finding } from '../../finding.ts';
import type { ListLimits } from '../../finding-list.ts';
import type { FunctionalGroup, Interchange, ParsedDocument, TransactionSet } from '../model.ts';
import { type Ceilings, type Counted, refusedReading, tooMany } from './ceiling.ts';
import { DocumentReader } from './document-reader.ts';
import type { GroupHead, InterchangeHead, ReadSink } from './read-sink.ts';
import { newTape } from './tape.ts';

const unlimited: Ceilings = { interchanges: Number.POSITIVE_INFINITY, sets: Number.POSITIVE_INFINITY };

/**
 * Reads a document: delimiters from each ISA, offsets of every segment and element, envelopes with their counts and control numbers.
 * Never throws: whatever is wrong is a finding. Values are decoded only when asked for.
 * @param limits how many findings are listed one by one.
 * @param ceilings where the document holds more, reading stops, and what is answered is the first interchange alone, refused.
 */
export function read(bytes: Uint8Array, limits?: ListLimits, ceilings = unlimited): ParsedDocument {
  const collected = new CollectedReading(ceilings);
  try {
    new DocumentReader(newTape(bytes), collected, limits).run(true);
  } catch (error) {
    if (!(error instanceof CeilingPassed)) throw error;
    const finding = tooMany(error.kind, error.ceiling, { offset: error.offset, size: bytes.length });
    return refusedReading(collected.first, finding, bytes.length);
  }
  const { interchanges, findings } = collected;
  return { interchanges, findings };
}

/** Ends the reading from within the sink; never leaves this file. */
class CeilingPassed extends Error {
  readonly kind: Counted;
  readonly ceiling: number;
  readonly offset: number;

  constructor(kind: Counted, ceiling: number, offset: number) {
    super();
    this.kind = kind;
    this.ceiling = ceiling;
    this.offset = offset;
  }
}

/** Puts what is read together again. */
class CollectedReading implements ReadSink {
  readonly findings: Finding[] = [];
  readonly interchanges: Interchange[] = [];
  first: InterchangeHead | undefined;
  readonly #ceilings: Ceilings;
  #groups: FunctionalGroup[] = [];
  #sets: TransactionSet[] = [];
  #interchangeCount = 0;
  #groupCount = 0;
  #setCount = 0;

  constructor(ceilings: Ceilings) {
    this.#ceilings = ceilings;
  }

  finding(finding: Finding): void {
    this.findings.push(finding);
  }

  openInterchange(head: InterchangeHead): void {
    this.first ??= head;
    this.#interchangeCount += 1;
    this.#stopAbove('interchanges', this.#interchangeCount, this.#ceilings.interchanges, head.header?.range[0]);
    this.#groups = [];
  }

  openGroup(head: GroupHead): void {
    this.#groupCount += 1;
    this.#stopAbove('functional groups', this.#groupCount, this.#ceilings.sets, head.header?.range[0]);
    this.#sets = [];
  }

  set(set: TransactionSet): void {
    this.#setCount += 1;
    this.#stopAbove('transaction sets', this.#setCount, this.#ceilings.sets, set.range[1]);
    this.#sets.push(set);
  }

  closeGroup(group: Omit<FunctionalGroup, 'sets'>): void {
    this.#groups.push({ ...group, sets: this.#sets });
  }

  closeInterchange(interchange: Omit<Interchange, 'groups'>): void {
    const { acknowledgements, range } = interchange;
    this.#stopAbove('TA1 segments', acknowledgements.length, this.#ceilings.sets, range[1]);
    this.interchanges.push({ ...interchange, groups: this.#groups });
  }

  #stopAbove(kind: Counted, count: number, ceiling: number, offset = 0): void {
    if (count > ceiling) throw new CeilingPassed(kind, ceiling, offset);
  }
}
