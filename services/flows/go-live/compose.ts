import type { Configuration } from '../../domain/configuration/configuration.ts';
import { type DocumentKey, documentKeyText, isAcknowledgement } from '../../domain/configuration/document-key.ts';
import { removeDocument } from '../../domain/configuration/edit-documents.ts';
import { documentPart } from '../../domain/go-live/bundle.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import { bytesOf, configurationFiles, configurationHash, textsOf } from '../../store/configurations.ts';
import type { Tx } from '../../store/database.ts';
import { inUseOf, releasesOf } from '../../store/releases.ts';
import { compileOnce } from '../compile-once.ts';
import { requireDraft } from '../releases.ts';
import { sha256 } from './sha256.ts';

/** A configuration with the texts it was compiled from. */
export interface Compiled {
  readonly files: ReadonlyMap<string, string>;
  readonly configuration: Configuration;
}

export interface Composed extends Compiled {
  readonly draftHash: string;
  readonly draft: Compiled;
  /** What production runs; absent before the first release. */
  readonly running?: Compiled & { readonly release: number };
  /** Documents of the draft that were asked for and are not in it. */
  readonly unknown: readonly string[];
  /** What goes live with it, as keys: what was asked for, and what production runs and the draft says otherwise. */
  readonly covers: readonly string[];
  /** Of these, what production runs already and nobody asked for. */
  readonly changed: readonly string[];
}

const isSame = (a: Pick<DocumentKey, 'set' | 'direction'>, b: Pick<DocumentKey, 'set' | 'direction'>) =>
  a.set === b.set && a.direction === b.direction;

export async function compiledOf(standards: Standards, tx: Tx, orgId: string, hash: string): Promise<Compiled> {
  const files = await configurationFiles(tx, orgId, hash);
  return { files: textsOf(files), configuration: await compileOnce(standards, hash, () => files) };
}

/** What production of a partner runs, with the number of its release. */
export async function runningOf(standards: Standards, tx: Tx, orgId: string): Promise<Composed['running']> {
  const use = (await inUseOf(tx, orgId)).find(({ environment }) => environment === 'production');
  const release = use && (await releasesOf(tx, orgId)).find(({ id }) => id === use.releaseId);
  return use && release && { ...(await compiledOf(standards, tx, orgId, use.hash)), release: release.number };
}

/**
 * The configuration that production would run: the draft, without those of its documents that are not live and not asked for. So each document goes live on its own,
 * and acknowledgements with the first.
 * @throws UnusableConfiguration, ReleaseRefused where there is no draft
 */
export async function composeRelease(
  standards: Standards,
  tx: Tx,
  orgId: string,
  asked: readonly DocumentKey[],
): Promise<Composed> {
  const draftHash = await requireDraft(tx, orgId);
  const draft = await compiledOf(standards, tx, orgId, draftHash);
  const running = await runningOf(standards, tx, orgId);
  const all = draft.configuration.documents;
  const runs = running?.configuration.documents ?? [];
  const stays = all.filter(
    (one) =>
      isAcknowledgement(one) || asked.some((key) => isSame(key, one)) || runs.some((other) => isSame(other, one)),
  );
  let head = draft.files.get('partner.yaml') ?? '';
  for (const document of all) if (!stays.includes(document)) head = removeDocument(head, document);
  const files = stays.length === all.length ? draft.files : new Map([...draft.files, ['partner.yaml', head]]);
  const bytes = bytesOf(files);
  const configuration = await compileOnce(standards, configurationHash(bytes), () => bytes);
  const askedTexts = asked.map(documentKeyText);
  const changed = running
    ? runs.flatMap((document) => {
        const now = stays.find((one) => isSame(one, document)) ?? document;
        if (askedTexts.includes(documentKeyText(now))) return [];
        const [was, is] = [
          documentPart(sha256, running.files, running.configuration, document),
          documentPart(sha256, files, configuration, now),
        ];
        return was === is ? [] : [documentKeyText(now)];
      })
    : [];
  const known = new Set(all.map(documentKeyText));
  return {
    ...{ files, configuration, draftHash, draft, changed },
    ...(running && { running }),
    unknown: askedTexts.filter((key) => !known.has(key)),
    covers: [...askedTexts, ...changed],
  };
}
