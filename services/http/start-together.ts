import type { ScenarioRun } from '../domain/certification/run.ts';
import { advanceRuns } from '../flows/certification/advance.ts';
import type { Context } from '../flows/context.ts';
import type { Tx } from '../store/database.ts';
import type { SessionCaller } from './caller.ts';
import { forPartner } from './certification-call.ts';
import { summariesOf } from './certification-view.ts';

/** Starts several runs for a partner and answers with them. Nobody waits until the twin has sent them all: the stream says how they go on. */
export async function startTogether(
  context: Context,
  caller: SessionCaller,
  orgId: string,
  start: (tx: Tx) => Promise<readonly ScenarioRun[]>,
) {
  const ids = (await forPartner(context, caller, orgId, start)).map(({ id }) => id);
  const runs = await summariesOf(context, caller, { orgId, ids });
  void advanceRuns(context, ids);
  return { status: 201, body: { runs } } as const;
}
