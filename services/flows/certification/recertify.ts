import type { ScenarioRun } from '../../domain/certification/run.ts';
import { documentKeyText } from '../../domain/configuration/document-key.ts';
import type { Tx } from '../../store/database.ts';
import type { Context } from '../context.ts';
import { type RunBy, startRun } from './runs.ts';
import { readStanding } from './standing.ts';

/** Starts a run of each scenario that a change has reopened, of one document or of all; of what is under way no other. */
export async function recertify(
  context: Context,
  tx: Tx,
  { orgId, document }: { readonly orgId: string; readonly document?: string | undefined },
  by: RunBy,
): Promise<readonly ScenarioRun[]> {
  const standing = await readStanding(context, tx, orgId);
  const wanted = (standing?.documents ?? []).filter(
    ({ key }) => document === undefined || documentKeyText(key) === document,
  );
  const reopened = wanted.flatMap(({ scenarios }) =>
    scenarios.flatMap(({ scenario, state }) => (state === 'reopened' ? [scenario.id] : [])),
  );
  const started: ScenarioRun[] = [];
  for (const scenario of new Set(reopened)) started.push(await startRun(context, tx, { orgId, scenario }, by));
  return started;
}
