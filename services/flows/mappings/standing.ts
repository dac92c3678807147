import type { MappingStanding } from '../../domain/journey/evidence.ts';
import { coverageOnBench, summaryOf } from '../../domain/workbench/coverage-summary.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import type { Tx } from '../../store/database.ts';
import { type FileVersion, fileHashes, mappingVersions, type Review, reviewsOf } from '../../store/mappings.ts';
import { draftOf } from '../../store/releases.ts';
import { templateWith } from '../onboarding/templates.ts';
import { type Draft, mappingsOf, readDraft } from './draft-mapping.ts';

/** The newest round of review of a version; undefined where there was none. */
export const reviewOf = (reviews: readonly Review[], path: string, hash: string): Review | undefined =>
  reviews.find((one) => one.path === path && one.hash === hash);

/** The version of a file. */
export const versionOf = (versions: readonly FileVersion[], path: string, hash: string): FileVersion | undefined =>
  versions.find((one) => one.path === path && one.hash === hash);

/**
 * What is known of every mapping of a partner's draft: the part of the journey's evidence that is about mappings.
 * @param standards for the coverage and for the templates; without them nothing is said of either
 */
export async function mappingStanding(
  tx: Tx,
  orgId: string,
  _now: Date,
  standards?: Standards,
): Promise<{ readonly mappings: readonly MappingStanding[] }> {
  const draft = await draftOf(tx, orgId);
  if (draft === undefined) return { mappings: [] };
  const hashes = await fileHashes(tx, orgId, draft);
  const versions = await mappingVersions(tx, orgId);
  const reviews = await reviewsOf(tx, orgId);
  const read = standards && (await readDraft(standards, tx, orgId));
  const coverages = read && coveragesOf(read, standards);
  const mappings = [...hashes].filter(([path]) => path.startsWith('mappings/'));
  return {
    mappings: mappings.map(([path, hash]): MappingStanding => {
      const review = reviewOf(reviews, path, hash);
      const mandatory = coverages?.get(path)?.mandatory;
      const template = read && templateWith(standards, read.texts.get(path));
      return {
        ...{ path, hash, author: versionOf(versions, path, hash)?.by ?? '', state: review?.state ?? 'unreviewed' },
        ...(review && { reviewer: review.decidedBy ?? review.askedBy, at: review.decidedAt ?? review.askedAt }),
        ...(review?.note && { note: review.note }),
        ...(template !== undefined && { template: template.title }),
        ...(mandatory && mandatory.of > 0 && { coverage: { mandatory: mandatory.of, mapped: mandatory.covered } }),
      };
    }),
  };
}

type Coverages = ReadonlyMap<string, ReturnType<typeof summaryOf>>;
const known = new WeakMap<Draft['configuration'], Coverages>();

/** What each mapping of a draft covers by itself, without samples. Configurations never change, so it is found once. */
export function coveragesOf(draft: Draft, standards: Standards): Coverages {
  const { configuration } = draft;
  const found = known.get(configuration);
  if (found) return found;
  const rules = { standards };
  const all = new Map(
    mappingsOf(draft).map(({ path, mapping }) => [path, summaryOf(coverageOnBench(mapping, { configuration, rules }))]),
  );
  known.set(configuration, all);
  return all;
}
