import { documentKeyText } from '../../domain/configuration/document-key.ts';
import type { Former } from '../../domain/go-live/request.ts';
import type { ActedBy } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import { endRun, producedOf, saveProduced } from '../../store/go-live/production.ts';
import { insertDecision, type RequestRow, type VersionRow } from '../../store/go-live/requests.ts';
import { releasesOf } from '../../store/releases.ts';
import type { Context } from '../context.ts';
import { makeRelease } from '../releases.ts';
import { plannedEndpoints } from './bundle-now.ts';
import { type Compiled, compiledOf, runningOf } from './compose.ts';
import { askedOf } from './prepare.ts';
import { promoteEndpoints } from './promote.ts';
import { decisionBy, note } from './record-decision.ts';
import { tell } from './tell.ts';

/** The types of events that a document becomes, or is made of. */
export function eventTypesOf({ configuration }: Compiled, key: string): readonly string[] {
  const document = configuration.documents.find((one) => documentKeyText(one) === key);
  if (!document) return [];
  const { compiled } = document;
  return compiled.direction === 'inbound'
    ? [...new Set(compiled.emissions.map(({ type }) => type))]
    : [compiled.renders];
}

/** Makes what was approved the release of production: endpoints, release, mode of each document, hypercare. Everything in the caller's transaction. */
export async function goLive(
  context: Context,
  tx: Tx,
  request: RequestRow,
  version: VersionRow,
  who: ActedBy,
): Promise<number> {
  const { orgId } = request;
  const { actor, by } = who;
  const { standards } = context.catalog;
  const at = context.now();
  const compiled = await compiledOf(standards, tx, orgId, version.configurationHash);
  const running = await runningOf(standards, tx, orgId);
  const { endpoints } = await plannedEndpoints(tx, orgId, compiled, version.promotion);
  const promoted = await promoteEndpoints(context, tx, { orgId, actor, by }, endpoints);
  const release = await releaseOnce(context, tx, request, version, who);
  const produced = await producedOf(tx, orgId);
  const former: Record<string, Former> = {};
  for (const key of askedOf(version.covers)) {
    const text = documentKeyText(key);
    const row = produced.find((one) => one.key.set === key.set && one.key.direction === key.direction);
    const ran = running?.configuration.documents.some((one) => one.set === key.set && one.direction === key.direction);
    former[text] = row ? (row.mode === 'live' ? 'live' : 'parallel') : ran ? 'live' : 'none';
    // Without an old way there is nothing that the rest of a canary could be left to but the parallel run.
    const canary = former[text] === 'live' ? null : version.canary;
    if (canary === null) await endRun(tx, orgId, key, at, actor);
    await saveProduced(tx, {
      ...{ orgId, key, eventTypes: eventTypesOf(compiled, text), mode: canary === null ? 'live' : 'canary', canary },
      ...{ acknowledges: true, since: at, requestId: request.id, hypercareSince: at },
    });
  }
  await insertDecision(tx, decisionBy(request, version.version, at, who), {
    ...{ kind: 'live', version: version.version, release, former, restores: version.fromRelease },
  });
  await note(tx, request, at, who, 'go-live.made', {
    version: version.version,
    release,
    documents: version.covers,
    promoted,
  });
  await tell(context, tx, {
    ...{ orgId, to: 'everybody', requestId: request.id, subject: `${version.covers.join(', ')} is live` },
    says: [
      `Production runs it with release ${release}. It is watched closely until three days with documents were clean.`,
    ],
  });
  return release;
}

/** The release of what was approved; where production runs it already, as in a parallel run, the one that it runs. */
async function releaseOnce(
  context: Context,
  tx: Tx,
  { orgId, number }: RequestRow,
  { configurationHash, note: words, covers }: VersionRow,
  { actor, by }: ActedBy,
): Promise<number> {
  const [newest] = await releasesOf(tx, orgId);
  if (newest?.hash === configurationHash) return newest.number;
  const { catalog, newId, now } = context;
  const made = await makeRelease({ standards: catalog.standards, newId, now }, tx, {
    ...{
      orgId,
      actor,
      by,
      note: `Go-live of ${covers.join(', ')}, request ${number}.${words === '' ? '' : ` ${words}`}`,
    },
    source: { configuration: configurationHash },
  });
  return made.number;
}
