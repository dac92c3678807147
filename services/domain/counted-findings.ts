import type { AckCodes, Finding, FindingLevel } from './finding.ts';

interface Kind {
  readonly code: string;
  readonly level: FindingLevel;
  readonly ack: AckCodes | undefined;
  count: number;
}

/** Counts findings that are not listed, by code, level and acknowledgement codes. */
export class UnlistedKinds {
  readonly #kinds = new Map<string, Kind>();

  get isEmpty(): boolean {
    return this.#kinds.size === 0;
  }

  add(code: string, level: FindingLevel, ack: AckCodes | undefined, count = 1): void {
    const key = keyOf(code, level, ack);
    const kind = this.#kinds.get(key);
    if (kind === undefined) this.#kinds.set(key, { code, level, ack, count });
    else kind.count += count;
  }

  /** One finding for each kind; `listed` are those of the same list that stand there one by one. */
  findings(listed: readonly Finding[]): readonly Finding[] {
    return [...this.#kinds.values()].map(({ code, level, ack, count }) => {
      const isSame = (one: { code: string; level: FindingLevel }) => one.code === code && one.level === level;
      const others = [...this.#kinds.values()].filter(isSame).reduce((sum, kind) => sum + kind.count, 0);
      return countedFinding(code, level, ack, count, others + listed.filter(isSame).length);
    });
  }
}

const keyOf = (code: string, level: FindingLevel, ack: AckCodes | undefined): string =>
  ack === undefined ? `${code} ${level}` : `${code} ${level} ${Object.values(ack).join(' ')}`;

/** A document beyond its limits has the same few kinds in very many sets: they share one object. */
const shared = new Map<string, Finding>();
const mostShared = 2000;

/** A counted finding of another number; `total` counts those of its kind that are listed as well. */
export const recounted = ({ code, level, ack }: Finding, count: number, total: number): Finding =>
  countedFinding(code, level, ack, count, total);

export const countedOne = ({ code, level, ack }: Finding): Finding => countedFinding(code, level, ack, 1, 1);

function countedFinding(
  code: string,
  level: FindingLevel,
  ack: AckCodes | undefined,
  count: number,
  total: number,
): Finding {
  const key = `${keyOf(code, level, ack)} ${count} ${total}`;
  const known = shared.get(key);
  if (known !== undefined) return known;
  const explanation = explanationOf(count, total);
  const made: Finding = { code, level, count, explanation, ...(ack === undefined ? {} : { ack }) };
  if (shared.size < mostShared) shared.set(key, made);
  return made;
}

function explanationOf(count: number, total: number): string {
  if (count < total)
    return `${count} more of this kind ${count === 1 ? 'is' : 'are'} not listed (${total} in all). Correct those that are listed first.`;
  return `${count === 1 ? 'One finding' : `${count} findings`} of this kind, counted and not listed: the document has more findings than are listed one by one. Correct those that are listed first.`;
}
