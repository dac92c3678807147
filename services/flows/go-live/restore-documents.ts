import { type DocumentKey, documentKeyText } from '../../domain/configuration/document-key.ts';
import { replaceDocument } from '../../domain/configuration/edit-documents.ts';
import { documentPart, filesOfDocument } from '../../domain/go-live/bundle.ts';
import type { ActedBy } from '../../store/audit.ts';
import { bytesOf, configurationHash, saveConfiguration } from '../../store/configurations.ts';
import type { Tx } from '../../store/database.ts';
import { releasesOf } from '../../store/releases.ts';
import { compileOnce, UnusableConfiguration } from '../compile-once.ts';
import type { Context } from '../context.ts';
import { makeRelease, requireFree } from '../releases.ts';
import { type Compiled, compiledOf, runningOf } from './compose.ts';
import { sha256 } from './sha256.ts';

interface Restored {
  readonly release: number;
  /** Production runs the former release as it was; else only these documents are as they were in it. */
  readonly isWhole: boolean;
}

/**
 * Lets production run documents as an older release had them. All other documents stay as they run now: what has gone live since, or is in a parallel run, stays.
 * @returns undefined where the one cannot be had without the other
 */
export async function restoreDocuments(
  context: Context,
  tx: Tx,
  orgId: string,
  of: { readonly number: number; readonly documents: readonly DocumentKey[]; readonly why: string },
  { actor, by }: ActedBy,
): Promise<Restored | undefined> {
  const { catalog, newId, now } = context;
  const { standards } = catalog;
  const releases = await releasesOf(tx, orgId);
  const older = releases.find(({ number }) => number === of.number);
  const running = await runningOf(standards, tx, orgId);
  if (!older || !running) return undefined;
  const former = await compiledOf(standards, tx, orgId, older.hash);
  const files = filesWith(running, former, of.documents);
  const found = files && (await compiledIfGood(context, tx, orgId, { running, former, files, of: of.documents }));
  if (!found) return undefined;
  const isWhole = found.configuration.hash === older.hash;
  if (found.configuration.hash === releases[0]?.hash) return { release: releases[0].number, isWhole };
  await saveConfiguration(tx, { orgId, files: bytesOf(found.files), at: now(), actor });
  const names = of.documents.map(documentKeyText).join(', ');
  const note = isWhole ? `Back to release ${of.number}.` : `${names} as in release ${of.number} again.`;
  const { number } = await makeRelease({ standards, newId, now }, tx, {
    ...{ orgId, actor, by, note: `${note} ${of.why}`.slice(0, 500) },
    source: isWhole ? { number: of.number } : { configuration: found.configuration.hash },
  });
  return { release: number, isWhole };
}

type Files = ReadonlyMap<string, string>;

/** What production runs, with the lines and files of some documents as they were. */
function filesWith(running: Compiled, former: Compiled, documents: readonly DocumentKey[]): Files | undefined {
  if (!documents.every((key) => isIn(former, key))) return undefined;
  const others = running.configuration.documents.filter((one) => !isAmong(documents, one));
  // Nothing else has changed since: the older release as it was.
  if (others.every((one) => partOf(running, one) === partOf(former, one)) && !hasMore(former, running))
    return former.files;
  const files = new Map(running.files);
  for (const key of documents) {
    const head = replaceDocument(files.get('partner.yaml') ?? '', key, former.files.get('partner.yaml') ?? '');
    files.set('partner.yaml', head);
    const was = former.configuration.documents.find((one) => isAmong([key], one))!;
    for (const [path, text] of filesOfDocument(former.files, former.configuration, was))
      if (!isGuideOf(others, path)) files.set(path, text);
  }
  return files;
}

/** Undefined where they do not fit together, change another document, or name an identity that somebody else has by now. */
async function compiledIfGood(
  { catalog }: Context,
  tx: Tx,
  orgId: string,
  { running, former, files, of }: { running: Compiled; former: Compiled; files: Files; of: readonly DocumentKey[] },
): Promise<Compiled | undefined> {
  const bytes = bytesOf(files);
  try {
    const configuration = await compileOnce(catalog.standards, configurationHash(bytes), () => bytes);
    await requireFree(tx, orgId, configuration, ['production']);
    const made = { files, configuration };
    const others = running.configuration.documents.filter((one) => !isAmong(of, one));
    const isKept = files === former.files || others.every((one) => partOf(made, one) === partOf(running, one));
    return isKept ? made : undefined;
  } catch (error) {
    if (error instanceof UnusableConfiguration) return undefined;
    throw error;
  }
}

const isAmong = (documents: readonly DocumentKey[], one: DocumentKey) =>
  documents.some(({ set, direction }) => set === one.set && direction === one.direction);
const isIn = ({ configuration }: Compiled, key: DocumentKey) => isAmong(configuration.documents, key);
const hasMore = ({ configuration }: Compiled, than: Compiled) =>
  configuration.documents.some((one) => !isIn(than, one));
const partOf = ({ files, configuration }: Compiled, key: DocumentKey) =>
  documentPart(sha256, files, configuration, key);
/** A guide that is called after another set is not this document’s, though no line says so. */
const isGuideOf = (documents: readonly DocumentKey[], path: string) =>
  documents.some(({ set }) => path === `guides/${set}.yaml` || path.startsWith(`guides/${set}-`));
