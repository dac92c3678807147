import type { Finding } from '../../../services/domain/finding.ts';
import { lintSet } from '../../../services/domain/lint/lint-set.ts';
import { compileTradeRules } from '../../../services/domain/trade-rules/compile-trade-rules.ts';
import { check } from '../../../services/domain/x12/check/check.ts';
import type { TransactionSet } from '../../../services/domain/x12/model.ts';
import { read } from '../../../services/domain/x12/read/read.ts';
import { documentOf, standards, tradeRules } from '../mapping/support.ts';

/** The only set of a document, checked and not yet linted; the body is one segment per line. */
export function checkedSet(code: string, body: string): TransactionSet {
  const { interchanges } = check(read(documentOf(code, body)), standards);
  return interchanges[0]!.groups[0]!.sets[0]!;
}

/** What the linter says of a set: its own findings, and those of the standard that it explains. */
export const linted = (code: string, body: string): TransactionSet =>
  lintSet(checkedSet(code, body), { guides: [], tradeRules });

export const brief = ({ code, level, segment, position, element, received, expected, corrected }: Finding) =>
  Object.fromEntries(
    Object.entries({ code, level, segment, position, element, received, expected, corrected }).filter(
      ([, value]) => value !== undefined,
    ),
  );

/** Findings of the trade. */
export const checked = (code: string, body: string) =>
  linted(code, body)
    .findings.filter((finding) => finding.code.startsWith('business.'))
    .map(brief);

/** Faults of a file of trade rules. */
export const faultsIn = (text: string): string[] =>
  compileTradeRules(new Map([['t.yaml', text]])).faults.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );

const heads: Readonly<Record<string, string>> = {
  '204':
    'B2**BHFT**SHIP77**PP\nB2A*00*LT\nS5*1*CL\nG62*69*20260131\nN1*SH*NORTHGATE OUTFITTERS\nS5*2*CU\nN1*CN*HILLTOP STORES',
  '210': 'B3**INV77*SHIP77*CC**20260131*12000****BHFT',
  '214': 'B10*PRO77*SHIP77*BHFT\nLX*1',
  '810': 'BIG*20260131*INV77',
  '846': 'BIA*00*DD*REF77*20260131',
  '850': 'BEG*00*SA*PO4711**20260131',
  '855': 'BAK*00*AC*PO4711*20260131',
  '856': 'BSN*00*ASN9001*20260130*0930*0001',
  '940': 'W05*N*SO1001*PO4711\nN1*ST*HILLTOP STORES\nW66*PP*M********BHFT\nLX*1',
  '943': 'W06*N*SO1001*20260131\nN1*SF*QUAYSIDE LOGISTICS\nW27*M*BHFT',
  '944': 'W17*F*20260131*RCP77\nN1*WH*QUAYSIDE LOGISTICS',
  '945': 'W06*F*SO1001*20260130*SHIP77\nN1*ST*HILLTOP STORES\nW27*M*BHFT\nLX*1',
  '947': 'W15*20260131*ADJ77\nN1*WH*QUAYSIDE LOGISTICS',
};

/** A set that begins well, with the lines given behind its head. */
export const body = (code: string, ...lines: readonly string[]): string => [heads[code], ...lines].join('\n');
