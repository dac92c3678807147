import type { Egress } from './egress.ts';
import type { HubKeys } from './hub-keys.ts';

/** What channels get from outside, as the operator set it. */
export interface Surroundings {
  /** Folders of the hub's machine below which endpoints may be; none unless the operator names them. */
  readonly folders: readonly string[];
  /** The most bytes that one document may have. */
  readonly limitBytes: number;
  /** Ports of channels that listen by themselves; one without a number does not. */
  readonly ports: {
    readonly sftp?: number | undefined;
    readonly as2?: number | undefined;
    /** Where the one for SFTP is taken, one of the next will do. */
    readonly sftpOrNext?: boolean;
  };
  /** The address that they listen at. */
  readonly host: string;
  /** Where partners reach this hub, such as `https://hub.example`. */
  readonly baseUrl: () => string;
  /** A folder of the hub's own for what is still arriving. */
  readonly spoolDir: string;
  /** Which addresses of other machines may be called. */
  readonly egress: Egress;
  /** Keys by which the hub is known. */
  readonly keys: HubKeys;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Told of an error that nobody foresaw, on its way to the log. */
  readonly onFault?: (error: unknown) => void;
  /** Running time in milliseconds, for tests that do not wait. */
  readonly ticks?: () => number;
}
