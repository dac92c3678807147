import { type CaseKind, type CaseKindName, caseKinds } from './case-kinds.ts';

export type CaseOwner = CaseKind<unknown>['owner'];
export type CaseSeverity = CaseKind<unknown>['severity'];

/** The kinds that are this owner's, of this severity; all of either where it is not said. */
export const kindsWith = (of: {
  readonly owner?: CaseOwner | undefined;
  readonly severity?: CaseSeverity | undefined;
}) =>
  (Object.keys(caseKinds) as CaseKindName[]).filter((name) => {
    const { owner, severity } = caseKinds[name];
    return (of.owner ?? owner) === owner && (of.severity ?? severity) === severity;
  });

/** Whose turn a case of this kind is, and how bad it is; a kind from before the catalogue is the team's. */
export function turnOf(kind: string): { readonly owner: CaseOwner; readonly severity: CaseSeverity } {
  const known: Readonly<Record<string, CaseKind<never>>> = caseKinds;
  const { owner, severity } = known[kind] ?? { owner: 'team', severity: 'error' };
  return { owner, severity };
}
