import type { ErrorCode } from '../domain/error-catalogue.ts';
import { CodedError } from '../domain/errors.ts';
import type { FailedStep, TestReport } from './channel.ts';

/** What to do where a step fails for a reason that every channel can have. */
const remedies: { readonly [Code in ErrorCode]?: string } = {
  'channel.address-refused':
    'Set an address that is reached from outside. Where the partner is in your own network, the operator of the hub adds it to CROSSDOCK_PRIVATE_NETWORKS.',
  'channel.unreachable':
    'Compare address and port in the settings with those of the server, and look whether its firewall lets this hub in. Then test again.',
  'channel.log-in':
    'Compare user, key and password in the settings with what is set up at the server. If it knows no key, give it the public key once more. Then test again.',
  'channel.host-key':
    'Find out, by another way than from this server, whether its host key was changed. If so, set "Host key of the server" to the new one.',
};
/** What to do where something fails with this error. @param usual where the code does not tell it */
export const remedyOf = (code: ErrorCode, usual: string): string => remedies[code] ?? usual;

const usualRemedy = 'Correct what the sentence names in the settings, and test again.';

/** Collects what trying the settings of an endpoint shows, step by step. */
export class TestSteps {
  readonly #says: string[] = [];
  readonly #failed: FailedStep[] = [];

  /** A step that went well, or a hint. */
  good(says: string): void {
    this.#says.push(says);
  }

  bad(says: string, remedy: string): void {
    this.#says.push(says);
    this.#failed.push({ says, remedy });
  }

  /** A step that ended with an error. @param remedy what to do, where the code of the error does not tell it */
  failed(error: CodedError, remedy = usualRemedy): void {
    this.bad(error.more.detail ?? error.message, remedyOf(error.code, remedy));
  }

  report(): TestReport {
    return { works: this.#failed.length === 0, says: this.#says, failed: this.#failed };
  }
}

/** @throws what is no operational failure, as it is */
export function coded(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  throw error;
}
