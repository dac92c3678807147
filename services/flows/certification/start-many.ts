import type { ScenarioRun } from '../../domain/certification/run.ts';
import { isNeeded } from '../../domain/certification/scenario.ts';
import { documentKeyText } from '../../domain/configuration/document-key.ts';
import { CodedError } from '../../domain/errors.ts';
import type { Tx } from '../../store/database.ts';
import type { Context } from '../context.ts';
import { type RunBy, startRuns } from './runs.ts';
import { type CertificationStanding, type DocumentStanding, readStanding } from './standing.ts';

interface Which {
  readonly orgId: string;
  /** One document; all unless given. */
  readonly document?: string | undefined;
}

/** Starts a run of each scenario that a change has reopened; of what is under way no other. */
export const recertify = (context: Context, tx: Tx, which: Which, by: RunBy): Promise<readonly ScenarioRun[]> =>
  startMany(context, tx, which, by, ({ state }) => (state === 'reopened' ? 1 : 0));

/** Starts, side by side, every scenario that is needed and not passed: as many runs of each as its pack asks for, less those that count already or are under way. */
export const startNeeded = (context: Context, tx: Tx, which: Which, by: RunBy): Promise<readonly ScenarioRun[]> =>
  startMany(context, tx, which, by, ({ scenario, state, cleanRuns }, { runs }) => {
    if (!isNeeded(scenario) || state === 'passed') return 0;
    const underWay = runs.filter((run) => run.scenario === scenario.id && run.state === 'open').length;
    return Math.max(0, scenario.runs - cleanRuns - underWay);
  });

/** @throws CodedError `http.not-found` for a document that is not agreed */
async function startMany(
  context: Context,
  tx: Tx,
  { orgId, document }: Which,
  by: RunBy,
  howMany: (one: DocumentStanding['scenarios'][number], standing: CertificationStanding) => number,
): Promise<readonly ScenarioRun[]> {
  const standing = await readStanding(context, tx, orgId);
  const wanted = standing?.documents.filter(({ key }) => document === undefined || documentKeyText(key) === document);
  if (document !== undefined && !wanted?.length)
    throw new CodedError('http.not-found', { detail: `\`${document}\` is not agreed in the sandbox.` });
  if (!standing || !wanted) return [];
  const counts = new Map<string, number>();
  // One that certifies several documents is started as often as the one that wants most.
  for (const one of wanted.flatMap(({ scenarios }) => scenarios))
    counts.set(one.scenario.id, Math.max(counts.get(one.scenario.id) ?? 0, howMany(one, standing)));
  const scenarios = standing.scenarios.flatMap(({ id }) => Array.from({ length: counts.get(id) ?? 0 }, () => id));
  return startRuns(context, tx, { orgId, scenarios }, by);
}
