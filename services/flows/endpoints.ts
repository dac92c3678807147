import { isDeepStrictEqual } from 'node:util';
import type { TestReport } from '../channels/channel.ts';
import { usualChannel } from '../channels/registry.ts';
import { secretSettings } from '../channels/schema.ts';
import type { AuditAction } from '../domain/audit-actions.ts';
import { usualEndpoint } from '../domain/configuration/configuration.ts';
import { CodedError } from '../domain/errors.ts';
import { endpointCases } from '../domain/obligations/endpoint-cases.ts';
import type { Side } from '../domain/roles.ts';
import { type ActedBy, audit } from '../store/audit.ts';
import type { Tx } from '../store/database.ts';
import type { Environment } from '../store/documents.ts';
import {
  endpointNamed,
  endpointsOf,
  findEndpoint,
  forgetFailures,
  insertEndpoint,
  lockEndpoints,
  markRemoved,
  type SealedEndpoint,
  saveEndpoint,
  savePause,
  saveTest,
  sentAt,
  setsAt,
  waitingFor,
  wakeEndpoint,
} from '../store/endpoints.ts';
import { waitingAt } from '../store/outbox.ts';
import { partnerNames } from '../store/partners.ts';
import { endWaiting } from '../store/webhook-deliveries.ts';
import { changeSince } from './change-since.ts';
import type { Context } from './context.ts';
import { Contested, refuseClaims, tellContested } from './endpoint-claims.ts';
import { type AnyChannel, channelCalled, forgetEndpoints, settingsOf } from './endpoint-in-use.ts';
import { factsIn, type Settings, shown, valuesOf } from './endpoint-settings.ts';
import { resolveByFingerprint } from './obligations.ts';
import { redactorOf } from './redact.ts';

// Endpoints of partners: how they are added, changed, tried, paused and removed. Everything is audited with what was before and what is after; secrets by their names.

/** Who changes an endpoint. */
export interface EndpointBy extends ActedBy {
  readonly side: Side;
}

export interface WantedEndpoint {
  readonly environment: Environment;
  readonly name: string;
  readonly channel: string;
  readonly settings: Settings;
}

export interface EndpointKey {
  readonly orgId: string;
  readonly endpointId: string;
}

const notFound = () => new CodedError('http.not-found', { detail: 'The partner has no endpoint with this id.' });
const conflict = (detail: string) => new CodedError('http.conflict', { detail });

/** The endpoint that every partner has from the beginning, in both environments. */
export async function giveUsualEndpoint(
  { newId, now }: Pick<Context, 'newId' | 'now'>,
  tx: Tx,
  orgId: string,
): Promise<void> {
  const of = { orgId, name: usualEndpoint, channel: usualChannel, settings: {}, secrets: {}, at: now() };
  for (const environment of ['production', 'sandbox'] as const)
    await insertEndpoint(tx, { ...of, id: newId(), environment });
}

/** @returns the id. @throws CodedError `http.request-invalid` that names each setting, `http.conflict`, `http.forbidden` */
export async function addEndpoint(
  context: Context,
  orgId: string,
  wanted: WantedEndpoint,
  by: EndpointBy,
): Promise<string> {
  const { environment, name, channel } = wanted;
  const way = requireChannel(context, channel, by);
  const id = context.newId();
  await changing(context, async (tx) => {
    if (!(await partnerNames(tx, [orgId])).has(orgId))
      throw new CodedError('http.not-found', { detail: 'No partner has this id.' });
    await refuseTaken(tx, { orgId, environment, name });
    await refuseMany(tx, { orgId, environment });
    const values = valuesOf(context, way, { name, given: wanted.settings });
    await refuseClaims(context, tx, { id, orgId, channel, ...values }, by);
    await insertEndpoint(tx, { ...values, id, orgId, environment, channel, at: context.now() });
    const after = { name, channel, environment, ...shown(values) };
    await note(context, tx, { orgId, endpointId: id, action: 'endpoint.added', by }, { before: null, after });
  });
  forgetEndpoints(context, orgId, environment);
  return id;
}

export interface EndpointChange {
  readonly name?: string | undefined;
  /** All settings anew; of the secret ones, those that are not named stay as they are, and null takes one away. */
  readonly settings?: Settings | undefined;
  /** As its author saw them: what differs from these was changed, and nothing else. */
  readonly insteadOf?: { readonly name?: string | undefined; readonly settings?: Settings | undefined } | undefined;
}

export async function changeEndpoint(
  context: Context,
  key: EndpointKey,
  change: EndpointChange,
  by: EndpointBy,
): Promise<void> {
  await changing(context, async (tx) => {
    const found = await lockOwn(tx, key);
    const { orgId, environment, channel } = found;
    const way = requireChannel(context, channel, by);
    const { name, settings } = changeSince(change, found, secretSettings(way.schema));
    if (name !== found.name) {
      await refuseTaken(tx, { orgId, environment, name });
      await refuseNamed(tx, found, 'is given another name');
    }
    const values = settings ? valuesOf(context, way, { name, given: settings, before: found }) : { ...found, name };
    await refuseClaims(context, tx, { ...values, id: found.id, orgId, channel, before: found }, by);
    const [before, after] = [
      { name: found.name, ...shown(found) },
      { name, ...shown(values) },
    ];
    const renewed = Object.keys(values.secrets).filter((one) => values.secrets[one] !== found.secrets[one]);
    if (isDeepStrictEqual(before, after) && renewed.length === 0) return;
    await saveEndpoint(tx, found, values, context.now());
    // What was wrong with the former settings need not be wrong with these.
    await wakeEndpoint(tx, found);
    const detail = { before, after, ...(renewed.length > 0 && { secretsRenewed: renewed }) };
    await note(context, tx, { ...key, action: 'endpoint.changed', by }, detail);
    forgetEndpoints(context, orgId, environment);
  });
  context.wakeRelay();
}

/** Takes an endpoint away. What went over it keeps its name. @throws CodedError `http.conflict` while an agreement names it, or documents wait for it */
export async function removeEndpoint(context: Context, key: EndpointKey, by: EndpointBy): Promise<void> {
  await changing(context, async (tx) => {
    const found = await lockOwn(tx, key);
    refuseForeign(context, found.channel, by);
    await refuseNamed(tx, found, 'is removed');
    if (channelCalled(context, found.channel)?.carries === 'events') await endEvents(tx, found, context.now());
    const waiting = (await waitingFor(tx, [found.id])).get(found.id) ?? 0;
    if (waiting > 0)
      throw conflict(
        `${waiting} ${waiting === 1 ? 'document waits' : 'documents wait'} for ${found.name}. They go first.`,
      );
    const isMailbox = channelCalled(context, found.channel)?.ingress.kind === 'mount';
    const uncollected = isMailbox ? [] : await waitingAt(tx, found.id, 1000);
    const lying = (await sentAt(tx, found.id)).length + uncollected.length;
    if (lying > 0)
      throw conflict(
        `${lying} ${lying === 1 ? 'document lies' : 'documents lie'} at ${found.name} that the partner has not taken yet: nobody would see it taken after that.`,
      );
    await markRemoved(tx, found.id, context.now());
    const { name, channel, environment } = found;
    const before = { name, channel, environment, ...shown(found) };
    await note(context, tx, { ...key, action: 'endpoint.removed', by }, { before, after: null });
    forgetEndpoints(context, found.orgId, found.environment);
  });
}

/** Events are for whoever wants them: they need not be posted before an endpoint goes. */
async function endEvents(tx: Tx, { id, name }: SealedEndpoint, at: Date): Promise<void> {
  const reason = `The endpoint ${name} was removed.`;
  await endWaiting(tx, id, { at, reason, reasonCode: 'channel.refused' });
  const { failing, stopped, deadLetters } = endpointCases;
  await resolveByFingerprint(tx, [failing(id), stopped(id), deadLetters(id)], at);
}

/** Holds back what is for an endpoint, and does not look there, until a person says so; or lets it go on. As it is already: nothing changes. */
export async function pauseEndpoint(
  context: Context,
  key: EndpointKey,
  wanted: 'paused' | 'resumed',
  by: EndpointBy,
): Promise<void> {
  await changing(context, async (tx) => {
    const found = await lockOwn(tx, key);
    refuseForeign(context, found.channel, by);
    const isPaused = found.pausedAt !== null;
    if (isPaused === (wanted === 'paused')) return;
    await savePause(tx, found.id, wanted === 'paused' ? { at: context.now(), by: by.actor } : null);
    if (wanted === 'resumed') {
      if (found.stopped !== null) await beginAnew(tx, found, context.now());
      await wakeEndpoint(tx, found);
    }
    forgetEndpoints(context, found.orgId, found.environment);
    const detail = { name: found.name, before: { paused: isPaused }, after: { paused: !isPaused } };
    await note(context, tx, { ...key, action: `endpoint.${wanted}`, by }, detail);
  });
  if (wanted === 'resumed') context.wakeRelay();
}

/** What the hub has stopped gets another day. */
async function beginAnew(tx: Tx, { id }: SealedEndpoint, at: Date): Promise<void> {
  await forgetFailures(tx, id);
  await resolveByFingerprint(tx, [endpointCases.stopped(id)], at);
}

/** Tries the settings of an endpoint now; where they work, what waits for it is tried at once. */
export async function testEndpoint(context: Context, key: EndpointKey, by: EndpointBy): Promise<TestReport> {
  const found = await context.db.scoped('*', (tx) => lockOwn(tx, key));
  const channel = channelCalled(context, found.channel);
  if (!channel) throw conflict(`This hub has no channel ${found.channel}.`);
  const report = redactorOf(context, found)(await channel.test(settingsOf(context, found), found));
  await changing(context, async (tx) => {
    if (report.learned) await keepLearned(context, tx, found, { learned: report.learned, by });
    await saveTest(tx, found.id, { at: context.now(), works: report.works, says: report.says.join(' ') });
    if (report.works && found.breaker !== 'closed') await wakeEndpoint(tx, found);
    const detail = { name: found.name, works: report.works, says: report.says };
    await note(context, tx, { ...key, action: 'endpoint.tested', by }, detail);
  });
  if (report.works) context.wakeRelay();
  return report;
}

/** Keeps what a test has found out, unless the settings were changed since. */
async function keepLearned(
  context: Context,
  tx: Tx,
  tested: SealedEndpoint,
  { learned, by }: { readonly learned: Settings; readonly by: EndpointBy },
): Promise<void> {
  const { id: endpointId, orgId, name, settings, secrets } = tested;
  const now = await lockOwn(tx, { orgId, endpointId });
  if (!isDeepStrictEqual(now.settings, settings)) return;
  const after = { ...settings, ...learned };
  const facts = factsIn(channelCalled(context, tested.channel), after);
  await saveEndpoint(tx, now, { name, settings: after, secrets, facts }, context.now());
  const detail = { before: { settings }, after: { settings: after }, learned: Object.keys(learned) };
  await note(context, tx, { orgId, endpointId, action: 'endpoint.changed', by }, detail);
  forgetEndpoints(context, orgId, tested.environment);
}

/** One change of endpoints at a time: names and folders must not be taken twice. */
async function changing<T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await context.db.scoped('*', async (tx) => {
      await lockEndpoints(tx);
      return work(tx);
    });
  } catch (error) {
    if (error instanceof Contested) await tellContested(context, error);
    throw error;
  }
}

async function lockOwn(tx: Tx, { orgId, endpointId }: EndpointKey): Promise<SealedEndpoint> {
  const found = await findEndpoint(tx, endpointId, { lock: true });
  if (!found || found.orgId !== orgId || found.removedAt) throw notFound();
  return found;
}

/** The channel that endpoints are set up on. @throws CodedError `http.request-invalid` when there is none, `http.forbidden` when others set them up */
function requireChannel(context: Context, name: string, by: EndpointBy): AnyChannel {
  const channel = channelCalled(context, name);
  if (!channel) {
    const message = `is ${name}; there are ${Object.keys(context.channels).join(', ')}`;
    throw new CodedError('http.request-invalid', {
      errors: [{ place: 'body/channel', message }],
      detail: `The channel ${message}.`,
    });
  }
  refuseForeign(context, name, by);
  return channel;
}

/** @throws CodedError `http.forbidden` when the endpoints of a channel are the team's and somebody else wants to change one */
function refuseForeign(context: Context, name: string, { side }: EndpointBy): void {
  if (channelCalled(context, name)?.setUpBy === 'team' && side === 'partner')
    throw new CodedError('http.forbidden', {
      detail: `Endpoints of the channel ${name} lie on the hub's own machine: the integration team sets them up.`,
    });
}

// Each is looked at, or looked through, now and then: nobody needs so many.
const mostEndpoints = 100;

/** @throws CodedError `http.conflict` when the partner has as many as it may have */
async function refuseMany(tx: Tx, of: { readonly orgId: string; readonly environment: Environment }): Promise<void> {
  if ((await endpointsOf(tx, of)).length >= mostEndpoints)
    throw conflict(
      `The partner has ${mostEndpoints} endpoints in ${of.environment}, which is the most. Remove one first.`,
    );
}

async function refuseTaken(
  tx: Tx,
  of: { readonly orgId: string; readonly environment: Environment; readonly name: string },
): Promise<void> {
  if (await endpointNamed(tx, of))
    throw conflict(`The partner has an endpoint called ${of.name} in ${of.environment} already.`);
}

/** @param what such as `is removed` */
async function refuseNamed(tx: Tx, found: SealedEndpoint, what: string): Promise<void> {
  const sets = await setsAt(tx, found);
  if (sets.length === 0) return;
  const list = [...new Set(sets.map(({ set }) => set))].join(', ');
  throw conflict(
    `What ${found.environment} runs exchanges ${list} at ${found.name}. Name another endpoint in these agreements before it ${what}.`,
  );
}

async function note(
  context: Context,
  tx: Tx,
  { orgId, endpointId, action, by }: EndpointKey & { readonly action: AuditAction; readonly by: EndpointBy },
  detail: Record<string, unknown>,
): Promise<void> {
  const subject = { type: 'endpoint', id: endpointId } as const;
  await audit(tx, [{ orgId, at: context.now(), actor: by.actor, by: by.by, action, subject, detail }]);
}
