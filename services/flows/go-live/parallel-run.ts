import { type DocumentKey, documentKeyText } from '../../domain/configuration/document-key.ts';
import type { ValidationIssue } from '../../domain/errors.ts';
import { type ParallelPolicy, usualParallelPolicy } from '../../domain/go-live/parallel-run.ts';
import { type ActedBy, audit } from '../../store/audit.ts';
import { bytesOf, saveConfiguration } from '../../store/configurations.ts';
import type { Tx } from '../../store/database.ts';
import { endRun, insertRun, openRun, producedOf, saveProduced } from '../../store/go-live/production.ts';
import { lockPartner, releasesOf } from '../../store/releases.ts';
import type { Context } from '../context.ts';
import { refuseBody } from '../refuse-body.ts';
import { makeRelease } from '../releases.ts';
import { conflict, refuseHeld } from './ask.ts';
import { type PlannedEndpoint, plannedEndpoints } from './bundle-now.ts';
import { composeRelease } from './compose.ts';
import { eventTypesOf } from './go-live.ts';
import { promoteEndpoints, sealedPromotion, toConfirm } from './promote.ts';

/**
 * Lets production take a document in, work on it and compare, without writing to Odoo, sending or acknowledging. What is live stays as it is: the release may change
 * nothing of that. @throws CodedError
 */
export async function startParallelRun(
  context: Context,
  orgId: string,
  of: {
    readonly document: DocumentKey;
    readonly policy?: Partial<ParallelPolicy> | undefined;
    readonly endpoints?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | undefined;
  },
  { actor, by }: ActedBy,
): Promise<void> {
  const key = of.document;
  const text = documentKeyText(key);
  const policy = { ...usualParallelPolicy, ...definedOf(of.policy ?? {}) };
  await context.db.scoped('*', async (tx) => {
    await lockPartner(tx, orgId);
    await refuseHeld(tx, orgId);
    const { standards } = context.catalog;
    const composed = await composeRelease(standards, tx, orgId, [key]);
    if (composed.unknown.length > 0) throw conflict(`The agreement has no ${text}.`);
    const runs = composed.running?.configuration.documents.some(
      (one) => one.set === key.set && one.direction === key.direction,
    );
    const row = (await producedOf(tx, orgId)).find(
      (one) => one.key.set === key.set && one.key.direction === key.direction,
    );
    if (runs && row?.mode !== 'parallel')
      throw conflict(`${text} is live already: there is no old way to compare it with.`);
    if (await openRun(tx, orgId, key)) throw conflict(`The parallel run of ${text} is under way already.`);
    if (composed.changed.length > 0)
      throw conflict(
        `The draft changes what is live: ${composed.changed.join(', ')}. Ask for the go-live of that change first; a parallel run must not change what is live.`,
      );
    const before = await plannedEndpoints(tx, orgId, composed, {});
    if (before.missing.length > 0)
      throw conflict(`The partner has no endpoint ${before.missing.join(', ')}. Set it up in the sandbox first.`);
    const { promotion, wrong } = sealedPromotion(context, of.endpoints ?? {}, before.endpoints);
    const { endpoints } = await plannedEndpoints(tx, orgId, composed, promotion);
    refuseBody([...wrong, ...(await unfit(context, tx, endpoints))]);
    const promoted = await promoteEndpoints(context, tx, { orgId, actor, by }, endpoints);
    const at = context.now();
    await saveConfiguration(tx, { orgId, files: bytesOf(composed.files), at, actor });
    const [newest] = await releasesOf(tx, orgId);
    if (newest?.hash !== composed.configuration.hash)
      await makeRelease({ standards, newId: context.newId, now: context.now }, tx, {
        ...{ orgId, actor, by, note: `Parallel run of ${text}: nothing of it is written or sent.` },
        source: { configuration: composed.configuration.hash },
      });
    await saveProduced(tx, {
      ...{ orgId, key, eventTypes: eventTypesOf(composed, text), mode: 'parallel', canary: null, since: at },
      acknowledges: policy.acknowledges,
    });
    await insertRun(tx, { id: context.newId(), orgId, key, startedAt: at, startedBy: actor, policy });
    const detail = { document: text, policy, promoted };
    await audit(tx, [
      { orgId, at, actor, by, action: 'parallel-run.started', subject: { type: 'organization', id: orgId }, detail },
    ]);
  });
}

/** What the sandbox has and production may not have as well, such as the ids by which messages are told apart. */
async function unfit(context: Context, tx: Tx, planned: readonly PlannedEndpoint[]): Promise<ValidationIssue[]> {
  const issues: ValidationIssue[] = [];
  for (const one of planned) {
    const { endpoint, fields } = (await toConfirm(context, tx, one)) ?? { endpoint: '', fields: [] };
    for (const { name, wrong } of fields)
      if (wrong !== undefined) issues.push({ place: `body/endpoints/${endpoint}/${name}`, message: wrong });
  }
  return issues;
}

/** Ends a parallel run; the document stays withheld, and another run may be started. @throws CodedError */
export async function endParallelRun(
  context: Context,
  orgId: string,
  key: DocumentKey,
  { actor, by }: ActedBy,
): Promise<void> {
  await context.db.scoped('*', async (tx) => {
    await lockPartner(tx, orgId);
    const at = context.now();
    if (!(await endRun(tx, orgId, key, at, actor)))
      throw conflict(`No parallel run of ${documentKeyText(key)} is under way.`);
    const detail = { document: documentKeyText(key) };
    await audit(tx, [
      { orgId, at, actor, by, action: 'parallel-run.ended', subject: { type: 'organization', id: orgId }, detail },
    ]);
  });
}

const definedOf = <T extends object>(of: T): Partial<T> =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as Partial<T>;
