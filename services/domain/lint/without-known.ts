import type { Finding } from '../finding.ts';

/** The findings of a mapping that do not say again what is known of the same place: the linter sees the same trade rules before anything is mapped. */
export function withoutKnown(findings: readonly Finding[], known: readonly Finding[]): readonly Finding[] {
  if (findings.length === 0 || known.length === 0) return findings;
  const places = new Set(known.map(placeOf));
  const counted = new Set(known.filter(({ count }) => count !== undefined).map(({ code }) => code));
  return findings.filter((finding) => {
    // The same rule finds the same places: whatever is not listed there was counted.
    if (counted.has(finding.code)) return false;
    return finding.count !== undefined || finding.position === undefined || !places.has(placeOf(finding));
  });
}

const placeOf = ({ code, position, element, component }: Finding): string =>
  `${code}/${position}/${element}/${component}`;
