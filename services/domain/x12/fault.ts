import type { AckCodes, Finding, FindingLevel, FindingTrigger } from '../finding.ts';
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
  readonly said?: string | undefined;
  readonly expected?: string | undefined;
  readonly explanation: string;
  readonly corrected?: string | undefined;
  readonly trigger?: FindingTrigger | undefined;
  readonly ack?: AckCodes | undefined;
}

/** A finding shows so many characters of what stood there. */
export const SAID_LIMIT = 80;
/** Control characters of ASCII and Latin-1. */
const NOT_VISIBLE = /\p{Cc}/gu;

/** Makes a finding of a documented code; its level is the catalogue's unless the detail says otherwise. */
export function fault(code: X12FindingCode, detail: FaultDetail): Finding {
  return findingOf(code, x12Findings[code].level, detail);
}

/** Makes a finding of a code of any catalogue; its level is the one given unless the detail says otherwise. */
export function findingOf(code: string, level: FindingLevel, detail: FaultDetail): Finding {
  const made: Record<string, unknown> = { code, level };
  for (const [key, value] of Object.entries(detail)) if (value !== undefined) made[key] = value;
  made.explanation = visible(detail.explanation);
  if (detail.loop !== undefined) {
    made.loop = detail.loop.id;
    if (detail.loop.number !== undefined) made.loopNumber = detail.loop.number;
  }
  if (detail.said !== undefined) made.said = cut(detail.said);
  return made as unknown as Finding;
}

/** One column for each character: what cannot be shown becomes a dot. */
export function visible(text: string): string {
  return text.replace(NOT_VISIBLE, '·');
}

function cut(text: string): string {
  return text.length > SAID_LIMIT ? `${text.slice(0, SAID_LIMIT - 1)}…` : text;
}
