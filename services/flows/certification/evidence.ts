import { generateKeyPairSync } from 'node:crypto';
import { differences, type ScenarioRun } from '../../domain/certification/run.ts';
import { isNeeded } from '../../domain/certification/scenario.ts';
import { documentKeyText } from '../../domain/configuration/document-key.ts';
import { CodedError } from '../../domain/errors.ts';
import { append } from '../../domain/lists.ts';
import { type BundleFile, packBundle } from '../../library/evidence-bundle.ts';
import { type Content, fromContent } from '../../store/contents.ts';
import type { Tx } from '../../store/database.ts';
import { framesOf } from '../../store/scenario-runs.ts';
import type { Context } from '../context.ts';
import { openHubKeys } from '../hub-keys.ts';

import { dependenciesOf } from './dependencies.ts';
import { softwareVersion } from './software.ts';
import { readStanding } from './standing.ts';

/** The key by which evidence of this hub is known. */
const keyKind = 'evidence';

function makeKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return Promise.resolve({
    publicPart: publicKey.export({ type: 'spki', format: 'pem' }) as string,
    privatePart: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    notAfter: null,
  });
}

/** The key that the hub signs its evidence with; made at its first use. */
export const evidenceKey = (context: Context) => openHubKeys(context).getOrMake(keyKind, makeKey);

/**
 * The evidence of a document's certification: what was exchanged in the runs that prove it, byte by byte, with versions, events, ladders and verdicts, signed.
 * @throws CodedError `http.not-found` for a document that is not agreed, `http.conflict` where nothing was passed yet
 */
export async function makeEvidence(
  context: Context,
  { orgId, document }: { readonly orgId: string; readonly document: string },
): Promise<{ readonly bytes: Buffer; readonly fileName: string }> {
  const { about, files } = await context.db.scoped('*', (tx) => collected(context, tx, orgId, document));
  return {
    bytes: packBundle(about, files, await evidenceKey(context)),
    fileName: `evidence-${document.replaceAll('/', '-')}.ndjson`,
  };
}

async function collected(context: Context, tx: Tx, orgId: string, document: string) {
  const standing = await readStanding(context, tx, orgId);
  const own = standing?.documents.find(({ key }) => documentKeyText(key) === document);
  if (!standing || !own)
    throw new CodedError('http.not-found', { detail: `\`${document}\` is not agreed in the sandbox.` });
  const runs = own.scenarios.flatMap(({ scenario }) => {
    const present = dependenciesOf(scenario, standing.certified);
    const clean = standing.runs.filter(
      (run) =>
        run.scenario === scenario.id &&
        run.state === 'passed' &&
        run.proven.includes(document) &&
        differences(run.dependsOn, present).length === 0,
    );
    return clean.slice(0, scenario.runs);
  });
  if (runs.length === 0)
    throw new CodedError('http.conflict', {
      detail: `No scenario of \`${document}\` was passed with what is in use now. There is no evidence yet.`,
    });
  const partner = await tx('organization').where({ id: orgId }).first<{ name: string }>('name');
  const needed = own.scenarios.filter(({ scenario }) => isNeeded(scenario));
  const about = {
    ...{
      document,
      partner: partner.name,
      partnerId: orgId,
      madeAt: context.now().toISOString(),
      software: softwareVersion(),
    },
    certified: needed.every(({ state }) => state === 'passed'),
    scenarios: own.scenarios.map(({ scenario: { id, title, tier }, state, passedAt }) => ({
      id,
      title,
      tier,
      state,
      ...(passedAt && { passedAt: passedAt.toISOString() }),
    })),
  };
  const files: BundleFile[] = [json('configuration.json', standing.certified.manifest)];
  for (const run of runs) append(files, await filesOfRun(tx, run));
  return { about, files };
}

const json = (path: string, value: unknown): BundleFile => ({
  path,
  bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
});

/** A run as it stands in its rows, and each document of it with its bytes, its events and its ladder. */
async function filesOfRun(tx: Tx, run: ScenarioRun): Promise<readonly BundleFile[]> {
  const folder = `runs/${run.scenario}/${run.number}`;
  const frames = await framesOf(tx, [run.id]);
  const { orgId: _org, seenSeq: _seq, ...shown } = run;
  const files = [json(`${folder}/run.json`, { ...shown, frames: frames.map(({ runId: _, ...frame }) => frame) })];
  const ids = [
    ...new Set(
      frames.flatMap(({ documentId, acknowledgementId }) =>
        [documentId, acknowledgementId].filter((id) => id !== null),
      ),
    ),
  ];
  for (const id of ids) {
    const row = await tx('document as d')
      .join('document_raw as r', 'r.document_id', 'd.id')
      .where({ 'd.id': id })
      .first(
        'd.direction',
        'd.channel',
        'd.file_name',
        'd.created_at',
        'd.configuration_hash',
        'd.headline',
        'd.finding_totals',
        'r.content',
        'r.compressed',
      );
    const { content, compressed, ...facts } = row as Content & Record<string, unknown>;
    const ladder = await tx('ladder_rung')
      .where({ document_id: id })
      .orderBy('rung')
      .select('rung', 'state', 'at', 'detail');
    const events = await tx('event')
      .where({ document_id: id })
      .orderBy('seq')
      .select('id', 'type', 'subject', 'occurred_at', 'data', 'provenance');
    const sets = await tx('transaction_set')
      .where({ document_id: id })
      .orderBy('start_byte')
      .select('code', 'control', 'status', 'findings');
    files.push(
      { path: `${folder}/${id}.bytes`, bytes: await fromContent({ content, compressed }) },
      json(`${folder}/${id}.json`, { id, ...facts, ladder, sets, events }),
    );
  }
  const sent = await tx('event')
    .whereIn(
      'id',
      frames.flatMap(({ eventIds }) => [...eventIds]),
    )
    .whereNull('document_id')
    .orderBy('seq')
    .select('id', 'type', 'subject', 'occurred_at', 'data');
  if (sent.length > 0) files.push(json(`${folder}/sent-events.json`, sent));
  return files;
}
