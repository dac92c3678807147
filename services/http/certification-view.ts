import type { components } from '../../specs/generated/openapi.ts';
import { type ChaosName, chaosKinds, chaosNames } from '../domain/certification/chaos.ts';
import type { ScenarioRun } from '../domain/certification/run.ts';
import { isNeeded, type Scenario } from '../domain/certification/scenario.ts';
import { documentKeyText } from '../domain/configuration/document-key.ts';
import { CodedError } from '../domain/errors.ts';
import type { Side } from '../domain/roles.ts';
import { conversationOf } from '../flows/certification/conversation.ts';
import { keysOf } from '../flows/certification/dependencies.ts';
import { type RunAround, readRun, readRuns, scenarioCalled } from '../flows/certification/runs.ts';
import { readStanding } from '../flows/certification/standing.ts';
import type { Context } from '../flows/context.ts';
import { setNameOf } from '../flows/onboarding/templates.ts';
import type { Tx } from '../store/database.ts';
import { type ChaosRow, chaosOf, passedFrames, runsOf } from '../store/scenario-runs.ts';
import type { SessionCaller } from './caller.ts';
import { knownPartner, refusalOf } from './change-configuration.ts';

type Schemas = components['schemas'];

/** The matrix of documents and scenarios. @throws CodedError `http.not-found` */
export async function certificationView(
  context: Context,
  caller: SessionCaller,
  orgId: string,
): Promise<Schemas['Certification']> {
  const { standing, chaos } = await seen(context, caller, async (tx) => {
    await knownPartner(tx, orgId);
    return { standing: await readStanding(context, tx, orgId), chaos: await chaosOf(tx, orgId, context.now()) };
  });
  const documents = (standing?.documents ?? []).map(({ key, scenarios }): Schemas['CertifiedDocument'] => {
    const needed = scenarios.filter(({ scenario }) => isNeeded(scenario));
    const missing = needed.filter(({ state }) => state !== 'passed').length;
    return {
      key: documentKeyText(key),
      ...{ set: key.set, version: key.version, direction: key.direction === 'inbound' ? 'in' : 'out' },
      name: setNameOf(context.catalog.standards, key.set, key.version),
      state: scenarios.length === 0 ? 'none' : missing === 0 ? 'certified' : 'open',
      missing,
      scenarios: scenarios.map(({ scenario, state, why, passedAt, runId, cleanRuns }) => ({
        ...{ id: scenario.id, state, cleanRuns, wants: scenario.runs },
        ...(why !== undefined && { why }),
        ...(passedAt && { passedAt: passedAt.toISOString() }),
        ...(runId !== undefined && { runId }),
      })),
    };
  });
  return {
    documents,
    scenarios: (standing?.scenarios ?? []).map(({ id, title, about, tier, pack, prefix, runs, ...rest }) => ({
      ...{ id, title, about, tier, pack, prefix, runs },
      documents: [...keysOf({ id, title, about, tier, pack, prefix, runs, ...rest }, standing!.certified)],
    })),
    chaos: chaosNames.map((name) =>
      chaosView(
        name,
        chaos.find((one) => one.name === name),
        caller.side,
      ),
    ),
    open: standing?.runs.filter(({ state }) => state === 'open').length ?? 0,
  };
}

const seen = async <T>({ db }: Context, caller: SessionCaller, work: (tx: Tx) => Promise<T>): Promise<T> => {
  try {
    return await db.screens(caller.visibility, work);
  } catch (error) {
    throw refusalOf(error);
  }
};

export function chaosView(name: ChaosName, row: ChaosRow | undefined, side: Side): Schemas['ChaosSwitch'] {
  return {
    ...{ name, ...chaosKinds[name], isOn: row !== undefined },
    ...(row && {
      since: row.since.toISOString(),
      by: actorFor(side, row.setBy, row.setSide),
      until: row.until.toISOString(),
    }),
  };
}

/** People of the team are not named to partners. */
const actorFor = (side: Side, actor: string, of: Side): string =>
  side === 'partner' && of === 'team' ? 'the integration team' : actor;

/** A page of runs, newest first. @throws CodedError `http.not-found` */
export async function runsView(
  context: Context,
  caller: SessionCaller,
  of: {
    readonly orgId: string;
    readonly scenario?: string | undefined;
    readonly state?: ScenarioRun['state'] | undefined;
    readonly cursor?: string | undefined;
    readonly limit: number;
  },
): Promise<{ runs: Schemas['ScenarioRun'][]; next?: string }> {
  const { orgId, cursor, limit } = of;
  return seen(context, caller, async (tx) => {
    await knownPartner(tx, orgId);
    const found = await runsOf(tx, { ...of, before: cursor, limit: limit + 1 });
    const page = found.slice(0, limit);
    const runs = await summaries(context, tx, page, caller.side);
    return { runs, ...(found.length > limit && { next: page.at(-1)!.id }) };
  });
}

/** Runs of a partner by their ids, in a line each. */
export const summariesOf = (
  context: Context,
  caller: SessionCaller,
  of: { readonly orgId: string; readonly ids: readonly string[] },
): Promise<Schemas['ScenarioRun'][]> =>
  seen(context, caller, async (tx) => {
    const runs = await runsOf(tx, { orgId: of.orgId });
    return summaries(
      context,
      tx,
      runs.filter(({ id }) => of.ids.includes(id)),
      caller.side,
    );
  });

/** Runs of one partner in a line each. */
export async function summaries(
  context: Context,
  tx: Tx,
  runs: readonly ScenarioRun[],
  side: Side,
): Promise<Schemas['ScenarioRun'][]> {
  const counts = await passedFrames(
    tx,
    runs.map(({ id }) => id),
  );
  const open = runs.filter(({ state }) => state === 'open');
  const around = open[0] ? await readRuns(context, tx, open[0].orgId, open) : new Map<string, RunAround>();
  return runs.map((run) => {
    const its = around.get(run.id);
    return summaryOf(run, scenarioCalled(run.scenario), { ...counts.get(run.id)!, side, ...(its && { around: its }) });
  });
}

function summaryOf(
  run: ScenarioRun,
  scenario: Scenario | undefined,
  { passed, frames, side, around }: { passed: number; frames: number; side: Side; around?: RunAround },
): Schemas['ScenarioRun'] {
  const awaited = around && conversationOf(around).find(({ state }) => state === 'awaited');
  return {
    ...{ id: run.id, scenario: run.scenario, title: scenario?.title ?? run.scenario, tier: scenario?.tier ?? 'must' },
    ...{ number: run.number, state: run.state, startedAt: run.startedAt.toISOString(), frames, passed },
    startedBy: actorFor(side, run.startedBy, run.startedSide),
    ...(run.reason !== null && { reason: run.reason }),
    ...(run.finishedAt && { finishedAt: run.finishedAt.toISOString() }),
    ...(awaited && {
      awaited: {
        ...{ frame: awaited.id, from: awaited.by, says: awaited.says },
        ...(run.dueAt && { until: run.dueAt.toISOString() }),
      },
    }),
  };
}

/** One run as a conversation. @throws CodedError `http.not-found` */
export async function runView(
  context: Context,
  caller: SessionCaller,
  of: { readonly orgId: string; readonly id: string },
): Promise<Schemas['RunDetail']> {
  return seen(context, caller, async (tx) => {
    const around = await readRun(context, tx, of);
    if (!around) throw new CodedError('http.not-found', { detail: 'The partner has no run with this id.' });
    const { run, scenario, frames } = around;
    const names = await documentNames(
      tx,
      frames.flatMap(({ documentId }) => documentId ?? []),
    );
    const passed = frames.filter(({ state }) => state === 'passed').length;
    return {
      ...summaryOf(run, scenario, { passed, frames: frames.length, side: caller.side, around }),
      about: scenario?.about ?? 'No pack has this scenario any more.',
      documents: [...run.documents],
      conversation: conversationOf(around).map((frame) => {
        const name = frame.documentId === undefined ? undefined : names.get(frame.documentId);
        return { ...frame, ...(name !== undefined && { documentName: name }) };
      }),
      strays: run.strays.map((one) => ({ ...one })),
      dependsOn: Object.entries(run.dependsOn).map(([what, hash]) => ({ what, hash })),
    };
  });
}

async function documentNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx('document')
    .whereIn('id', ids)
    .select<{ id: string; file_name: string | null; headline: string | null }[]>('id', 'file_name', 'headline');
  return new Map(rows.map(({ id, file_name, headline }) => [id, file_name ?? headline ?? 'a document']));
}
