import type { MappingStanding } from '../../domain/journey/evidence.ts';
import type { Side } from '../../domain/roles.ts';
import type { Tx } from '../../store/database.ts';
import { commentsOf, fileHashes, mappingVersions, reviewsOf } from '../../store/mappings.ts';
import { inUseOf } from '../../store/releases.ts';
import type { Context } from '../context.ts';
import { setNameOf, templateWith } from '../onboarding/templates.ts';
import { formatOf, mappingsOf, readDraft } from './draft-mapping.ts';
import { coveragesOf, reviewOf, versionOf } from './standing.ts';
import { namesFor } from './who.ts';

/** A mapping in the list. */
export interface MappingRow {
  readonly name: string;
  readonly hash: string;
  readonly title?: string;
  readonly set: string;
  /** What the standard calls the set. */
  readonly setName: string;
  readonly direction: 'inbound' | 'outbound';
  readonly version: string;
  readonly format: 'x12' | 'json' | 'csv' | 'xml';
  /** Events that it makes, or the one that it writes. */
  readonly events: readonly string[];
  /** Whether a document is agreed with it: what no document names, nothing runs. */
  readonly agreed: boolean;
  /** What production runs of it. */
  readonly inProduction: 'same' | 'other' | 'none';
  readonly author: string;
  readonly at: Date;
  readonly versions: number;
  readonly review: {
    readonly state: MappingStanding['state'];
    readonly by?: string;
    readonly at?: Date;
    readonly note?: string;
  };
  /** Comments that are open. */
  readonly open: number;
  readonly coverage: ReturnType<typeof import('../../domain/workbench/coverage-summary.ts').summaryOf>;
  /** The template that has it, byte for byte. */
  readonly template?: string;
}

/** The mappings of a partner's draft. */
export async function listMappings(
  context: Pick<Context, 'catalog' | 'db'>,
  tx: Tx,
  orgId: string,
  side: Side,
): Promise<readonly MappingRow[]> {
  const { standards } = context.catalog;
  const draft = await readDraft(standards, tx, orgId);
  const versions = await mappingVersions(tx, orgId);
  const reviews = await reviewsOf(tx, orgId);
  const comments = await commentsOf(tx, orgId);
  const coverages = coveragesOf(draft, standards);
  const production = (await inUseOf(tx, orgId)).find(({ environment }) => environment === 'production');
  const released = production ? await fileHashes(tx, orgId, production.hash) : new Map<string, string>();
  const nameOf = await namesFor(context, tx, side);
  return mappingsOf(draft).map(({ name, path, hash, text, mapping, documents }): MappingRow => {
    const version = versionOf(versions, path, hash);
    const review = reviewOf(reviews, path, hash);
    const other = released.get(path);
    const template = templateWith(standards, text)?.name;
    return {
      ...{ name, hash, ...(mapping.title !== undefined && { title: mapping.title }) },
      ...{ set: mapping.set, setName: setNameOf(standards, mapping.set, mapping.version) },
      ...{ direction: mapping.direction, version: mapping.version, format: formatOf(mapping) },
      events:
        mapping.direction === 'inbound' ? [...new Set(mapping.emissions.map(({ type }) => type))] : [mapping.renders],
      agreed: documents.length > 0,
      inProduction: other === undefined ? 'none' : other === hash ? 'same' : 'other',
      author: version ? nameOf(version.by, version.byId) : '',
      at: version?.at ?? new Date(0),
      versions: versions.filter((one) => one.path === path).length,
      review: {
        state: review?.state ?? 'unreviewed',
        ...(review && {
          by:
            review.decidedBy === null
              ? nameOf(review.askedBy, review.askedById)
              : nameOf(review.decidedBy, review.decidedById),
          at: review.decidedAt ?? review.askedAt,
        }),
        ...(review?.note && { note: review.note }),
      },
      open: comments.filter((one) => one.path === path && one.answers === null && one.resolvedAt === null).length,
      coverage: coverages.get(path)!,
      ...(template !== undefined && { template }),
    };
  });
}
