import type { components } from '../../specs/generated/openapi.ts';
import type { ConnectionTestView } from '../flows/connection-tests/run.ts';
import type { SessionCaller } from './caller.ts';

/** People of the team are not named to partners. */
export function connectionTestView(
  { id, stage, startedAt, startedBy, startedSide, awaits, steps, finishedAt, works, isRunning }: ConnectionTestView,
  { side }: Pick<SessionCaller, 'side'>,
): components['schemas']['ConnectionTest'] {
  const ended = finishedAt === null ? 'broken-off' : works ? 'works' : 'fails';
  return {
    ...{ id, stage, startedAt: startedAt.toISOString(), startedSide },
    startedBy: side === 'partner' && startedSide === 'team' ? 'The integration team' : startedBy,
    state: isRunning ? 'running' : ended,
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
    ...(isRunning && awaits !== null && { awaits }),
    steps: steps.map((step) => ({ ...step })),
  };
}
