import type { Evidence } from './evidence.ts';
import { beforeProduction, type Stage } from './stages.ts';

/** When the partner's first document will be live if it goes on as until now. */
export type Forecast =
  | { readonly state: 'live' }
  | { readonly state: 'not-enough-data'; readonly reason: string }
  | {
      readonly state: 'forecast';
      readonly at: Date;
      /** What it is made of. */
      readonly stagesPassed: number;
      readonly stagesLeft: number;
      readonly daysPerStage: number;
    };

const dayMs = 86_400_000;
/** Two stages are no pace; neither is what somebody clicked through within an hour. */
const fewestStages = 2;
const shortestMs = 3_600_000;

/** The partner's own pace carried on: days for each stage that it has passed, for each stage that is left. */
export function forecastOf({ history, registration, at }: Evidence, stage: Stage): Forecast {
  const left = beforeProduction.length - beforeProduction.indexOf(stage);
  if (!beforeProduction.includes(stage)) return { state: 'live' };
  const stagesPassed = beforeProduction.indexOf(stage);
  const began = history[0]?.enteredAt ?? registration.at;
  const entered = history.findLast(
    (entry, nth) => entry.stage === stage && history[nth - 1]?.stage !== stage,
  )?.enteredAt;
  const took = (entered ?? at).getTime() - began.getTime();
  if (stagesPassed < fewestStages || took < shortestMs)
    return {
      state: 'not-enough-data',
      reason: 'There is a forecast once the pace is known: after two stages, an hour apart at least.',
    };
  const perStage = took / stagesPassed;
  // What is spent at this stage already counts towards it, and a late stage is not over at once.
  const spent = entered === undefined ? 0 : at.getTime() - entered.getTime();
  const rest = Math.max(perStage * left - spent, perStage * Math.max(left - 0.5, 0.5));
  const round = Math.ceil((at.getTime() + rest) / dayMs) * dayMs;
  return {
    ...{ state: 'forecast', at: new Date(round), stagesPassed, stagesLeft: left },
    daysPerStage: perStage / dayMs,
  };
}
