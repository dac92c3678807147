import type { Standing } from '../../services/domain/certification/run.ts';
import { advanceRun } from '../../services/flows/certification/advance.ts';
import { startRun } from '../../services/flows/certification/runs.ts';
import { certificationOf } from '../../services/flows/certification/standing.ts';
import { findRun, framesOf } from '../../services/store/scenario-runs.ts';
import { type FlowRig, flowRig, type Profile, picked, sentTo } from './rig.ts';

/** Runs of scenarios on a flow rig: the partner's part is played by hand. */
export interface CertificationRig {
  readonly rig: FlowRig;
  start(profile: Profile, scenario: string): Promise<{ readonly id: string; readonly number: string }>;
  /** Looks at a run until it stands still. */
  advance(id: string): Promise<void>;
  /** States of a run's frames by their ids, and of the run. */
  stateOf(id: string): Promise<{
    readonly state: string;
    readonly reason: string | null;
    readonly frames: Readonly<Record<string, string>>;
  }>;
  /** The newest document that went out to the partner under a number, as text. */
  sent(profile: Profile, number: string, set: string): Promise<string>;
  /** Brings segments of a set in an interchange of the partner's, under new control numbers. @returns the id of the document */
  bring(
    profile: Profile,
    functional: string,
    segments: readonly string[],
    change?: (text: string) => string,
  ): Promise<string>;
  /** Acknowledges what went out. */
  acknowledge(profile: Profile, text: string, code?: 'A' | 'R'): Promise<string>;
  standing(profile: Profile, document: string, scenario: string): Promise<Pick<Standing, 'state' | 'why'> | undefined>;
}

const by = { actor: 'test', by: { kind: 'person' }, side: 'partner' } as const;

/** Envelope of the partner's own. */
export function interchange(
  profile: Profile,
  of: {
    readonly control: number;
    readonly functional: string;
    readonly version?: string;
    readonly segments: readonly string[];
  },
): string {
  const [qualifier, id] = profile === 'standard-carrier' ? ['02', 'BHFT'] : ['ZZ', 'QUAYSIDE'];
  const control = String(of.control).padStart(9, '0');
  const { segments, functional, version = '004010' } = of;
  const [st = ''] = segments;
  const set = st.startsWith('ST*') ? segments : segments;
  return [
    `ISA*00*          *00*          *${qualifier}*${id.padEnd(15)}*ZZ*NORTHGATE      *260302*1130*U*00401*${control}*0*T*>`,
    `GS*${functional}*${id}*NORTHGATE*20260302*1130*${of.control}*X*${version}`,
    ...set,
    `SE*${set.length + 1}*0001`,
    `GE*1*${of.control}`,
    `IEA*1*${control}`,
    '',
  ].join('~');
}

export async function certificationRig(): Promise<CertificationRig> {
  const rig = await flowRig({ transfers: 1 });
  const { context, orgs } = rig;
  let control = 7000;
  const advance = async (id: string) => {
    await advanceRun(context, id);
    await rig.work();
    await advanceRun(context, id);
  };
  const bring: CertificationRig['bring'] = (profile, functional, segments, change = (text) => text) => {
    control += 1;
    return rig.bring(profile, change(interchange(profile, { control, functional, segments })), 'sandbox');
  };
  return {
    ...{ rig, advance, bring },
    start: async (profile, scenario) => {
      const run = await context.db.system.transaction((tx) =>
        startRun(context, tx, { orgId: orgs[profile], scenario }, by),
      );
      await advance(run.id);
      return run;
    },
    stateOf: async (id) => {
      const run = (await findRun(context.db.system, { id }))!;
      const frames = await framesOf(context.db.system, [id]);
      return {
        state: run.state,
        reason: run.reason,
        frames: Object.fromEntries(frames.map(({ frame, state }) => [frame, state])),
      };
    },
    sent: async (profile, number, set) => {
      const all = await sentTo(rig, profile, 'sandbox');
      const found = all.filter(({ text, sets }) => text.includes(number) && sets.includes(set)).at(-1);
      if (!found) throw new Error(`No ${set} went out for ${number}.`);
      return found.text;
    },
    acknowledge: (profile, text, code = 'A') => {
      const [, functional, , , , , group] = picked(text, 'GS')[0]!.split('*');
      const [, set, st] = picked(text, 'ST')[0]!.split('*');
      return bring(profile, 'FA', [
        `ST*997*0001`,
        `AK1*${functional}*${group}`,
        `AK2*${set}*${st}`,
        `AK5*${code}${code === 'R' ? '*5' : ''}`,
        `AK9*${code}*1*1*${code === 'A' ? 1 : 0}`,
      ]);
    },
    standing: async (profile, document, scenario) => {
      const found = await context.db.system.transaction((tx) => certificationOf(context, tx, orgs[profile]));
      const own = found.documents.find(({ key }) => `${key.direction}/${key.set}` === document);
      return own?.scenarios.find(({ id }) => id === scenario);
    },
  };
}
