/** An event on its way into the stream. */
export interface BrokerMessage {
  /** The subject in the broker, with dots between its parts. */
  readonly subject: string;
  /** The broker takes the same id once, as long as it remembers it. */
  readonly id: string;
  /** Messages of one record keep their order among each other. */
  readonly record: string;
  /** Says what `data` is. */
  readonly schema: string;
  readonly body: Uint8Array;
}

/** Where canonical events go for whoever else wants them. */
export interface Broker {
  /** Where it is, without what lets us in. */
  readonly address: string;
  /** The most bytes of one message. Connects where that is not done. @throws BrokerError */
  largest(): Promise<number>;
  /** Returns when all are kept by the broker. @throws BrokerError when some may not be; those that are, it recognises when they come again. */
  publish(messages: readonly BrokerMessage[]): Promise<void>;
  close(): Promise<void>;
}

/** The broker does not take what it should. The message is for people and holds no login. */
export class BrokerError extends Error {
  override readonly name = 'BrokerError';
}

// What has a meaning in a subject, or cannot stand in one.
const unfit = /[^A-Za-z0-9_/-]/g;

/** One part of a subject: other signs than letters, digits, `_`, `-` and `/` become `_`. */
export const subjectPart = (text: string): string => text.replace(unfit, '_').slice(0, 100) || '_';
