import { type DocumentKey, documentKeyText, readDocumentKey } from '../../domain/configuration/document-key.ts';
import { type Bundle, bundleHash } from '../../domain/go-live/bundle.ts';
import { differencesOf, livePart, type PartDifference } from '../../domain/go-live/differences.ts';
import type { Tx } from '../../store/database.ts';
import { producedOf } from '../../store/go-live/production.ts';
import type { Promotion } from '../../store/go-live/requests.ts';
import type { Context } from '../context.ts';
import { readEvidence } from '../journey/evidence.ts';
import { bundleNow, type PlannedEndpoint, plannedEndpoints } from './bundle-now.ts';
import { type Check, checksOf } from './checks.ts';
import { type Compiled, type Composed, composeRelease } from './compose.ts';
import { faultsOf, type ToConfirm, toConfirm } from './promote.ts';
import { sha256 } from './sha256.ts';

/** Everything that a go-live of documents would be, worked out now: the same for who asks, who approves, and the job that makes the release. */
export interface Prepared {
  readonly composed: Composed;
  readonly planned: readonly PlannedEndpoint[];
  readonly bundle: Bundle;
  readonly hash: string;
  /** Against what production runs now. */
  readonly differences: readonly PartDifference[];
  readonly checks: readonly Check[];
  /** What the form asks, for endpoints that are promoted. */
  readonly confirm: readonly ToConfirm[];
}

/** @throws UnusableConfiguration, ReleaseRefused */
export async function prepareGoLive(
  context: Context,
  tx: Tx,
  orgId: string,
  asked: readonly DocumentKey[],
  promotion: Promotion = {},
): Promise<Prepared> {
  const { standards } = context.catalog;
  const composed = await composeRelease(standards, tx, orgId, asked);
  const { endpoints: planned, missing } = await plannedEndpoints(tx, orgId, composed, promotion);
  const bundle = await bundleNow(tx, orgId, composed, planned);
  const before = await liveBundle(tx, orgId, composed.running);
  // What went back to its parallel run stays there with a release that is asked for something else.
  const stays = (await parallelOf(tx, orgId)).filter((key) => !composed.covers.includes(key));
  const after = livePart(bundle, new Set(stays)) ?? bundle;
  const evidence = await readEvidence({ standards, now: context.now }, tx, orgId);
  const covers = composed.covers.flatMap((text) => readDocumentKey(text) ?? []);
  const confirm: ToConfirm[] = [];
  for (const one of planned) {
    const asks = await toConfirm(context, tx, one);
    if (asks && asks.fields.length > 0) confirm.push(asks);
  }
  return {
    ...{
      composed,
      planned,
      bundle,
      hash: bundleHash(sha256, bundle),
      differences: differencesOf(before, after),
      confirm,
    },
    checks: [
      ...checksOf(evidence, covers),
      ...missing.map((name) => missingEndpoint(name)),
      ...planned.flatMap((one) => promotable(context, one, confirm)),
    ],
  };
}

/** The bundle of what is live of a configuration. */
export async function liveBundle(tx: Tx, orgId: string, running: Compiled | undefined): Promise<Bundle | undefined> {
  if (!running) return undefined;
  const { endpoints } = await plannedEndpoints(tx, orgId, running, {});
  return livePart(await bundleNow(tx, orgId, running, endpoints), new Set(await parallelOf(tx, orgId)));
}

const parallelOf = async (tx: Tx, orgId: string): Promise<readonly string[]> =>
  (await producedOf(tx, orgId)).flatMap(({ mode, key }) => (mode === 'parallel' ? [documentKeyText(key)] : []));

const missingEndpoint = (name: string): Check => ({
  ...{ id: `endpoint.missing/${name}`, turn: 'partner', title: `Set up the channel ${name}`, isMet: false },
  says: 'The agreement names it, and neither sandbox nor production has such a channel.',
  action: { label: 'Set it up', link: '/channels/new' },
});

/** Whether the endpoint of the sandbox can be one of production as it stands in the request. */
function promotable(context: Context, planned: PlannedEndpoint, confirm: readonly ToConfirm[]): readonly Check[] {
  if (!planned.promotes) return [];
  const fields = confirm.find(({ endpoint }) => endpoint === planned.name)?.fields ?? [];
  // Two ids that are the sandbox's only together are one fault.
  const faults = Map.groupBy(fields, ({ wrong: why }) => why);
  const wrong = [
    ...faultsOf(context, planned),
    ...[...faults].flatMap(([why, these]) =>
      why === undefined ? [] : [`${these.map(({ title }) => title).join(' or ')} ${why.replace(/[.]$/, '')}`],
    ),
  ];
  return [
    {
      ...{
        id: `endpoint.promoted/${planned.name}`,
        turn: 'partner',
        title: `Settings of ${planned.name} for production`,
      },
      isMet: wrong.length === 0,
      says: wrong.length === 0 ? 'Taken over from the sandbox with the release.' : `${[...new Set(wrong)].join('. ')}.`,
      action: { label: 'Open go-live', link: '/go-live' },
    },
  ];
}

export const askedOf = (covers: readonly string[]): readonly DocumentKey[] =>
  covers.flatMap((text) => readDocumentKey(text) ?? []);

export const sameDocument = (a: DocumentKey, b: DocumentKey): boolean => documentKeyText(a) === documentKeyText(b);
