import { type ConnectionTests, Steps, type TellStep } from '../../channels/connection-steps.ts';
import type { ConnectionStage, ConnectionStep } from '../../domain/connection-step.ts';
import { CodedError, classifyError } from '../../domain/errors.ts';
import { audit } from '../../store/audit.ts';
import {
  addConnectionStep,
  type ConnectionTestRow,
  connectionTestsOf,
  endConnectionTest,
  insertConnectionTest,
  saveAwaited,
} from '../../store/connection-tests.ts';
import type { Tx } from '../../store/database.ts';
import { findEndpoint, type SealedEndpoint, saveTest } from '../../store/endpoints.ts';
import type { Context } from '../context.ts';
import { type AnyChannel, channelCalled, settingsOf } from '../endpoint-in-use.ts';
import type { EndpointBy, EndpointKey } from '../endpoints.ts';
import { redactorOf } from '../redact.ts';
import { mailboxLoopback } from './mailbox.ts';
import { watchPartner } from './watch-partner.ts';

// Connection tests that partners run: they go on by themselves once they are begun, and each step is kept as it ends, so that it can be watched.

const longestMs = { loopback: 120_000, host: 900_000 } as const;

/** A test as it is seen: one whose process has ended is over too. */
export interface ConnectionTestView extends ConnectionTestRow {
  readonly isRunning: boolean;
}

/** What can be run at an endpoint. */
export interface ConnectionTestOffer {
  readonly stages: readonly ConnectionStage[];
  /** Why none can be run. */
  readonly obstacle?: string;
}

/** @param ownUrl where the hub's own server answers on this machine, such as `http://127.0.0.1:8080` */
export async function startConnectionTest(
  context: Context,
  key: EndpointKey,
  { stage, ownUrl }: { readonly stage: ConnectionStage; readonly ownUrl: string },
  by: EndpointBy,
): Promise<{ readonly id: string; readonly ended: Promise<void> }> {
  const id = context.newId();
  const at = context.now();
  const endpoint = await context.db.scoped('*', async (tx) => {
    const found = await lockEndpoint(tx, key);
    const { stages, obstacle } = offerOf(context, found);
    if (!stages.includes(stage))
      throw new CodedError('http.conflict', { detail: obstacle ?? `There is no such test of ${found.name}.` });
    const [newest] = await readConnectionTests(context, tx, key);
    if (newest?.isRunning)
      throw new CodedError('http.conflict', {
        detail: `A test of ${found.name} is running, started by ${newest.startedBy}. Wait until it has ended.`,
      });
    const { orgId, endpointId } = key;
    await insertConnectionTest(tx, {
      ...{ id, orgId, endpointId, stage, startedAt: at, startedBy: by.actor, startedSide: by.side },
    });
    const subject = { type: 'endpoint', id: endpointId } as const;
    const detail = { name: found.name, stage };
    const entry = { orgId, at, actor: by.actor, by: by.by, subject, detail };
    await audit(tx, [{ ...entry, action: 'endpoint.connection-tested' }]);
    return found;
  });
  return { id, ended: run(context, endpoint, { id, at, stage, ownUrl, by }) };
}

interface Run {
  readonly id: string;
  readonly at: Date;
  readonly stage: ConnectionStage;
  readonly ownUrl: string;
  readonly by: EndpointBy;
}

async function run(context: Context, endpoint: SealedEndpoint, of: Run): Promise<void> {
  const { id, stage } = of;
  const { db, log } = context;
  const clean = redactorOf(context, endpoint);
  const steps: ConnectionStep[] = [];
  const tell: TellStep = async (step) => {
    const told = clean(step);
    steps.push(told);
    await addConnectionStep(db.system, id, told);
  };
  try {
    await play(context, endpoint, of, tell);
  } catch (error) {
    log.error({ err: error, endpointId: endpoint.id, stage }, 'a connection test had a fault');
    const { detail } = classifyError(error).http;
    const remedy = 'Run it again. If it stays so, tell the integration team.';
    await tell({
      title: 'The test itself',
      wants: 'works',
      state: 'bad',
      says: `The hub had a fault. ${detail}`,
      remedy,
    });
  }
  const works = steps.some(({ state }) => state === 'good') && steps.every(({ state }) => state !== 'bad');
  const at = context.now();
  await endConnectionTest(db.system, id, at, works);
  // What was seen with the partner's own machine is a test of the endpoint like any other.
  const told = steps.find(({ state }) => state === (works ? 'good' : 'bad'));
  if (stage === 'host' && told)
    await db.scoped('*', (tx) => saveTest(tx, endpoint.id, { at, works, says: `${told.title}: ${told.says}` }));
}

async function play(context: Context, endpoint: SealedEndpoint, of: Run, tell: TellStep): Promise<void> {
  const channel = channelCalled(context, endpoint.channel)!;
  const settings = settingsOf(context, endpoint);
  const tests: ConnectionTests<unknown> | undefined = channel.connectionTests;
  if (of.stage === 'loopback') {
    if (tests) return tests.loopback(settings, endpoint, tell);
    return mailboxLoopback(context, endpoint, { ...of, settings: settings as object, steps: new Steps(tell) });
  }
  if (tests?.host) return tests.host(settings, endpoint, tell);
  return watchPartner(context, endpoint, {
    ...{ steps: new Steps(tell), testId: of.id, since: of.at, settings: settings as object },
    awaits: (text) => saveAwaited(context.db.system, of.id, text),
    untilMs: longestMs.host - 60_000,
  });
}

/** What can be tested at an endpoint. */
export function offerOf(
  context: Pick<Context, 'channels'>,
  { channel: name, environment }: Pick<SealedEndpoint, 'channel' | 'environment'>,
): ConnectionTestOffer {
  const channel = channelCalled(context, name);
  if (environment === 'production')
    return { stages: [], obstacle: 'Connection tests run in the sandbox: they send what must be refused.' };
  if (!channel || (!channel.connectionTests && !isMailbox(channel)))
    return { stages: [], obstacle: 'Files in a folder of this machine have nobody to refuse: use Test.' };
  return { stages: ['loopback', 'host'] };
}

const isMailbox = ({ ingress }: AnyChannel) => ingress.kind === 'mount';

/** The tests of an endpoint, newest first. */
export async function readConnectionTests(
  { now }: Pick<Context, 'now'>,
  tx: Tx,
  key: EndpointKey,
): Promise<readonly ConnectionTestView[]> {
  const rows = await connectionTestsOf(tx, key.endpointId);
  return rows.map((row) => ({
    ...row,
    isRunning: !row.finishedAt && row.startedAt.getTime() + longestMs[row.stage] > now().getTime(),
  }));
}

/** @throws CodedError `http.not-found` */
async function lockEndpoint(tx: Tx, { orgId, endpointId }: EndpointKey): Promise<SealedEndpoint> {
  const found = await findEndpoint(tx, endpointId, { lock: true });
  if (!found || found.orgId !== orgId || found.removedAt)
    throw new CodedError('http.not-found', { detail: 'The partner has no endpoint with this id.' });
  return found;
}
