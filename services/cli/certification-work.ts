import { writeFileSync } from 'node:fs';
import type { ScenarioRun } from '../domain/certification/run.ts';
import { isNeeded } from '../domain/certification/scenario.ts';
import { documentKeyText } from '../domain/configuration/document-key.ts';
import { CodedError } from '../domain/errors.ts';
import { advanceRun } from '../flows/certification/advance.ts';
import { conversationOf } from '../flows/certification/conversation.ts';
import { makeEvidence } from '../flows/certification/evidence.ts';
import { readRun, startRun } from '../flows/certification/runs.ts';
import { readStanding } from '../flows/certification/standing.ts';
import { startNeeded } from '../flows/certification/start-many.ts';
import type { Context } from '../flows/context.ts';
import type { Tx } from '../store/database.ts';
import { runsOf } from '../store/scenario-runs.ts';
import type { CertificationOptions, ExportOptions, RunOptions } from './certification-commands.ts';
import { commandActor, withContext } from './command-context.ts';
import { UsageError } from './command-input.ts';
import { exitCodes } from './exit-codes.ts';
import { partnerCalled } from './partner-choice.ts';
import { textTable } from './text-table.ts';

/** Runs `work` beside the hub; what is refused is said in one sentence. */
async function beside<T>(work: (context: Context) => Promise<T>): Promise<T> {
  try {
    return await withContext(process.env, work);
  } catch (error) {
    if (error instanceof CodedError) throw new UsageError(error.more.detail ?? error.message);
    throw error;
  }
}

const all = <T>({ db }: Context, work: (tx: Tx) => Promise<T>): Promise<T> => db.scoped('*', work);

export const list = ({ partner, json }: CertificationOptions): Promise<number> =>
  beside((context) =>
    all(context, async (tx) => {
      const standing = await readStanding(context, tx, await partnerCalled(tx, partner));
      const documents = standing?.documents.filter(({ scenarios }) => scenarios.length > 0) ?? [];
      const numbers = new Map(standing?.runs.map(({ id, number }) => [id, number]));
      const rows = documents.flatMap(({ key, scenarios }) =>
        scenarios.map(({ scenario: { id, tier, runs }, state, cleanRuns, why = '', passedAt, runId }) => ({
          ...{ document: documentKeyText(key), scenario: id, tier, state, cleanRuns, wants: runs, why },
          ...(passedAt && { passedAt: passedAt.toISOString() }),
          ...(runId !== undefined && { runId, number: numbers.get(runId) }),
        })),
      );
      if (json) console.log(JSON.stringify({ partner, scenarios: rows }));
      else
        console.log(
          textTable(
            ['document', 'tier', 'scenario', 'state', 'clean', 'run', 'why'],
            rows.map(({ document, tier, scenario, state, cleanRuns, wants, number = '', why }) => [
              ...[document, tier, scenario, state, `${cleanRuns}/${wants}`, number, why],
            ]),
          ),
        );
      const left = rows.some((one) => isNeeded(one) && one.state !== 'passed');
      return left ? exitCodes.findings : exitCodes.fine;
    }),
  );

/** One scenario that is named, or all that are needed. */
export function start(scenario: string | undefined, { needed, document, ...options }: RunOptions): Promise<number> {
  if ((scenario === undefined) === (needed === undefined))
    throw new UsageError(
      'Name a scenario, or say --needed for all that are left. `crossdock certification list` shows them.',
    );
  if (scenario !== undefined && document !== undefined)
    throw new UsageError('--document goes with --needed; a scenario certifies what it names.');
  return scenario === undefined
    ? runNeeded({ ...options, ...(document !== undefined && { document }) })
    : run(scenario, options);
}

const runNeeded = ({ partner, document, json }: RunOptions): Promise<number> =>
  beside(async (context) => {
    const started = await all(context, async (tx) => {
      const orgId = await partnerCalled(tx, partner);
      return startNeeded(context, tx, { orgId, document }, { ...commandActor(), side: 'team' });
    });
    for (const { id } of started) await advanceRun(context, id);
    const rows = started.map(({ id, scenario, number }) => ({ id, scenario, number }));
    if (json) console.log(JSON.stringify({ partner, runs: rows }));
    else if (rows.length === 0) console.log('Nothing is left to start: all are passed, or under way.');
    else
      console.log(
        textTable(
          ['scenario', 'number', 'run'],
          rows.map(({ scenario, number, id }) => [scenario, number, id]),
        ),
      );
    return exitCodes.fine;
  });

const run = (scenario: string, { partner, json }: CertificationOptions): Promise<number> =>
  beside(async (context) => {
    const started = await all(context, async (tx) =>
      startRun(context, tx, { orgId: await partnerCalled(tx, partner), scenario }, { ...commandActor(), side: 'team' }),
    );
    await advanceRun(context, started.id);
    return print(context, started, json);
  });

export const show = (run: string, { partner, json }: CertificationOptions): Promise<number> =>
  beside(async (context) => print(context, await runCalled(context, partner, run), json));

export const rerun = (name: string, { partner, json }: CertificationOptions): Promise<number> =>
  beside(async (context) =>
    run((await runCalled(context, partner, name)).scenario, { partner, ...(json && { json }) }),
  );

/** The run of this id or fixture number. @throws UsageError */
const runCalled = (context: Context, partner: string, name: string): Promise<ScenarioRun> =>
  all(context, async (tx) => {
    const runs = await runsOf(tx, { orgId: await partnerCalled(tx, partner) });
    const found = runs.find(({ id, number }) => id === name || number === name);
    if (!found)
      throw new UsageError(
        `${partner} has no run ${name}. \`crossdock certification list\` shows the newest of each scenario.`,
      );
    return found;
  });

async function print(context: Context, { id, orgId }: ScenarioRun, json: boolean | undefined): Promise<number> {
  const around = (await all(context, (tx) => readRun(context, tx, { orgId, id })))!;
  const { scenario, number, state, reason } = around.run;
  const frames = conversationOf(around);
  if (json) console.log(JSON.stringify({ id, scenario, number, state, ...(reason !== null && { reason }), frames }));
  else {
    console.log(`${scenario} ${number}: ${state}${reason === null ? '' : `. ${reason}`}\n${id}`);
    console.log(
      textTable(
        ['frame', 'turn', 'state', 'what'],
        frames.map((frame) => [frame.id, frame.by, frame.state, frame.reason ?? frame.says]),
      ),
    );
  }
  return state === 'failed' ? exitCodes.findings : exitCodes.fine;
}

export const exportEvidence = ({ partner, document, out, json }: ExportOptions): Promise<number> =>
  beside(async (context) => {
    const orgId = await all(context, (tx) => partnerCalled(tx, partner));
    const { bytes, fileName } = await makeEvidence(context, { orgId, document });
    const file = out ?? fileName;
    writeFileSync(file, bytes);
    console.log(
      json
        ? JSON.stringify({ file, bytes: bytes.length })
        : `Wrote ${file}, ${bytes.length} bytes. crossdock evidence verify ${file} holds it against its signature.`,
    );
    return exitCodes.fine;
  });
