/** Who is offended by a fault: the X12 standard, the partner's guide, common sense of the trade, or nobody (a remark). */
export type FindingLevel = 'standard' | 'guide' | 'business' | 'note';

/** The acknowledgement codes that a finding causes; each is absent where the finding causes none. */
export interface AckCodes {
  /** TA105, interchange note code (three digits). */
  readonly ta105?: string;
  /** AK905–909, functional group error. */
  readonly ak905?: string;
  /** AK901 where the code of the group is only noted: by itself one rejects it. */
  readonly ak901?: 'E';
  /** AK502–506, transaction set error. */
  readonly ak502?: string;
  /** AK304, segment error. */
  readonly ak304?: string;
  /** AK403, element error. */
  readonly ak403?: string;
  /** IK304, IK403 and IK502–506 of a 999 where they differ from the 997's, as the codes for a broken guide do (`I7`, `I9`). */
  readonly ik304?: string;
  readonly ik403?: string;
  readonly ik502?: string;
  /** IK501 where a guide rejects the set for this: by itself what a guide wants makes an E. */
  readonly ik501?: 'R';
}

/** The place whose value makes a conditional rule apply; counted as in a finding. */
export interface FindingTrigger {
  readonly segment: string;
  readonly position: number;
  readonly loopNumber?: string;
  readonly element?: number;
  readonly component?: number;
  /** Data element reference number. */
  readonly reference?: string;
}

/**
 * A fault in a document. Data, never thrown. The names of the place are X12's own:
 * `position` counts segments from ST = 1 (AK302), `element` and `component` count from 1.
 * `offset` and `end` are byte offsets into the document as received (`end` exclusive).
 */
export interface Finding {
  /** Present where the finding stands for so many of its code and level that are not listed one by one; it has no place then. Absent is one. */
  readonly count?: number;
  /** Stable, dotted, lower case: `x12.element.code-unknown`. Every code stands in `specs/errors.md`. */
  readonly code: string;
  readonly level: FindingLevel;
  readonly segment?: string;
  readonly position?: number;
  readonly element?: number;
  readonly component?: number;
  readonly offset?: number;
  readonly end?: number;
  /** In documents that have lines (JSON, XML, CSV), both from 1; columns count characters. */
  readonly line?: number;
  readonly column?: number;
  /** Where the value stands in a document that is no X12, such as `orders[2]/lines[1]/sku`. */
  readonly place?: string;
  /** Data element reference number, such as 353 (AK402). */
  readonly reference?: string;
  /** Name of the loop that holds the segment, where one does: the id of its first segment. */
  readonly loop?: string;
  /** The loop's number in the diagram of the standard, where the data know it (AK303, IK303). */
  readonly loopNumber?: string;
  /** What stood there, cut to 80 characters. */
  readonly received?: string;
  readonly expected?: string;
  /** One plain sentence: what is wrong and what to do. */
  readonly explanation: string;
  /** The segment as it ought to be, where that can be computed. */
  readonly corrected?: string;
  /** The segment, and the element in it, that make the broken rule apply (CTX of a 999). */
  readonly trigger?: FindingTrigger;
  readonly ack?: AckCodes;
}
