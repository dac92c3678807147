import { documentKeyText } from '../../domain/configuration/document-key.ts';
import { careStanding } from '../../domain/go-live/hypercare.ts';
import { standingOf } from '../../domain/go-live/request.ts';
import { looksInSuccession, tripped, windowMinutes } from '../../domain/go-live/rollback-triggers.ts';
import { type ActedBy, audit } from '../../store/audit.ts';
import { careDaysOf, triggerCountsOf } from '../../store/go-live/care-days.ts';
import {
  claimDigest,
  endHypercare,
  type ProducedRow,
  partnerHold,
  producedOf,
  saveLooks,
} from '../../store/go-live/production.ts';
import { lockRequest, requestsOf, versionOf } from '../../store/go-live/requests.ts';
import { organizationName } from '../../store/partners.ts';
import { lockPartner } from '../../store/releases.ts';
import type { Context } from '../context.ts';
import { raise } from '../obligations.ts';
import { compareAgain } from './compare.ts';
import { endRequest, sinceAsked } from './decide.ts';
import { goLive } from './go-live.ts';
import { askedOf, prepareGoLive } from './prepare.ts';
import { isWatched, rollBackIn } from './roll-back.ts';
import { tell } from './tell.ts';

const hub: ActedBy = { actor: 'hub', by: { kind: 'hub' } };

/** Makes the releases whose date has come, looks at what went live lately, and ends hypercare by the evidence. */
export async function watchGoLive(context: Context): Promise<void> {
  await releaseDue(context);
  await compareAgain(context);
  for (const row of (await producedOf(context.db.system)).filter(isWatched)) {
    // What cannot be done for one document holds up no other one.
    try {
      await watchTriggers(context, row);
      await watchHypercare(context, row);
    } catch (error) {
      const of = { orgId: row.orgId, document: documentKeyText(row.key) };
      context.log.error({ err: error, ...of }, 'a document could not be watched after its go-live; it is tried again');
    }
  }
}

/** Each in a transaction of its own: what fails for one partner holds up nobody. */
export async function releaseDue(context: Context): Promise<void> {
  for (const { id, orgId, decisions, approvalsNeeded } of await requestsOf(context.db.system, { open: true })) {
    if (standingOf(decisions, approvalsNeeded, context.now()).state !== 'approved') continue;
    try {
      await context.db.system.transaction(async (tx) => {
        await lockPartner(tx, orgId);
        const request = await lockRequest(tx, id);
        const standing = request && standingOf(request.decisions, request.approvalsNeeded, context.now());
        if (!request || standing?.state !== 'approved') return;
        const version = await versionOf(tx, id, standing.version);
        const why = await whyNotNow(context, request, version, tx);
        if (why === undefined) await goLive(context, tx, request, version, hub);
        else {
          await endRequest(context, tx, request, why, hub);
          await raise(context, tx, [
            {
              ...{
                orgId,
                environment: 'production',
                at: context.now(),
                about: { type: 'organization', id: orgId },
                kind: 'go-live.cancelled',
              },
              facts: { document: version.covers.join(', '), partner: await organizationName(tx, orgId), why },
            },
          ]);
        }
      });
      context.wakeRelay();
    } catch (error) {
      context.log.error({ err: error, request: id }, 'a go-live could not be made; it is tried again');
    }
  }
}

/** What was approved is looked at once more when its time has come. */
async function whyNotNow(
  context: Context,
  request: Parameters<typeof goLive>[2],
  version: Parameters<typeof goLive>[3],
  tx: Parameters<typeof goLive>[1],
): Promise<string | undefined> {
  const hold = await partnerHold(tx, request.orgId);
  if (hold) return `The partner is ${hold.kind} when the go-live was due.`;
  const changed = await sinceAsked(context, tx, request, version);
  if (changed.length > 0) return `When it was due it was no longer what was approved. ${changed.join(' ')}`;
  const { checks } = await prepareGoLive(context, tx, request.orgId, askedOf(version.covers), version.promotion);
  const open = checks.filter(({ isMet }) => !isMet);
  return open.length > 0
    ? `When it was due a check was not met any more. ${open.map(({ title, says }) => `${title}: ${says}`).join(' ')}`
    : undefined;
}

/** Takes back what is above a mark at two looks in succession. */
export async function watchTriggers(context: Context, row: ProducedRow): Promise<void> {
  const now = context.now();
  const windowStart = new Date(now.getTime() - windowMinutes * 60_000);
  const since = row.since > windowStart ? row.since : windowStart;
  const found = tripped(await triggerCountsOf(context.db.system, row, since));
  const looks = found.length > 0 ? row.looks + 1 : 0;
  if (looks < looksInSuccession) {
    if (looks !== row.looks) await saveLooks(context.db.system, row, looks);
    return;
  }
  const why = found.map(({ says }) => `${says}.`).join(' ');
  await context.db.system.transaction((tx) => rollBackIn(context, tx, row.orgId, row.key, why, hub));
  context.wakeRelay();
}

/** Ends it when the days are clean; a digest a day until then. */
export async function watchHypercare(context: Context, row: ProducedRow): Promise<void> {
  const { hypercareSince: since, orgId, key } = row;
  if (!since) return;
  const now = context.now();
  const today = now.toISOString().slice(0, 10);
  if (row.digestOn !== null && row.digestOn >= today) return;
  if (since.toISOString().slice(0, 10) === today) return;
  const days = await careDaysOf(context.db.system, row, since);
  const care = careStanding(since, days, now);
  const text = documentKeyText(key);
  await context.db.system.transaction(async (tx) => {
    if (!(await claimDigest(tx, row, today))) return;
    const partner = await organizationName(tx, orgId);
    const [last] = days.filter(({ date }) => date < today).toReversed();
    const yesterday = last
      ? `${last.date}: ${last.documents} documents, ${last.troubles} in trouble.`
      : 'No document came yet.';
    if (care.isOver) {
      await endHypercare(tx, row, now, `${care.progress}: it is watched like all others now`);
      await audit(tx, [
        {
          orgId,
          at: now,
          ...hub,
          action: 'hypercare.ended',
          subject: { type: 'organization', id: orgId },
          detail: { document: text, progress: care.progress },
        },
      ]);
    }
    await tell(context, tx, {
      ...{ orgId, to: 'everybody', ...(row.requestId !== null && { requestId: row.requestId }) },
      subject: care.isOver
        ? `Hypercare of ${text} of ${partner} has ended`
        : `Hypercare of ${text} of ${partner}: ${care.progress}`,
      says: [
        yesterday,
        care.isOver ? 'Three days with documents were clean; it is watched like all others now.' : `${care.progress}.`,
      ],
    });
  });
}
