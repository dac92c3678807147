import type { Configuration } from '../configuration/configuration.ts';
import { FindingRoom, type ListLimits } from '../finding-list.ts';
import type { Limits } from '../limits.ts';
import { lintInterchange } from '../lint/lint-interchange.ts';
import type { TradeRules } from '../trade-rules/trade-rules.ts';
import { check } from '../x12/check/check.ts';
import type { Interchange, ParsedDocument, TransactionSet } from '../x12/model.ts';
import { read } from '../x12/read/read.ts';
import type { Standards } from '../x12/standard/standard.ts';

/** What documents are held against without any partner. */
export interface Rules {
  readonly standards: Standards;
  readonly tradeRules: TradeRules;
}

/** Reads X12 and checks it by the standard. */
export const readX12 = (bytes: Uint8Array, { standards }: Pick<Rules, 'standards'>, limits?: Limits): ParsedDocument =>
  check(read(bytes, limits?.findings, limits), standards, { ...(limits && { limits: limits.findings }) });

/**
 * Holds checked interchanges against the guides of the partner and the trade rules. What the agreement has against them comes before.
 * @param receivedAt when the document came; without it dates are compared with that of the interchange: a file on a command line may be old.
 */
export function holdAgainst(
  interchanges: readonly Interchange[],
  { guides }: Pick<Configuration, 'guides'>,
  { tradeRules }: Pick<Rules, 'tradeRules'>,
  { receivedAt, limits }: { readonly receivedAt?: Date; readonly limits?: ListLimits } = {},
): readonly Interchange[] {
  const linter = { guides, tradeRules, ...(receivedAt && { receivedAt }) };
  const listed = new FindingRoom(limits);
  return interchanges.map((interchange) => lintInterchange(interchange, linter, listed));
}

/** A checked X12 document, held against guides and trade rules as the hub does it. */
export function readWith(
  bytes: Uint8Array,
  configuration: Pick<Configuration, 'guides'>,
  rules: Rules,
  limits?: Limits,
): ParsedDocument {
  const reading = readX12(bytes, rules, limits);
  return { ...reading, interchanges: holdAgainst(reading.interchanges, configuration, rules) };
}

export function setsOf({ interchanges }: Pick<ParsedDocument, 'interchanges'>): readonly TransactionSet[] {
  return interchanges.flatMap(({ groups }) => groups.flatMap(({ sets }) => sets));
}
