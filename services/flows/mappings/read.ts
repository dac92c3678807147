import { diff } from 'node:util';
import { compareFiles, type FileDifference } from '../../domain/configuration/compare-files.ts';
import { CodedError } from '../../domain/errors.ts';
import { lookupsOf } from '../../domain/mapping/run/needed-lookups.ts';
import { type PlaceWord, placesOf } from '../../domain/workbench/place-words.ts';
import { lookupCounts } from '../../store/cross-references.ts';
import type { Tx } from '../../store/database.ts';
import {
  type Comment,
  commentsOf,
  fileHashes,
  mappingVersions,
  type Review,
  reviewsOf,
  versionText,
} from '../../store/mappings.ts';
import { draftOf } from '../../store/releases.ts';
import { type UnsavedText, unsavedText } from '../../store/unsaved-mappings.ts';
import type { Context } from '../context.ts';
import { type Draft, type DraftMapping, mappingNamed, pathOf, readDraft } from './draft-mapping.ts';
import { listMappings, type MappingRow } from './list.ts';
import { whyNoReview } from './review.ts';
import { type NameOf, namesFor, type Who } from './who.ts';

/** A version of a mapping in its history. */
export interface VersionRow {
  readonly hash: string;
  readonly at: Date;
  readonly by: string;
  readonly releases: readonly number[];
  readonly isDraft: boolean;
  readonly review?: ReviewView;
}

export interface ReviewView {
  readonly state: Review['state'];
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
  readonly note?: string;
}

export interface CommentView {
  readonly id: string;
  /** Of the version that the draft has; absent where the line is no more. */
  readonly line?: number;
  /** The line that was commented on, as it was. */
  readonly said: string;
  readonly text: string;
  readonly answers?: string;
  readonly by: string;
  readonly at: Date;
  readonly resolved?: { readonly by: string; readonly at: Date };
}

/** A mapping with all that the workbench shows beside it. */
export interface MappingDetail extends MappingRow {
  readonly text: string;
  /** Hash of the whole draft. */
  readonly configuration: string;
  readonly history: readonly VersionRow[];
  readonly comments: readonly CommentView[];
  /** What the editor completes. */
  readonly words: {
    readonly places: readonly PlaceWord[];
    readonly tables: readonly string[];
    readonly lookups: readonly string[];
  };
  /** Why the reader may not review it; absent where the reader may. */
  readonly noReview?: string;
  /** What the reader typed and has not saved. */
  readonly unsaved?: UnsavedText;
}

export async function readMapping(
  context: Pick<Context, 'catalog' | 'db'>,
  tx: Tx,
  of: { readonly orgId: string; readonly name: string; readonly who: Who; readonly userId?: string },
): Promise<MappingDetail> {
  const { orgId, name, who } = of;
  const draft = await readDraft(context.catalog.standards, tx, orgId);
  const found = mappingNamed(draft, name);
  const row = (await listMappings(context, tx, orgId, who.side)).find((one) => one.name === name)!;
  const nameOf = await namesFor(context, tx, who.side);
  const reviews = await reviewsOf(tx, orgId, found.path);
  const noReview = await whyNoReview(tx, orgId, found, who);
  const unsaved = of.userId && (await unsavedText(tx, { orgId, path: found.path, userId: of.userId }));
  return {
    ...row,
    ...{ text: found.text, configuration: draft.hash },
    history: await historyOf(tx, orgId, found, reviews, nameOf),
    comments: await commentViews(tx, orgId, found, nameOf),
    words: await wordsFor(context, orgId, draft, found),
    ...(noReview !== undefined && { noReview }),
    ...(unsaved && { unsaved }),
  };
}

async function historyOf(
  tx: Tx,
  orgId: string,
  { path, hash }: DraftMapping,
  reviews: readonly Review[],
  nameOf: NameOf,
): Promise<readonly VersionRow[]> {
  const versions = await mappingVersions(tx, orgId, path);
  return versions.map((version) => {
    const review = reviews.find((one) => one.hash === version.hash);
    return {
      ...{ hash: version.hash, at: version.at, by: nameOf(version.by, version.byId) },
      ...{ releases: version.releases, isDraft: version.hash === hash },
      ...(review && { review: reviewView(review, nameOf) }),
    };
  });
}

const reviewView = (review: Review, nameOf: NameOf): ReviewView => ({
  ...{ state: review.state, askedBy: nameOf(review.askedBy, review.askedById), askedAt: review.askedAt },
  ...(review.decidedBy !== null &&
    review.decidedAt !== null && {
      decidedBy: nameOf(review.decidedBy, review.decidedById),
      decidedAt: review.decidedAt,
    }),
  ...(review.note !== null && { note: review.note }),
});

async function commentViews(
  tx: Tx,
  orgId: string,
  { path, hash, text }: DraftMapping,
  nameOf: NameOf,
): Promise<readonly CommentView[]> {
  const comments = await commentsOf(tx, orgId, path);
  const texts = new Map<string, string>([[hash, text]]);
  for (const one of comments)
    if (!texts.has(one.hash)) texts.set(one.hash, (await versionText(tx, orgId, path, one.hash)) ?? '');
  return comments.map((one) => {
    const line = lineNow(one, texts.get(one.hash)!, text);
    return {
      ...{ id: one.id, said: texts.get(one.hash)!.split('\n')[one.line - 1] ?? '', text: one.text },
      ...(line !== undefined && { line }),
      ...(one.answers !== null && { answers: one.answers }),
      ...{ by: nameOf(one.by, one.byId), at: one.at },
      ...(one.resolvedBy !== null &&
        one.resolvedAt !== null && {
          resolved: { by: nameOf(one.resolvedBy, null), at: one.resolvedAt },
        }),
    };
  });
}

/** Where a line of an older version stands now; undefined where it was changed or taken out. */
function lineNow({ line }: Comment, before: string, after: string): number | undefined {
  if (before === after) return line;
  let [old, now] = [0, 0];
  // Marks of `diff`: 1 was taken out, 0 stays, -1 came in.
  for (const [mark] of diff(before.split('\n'), after.split('\n'))) {
    if (mark >= 0) old += 1;
    if (mark <= 0) now += 1;
    if (mark >= 0 && old === line) return mark === 0 ? now : undefined;
  }
  return undefined;
}

async function wordsFor(
  { catalog, db }: Pick<Context, 'catalog' | 'db'>,
  orgId: string,
  { configuration }: Draft,
  { mapping }: DraftMapping,
): Promise<MappingDetail['words']> {
  const definition = catalog.standards.forVersion(mapping.version)?.definition.sets.get(mapping.set);
  const guide = configuration.guides.find((one) => one.set === mapping.set && one.version === mapping.version);
  // Their entries are for the team; their names stand in the mapping.
  const own = (await db.scoped('*', (tx) => lookupCounts(tx, orgId))).map(({ name }) => name);
  return {
    places: definition ? placesOf(definition, guide) : [],
    tables: [...configuration.tables.keys()].sort(),
    lookups: [...new Set([...configuration.lookups.keys(), ...own, ...lookupsOf(mapping)])].sort(),
  };
}

/** How two versions differ, line by line. @throws CodedError `http.not-found` */
export async function compareVersions(
  tx: Tx,
  orgId: string,
  name: string,
  of: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<Pick<FileDifference, 'lines'> & { readonly text: string }> {
  const path = pathOf(name);
  const versions = await mappingVersions(tx, orgId, path);
  const draft = await draftOf(tx, orgId);
  const to = of.to ?? (draft && (await fileHashes(tx, orgId, draft)).get(path)) ?? '';
  const from = of.from ?? versions.find(({ hash }) => hash !== to)?.hash ?? to;
  const texts = [await versionText(tx, orgId, path, from), await versionText(tx, orgId, path, to)];
  const [before, after] = texts;
  if (before === undefined || after === undefined)
    throw new CodedError('http.conflict', { detail: `The partner has no such version of ${name}.` });
  const [file] = compareFiles(new Map([[path, before]]), new Map([[path, after]]), (a, b) => diff(a, b));
  return { lines: file?.lines ?? [], text: before };
}
