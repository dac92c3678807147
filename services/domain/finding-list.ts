import { countedOne, UnlistedKinds } from './counted-findings.ts';
import type { Finding, FindingLevel } from './finding.ts';
import { rejects } from './x12/check/status.ts';

/**
 * How many findings are listed one by one. A limit shortens the list and nothing else: what is not listed is counted by a finding with `count`, and
 * verdicts, acknowledgement codes and totals come from listed and counted ones alike. What rejects has places that nothing else takes: an acknowledgement
 * that rejects says for what.
 */
export interface ListLimits {
  /** Findings at the same segment id and element of a set. */
  readonly samePlace: number;
  /** Notes of the standard's check there. */
  readonly sameNote: number;
  /** Findings of one check (envelope, standard, guide, rules, mapping) in one set, group or interchange. */
  readonly list: number;
  /** Findings of one check in the whole document. */
  readonly document: number;
}

export const usualLimits: ListLimits = { samePlace: 10, sameNote: 3, list: 500, document: 10_000 };

const { POSITIVE_INFINITY } = Number;
export const withoutLimits: ListLimits = {
  samePlace: POSITIVE_INFINITY,
  sameNote: POSITIVE_INFINITY,
  list: POSITIVE_INFINITY,
  document: POSITIVE_INFINITY,
};

const MOST_RESERVED = 2000;

/** What one check may still list of one document. */
export class FindingRoom {
  readonly limits: ListLimits;
  #left: number;
  /** The last places are for findings that reject. */
  readonly #reserved: number;

  constructor(limits: ListLimits = usualLimits) {
    this.limits = limits;
    this.#left = limits.document;
    this.#reserved = Math.min(MOST_RESERVED, Math.floor(limits.document / 5));
  }

  /** Takes the room for one finding; false where none is left. */
  take(isRejecting: boolean): boolean {
    if (this.#left <= (isRejecting ? 0 : this.#reserved)) return false;
    this.#left -= 1;
    return true;
  }

  /** The finding while there is room, else one that counts it. */
  admit(finding: Finding): Finding {
    return finding.count !== undefined || this.take(rejects(finding)) ? finding : countedOne(finding);
  }
}

/** How many findings one of a list stands for. */
export const countOf = ({ count = 1 }: Finding): number => count;

/** How many findings of a code and level there are, and how many of them are listed one by one. */
export interface FindingTotal {
  readonly code: string;
  readonly level: FindingLevel;
  readonly total: number;
  readonly listed: number;
}

/** Totals of findings, listed and counted alike. */
export class FindingTotals {
  readonly #totals = new Map<string, { code: string; level: FindingLevel; total: number; listed: number }>();

  constructor(findings: readonly Finding[] = []) {
    this.add(findings);
  }

  add(findings: readonly Finding[]): void {
    for (const { code, level, count } of findings) this.#add(code, level, count ?? 1, count === undefined ? 1 : 0);
  }

  /** Those and these together. */
  with(findings: readonly Finding[]): FindingTotals {
    const both = new FindingTotals(findings);
    for (const { code, level, total, listed } of this.byCode) both.#add(code, level, total, listed);
    return both;
  }

  get byCode(): readonly FindingTotal[] {
    return [...this.#totals.values()];
  }

  get byLevel(): Record<FindingLevel, number> {
    const counts = { standard: 0, guide: 0, business: 0, note: 0 };
    for (const { level, total } of this.byCode) counts[level] += total;
    return counts;
  }

  get all(): number {
    return this.byCode.reduce((sum, { total }) => sum + total, 0);
  }

  #add(code: string, level: FindingLevel, total: number, listed: number): void {
    const key = `${code} ${level}`;
    const known = this.#totals.get(key) ?? { code, level, total: 0, listed: 0 };
    known.total += total;
    known.listed += listed;
    this.#totals.set(key, known);
  }
}

/** The order of a set's findings: by place, those that only count at the end. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    (a.count === undefined ? 0 : 1) - (b.count === undefined ? 0 : 1) ||
    (a.position ?? 0) - (b.position ?? 0) ||
    (a.element ?? 0) - (b.element ?? 0)
  );
}

/** A place in a set as one number: position, element and component, as findings count them. */
export function placeNumber(position: number, element = 0, component = 0): number {
  return (position * 4096 + Math.min(element, 4095)) * 4096 + Math.min(component, 4095);
}

/** The place of the whole element in which a place is. */
export const wholeElement = (place: number): number => Math.floor(place / 4096) * 4096;

/** Collects the findings of a list: the first ones at each place are listed, the rest is counted. */
export class FindingCollector {
  readonly #room: FindingRoom;
  readonly #seen: Set<string> | undefined;
  readonly #listed: Finding[] = [];
  readonly #same = new Map<string, number>();
  readonly #unlisted = new UnlistedKinds();
  readonly #places: number[] = [];

  /** `distinct`: what was said of the same place already is not said again. */
  constructor(room: FindingRoom, distinct = false) {
    this.#room = room;
    this.#seen = distinct ? new Set() : undefined;
  }

  get isEmpty(): boolean {
    return this.#listed.length === 0 && this.#unlisted.isEmpty;
  }

  /** Takes a finding; true when it is listed. */
  add(finding: Finding): boolean {
    if (this.#isRepeated(finding)) return false;
    if (this.#hasRoom(finding)) {
      this.#listed.push(finding);
      return true;
    }
    const { code, level, ack, position, element, component } = finding;
    this.#unlisted.add(code, level, ack);
    if (position !== undefined && element !== undefined) this.#places.push(placeNumber(position, element, component));
    return false;
  }

  /** Listed and counted findings. */
  get findings(): readonly Finding[] {
    return this.#unlisted.isEmpty ? this.#listed : [...this.#listed, ...this.counted];
  }

  /** The findings that stand for those which are not listed. */
  get counted(): readonly Finding[] {
    return this.#unlisted.findings(this.#listed);
  }

  /** Elements of which something was found that is not listed, as `placeNumber` has them. */
  get unlistedPlaces(): readonly number[] {
    return this.#places;
  }

  #isRepeated({ code, position, element, component, place, explanation }: Finding): boolean {
    const seen = this.#seen;
    if (seen === undefined) return false;
    const key = [code, position, element, component, place, explanation].join('|');
    return seen.has(key) || !seen.add(key);
  }

  #hasRoom(finding: Finding): boolean {
    const { samePlace, list } = this.#room.limits;
    const { code, segment = '', element = 0 } = finding;
    const key = `${code}/${segment}/${element}`;
    const same = (this.#same.get(key) ?? 0) + 1;
    const isRejecting = rejects(finding);
    const isFull = this.#listed.length >= list && !(isRejecting && same === 1);
    if (same > samePlace || isFull || !this.#room.take(isRejecting)) return false;
    this.#same.set(key, same);
    return true;
  }
}
