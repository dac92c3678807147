import { hash as hashOf } from 'node:crypto';
import { compileConfiguration } from '../domain/configuration/compile.ts';
import type { Configuration } from '../domain/configuration/configuration.ts';
import { CodedError } from '../domain/errors.ts';
import { allowedText } from '../domain/guide/deviation-text.ts';
import type { Guide } from '../domain/guide/guide.ts';
import { type ImportPreview, previewImport } from '../domain/imports/preview-import.ts';
import { type ImportNote, NotReadable } from '../domain/imports/spec.ts';
import type { Standards } from '../domain/x12/standard/standard.ts';
import { audit } from '../store/audit.ts';
import { bytesOf, configurationFiles, manifestOf, textsOf } from '../store/configurations.ts';
import type { Tx } from '../store/database.ts';
import { fileAuthors, type GuideUpload, guideUpload, guideUploads, insertGuideUpload } from '../store/guide-uploads.ts';
import { draftOf, inUseOf } from '../store/releases.ts';
import { refuseChangedSince } from './changed-since.ts';
import { compileOnce } from './compile-once.ts';
import { type ChangeBy, changeEntry, ReleaseRefused, type ReleaseTools, requireDraft, saveDraft } from './releases.ts';

// A partner's specification is uploaded, looked at, and accepted: then it is a guide of the draft, with the file as it was beside it.

/** A file as somebody uploads it. */
export interface Uploaded {
  readonly bytes: Buffer;
  readonly fileName: string;
  /** Which set of the file, or which one it is for where the file does not say. */
  readonly set?: string | undefined;
  readonly version?: string | undefined;
}

export interface Preview extends ImportPreview {
  /** Hash of the draft that it was held against. */
  readonly draft: string;
  /** The guide that accepting it would write. */
  readonly path?: string;
  /** There is such a guide, and it would be replaced. */
  readonly replaces: boolean;
}

/** The draft against which an upload is held. */
export interface Draft {
  readonly hash: string;
  readonly files: ReadonlyMap<string, string>;
}

/** @throws ReleaseRefused where the partner has no draft */
export async function draftToPreview(tx: Tx, orgId: string): Promise<Draft> {
  const hash = await requireDraft(tx, orgId);
  return { hash, files: textsOf(await configurationFiles(tx, orgId, hash)) };
}

/** What accepting an upload would mean; it takes time, and no connection. @throws CodedError `guide.unreadable` */
export async function previewGuide(
  standards: Standards,
  { hash: draft, files }: Draft,
  uploaded: Uploaded,
): Promise<Preview> {
  const { bytes, fileName, set, version } = uploaded;
  const options = { standards, fileName, files, ...(set && { set }), ...(version && { version }) };
  const preview = await previewImport(bytes, options).catch(refuseUnreadable);
  const { guide } = preview;
  if (guide === undefined) return { ...preview, draft, replaces: false };
  const { configuration } = compileConfiguration(files, { standards });
  const path = pathFor(guide, configuration, files);
  const lost = otherVersions(path, guide.version, configuration);
  const notes = lost === undefined ? guide.notes : [...guide.notes, lost];
  return { ...preview, guide: { ...guide, notes }, draft, path, replaces: files.has(path) };
}

function refuseUnreadable(error: unknown): never {
  if (error instanceof NotReadable) throw new CodedError('guide.unreadable', { detail: error.message, cause: error });
  throw error;
}

/** Where the guide of a set stands: where the document names it, where it stands already, or under the set's own name. */
function pathFor(
  { set, version }: { readonly set: string; readonly version: string },
  configuration: Configuration | undefined,
  files: ReadonlyMap<string, string>,
): string {
  const named = configuration?.documents.find((one) => one.set === set && one.version === version && one.guide)?.guide;
  if (named !== undefined) return `guides/${named}`;
  const known = configuration?.guides.find((guide) => guide.set === set && guide.version === version);
  const [, name = set] = known?.reference.split('/') ?? [];
  return [`guides/${name}.yaml`, `guides/${name}.yml`].find((path) => files.has(path)) ?? `guides/${name}.yaml`;
}

/** One file may hold for several versions; what takes its place holds for one. */
function otherVersions(
  path: string,
  version: string,
  configuration: Configuration | undefined,
): ImportNote | undefined {
  const name = path.replace(/^guides\/|\.ya?ml$/g, '');
  const others = (configuration?.guides ?? []).filter(
    (guide) => guide.reference.split('/')[1] === name && guide.version !== version,
  );
  if (others.length === 0) return undefined;
  const versions = others.map((guide) => guide.version).join(', ');
  return {
    kind: 'changed',
    message: `The guide ${path} holds for ${versions} too. The new one is for ${version} only: no guide would be left for ${versions}.`,
  };
}

export interface Accepted {
  readonly uploadId: string;
  /** Absent for a document for people. */
  readonly path?: string;
  /** The draft before and after; the same for a document for people. */
  readonly change: { readonly before: string; readonly after: string };
}

const mostUploads = 500;

/**
 * Takes an upload into the draft of a partner, with the file as it was. What it means was read before: that takes time, and holds neither a connection nor a lock.
 * @param change.insteadOf the draft that the author saw; 409 where somebody changed it since
 * @throws CodedError, ReleaseRefused, UnusableConfiguration
 */
export async function acceptGuide(
  tools: ReleaseTools,
  tx: Tx,
  change: ChangeBy & Uploaded & { readonly preview: Preview; readonly insteadOf?: string | undefined },
): Promise<Accepted> {
  const { orgId, actor, bytes, fileName, insteadOf, preview } = change;
  const draft = await draftToPreview(tx, orgId);
  refuseChangedSince('the draft', insteadOf, draft.hash);
  refuseChangedSince('the draft', preview.draft, draft.hash);
  const { guide, path, attachment } = preview;
  if (guide === undefined && attachment === undefined)
    throw new CodedError('guide.unreadable', { detail: preview.next ?? 'The file holds no set that can be taken.' });
  if ((await guideUploads(tx, orgId)).length >= mostUploads)
    throw new ReleaseRefused(`${mostUploads} specifications were uploaded; more are not kept. Ask the operator.`);
  const id = tools.newId();
  const at = tools.now();
  let after = preview.draft;
  let guideHash: string | null = null;
  if (guide !== undefined && path !== undefined) {
    const files = new Map(draft.files).set(path, guide.text);
    const bytesOfFiles = bytesOf(files);
    guideHash = manifestOf(bytesOfFiles)[path] ?? null;
    after = (await saveDraft(tools, tx, { ...change, files: bytesOfFiles })).hash;
  }
  const sha256 = hashOf('sha256', bytes, 'hex');
  await insertGuideUpload(tx, {
    ...{
      id,
      orgId,
      path: path ?? null,
      guideHash,
      set: guide?.set ?? null,
      fileName,
      format: preview.format,
      at,
      by: actor,
    },
    ...{
      mediaType: attachment?.mediaType ?? 'application/octet-stream',
      sizeBytes: bytes.length,
      sha256,
      content: bytes,
    },
  });
  const action = guide === undefined ? 'specification.attached' : 'specification.imported';
  const detail = { uploadId: id, path: path ?? null, fileName, sha256, format: preview.format };
  await audit(tx, [{ ...changeEntry(change, at), action, detail }]);
  return { uploadId: id, ...(path !== undefined && { path }), change: { before: preview.draft, after } };
}

/** A guide of a partner's draft. */
export interface GuideView {
  readonly path: string;
  readonly title: string;
  readonly set: string;
  readonly versions: readonly string[];
  readonly hash: string;
  readonly by?: string;
  readonly at?: Date;
  /** The uploaded file of which this version was made. */
  readonly origin?: GuideUpload;
  /** Production runs this very version. */
  readonly isReleased: boolean;
}

/** Something that was agreed against the standard. */
export interface DeviationView {
  readonly path: string;
  readonly set: string;
  readonly version: string;
  readonly name: string;
  readonly reason: string;
  readonly place: string;
  readonly text: string;
  /** It stands in what production runs: the team has released it. */
  readonly agreed: boolean;
}

export interface Guides {
  readonly draft: string;
  readonly guides: readonly GuideView[];
  readonly attachments: readonly GuideUpload[];
  readonly deviations: readonly DeviationView[];
}

/** The guides of a partner's draft, what was uploaded, and what deviates from the standard. */
export async function readGuides(standards: Standards, tx: Tx, orgId: string): Promise<Guides> {
  const draft = await draftOf(tx, orgId);
  const uploads = await guideUploads(tx, orgId);
  const attachments = uploads.filter(({ path }) => path === null);
  if (draft === undefined) return { draft: '', guides: [], attachments, deviations: [] };
  const files = await configurationFiles(tx, orgId, draft);
  const configuration = await compileOnce(standards, draft, () => files);
  const production = (await inUseOf(tx, orgId)).find(({ environment }) => environment === 'production');
  const released = production && (await configurationFiles(tx, orgId, production.hash));
  const running = production && (await compileOnce(standards, production.hash, () => released!));
  const hashes = manifestOf(files);
  const runningHashes = released ? manifestOf(released) : {};
  const byPath = Map.groupBy(configuration.guides, (guide) => fileOf(guide, files));
  const authors = await fileAuthors(
    tx,
    orgId,
    [...byPath.keys()].map((path) => hashes[path] ?? ''),
  );
  const guides = [...byPath].map(([path, [first, ...others]]): GuideView => {
    const hash = hashes[path] ?? '';
    const author = authors.get(`${path} ${hash}`);
    const origin = uploads.find((upload) => upload.path === path && upload.guideHash === hash);
    return {
      ...{
        path,
        title: first!.title,
        set: first!.set,
        versions: [first!, ...others].map(({ version }) => version),
        hash,
      },
      ...(author && { by: author.by, at: author.at }),
      ...(origin && { origin }),
      isReleased: runningHashes[path] === hash,
    };
  });
  const agreed = new Set((running?.guides ?? []).flatMap(deviationKeys));
  return {
    draft,
    guides: guides.sort((a, b) => (a.path < b.path ? -1 : 1)),
    attachments,
    deviations: deviationsOf(configuration, files, agreed),
  };
}

function deviationsOf(
  { guides }: Configuration,
  files: ReadonlyMap<string, unknown>,
  agreed: ReadonlySet<string>,
): DeviationView[] {
  return guides.flatMap((guide) =>
    guide.deviations.map((one, nth) => ({
      ...{ path: fileOf(guide, files), set: guide.set, version: guide.version, name: one.name, reason: one.reason },
      ...{ place: one.place, text: allowedText(one), agreed: agreed.has(deviationKeys(guide)[nth]!) },
    })),
  );
}

const deviationKeys = ({ set, version, deviations }: Guide): readonly string[] =>
  deviations.map((one) => [set, version, one.place, allowedText(one)].join('|'));

const fileOf = ({ reference }: Guide, files: ReadonlyMap<string, unknown>): string => {
  const name = reference.split('/')[1] ?? '';
  return files.has(`guides/${name}.yml`) ? `guides/${name}.yml` : `guides/${name}.yaml`;
};

/** An uploaded file as it was. @throws CodedError `http.not-found` */
export async function downloadUpload(tx: Tx, orgId: string, id: string) {
  const found = await guideUpload(tx, orgId, id);
  if (found === undefined) throw new CodedError('http.not-found', { detail: 'There is no such upload.' });
  return found;
}
