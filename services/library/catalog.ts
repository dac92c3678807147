import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faultText } from '../domain/language/fault.ts';
import { compileTradeRules } from '../domain/trade-rules/compile-trade-rules.ts';
import type { TradeRules } from '../domain/trade-rules/trade-rules.ts';
import type { Rules } from '../domain/translate/read-x12.ts';
import { compileWithImports, productStandards, readImports } from './standards/imports.ts';

/** Standards and trade rules: data from `specs/x12`, read once at the start. */
export type Catalog = Rules;

const tradeRulesFolder = fileURLToPath(new URL('../../specs/x12/trade-rules', import.meta.url));

/**
 * @param imports folder of standards that the operator imported, see `importsFolder`.
 * @throws ImportError when an import cannot be used; Error that lists every fault, with file, line and column, when our own data cannot.
 */
export function loadCatalog(imports?: string): Catalog {
  const imported = imports === undefined ? [] : readImports(imports);
  return { standards: compileWithImports(productStandards(), imported), tradeRules: compiledTradeRules() };
}

function compiledTradeRules(): TradeRules {
  const names = readdirSync(tradeRulesFolder).filter((name) => name.endsWith('.yaml'));
  const texts = names.map(
    (name) => [`trade-rules/${name}`, readFileSync(join(tradeRulesFolder, name), 'utf8')] as const,
  );
  const { tradeRules, faults } = compileTradeRules(new Map(texts));
  if (faults.length > 0)
    throw new Error(`The trade rules cannot be used:\n${faults.map((f) => `  ${faultText(f)}`).join('\n')}`);
  return tradeRules;
}
