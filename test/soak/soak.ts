import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { HubProcess } from '../fault/hub-processes.ts';
import { type PrivateRig, privateRig } from '../fault/private-rig.ts';
import { until } from '../fault/until.ts';
import { type Proof, proveReports, unsettled } from './proof.ts';
import { type Pace, type Sender, startSender, type Traffic } from './sender.ts';
import { type Stopwatch, watchPage } from './stopwatch.ts';
import { carrierTraffic, transfers } from './traffic.ts';

/** What a scenario came to. */
export interface Row {
  readonly scenario: string;
  readonly acknowledged: number;
  readonly applied: number;
  readonly lost: number;
  readonly double: number;
  readonly crashes: number;
  readonly slowestHealthMs: number;
  /** From the end of the fault, or of the traffic, until all that was acknowledged by then has had its effect. */
  readonly recoveryMs: number;
  /** What else was seen. */
  readonly notes: readonly string[];
  /** What should not have been. */
  readonly faults: readonly string[];
}

/** The hub under load, in the hands of one scenario. */
export interface Run {
  readonly rig: PrivateRig;
  readonly api: HubProcess;
  readonly worker: HubProcess;
  readonly health: Stopwatch;
  /** The traffic that goes on all the time. */
  readonly traffic: Sender;
  /** Kills a process with SIGKILL and starts it again. */
  replace(role: 'api' | 'worker'): Promise<void>;
  /** Waits for a share of the time of the scenario. */
  wait(share: number): Promise<void>;
  /** More traffic of the same kind, counted with the rest. */
  send(traffic: Traffic, pace: Pace): Sender;
  /** The fault is over: from here on the time of recovery counts. */
  over(): void;
  note(text: string): void;
  fault(text: string): void;
}

export interface Setting {
  readonly name: string;
  readonly seconds: number;
  readonly env?: NodeJS.ProcessEnv;
  /** Environment of one process more than that of the others. */
  readonly worker?: NodeJS.ProcessEnv;
  /** One process with both roles. */
  readonly together?: boolean;
  readonly pace?: Pace;
  readonly trafficOf?: (rig: PrivateRig) => Traffic;
  readonly prove?: (db: Knex, acknowledged: ReadonlyMap<string, number>) => Promise<Proof>;
  /** How long what was acknowledged may take to its end after the traffic. */
  readonly patienceMs?: number;
  /** Before anything runs. */
  readonly prepare?: (rig: PrivateRig) => Promise<void>;
}

const usualPace: Pace = { perSecond: 20, atOnce: 48, again: true };
const restMs = 900_000;

/** Runs a scenario against real processes on a PostgreSQL of their own, and proves what became of every acknowledged document. */
export async function soak(setting: Setting, during: (run: Run) => Promise<void>): Promise<Row> {
  const crashes: string[] = [];
  const rig = await privateRig({
    transfers,
    // As usual, but for a frozen database, which is not waited for so long.
    env: {
      ...{ CROSSDOCK_REQUEST_SECONDS: '10', CROSSDOCK_SCREEN_SECONDS: '10', CROSSDOCK_BODY_SECONDS: '120' },
      ...{ LOG_LEVEL: 'error', ...setting.env },
    },
    onCrash: (what) => crashes.push(what),
  });
  try {
    return await soakOn(rig, setting, during, crashes);
  } finally {
    await rig.stop();
  }
}

async function soakOn(rig: PrivateRig, setting: Setting, during: (run: Run) => Promise<void>, crashes: string[]) {
  const {
    prove = (db, known) => proveReports(db, known),
    pace = usualPace,
    patienceMs = restMs,
    trafficOf = ({ key }) => carrierTraffic(key),
  } = setting;
  await setting.prepare?.(rig);
  let api = await rig.hub.start(setting.together ? 'api,worker' : 'api', setting.together ? setting.worker : {});
  let worker = setting.together ? api : await rig.hub.start('worker', setting.worker);
  const health = watchPage(`${rig.hub.url}/v1/health`);
  const senders: Sender[] = [];
  const [notes, faults]: [string[], string[]] = [[], []];
  let overAt: number | undefined;
  let recovered: Promise<number> | undefined;
  const send: Run['send'] = (traffic, at) => {
    const sender = startSender(rig.hub.url, traffic, at);
    senders.push(sender);
    return sender;
  };
  const known = () => new Map(senders.flatMap(({ acknowledged }) => [...acknowledged]));
  const over = () => {
    overAt = performance.now();
    const ids = [...known().keys()];
    recovered = settle(rig, ids, patienceMs).then(() => performance.now() - overAt!);
    recovered.catch(() => undefined);
  };
  await during({
    ...{ rig, health, send, over, traffic: send(trafficOf(rig), pace) },
    get api() {
      return api;
    },
    get worker() {
      return worker;
    },
    async replace(role) {
      await (role === 'api' ? api : worker).killHard();
      const started = await rig.hub.start(role, role === 'worker' ? setting.worker : {});
      if (role === 'api') api = started;
      else worker = started;
    },
    wait: (share) => pause(share * setting.seconds * 1000),
    note: (text) => notes.push(text),
    fault: (text) => faults.push(text),
  });
  for (const sender of senders) {
    const givenUp = await sender.stop();
    if (givenUp > 0) faults.push(`${givenUp} documents were never acknowledged`);
  }
  if (!recovered) over();
  const acknowledged = known();
  await settle(rig, [...acknowledged.keys()], patienceMs).catch((error: unknown) => faults.push(String(error)));
  const recoveryMs = await recovered!.catch(() => patienceMs);
  await health.stop();
  const proof = await prove(rig.db, acknowledged);
  for (const [what, list] of [
    ['lost', proof.lost],
    ['double', proof.double],
  ] as const)
    if (list.length > 0) faults.push(`${what}: ${list.slice(0, 5).join(', ')}${list.length > 5 ? ' …' : ''}`);
  for (const role of new Set([api, worker])) {
    const code = await role.stop();
    if (code !== 0) crashes.push(`A process was told to stop and ended with ${code}`);
  }
  faults.push(...crashes);
  return {
    ...{ scenario: setting.name, acknowledged: acknowledged.size, applied: proof.applied },
    ...{ lost: proof.lost.length, double: proof.double.length, crashes: crashes.length },
    ...{ slowestHealthMs: Math.round(health.slowestMs()), recoveryMs: Math.round(recoveryMs), notes, faults },
  } satisfies Row;
}

/** Waits until these documents are at their end; a database that is away at the moment is asked again. */
export const settle = (rig: { readonly db: Knex }, ids: readonly string[], patienceMs = restMs) =>
  until(
    `${ids.length} documents are at their end`,
    () =>
      unsettled(rig.db, ids).then(
        (open) => open === 0,
        () => false,
      ),
    patienceMs,
  );
