import { setTimeout as wait } from 'node:timers/promises';
import type { components } from '../../../specs/generated/openapi.ts';
import { carrierSays } from './carrier.ts';
import type { PartnerChannel } from './channel.ts';
import { acknowledgementOf, type Envelope, interchange, segmentOf } from './interchange.ts';
import type { Person } from './person.ts';
import type { Said } from './said.ts';
import { warehouseSays } from './warehouse.ts';

export type Run = components['schemas']['RunDetail'];
type Frame = components['schemas']['Frame'];
type RunLine = components['schemas']['ScenarioRun'];

/**
 * A partner that passes the tests of the exchange by itself: it looks at what its runs wait for, as its person sees it in the portal, and answers over its own channel.
 * It knows every connectivity and must scenario of `standard-carrier` and `standard-3pl`.
 *
 *     const as2 = await openAs2Program({ company });         // its certificate and url go into the endpoint
 *     const channel = as2.connect('KESTREL-TEST', { id: 'NORTHGATE-TEST', url: `${hub}/as2`, certificate });
 *     const person = await signIn(hub, { email, password });
 *     const partner = scriptedPartner({ plays: 'carrier', scac: 'KSTL', envelope, channel, person });
 *     await partner.playNeeded();                            // or `answer(signal)` while somebody else starts the runs
 *     channel.close();
 *     await as2.close();
 *
 * By SFTP it is `sftpProgram().connect({ host, port, user, hostKeys })`, over HTTPS `httpsChannel({ url, apiKey })`.
 */
export interface ScriptedPartner {
  /** Answers whatever runs ask, whoever starts them, until it is stopped. @throws Error that the channel or the API met */
  answer(until: AbortSignal): Promise<void>;
  /** Starts these scenarios side by side, answers what they ask, and waits until all are over. */
  play(scenarios: readonly string[]): Promise<readonly Run[]>;
  /** The same with all that are needed and not passed yet. @param begun told how many runs there are, once they are started */
  playNeeded(begun?: (runs: number) => void): Promise<readonly Run[]>;
  /** Brings a document of its own: a set with its envelope. @returns what the hub answered on the channel */
  send(said: Said): Promise<string>;
  /** What has come from the hub and was not asked for yet, such as its acknowledgements. */
  readonly received: readonly string[];
}

export interface ScriptedOptions {
  readonly plays: 'carrier' | 'warehouse';
  readonly envelope: Envelope;
  /** Of a carrier: what the hub tenders to. */
  readonly scac?: string;
  /** Open to the end; whoever opened it closes it. */
  readonly channel: PartnerChannel;
  /** Sees the runs, and starts them in `play`. */
  readonly person: Person;
  /** The first control number is the one behind it. */
  readonly controlsFrom?: number;
  /** Told of every document that it sends and takes. */
  readonly onDocument?: (direction: 'sent' | 'taken', what: string) => void;
  /** Ends `play` where it is. */
  readonly until?: AbortSignal;
  /** Told of runs that want a minute of silence; it keeps silent in any case. */
  readonly onSilence?: (runId: string) => Promise<void>;
}

const says = { carrier: carrierSays, warehouse: warehouseSays } as const;
const pauseMs = 700;

export function scriptedPartner(options: ScriptedOptions): ScriptedPartner {
  const { plays, envelope, scac = '', channel, person, onDocument, onSilence } = options;
  const certification = `/v1/partners/${person.organizationId}/certification`;
  const path = `${certification}/runs`;
  const received: string[] = [];
  const acknowledged = new Set<string>();
  const done = new Set<string>();
  let control = options.controlsFrom ?? Math.floor(Date.now() / 1000) % 900_000_000;

  const sendUnder = async (said: Said, number: number) => {
    const set = segmentOf(`${said.segments[0]}~`, 'ST')[1];
    const answer = await channel.send(
      `${set}-${number}.x12`,
      Buffer.from(interchange(envelope, number, [said]), 'latin1'),
    );
    onDocument?.('sent', `${set} ${number}`);
    return answer;
  };
  const next = () => {
    control += 1;
    return control;
  };

  async function collect(): Promise<void> {
    for (const { text } of await channel.collect()) {
      received.push(text);
      onDocument?.('taken', `${segmentOf(text, 'ST')[1]} ${segmentOf(text, 'ISA')[13]}`);
    }
  }

  /** @returns whether it was answered; what is to be acknowledged may not have come yet */
  async function answerFrame(run: Run, frame: Frame): Promise<boolean> {
    if (frame.does === 'keeps-silent') {
      await onSilence?.(run.id);
      return true;
    }
    if (frame.does === 'acknowledges') {
      const sent = run.conversation.slice(0, run.conversation.indexOf(frame)).findLast(({ by }) => by === 'hub');
      const text = received.findLast(
        (one) => one.includes(run.number) && segmentOf(one, 'ST')[1] === sent?.set && !acknowledged.has(controlOf(one)),
      );
      if (text === undefined) return false;
      acknowledged.add(controlOf(text));
      await sendUnder(acknowledgementOf(text), next());
      return true;
    }
    const number = next();
    const turn = { scenario: run.scenario, frame: frame.id, number: run.number, control: number, scac };
    await sendUnder(says[plays](turn), number);
    return true;
  }

  async function answerRun({ id, awaited }: RunLine): Promise<void> {
    const turn = `${id}/${awaited?.frame}`;
    if (awaited?.from !== 'partner' || done.has(turn)) return;
    const run = await person.call<Run>('GET', `${path}/${id}`);
    const frame = run.conversation.find(({ state }) => state === 'awaited');
    if (frame?.id === awaited.frame && (await answerFrame(run, frame))) done.add(turn);
  }

  /** Looks once at everything that is open. @returns the ids of the runs that are */
  async function round(): Promise<ReadonlySet<string>> {
    await collect();
    let cursor = '';
    const open = new Set<string>();
    do {
      const page = await person.call<{ runs: RunLine[]; next?: string }>('GET', `${path}?state=open${cursor}`);
      for (const run of page.runs) {
        open.add(run.id);
        await answerRun(run);
      }
      cursor = page.next === undefined ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    return open;
  }

  async function untilOver(ids: readonly string[]): Promise<readonly Run[]> {
    const { until } = options;
    for (let open = await round(); ids.some((id) => open.has(id)); open = await round())
      await wait(pauseMs, undefined, { ...(until && { signal: until }) });
    const runs: Run[] = [];
    for (const id of ids) runs.push(await person.call<Run>('GET', `${path}/${id}`));
    return runs;
  }

  return {
    received,
    send: (said) => sendUnder(said, next()),
    async answer(until) {
      while (!until.aborted) {
        await round();
        await wait(pauseMs, undefined, { signal: until }).catch(() => undefined);
      }
    },
    async play(scenarios) {
      const ids: string[] = [];
      for (const scenario of scenarios) ids.push((await person.call<Run>('POST', path, { scenario })).id);
      return untilOver(ids);
    },
    async playNeeded(begun) {
      const { runs } = await person.call<{ runs: RunLine[] }>('POST', `${certification}/needed-runs`, {});
      begun?.(runs.length);
      return untilOver(runs.map(({ id }) => id));
    },
  };
}

const controlOf = (text: string): string => segmentOf(text, 'ISA')[13] ?? '';
