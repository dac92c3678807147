import type { AckCodes, Finding, FindingLevel, FindingTrigger } from '../finding.ts';
import { visible, withoutDeceit } from '../visible-text.ts';
import { type X12FindingCode, x12Findings } from './findings-catalogue.ts';

/** A loop as findings name it. */
export interface LoopPlace {
  readonly id: string;
  /** Its number in the diagram of the standard. */
  readonly number?: string | undefined;
}

/** What a finding tells beyond its code; absent and undefined mean the same. */
export interface FaultDetail {
  readonly level?: FindingLevel | undefined;
  readonly segment?: string | undefined;
  readonly position?: number | undefined;
  readonly element?: number | undefined;
  readonly component?: number | undefined;
  readonly offset?: number | undefined;
  readonly end?: number | undefined;
  readonly reference?: string | undefined;
  readonly loop?: LoopPlace | undefined;
  readonly received?: string | undefined;
  readonly expected?: string | undefined;
  readonly explanation: string;
  readonly corrected?: string | undefined;
  readonly trigger?: FindingTrigger | undefined;
  readonly ack?: AckCodes | undefined;
}

/** A finding shows so many characters of what stood there. */
export const SAID_LIMIT = 80;

/** Makes a finding of a documented code; its level is the catalogue's unless the detail says otherwise. */
export function fault(code: X12FindingCode, detail: FaultDetail): Finding {
  return findingOf(code, x12Findings[code].level, detail);
}

/** Makes a finding of a code of any catalogue; its level is the one given unless the detail says otherwise. */
export function findingOf(code: string, level: FindingLevel, detail: FaultDetail): Finding {
  return new MadeFinding(code, level, detail);
}

/** A document may have millions of faults. Made by a constructor, what they tell stands in the object itself; what is undefined is absent. */
class MadeFinding implements Finding {
  readonly code: string;
  readonly level: FindingLevel;
  declare readonly segment?: string;
  declare readonly position?: number;
  declare readonly element?: number;
  declare readonly component?: number;
  declare readonly offset?: number;
  declare readonly end?: number;
  declare readonly reference?: string;
  declare readonly loop?: string;
  declare readonly loopNumber?: string;
  declare readonly received?: string;
  declare readonly expected?: string;
  readonly explanation: string;
  declare readonly corrected?: string;
  declare readonly trigger?: FindingTrigger;
  declare readonly ack?: AckCodes;

  constructor(code: string, level: FindingLevel, detail: FaultDetail) {
    const { segment, position, element, component, offset, end, reference, loop, received, expected, corrected } =
      detail;
    this.code = code;
    this.level = detail.level ?? level;
    this.explanation = visible(detail.explanation);
    if (segment !== undefined) this.segment = segment;
    if (position !== undefined) this.position = position;
    if (element !== undefined) this.element = element;
    if (component !== undefined) this.component = component;
    if (offset !== undefined) this.offset = offset;
    if (end !== undefined) this.end = end;
    if (reference !== undefined) this.reference = reference;
    if (loop !== undefined) this.loop = loop.id;
    if (loop?.number !== undefined) this.loopNumber = loop.number;
    if (received !== undefined) this.received = cut(withoutDeceit(received));
    if (expected !== undefined) this.expected = expected;
    if (corrected !== undefined) this.corrected = corrected;
    if (detail.trigger !== undefined) this.trigger = detail.trigger;
    if (detail.ack !== undefined) this.ack = detail.ack;
  }
}

function cut(text: string): string {
  return text.length > SAID_LIMIT ? `${text.slice(0, SAID_LIMIT - 1)}…` : text;
}
