import type { CodedError } from '../domain/errors.ts';
import type { ChannelSchema } from './schema.ts';

/** What came out of a transmission: bytes, exactly as the partner sent them. A channel knows no document. */
export interface Arrival {
  readonly bytes: Uint8Array;
  /** Bare name without any folder. */
  readonly fileName?: string;
  /** What the channel recognises a repeated transmission by (AS2: the message id); absent where only the bytes can tell, then it is their SHA-256. */
  readonly transportId?: string;
}

/** Bytes on their way to a partner. */
export interface Outgoing {
  /** The same id handed over again is the same transmission. */
  readonly id: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * `delivered`: the partner has the bytes and has said so. `waits`: handed over as far as the channel can;
 * the proof (a pick-up, a receipt) comes later and is recorded when it comes.
 */
export type Handover =
  | { readonly state: 'delivered'; readonly detail: string }
  | { readonly state: 'waits'; readonly detail: string };

/** What became of a transmission, once that is committed. */
export type Taken =
  | {
      readonly state: 'stored';
      /** In the order of the arrivals; `fault` says what one is instead, where it is no document that the hub reads. */
      readonly documents: readonly { readonly id: string; readonly fault?: string }[];
    }
  | { readonly state: 'refused'; readonly error: CodedError };

/** How a channel takes in: the hub's own server hands it requests, it listens by itself, or it is asked now and then. */
export type Ingress<Transmission, Settings> =
  | { readonly kind: 'mount'; readonly path: string }
  | { readonly kind: 'listener'; listen(handle: (transmission: Transmission) => Promise<void>): Promise<Listener> }
  | {
      readonly kind: 'poll';
      readonly everyMs: number;
      /**
       * What has come since, in its order. What was not replied to is found again.
       * @throws CodedError with `retry: later` when it cannot be looked at.
       */
      look(endpointId: string, settings: Settings): Promise<readonly Transmission[]>;
      /** Those of the transmissions that `deliver` handed over and that the partner has taken meanwhile. */
      collected(ids: readonly string[], settings: Settings): Promise<readonly string[]>;
    };

export interface Listener {
  close(): Promise<void>;
}

/** What trying the settings has shown: a sentence for each thing that was tried. */
export interface TestReport {
  readonly works: boolean;
  readonly says: readonly string[];
}

/**
 * A way to move bytes between a partner and the hub. Each passes `test/channels/contract.ts`.
 * @typeParam Transmission what the outside hands in: an HTTP request, an AS2 message, a closed file.
 * @typeParam Settings what `specs/channels/<name>.schema.json` describes.
 */
export interface Channel<Transmission, Settings> {
  readonly name: string;
  /** What its settings are: `specs/channels/<name>.schema.json`. */
  readonly schema: ChannelSchema;
  /** `fetch`: partners come for what is theirs, so that nothing needs handing over. `push`: the hub brings it. */
  readonly outbound: 'fetch' | 'push';
  /** Who may add and change its endpoints: what lies on the hub's own machine is the team's. */
  readonly setUpBy: 'team' | 'both';
  readonly ingress: Ingress<Transmission, Settings>;
  /**
   * Opens an envelope: decrypts, verifies, unpacks. In the order of the transmission, one arrival at least, none of them empty.
   * @throws CodedError when there is nothing in it, too much, or it cannot be opened; then nothing of it may be kept.
   */
  open(transmission: Transmission): Promise<readonly Arrival[]>;
  /** Says to the partner what became of a transmission, after the commit: an MDN, a file that is moved. Doing it twice does no harm. */
  reply(transmission: Transmission, taken: Taken): Promise<void>;
  /**
   * Hands bytes over to the partner. Doing it twice reaches the partner once.
   * @throws CodedError with `retry: later` when the partner cannot be reached; any other means that these bytes never can.
   */
  deliver(outgoing: Outgoing, settings: Settings): Promise<Handover>;
  /** Tries the settings without sending anything. */
  test(settings: Settings): Promise<TestReport>;
  /** Settings that two endpoints must not share, such as a folder; undefined where they do not clash. @returns why they clash */
  clash?(one: Settings, other: Settings): string | undefined;
}
