import type { ConnectionStep } from '../domain/connection-step.ts';
import type { ErrorCode } from '../domain/error-catalogue.ts';
import { CodedError } from '../domain/errors.ts';
import type { EndpointIdentity } from './channel.ts';
import { remedyOf } from './test-steps.ts';

/** Told of each step when it ends. */
export type TellStep = (step: ConnectionStep) => Promise<void>;

/** The connection tests of a channel: what works between the two sides, and what is refused. */
export interface ConnectionTests<Settings> {
  /** On this machine alone, with keys that are made for it: the hub with these settings, and the other half of them. Nothing is stored or logged. */
  loopback(settings: Settings, at: EndpointIdentity, tell: TellStep): Promise<void>;
  /** With the partner's own machine, which the hub calls; undefined where partners call the hub. */
  host?(settings: Settings, at: EndpointIdentity, tell: TellStep): Promise<void>;
}

/** What a step that worked says, or why it did not come to that. */
interface Tried {
  readonly title: string;
  work(): Promise<string>;
  /** What to do where it does not end as it should. */
  readonly remedy: string;
}

/** Goes through the steps of a connection test, one after another. */
export class Steps {
  readonly #tell: TellStep;
  /** Something has worked: the other side is reached, and what is wrong is not its address. */
  #isReached = false;

  constructor(tell: TellStep) {
    this.#tell = tell;
  }

  /** Something that is to work. @returns whether it did */
  async works({ title, work, remedy }: Tried): Promise<boolean> {
    try {
      await this.#tell({ title, wants: 'works', state: 'good', says: await work() });
      this.#isReached = true;
      return true;
    } catch (error) {
      const { code, says } = inWords(error);
      await this.#tell({ title, wants: 'works', state: 'bad', says, remedy: this.#remedy(code, remedy) });
      return false;
    }
  }

  /** Something that the other side is to refuse. @param isRefusal whether an error is the refusal that is meant, and not that nobody answered */
  async refused({
    title,
    work,
    remedy,
    isRefusal,
  }: Tried & { isRefusal(error: CodedError): boolean }): Promise<boolean> {
    const step = { title, wants: 'refused' } as const;
    try {
      await this.#tell({ ...step, state: 'bad', says: await work(), remedy });
      return false;
    } catch (error) {
      const { code, says, coded } = inWords(error);
      const isGood = isRefusal(coded);
      const unmeant =
        'It came to no answer at all. Run the test again; if it stays so, compare the log of the endpoint.';
      await this.#tell({
        ...{ ...step, state: isGood ? 'good' : 'bad', says: isGood ? `Refused. ${says}` : says },
        ...(!isGood && { remedy: this.#remedy(code, unmeant) }),
      });
      return isGood;
    }
  }

  #remedy(code: ErrorCode, usual: string): string {
    return this.#isReached && code === 'channel.unreachable' ? usual : remedyOf(code, usual);
  }

  async leftOut(title: string, wants: ConnectionStep['wants'], says: string): Promise<void> {
    await this.#tell({ title, wants, state: 'left-out', says });
  }
}

/** @throws what is no operational failure, as it is */
function inWords(error: unknown) {
  if (!(error instanceof CodedError)) throw error;
  return { coded: error, code: error.code, says: error.more.detail ?? error.message };
}
