import { randomInt } from 'node:crypto';
import type { Given } from '../../domain/certification/fill-in.ts';
import { dueOf, type RunFrame, type ScenarioRun } from '../../domain/certification/run.ts';
import type { Scenario } from '../../domain/certification/scenario.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Side } from '../../domain/roles.ts';
import { scenarioPacks } from '../../library/scenario-packs.ts';
import { type ActedBy, audit } from '../../store/audit.ts';
import type { Tx } from '../../store/database.ts';
import { findRun, framesOf, insertRuns, leaveOut, saveRun } from '../../store/scenario-runs.ts';
import type { Context } from '../context.ts';
import { type Certified, certifiedOf, dependenciesOf, documentsOf, keysOf } from './dependencies.ts';

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
 * @throws CodedError `http.not-found` for an unknown scenario, `http.conflict` where it certifies nothing that is agreed, or the channel is to be set up first
 */
export async function startRun(
  context: Context,
  tx: Tx,
  { scenario, ...of }: { readonly orgId: string; readonly scenario: string } & Told,
  by: RunBy,
): Promise<ScenarioRun> {
  const [run] = await startRuns(context, tx, { ...of, scenarios: [scenario] }, by);
  return run!;
}

interface Told {
  readonly number?: string;
  readonly after?: number;
}

/** Starts runs side by side: one of each scenario that is named, as often as it is named. Those whose channel is to be set up first are left out. @throws CodedError as for one, where nothing is left */
export async function startRuns(
  context: Context,
  tx: Tx,
  of: { readonly orgId: string; readonly scenarios: readonly string[] } & Told,
  by: RunBy,
): Promise<readonly ScenarioRun[]> {
  const { orgId } = of;
  if (of.scenarios.length === 0) return [];
  const certified = await certifiedOf(context, tx, orgId);
  if (!certified) throw conflict('Nothing is agreed with this partner in the sandbox yet. Agree on documents first.');
  await refuseMany(tx, orgId, of.scenarios.length);
  const at = context.now();
  const seenSeq = of.after ?? (await newestSeq(tx, orgId));
  const waiting = new Set<string>();
  const begun = of.scenarios.flatMap((id) => {
    const scenario = certified.packs.get(id);
    if (!scenario) throw notFound(`No pack has a scenario \`${id}\`.`);
    const documents = keysOf(scenario, certified);
    if (documents.length === 0) throw conflict(nothingAgreed(scenario));
    const missing = missingChannel(scenario, certified);
    if (missing !== undefined) {
      waiting.add(missing);
      return [];
    }
    const run: ScenarioRun = {
      ...{ id: context.newId(), orgId, scenario: id, number: of.number ?? numberOf(scenario) },
      ...{ state: 'open', reason: null, startedAt: at, startedBy: by.actor, startedSide: by.side, finishedAt: null },
      ...{ awaited: 0, dueAt: dueOf(scenario.frames[0]!, at), documents, proven: [] },
      ...{ dependsOn: dependenciesOf(scenario, certified), strays: [], seenSeq },
    };
    return [{ run, frames: scenario.frames.map((frame) => frame.id) }];
  });
  if (begun.length === 0) throw conflict([...waiting].join(' '));
  await insertRuns(tx, begun);
  const entry = { orgId, at, actor: by.actor, by: by.by, action: 'scenario.started' } as const;
  await audit(
    tx,
    begun.map(({ run: { id, scenario, number } }) => ({ ...entry, detail: { run: id, scenario, number } })),
  );
  return begun.map(({ run }) => run);
}

function nothingAgreed({ id, documents }: Scenario): string {
  const sets = documents.map(({ direction, set }) => `${direction}/${set}`).join(', ');
  return `\`${id}\` is about ${sets}, of which nothing is agreed in the sandbox.`;
}

/** A document is tested over the channel that is agreed for it. @returns why it cannot be yet */
function missingChannel(scenario: Scenario, certified: Certified): string | undefined {
  const document = documentsOf(scenario, certified).find(
    (one) => !certified.endpoints.some(({ name }) => name === one.endpoint),
  );
  return (
    document &&
    `Set up the channel ${document.endpoint} first: the agreement names it for the ${document.set}, and the sandbox has none of that name.`
  );
}

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const numberOf = ({ prefix }: Scenario): string =>
  prefix + Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)]).join('');

async function refuseMany(tx: Tx, orgId: string, more: number): Promise<void> {
  const row = await tx('scenario_run').where({ org_id: orgId, state: 'open' }).count<{ count: number }[]>().first();
  if (Number(row?.count ?? 0) + more > mostOpen)
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

/** The scenario of this id; undefined where no pack has it any more. */
export const scenarioCalled = (id: string): Scenario | undefined => scenarioPacks().get(id);

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
  return run && (await readRuns(context, tx, of.orgId, [run])).get(run.id);
}

/** Runs of a partner with all around them, by their ids. */
export async function readRuns(
  context: Pick<Context, 'catalog'>,
  tx: Tx,
  orgId: string,
  runs: readonly ScenarioRun[],
): Promise<ReadonlyMap<string, RunAround>> {
  const certified = runs.length === 0 ? undefined : await certifiedOf(context, tx, orgId);
  if (!certified) return new Map();
  const all = await framesOf(
    tx,
    runs.map(({ id }) => id),
  );
  const [partner, data] = [await givenOf(tx, orgId, certified), await dataOf(tx, all)];
  const byRun = Map.groupBy(all, ({ runId }) => runId);
  return new Map(
    runs.map((run) => {
      const { id, number, startedAt } = run;
      const frames = byRun.get(id) ?? [];
      const own = frames.flatMap(({ frame, eventIds: [first] }) => {
        const found = first === undefined ? undefined : data.get(first);
        return found ? [[frame, found] as const] : [];
      });
      const given = { ...partner, number, startedAt };
      return [id, { run, scenario: certified.packs.get(run.scenario), frames, certified, given, data: new Map(own) }];
    }),
  );
}

/** Data of the first event of each frame, by the ids of the events. */
async function dataOf(tx: Tx, frames: readonly RunFrame[]): Promise<ReadonlyMap<string, Record<string, unknown>>> {
  const firsts = new Set(frames.flatMap(({ eventIds }) => eventIds.slice(0, 1)));
  if (firsts.size === 0) return new Map();
  const rows = await tx('event')
    .whereIn('id', [...firsts])
    .select<{ id: string; data: Record<string, unknown> }[]>('id', 'data');
  return new Map(rows.map(({ id, data }) => [id, data]));
}

async function givenOf(tx: Tx, orgId: string, { configuration }: Certified): Promise<Pick<Given, 'partner' | 'scac'>> {
  const row = await tx('organization')
    .where({ id: orgId })
    .first<{ name: string; scac: string | null }>('name', 'scac');
  const known = configuration.identities.sandbox.find(({ qualifier }) => qualifier === '02')?.isaId;
  return { partner: row?.name ?? '', scac: row?.scac ?? known ?? 'XXXX' };
}
