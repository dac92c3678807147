import type { Finding } from '../finding.ts';

/** Byte offsets into the document as received: start inclusive, end exclusive. */
export type ByteRange = readonly [start: number, end: number];

/** The delimiters that an interchange declares in its ISA segment, each one byte, as characters (Latin-1). */
export interface Delimiters {
  readonly element: string;
  readonly component: string;
  /** Only from version 00402 on, where ISA11 became the repetition separator. */
  readonly repetition?: string;
  readonly terminator: string;
}

/** A segment with places. Elements, components and repetitions count from 1; asking beyond what is there answers '' and an empty range. */
export interface Segment {
  readonly id: string;
  /** Place in its transaction set, ST = 1 (what AK302 counts); 0 for envelope segments. */
  readonly position: number;
  /** The segment's bytes without its terminator. */
  readonly range: ByteRange;
  /** Number of elements present. */
  readonly count: number;
  /** The element's text as received, decoded as Latin-1; with a component or repetition, only that part. */
  text(element: number, component?: number, repetition?: number): string;
  rangeOf(element: number, component?: number, repetition?: number): ByteRange;
}

/** A loop of the standard as found: its own segments, and the loops inside it, each in the order of the document. */
export interface Loop {
  /** Loop name of the standard, such as `0300` or `LX`; `ST` for the set itself. For HL loops the children hang below their HL02 parent. */
  readonly id: string;
  readonly segments: readonly Segment[];
  readonly loops: readonly Loop[];
}

export interface TransactionSet {
  /** ST01, such as `945`. */
  readonly code: string;
  /** ST02. */
  readonly control: string;
  /** ST to SE, terminators excluded at the very end. */
  readonly range: ByteRange;
  /** All segments from ST to SE, as many as were there. */
  readonly segments: readonly Segment[];
  /** Segments placed in the loops of the standard. Present after `check` found a definition of the set. */
  readonly tree?: Loop | undefined;
  readonly findings: readonly Finding[];
  /** AK501: A accepted, E accepted with errors noted, R rejected. Set by `check`. */
  readonly status: 'A' | 'E' | 'R';
}

export interface FunctionalGroup {
  /** The GS segment as it stood; absent where it was missing. */
  readonly header?: Segment | undefined;
  /** The GE segment as it stood; absent where it was missing. */
  readonly trailer?: Segment | undefined;
  /** GS01, such as `SW`. */
  readonly functionalId: string;
  /** GS02 and GS03. */
  readonly sender: string;
  readonly receiver: string;
  /** GS04 and GS05 as written. */
  readonly date: string;
  readonly time: string;
  /** GS06. */
  readonly control: string;
  /** GS08, such as `004010`. */
  readonly version: string;
  readonly range: ByteRange;
  readonly sets: readonly TransactionSet[];
  /** Findings about the group itself; those of its sets are with the sets. */
  readonly findings: readonly Finding[];
  /** AK901: A accepted, E accepted with errors, P some sets rejected, R rejected. Set by `check`. */
  readonly status: 'A' | 'E' | 'P' | 'R';
}

export interface Party {
  /** ISA05 / ISA07, such as `ZZ`. */
  readonly qualifier: string;
  /** ISA06 / ISA08 without padding. */
  readonly id: string;
}

export interface Interchange {
  /** The ISA segment as it stood. */
  readonly header?: Segment | undefined;
  /** The IEA segment as it stood; absent where it was missing. */
  readonly trailer?: Segment | undefined;
  readonly sender: Party;
  readonly receiver: Party;
  /** ISA09 and ISA10 as written. */
  readonly date: string;
  readonly time: string;
  /** ISA12, such as `00401`. */
  readonly version: string;
  /** ISA13. */
  readonly control: string;
  /** ISA14 = 1: the sender asks for a TA1. */
  readonly ackRequested: boolean;
  /** ISA15: T test, P production, I information. */
  readonly usage: string;
  readonly delimiters: Delimiters;
  readonly range: ByteRange;
  readonly groups: readonly FunctionalGroup[];
  /** Segments of security and delivery services (ISB, ISE, ISX) after the ISA; nothing is done with them. */
  readonly services?: readonly Segment[] | undefined;
  /** TA1 segments found between ISA and GS/IEA. */
  readonly acknowledgements: readonly Segment[];
  /** Findings about the interchange itself. A `ta105` among them rejects it, unless it only notes a value that nothing depends on. */
  readonly findings: readonly Finding[];
  readonly status: 'A' | 'E' | 'R';
}

/** What a document holds. `findings` are those that belong to no interchange (junk between them, no ISA at all). */
export interface ParsedDocument {
  readonly interchanges: readonly Interchange[];
  readonly findings: readonly Finding[];
}
