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
import type { Context } from '../flows/context.ts';
import type { Tx } from '../store/database.ts';
import { runsOf } from '../store/scenario-runs.ts';
import type { CertificationOptions, ExportOptions } from './certification-commands.ts';
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
      const rows = documents.flatMap(({ key, scenarios }) =>
        scenarios.map(({ scenario: { id, tier, runs }, state, cleanRuns, why = '', passedAt, runId }) => ({
          ...{ document: documentKeyText(key), scenario: id, tier, state, cleanRuns, wants: runs, why },
          ...(passedAt && { passedAt: passedAt.toISOString() }),
          ...(runId !== undefined && { runId }),
        })),
      );
      if (json) console.log(JSON.stringify({ partner, scenarios: rows }));
      else
        console.log(
          textTable(
            ['document', 'tier', 'scenario', 'state', 'clean', 'why'],
            rows.map(({ document, tier, scenario, state, cleanRuns, wants, why }) => [
              ...[document, tier, scenario, state, `${cleanRuns}/${wants}`, why],
            ]),
          ),
        );
      const left = rows.some((one) => isNeeded(one) && one.state !== 'passed');
      return left ? exitCodes.findings : exitCodes.fine;
    }),
  );

export const run = (scenario: string, { partner, json }: CertificationOptions): Promise<number> =>
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
