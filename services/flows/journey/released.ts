import type { Configuration, ConfiguredDocument } from '../../domain/configuration/configuration.ts';
import { canonicalJson } from '../../domain/journey/agreement-text.ts';
import type { DocumentGoLive, GoLiveEvidence } from '../../domain/journey/evidence.ts';
import type { Standards } from '../../domain/x12/standard/standard.ts';
import { configurationFiles, textsOf } from '../../store/configurations.ts';
import type { Tx } from '../../store/database.ts';
import { draftOf, inUseOf, releasesOf } from '../../store/releases.ts';
import { compileOnce } from '../compile-once.ts';

/** What went live, as releases say it: a document is in production when the release in use has it, and changed when the draft says something else of it. */
export async function releasedDocuments(
  tx: Tx,
  orgId: string,
  _now: Date,
  standards: Standards,
): Promise<GoLiveEvidence> {
  const use = (await inUseOf(tx, orgId)).find(({ environment }) => environment === 'production');
  if (!use) return { documents: [] };
  const release = (await releasesOf(tx, orgId)).find(({ id }) => id === use.releaseId);
  const running = await saidBy(standards, tx, orgId, use.hash);
  const draft = await draftOf(tx, orgId);
  const wanted = draft === undefined || draft === use.hash ? running : await saidBy(standards, tx, orgId, draft);
  if (!release) return { documents: [] };
  const documents = [...running].map(([key, { said, document }]): DocumentGoLive => {
    const { set, direction, version } = document;
    return {
      key: { set, direction, version },
      production: { release: release.number, since: release.createdAt, isChanged: wanted.get(key)?.said !== said },
    };
  });
  return { documents };
}

/** What a configuration says of each of its documents: terms, mapping and guides, as one text. */
async function saidBy(
  standards: Standards,
  tx: Tx,
  orgId: string,
  hash: string,
): Promise<ReadonlyMap<string, { readonly said: string; readonly document: ConfiguredDocument }>> {
  const files = await configurationFiles(tx, orgId, hash);
  const configuration = await compileOnce(standards, hash, () => files);
  const texts = textsOf(files);
  return new Map(
    configuration.documents.map((document) => [
      `${document.direction} ${document.set} ${document.version}`,
      { said: canonicalJson(saidOf(configuration, texts, document)), document },
    ]),
  );
}

function saidOf({ guides }: Configuration, texts: ReadonlyMap<string, string>, document: ConfiguredDocument) {
  const { set, direction, version, format, mapping, endpoint, acknowledgement, sla, resend } = document;
  const held = guides.filter((guide) => guide.set === set).map(({ reference }) => texts.get(`${reference}.yaml`));
  return {
    ...{ set, direction, version, format, endpoint, acknowledgement, sla, resend },
    ...{ mapping: texts.get(`mappings/${mapping}`), guides: held },
  };
}
