import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { agreementFindings } from '../../services/domain/agreement.ts';
import { documentFindings } from '../../services/domain/documents/findings.ts';
import { type ErrorEntry, errorCatalogue } from '../../services/domain/error-catalogue.ts';
import { guideFindings } from '../../services/domain/guide/guide-findings.ts';
import { hubFindings } from '../../services/domain/hub-findings.ts';
import { mappingFindings } from '../../services/domain/mapping/findings.ts';
import { x12Findings } from '../../services/domain/x12/findings-catalogue.ts';
import type { OdooErrorKind } from '../../services/odoo/error.ts';

// A kind that is missing here does not compile; the flow makes codes of them.
const odooKinds: Record<OdooErrorKind, true> = {
  ...{ refused: true, access: true, authentication: true, 'wrong-address': true, missing: true },
  ...{ 'bad-request': true, retry: true, 'unknown-outcome': true, unreachable: true },
};

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What `specs/errors.md` has to say about a code whose words stand in the code; the heading is not part of it. */
export function sectionsFromCatalogues(): Map<string, string> {
  const sections = new Map<string, string>();
  for (const [code, entry] of Object.entries<ErrorEntry>(errorCatalogue)) {
    const retry = entry.retry === 'later' ? 'worth sending again' : 'not worth sending again unchanged';
    sections.set(
      code,
      `Status ${entry.status}, ${retry}, the ${entry.owner}'s to act on.\n\n${entry.meaning}\n\nWhat to do: ${entry.remedy}`,
    );
  }
  const findings = {
    ...x12Findings,
    ...agreementFindings,
    ...guideFindings,
    ...mappingFindings,
    ...documentFindings,
    ...hubFindings,
  };
  for (const [code, { level, meaning, remedy }] of Object.entries(findings)) {
    sections.set(code, `Level \`${level}\`.\n\n${meaning}\n\nWhat to do: ${remedy}`);
  }
  for (const [code, words] of tradeRuleSections()) if (!sections.has(code)) sections.set(code, words);
  return sections;
}

interface TradeRuleFile {
  readonly sets?: readonly string[];
  readonly rules: readonly { code: string; level?: string; explain: string; sets?: readonly string[] }[];
}

/** Codes that trade rules bring, with what each of their rules says of which sets. */
function tradeRuleSections(): Map<string, string> {
  const told = new Map<string, string[]>();
  for (const file of globSync('specs/x12/trade-rules/*.yaml', { cwd: root }).sort()) {
    const { sets: usual = [], rules } = parse(readFileSync(`${root}/${file}`, 'utf8')) as TradeRuleFile;
    for (const { code, level = 'business', explain, sets = usual } of rules) {
      const line = `- Level \`${level}\`, in the ${sets.join(', ')}: ${explain}`;
      const known = told.get(code) ?? [`A trade rule (\`${file}\`).\n`];
      if (!known.includes(line)) known.push(line);
      told.set(code, known);
    }
  }
  return new Map([...told].map(([code, lines]) => [code, lines.join('\n')]));
}

/** Actions of the audit trail that look like codes. */
const actions: ReadonlySet<string> = new Set([
  ...['agreement.added', 'agreement.changed', 'agreement.removed', 'agreement.signed'],
]);

/** Codes of findings and reasons that stand in the source without a catalogue. */
export function codesInSource(): Set<string> {
  const codes = new Set(Object.keys(odooKinds).map((kind) => `odoo.${kind}`));
  const literal = /'((?:x12|mapping|business|guide|agreement|odoo|json|xml|csv)\.[a-z0-9]+(?:[.-][a-z0-9]+)*)'/g;
  const files = [...globSync('services/{domain,flows,odoo/actions}/**/*.ts', { cwd: root })];
  for (const file of files)
    for (const [, code] of readFileSync(`${root}/${file}`, 'utf8').matchAll(literal))
      if (!actions.has(code!)) codes.add(code!);
  return codes;
}

/** The sections of `specs/errors.md` by their code. */
export function documentedSections(): Map<string, string> {
  const text = readFileSync(`${root}/specs/errors.md`, 'utf8');
  return new Map(
    [...text.matchAll(/^### `([^`]+)`\n\n([\s\S]*?)(?=\n\n#{2,3} |\s*$(?![\s\S]))/gm)].map((match) => [
      match[1]!,
      match[2]!.trim(),
    ]),
  );
}
