import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CodedError } from '../domain/errors.ts';
import type { NewExchange } from '../domain/exchange.ts';
import type { ConnectionTests } from './connection-steps.ts';
import type { Host } from './host.ts';
import type { ChannelSchema, WrongSetting } from './schema.ts';

/** Whose endpoint it is. */
export interface EndpointIdentity {
  readonly id: string;
  readonly orgId: string;
  readonly environment: 'sandbox' | 'production';
  /** What agreements call it. */
  readonly name: string;
}

/** What came out of a transmission: bytes, exactly as the partner sent them. A channel knows no document. */
export interface Arrival {
  readonly bytes: Uint8Array;
  /** Bare name without any folder. */
  readonly fileName?: string;
  /** What the channel recognises a repeated transmission by (AS2: the message id); absent where only the bytes can tell, then it is their SHA-256. */
  readonly transportId?: string;
  /** What the transport said of it, for the log: headers, path. No secrets. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Bytes on their way to a partner. */
export interface Outgoing {
  /** The same id handed over again is the same transmission. */
  readonly id: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What attempts at handing a document over leave for the next one; it outlasts the process. */
export interface Journal {
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

interface HandedOver {
  readonly detail: string;
  /** What the log says of it; one is made of the detail where it is not given. */
  readonly exchange?: NewExchange;
}

/**
 * `delivered`: the partner has the bytes and has said so; `receipt` is what a receipt (MDN) says, where there was one. `waits`: handed over as far as the channel
 * can; the proof comes later and is recorded when it comes: a pick-up, or the receipt that is expected under this id until then.
 */
export type Handover =
  | (HandedOver & { readonly state: 'delivered'; readonly receipt?: { readonly detail: string } })
  | (HandedOver & {
      readonly state: 'waits';
      readonly receipt?: { readonly transportId: string; readonly dueAt: Date };
    });

/** What became of a transmission, once that is committed. */
export type Taken =
  | {
      readonly state: 'stored';
      /**
       * In the order of the arrivals; `fault` says what one is instead, where it is no document that the hub reads; `sameAs` which one has the same bytes and came before
       * under another name.
       */
      readonly documents: readonly {
        readonly id: string;
        readonly duplicate: boolean;
        readonly fault?: string;
        readonly sameAs?: string;
      }[];
    }
  | { readonly state: 'refused'; readonly error: CodedError };

/**
 * How a channel takes in. `mount`: by an operation of the API. `http`: by requests at a path of the hub's own server, which it answers itself. `listener`: on a
 * port of its own. `poll`: it is asked now and then. `none`: it only gives out.
 */
export type Ingress<Transmission, Settings> =
  | { readonly kind: 'none' }
  | { readonly kind: 'mount'; readonly path: string }
  | {
      readonly kind: 'http';
      readonly path: string;
      /** Answers the request, also when it is refused; the body has not been read. */
      handle(request: IncomingMessage, response: ServerResponse, host: Host<Settings>): Promise<void>;
      /** Begins what goes on without any request, such as answers that are owed from before a restart. @returns what ends it */
      start?(host: Host<Settings>): () => Promise<void>;
      /** Where it is served on a port of its own too. */
      readonly ownPort?: number | undefined;
    }
  | {
      readonly kind: 'listener';
      /** @returns undefined when the operator has given it no port. */
      listen(host: Host<Settings>): Promise<Listener | undefined>;
    }
  | {
      readonly kind: 'poll';
      readonly everyMs: number;
      /**
       * What has come since, in its order. What was not replied to is found again.
       * @throws CodedError with `retry: later` when it cannot be looked at.
       */
      look(endpointId: string, settings: Settings): Promise<readonly Transmission[]>;
      /** Bytes that a transmission has when it is opened: small ones are opened several at a time. One after another unless given. */
      sizeOf?(transmission: Transmission): number;
      /** Those of the transmissions that `deliver` handed over and that the partner has taken meanwhile. */
      collected(ids: readonly string[], settings: Settings): Promise<readonly string[]>;
    };

export interface Listener {
  /** For people who start the hub, such as `SFTP on port 2222, host key SHA256:…`. */
  readonly says: string;
  readonly port: number;
  close(): Promise<void>;
}

/** A step of a test that failed. */
export interface FailedStep {
  readonly says: string;
  /** What to do, and who does it. */
  readonly remedy: string;
}

/** What trying the settings has shown: a sentence for each thing that was tried. */
export interface TestReport {
  readonly works: boolean;
  readonly says: readonly string[];
  /** Those of the sentences that say what does not work; none where it works. */
  readonly failed: readonly FailedStep[];
  /** Settings that the test has found out and that are to be kept, such as the key of a host that is seen for the first time. */
  readonly learned?: Readonly<Record<string, unknown>>;
}

/** What the partner's system must be told, ready to copy. */
export interface Told {
  readonly label: string;
  readonly value: string;
  readonly help?: string;
  /** A certificate or a command: shown as a block. */
  readonly multiline?: boolean;
}

/** Something that ends by itself. */
export interface Expiry {
  /** Such as `The certificate CN=quayside (9F:3A…)`; the same while it is the same thing. */
  readonly what: string;
  readonly at: Date;
}

/** A name by which a partner is known here, and of which there is one for everybody. */
export interface ClaimedName {
  readonly setting: string;
  readonly name: string;
  /**
   * Which of them a partner may take by itself. `prefixed`: one that begins with the name of its organisation. `proven`: any that no other organisation has shown to be
   * its own by a signed message.
   */
  readonly rule: 'prefixed' | 'proven';
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
  /** What its endpoints are for; documents unless given. */
  readonly carries?: 'documents' | 'events';
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
   * @param journal what earlier attempts have noted; in the hub there always is one
   * @throws CodedError with `retry: later` when the partner cannot be reached; any other means that these bytes never can. A `HandoverError` says more for the log.
   */
  deliver(outgoing: Outgoing, settings: Settings, at: EndpointIdentity, journal?: Journal): Promise<Handover>;
  /** Tries the settings without sending anything. */
  test(settings: Settings, at: EndpointIdentity): Promise<TestReport>;
  /** What partners run in the sandbox to see what works and what is refused. */
  readonly connectionTests?: ConnectionTests<Settings>;
  /** What does not fit in settings that fit the schema, such as a certificate that cannot be read. */
  checkSettings?(settings: Settings): readonly WrongSetting[];
  /** Of a channel that carries events: which of them an endpoint wants (all unless given), and whether those of one record come one after another. */
  subscribes?(settings: Settings): { readonly types?: readonly string[] | undefined; readonly ordered: boolean };
  /** What is to be set where nothing was said, such as a secret; `made` is shown once, to whoever adds the endpoint. */
  complete?(settings: Readonly<Record<string, unknown>>): {
    readonly settings: Readonly<Record<string, unknown>>;
    readonly made: readonly Told[];
  };
  /** What the partner's system must be told. @param about.baseUrl where the hub answers, such as `https://hub.example` */
  tell?(
    settings: Settings,
    about: { readonly baseUrl: string; readonly endpoint: EndpointIdentity },
  ): Promise<readonly Told[]>;
  /** How partners know the hub on this channel, whichever partner it is, such as the key of its server. */
  ours?(about: { readonly baseUrl: string }): Promise<readonly Told[]>;
  /** What is known from the settings, such as fingerprints, for people to compare. */
  facts?(settings: Settings): readonly Told[];
  /** What in the settings ends by itself, such as a certificate. */
  expires?(settings: Settings): readonly Expiry[];
  /** The name that a partner claims by these settings. */
  claims?(settings: Settings): ClaimedName;
  /** Settings that two endpoints must not share, such as a folder; undefined where they do not clash. @returns why they clash */
  clash?(one: Settings, other: Settings): string | undefined;
}
