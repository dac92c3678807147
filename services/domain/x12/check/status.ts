import type { AckCodes, Finding } from '../../finding.ts';
import type { X12FindingCode } from '../findings-catalogue.ts';
import type { TransactionSet } from '../model.ts';

/** Set errors that leave nothing to accept: AK502 1, 2, 3, 4, 6, 7 and 23; 5 only says that segments have errors. */
const ALLOWED_SET_ERROR = '5';
/** A segment cannot be placed, so that what it says is lost, or a mandatory one is missing. */
const FATAL_SEGMENT = new Set(['2', '3']);
/** A mandatory element is missing, or a value cannot be read: bad character, date, time. */
const FATAL_ELEMENT = new Set(['1', '6', '8', '9']);

/** A set whose group or interchange is rejected is rejected with it; one that lacks a segment which it needs, misspelt as it is, lacks what hangs on it. */
const FATAL_CODES: ReadonlySet<string> = new Set<X12FindingCode>(['x12.set.envelope-rejected', 'x12.segment.misspelt']);

/**
 * AK501 that the findings of a set cause: R where something demanded is missing or unreadable or a guide rejects the set,
 * E where it can still be understood.
 */
export function setStatus(findings: readonly Finding[]): 'A' | 'E' | 'R' {
  let status: 'A' | 'E' = 'A';
  for (const { ack, level, code } of findings) {
    if (rejectsSet(code, ack)) return 'R';
    if (level === 'standard' || level === 'guide') status = 'E';
  }
  return status;
}

/** Whether a finding of this code and these acknowledgement codes rejects the set that it is about. */
export function rejectsSet(code: string, ack: AckCodes | undefined): boolean {
  if (FATAL_CODES.has(code)) return true;
  if (ack === undefined) return false;
  const { ik501, ak502, ak304, ak403 } = ack;
  if (ik501 === 'R') return true;
  if (ak502 !== undefined && ak502 !== ALLOWED_SET_ERROR) return true;
  return (ak304 !== undefined && FATAL_SEGMENT.has(ak304)) || (ak403 !== undefined && FATAL_ELEMENT.has(ak403));
}

/** AK501 in a 997, which knows the standard only: what nothing but a guide has noted is accepted; a set that a guide rejects stays rejected. */
export function statusWithoutGuide({ status, findings }: Pick<TransactionSet, 'status' | 'findings'>): 'A' | 'E' | 'R' {
  return status === 'E' ? setStatus(findings.filter(({ level }) => level !== 'guide')) : status;
}

/** How many sets a group has, how many of them are rejected, and whether one has errors noted. */
export interface SetTally {
  sets: number;
  rejected: number;
  noted: boolean;
}

export const newTally = (): SetTally => ({ sets: 0, rejected: 0, noted: false });

/** Counts one set. */
export function countSet(tally: SetTally, { status }: Pick<TransactionSet, 'status'>): void {
  tally.sets += 1;
  if (status === 'R') tally.rejected += 1;
  else if (status === 'E') tally.noted = true;
}

/** AK901 of a group: R for a fault of the group itself or when every set is rejected, P when some are, E when one has errors noted. */
export function groupStatus(group: {
  readonly sets: readonly Pick<TransactionSet, 'status'>[];
  readonly findings: readonly Finding[];
}): 'A' | 'E' | 'P' | 'R' {
  const tally = newTally();
  for (const set of group.sets) countSet(tally, set);
  return statusOfCounted(tally, group.findings);
}

/** Whether a finding about a group itself rejects the group, and all sets in it. */
export const rejectsGroup = ({ ack }: Finding): boolean => ack?.ak905 !== undefined && ack.ak901 === undefined;

/** `groupStatus` of a group whose sets were counted. */
export function statusOfCounted(
  { sets, rejected, noted }: SetTally,
  findings: readonly Finding[],
): 'A' | 'E' | 'P' | 'R' {
  if (findings.some(rejectsGroup)) return 'R';
  if (rejected > 0) return rejected === sets ? 'R' : 'P';
  return noted || findings.some((finding) => finding.level === 'standard') ? 'E' : 'A';
}

/** TA105 codes of faults that leave an interchange readable and its parties known: they are noted, and what is in it goes on. */
const NOTED_ONLY = new Set([
  '000',
  '002',
  '003',
  '005',
  '007',
  '010',
  '011',
  '012',
  '013',
  '014',
  '015',
  '016',
  '017',
  '019',
  '027',
]);

/** Whether a finding rejects what it is about, be it a set, a group or an interchange. */
export function rejects({ code, ack }: Pick<Finding, 'code' | 'ack'>): boolean {
  return (
    rejectsSet(code, ack) || (ack?.ak905 ?? '') !== '' || (ack?.ta105 !== undefined && rejectsInterchange(ack.ta105))
  );
}

/** Whether a finding with this TA105 rejects the interchange. */
export function rejectsInterchange(ta105: string): boolean {
  return !NOTED_ONLY.has(ta105);
}

/** TA104 of an interchange: R for a finding with a TA105 code that rejects, E for another fault of the envelope. */
export function interchangeStatus(findings: readonly Finding[]): 'A' | 'E' | 'R' {
  if (findings.some(({ ack }) => ack?.ta105 !== undefined && rejectsInterchange(ack.ta105))) return 'R';
  return findings.some(({ level }) => level === 'standard') ? 'E' : 'A';
}
