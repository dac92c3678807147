import type { NewExchange } from '../domain/exchange.ts';
import type { Arrival, EndpointIdentity, Taken } from './channel.ts';

/** An endpoint in use, its secrets opened. */
export interface HostedEndpoint<Settings> extends EndpointIdentity {
  /** A person holds it back: nothing is taken and nothing given out. */
  readonly paused: boolean;
  readonly settings: Settings;
}

/** An entry of the log as it was written. */
export interface KnownExchange {
  readonly id: string;
  /** It was written now, and not before. */
  readonly isNew: boolean;
  readonly state: NewExchange['state'];
  readonly detail: Readonly<Record<string, unknown>>;
  readonly body: Buffer | undefined;
  readonly documentIds: readonly string[];
}

/** A document of ours that waits for its partner at an endpoint, or that went one way or the other lately. */
export interface ListedFile {
  readonly documentId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly at: Date;
}

/** A transmission that was refused. */
export interface RefusedFile {
  readonly exchangeId: string;
  readonly fileName: string;
  readonly at: Date;
  readonly why: string;
  /** Where the bytes were kept all the same. */
  readonly documentId?: string;
  /** The document came before, under another name. */
  readonly isAgain?: boolean;
  readonly sizeBytes?: number;
}

/** The room that one transmission holds in memory. */
export interface Room {
  /** @throws CodedError when there is none; then nothing was taken. */
  take(bytes: number): void;
  release(): void;
}

/** The answer to an earlier handover. */
export interface Receipt {
  readonly state: 'delivered' | 'failed';
  /** Its verdict, for people. */
  readonly detail: string;
  readonly exchange: NewExchange;
}

/** An answer of ours that a partner is to get later, and that somebody is to send now. */
export interface OwedAnswer<Settings> {
  readonly endpoint: HostedEndpoint<Settings>;
  readonly exchange: KnownExchange;
  /** As the entry was written with, or as `owe` has said since. */
  readonly owed: Readonly<Record<string, unknown>>;
}

/** What the hub does for a channel that partners call: it knows the endpoints, keeps what arrives and logs what was exchanged. */
export interface Host<Settings> {
  /** The endpoints of this channel, of everybody; at most three seconds old. */
  endpoints(): Promise<readonly HostedEndpoint<Settings>[]>;
  /** Before a body is read. @throws CodedError when the hub takes nothing more for now, of anybody or of this partner */
  admit(endpoint: EndpointIdentity): Promise<void>;
  /** @param owner who shares the room with others: an organisation, or an address where nobody is known yet */
  room(owner: string): Room;
  /**
   * Stores what arrived, and the entry of the log: all of it is on disk when this returns. A transport id that is known already is a duplicate and stores nothing.
   * @param once the entry with this transport id that is there already is kept, and given back instead
   * @param faultRefuses what is nothing that the hub reads is stored all the same, and its entry is one of a refusal with the reason; so is that of bytes which came before
   * @throws CodedError with `retry: later` when it cannot be stored now
   */
  take(
    endpoint: EndpointIdentity,
    arrivals: readonly Arrival[],
    exchange: NewExchange,
    options?: { readonly once?: boolean; readonly faultRefuses?: boolean },
  ): Promise<{ readonly taken: Taken; readonly exchange: KnownExchange }>;
  /** Why a document is of a form that is not read at that size, whatever the channel takes; undefined for all others. */
  tooLarge(endpoint: EndpointIdentity, bytes: Uint8Array): Promise<string | undefined>;
  /** Logs what stored nothing. @param endpoint undefined for a stranger: a line in the hub's own log and a case for the team, and no entry */
  note(
    endpoint: EndpointIdentity | undefined,
    exchange: NewExchange,
    options?: { readonly once?: boolean },
  ): Promise<KnownExchange | undefined>;
  /**
   * Logs what was refused of somebody who has not shown who he is: the first ones as they are, then one entry that counts them, so that nobody fills the log.
   * @param summary what was refused, in one sentence
   * @param make what would be logged; it is not asked for what is only counted
   * @returns undefined when it was only counted
   */
  refuse(
    endpoint: EndpointIdentity,
    summary: string,
    make: () => NewExchange | Promise<NewExchange>,
  ): Promise<KnownExchange | undefined>;
  /** Answers that are due (`owed` of their entries): they are this process's for so long. What was not settled then is due again. */
  owed(of: {
    readonly forMs: number;
    readonly mostOfOne: number;
    readonly exchangeId?: string | undefined;
    readonly notOf?: readonly string[] | undefined;
  }): Promise<readonly OwedAnswer<Settings>[]>;
  /** What an entry owes from now on; undefined when that is settled. */
  owe(exchangeId: string, owed: Readonly<Record<string, unknown>> | undefined, inMs?: number): Promise<void>;
  /** The newest entry with this transport id. */
  find(
    endpoint: EndpointIdentity,
    of: { readonly direction: 'in' | 'out'; readonly transportId: string; readonly kind?: NewExchange['kind'] },
  ): Promise<KnownExchange | undefined>;
  /** The receipt for what was handed over under this transport id. @returns false when nothing was, or when its receipt came before */
  receipt(endpoint: EndpointIdentity, transportId: string, receipt: Receipt): Promise<boolean>;
  /** Documents that wait for the partner at this endpoint, oldest first. */
  outbox(endpoint: EndpointIdentity): Promise<readonly ListedFile[]>;
  /** Bytes of one that waits, was collected or came in; undefined when there is none. */
  read(endpoint: EndpointIdentity, documentId: string): Promise<Buffer | undefined>;
  /** The partner has it. Said again, nothing changes. */
  collected(endpoint: EndpointIdentity, documentId: string): Promise<void>;
  /** Documents of the last seven days, newest first: those that the partner sent, or has collected. */
  recent(endpoint: EndpointIdentity, which: 'sent' | 'collected'): Promise<readonly ListedFile[]>;
  /** What was refused within the last seven days, newest first. */
  refused(endpoint: EndpointIdentity): Promise<readonly RefusedFile[]>;
}
