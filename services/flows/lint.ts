import { FindingRoom, type ListLimits } from '../domain/finding-list.ts';
import { lintInterchange } from '../domain/lint/lint-interchange.ts';
import type { Interchange } from '../domain/x12/model.ts';
import type { Catalog } from '../store/catalog.ts';
import type { Terms } from './configuration.ts';

/** Holds the judged interchanges of a document against the partner's guides and the traps of the trade. */
export function lint(
  interchanges: readonly Interchange[],
  { configuration }: Pick<Terms, 'configuration'>,
  { traps }: Pick<Catalog, 'traps'>,
  receivedAt: Date,
  limits?: ListLimits,
): readonly Interchange[] {
  const linter = { guides: configuration.guides, traps, receivedAt };
  const listed = new FindingRoom(limits);
  return interchanges.map((interchange) => lintInterchange(interchange, linter, listed));
}
