import { randomInt } from 'node:crypto';
import type { Given } from '../../domain/certification/fill-in.ts';
import { dueOf, type RunFrame, type ScenarioRun } from '../../domain/certification/run.ts';
import type { Scenario } from '../../domain/certification/scenario.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Side } from '../../domain/roles.ts';
import { type ActedBy, audit } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import { findRun, framesOf, insertRun, leaveOut, saveRun } from '../../store/scenario-runs.ts';
import type { Context } from '../context.ts';
import { type Certified, certifiedOf, dependenciesOf, keysOf } from './dependencies.ts';

/** Who starts or ends a run. */
export interface RunBy extends ActedBy {
  readonly side: Side;
}

const conflict = (detail: string) => new CodedError('http.conflict', { detail });
const notFound = (detail: string) => new CodedError('http.not-found', { detail });

/** More at a time are a mistake of a program. */
const mostOpen = 500;

/**
 * Starts a run under a number of its own; whoever called sees to it that it goes on (`advanceRun`).
 * @param of.number the one that a document of the partner brought, and `after` the place before it, where that starts the run
 * @throws CodedError `http.not-found` for an unknown scenario, `http.conflict` where it certifies nothing that is agreed
 */
export async function startRun(
  context: Context,
  tx: Tx,
  of: { readonly orgId: string; readonly scenario: string; readonly number?: string; readonly after?: number },
  by: RunBy,
): Promise<ScenarioRun> {
  const { orgId } = of;
  const certified = await certifiedOf(context, tx, orgId);
  if (!certified) throw conflict('Nothing is agreed with this partner in the sandbox yet. Agree on documents first.');
  const scenario = certified.packs.get(of.scenario);
  if (!scenario) throw notFound(`No pack has a scenario \`${of.scenario}\`.`);
  const documents = keysOf(scenario, certified);
  if (documents.length === 0) {
    const sets = scenario.documents.map(({ direction, set }) => `${direction}/${set}`).join(', ');
    throw conflict(`\`${scenario.id}\` is about ${sets}, of which nothing is agreed in the sandbox.`);
  }
  await refuseMany(tx, orgId);
  const at = context.now();
  const [first] = scenario.frames;
  const run: ScenarioRun = {
    ...{ id: context.newId(), orgId, scenario: scenario.id, number: of.number ?? numberOf(scenario) },
    ...{ state: 'open', reason: null, startedAt: at, startedBy: by.actor, startedSide: by.side, finishedAt: null },
    ...{ awaited: 0, dueAt: dueOf(first!, at), documents, proven: [] },
    ...{
      dependsOn: dependenciesOf(scenario, certified),
      strays: [],
      seenSeq: of.after ?? (await newestSeq(tx, orgId)),
    },
  };
  await insertRun(
    tx,
    run,
    scenario.frames.map(({ id }) => id),
  );
  const detail = { run: run.id, scenario: scenario.id, number: run.number };
  await audit(tx, [{ orgId, at, actor: by.actor, by: by.by, action: 'scenario.started', detail }]);
  return run;
}

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const numberOf = ({ prefix }: Scenario): string =>
  prefix + Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('');

async function refuseMany(tx: Tx, orgId: string): Promise<void> {
  const row = await tx('scenario_run').where({ org_id: orgId, state: 'open' }).count<{ count: number }[]>().first();
  if ((row?.count ?? 0) >= mostOpen)
    throw conflict(`${mostOpen} runs are under way. Wait for some, or cancel them, before you start another.`);
}

/** The newest document of the sandbox: what came before a run is none of its. */
async function newestSeq(tx: Tx, orgId: string): Promise<number> {
  const row = await tx('document')
    .where({ org_id: orgId, environment: 'sandbox' })
    .max<{ max: number | null }[]>('seq')
    .first();
  return row?.max ?? 0;
}

/** @throws CodedError `http.conflict` where the run has ended already */
export async function cancelRun(
  context: Context,
  tx: Tx,
  of: { readonly orgId: string; readonly id: string },
  by: RunBy,
): Promise<void> {
  const run = await findRun(tx, of, { lock: true });
  if (!run) throw notFound('The partner has no run with this id.');
  if (run.state !== 'open') throw conflict(`The run has ended already: it is ${run.state}.`);
  const at = context.now();
  await saveRun(tx, run.id, {
    state: 'cancelled',
    reason: `Cancelled by ${by.side === 'team' ? 'the integration team' : by.actor}.`,
    finishedAt: at,
    dueAt: null,
  });
  await leaveOut(tx, run.id);
  const detail = { run: run.id, scenario: run.scenario, number: run.number };
  await audit(tx, [{ orgId: of.orgId, at, actor: by.actor, by: by.by, action: 'scenario.cancelled', detail }]);
}

/** A run with all that is needed to go on with it, or to show it. */
export interface RunAround {
  readonly run: ScenarioRun;
  /** Undefined where no pack has it any more. */
  readonly scenario: Scenario | undefined;
  readonly frames: readonly RunFrame[];
  readonly certified: Certified;
  readonly given: Given;
  /** Data of the events of its frames, by the ids of the frames. */
  readonly data: ReadonlyMap<string, Record<string, unknown>>;
}

/** @returns undefined where the partner has no such run. */
export async function readRun(
  context: Pick<Context, 'catalog'>,
  tx: Tx,
  of: { readonly orgId: string; readonly id: string },
  { lock = false } = {},
): Promise<RunAround | undefined> {
  const run = await findRun(tx, of, { lock });
  const certified = run && (await certifiedOf(context, tx, run.orgId));
  if (!run || !certified) return undefined;
  const frames = await framesOf(tx, [run.id]);
  const scenario = certified.packs.get(run.scenario);
  return { run, scenario, frames, certified, given: await givenOf(tx, run, certified), data: await dataOf(tx, frames) };
}

async function dataOf(tx: Tx, frames: readonly RunFrame[]): Promise<RunAround['data']> {
  const firsts = new Map(frames.flatMap(({ frame, eventIds }) => (eventIds[0] ? [[eventIds[0], frame] as const] : [])));
  const rows = await tx('event')
    .whereIn('id', [...firsts.keys()])
    .select<{ id: string; data: Record<string, unknown> }[]>('id', 'data');
  return new Map(rows.map(({ id, data }) => [firsts.get(id)!, data]));
}

async function givenOf(
  tx: Tx,
  { orgId, number, startedAt }: ScenarioRun,
  { configuration }: Certified,
): Promise<Given> {
  const row = await tx('organization')
    .where({ id: orgId })
    .first<{ name: string; scac: string | null }>('name', 'scac');
  const known = configuration.identities.sandbox.find(({ qualifier }) => qualifier === '02')?.isaId;
  return { number, startedAt, partner: row?.name ?? '', scac: row?.scac ?? known ?? 'XXXX' };
}
