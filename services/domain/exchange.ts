/** One thing that went between a partner and the hub, as its log has it: a message, a receipt for one, a session, an event. */
export interface NewExchange {
  readonly kind: 'message' | 'receipt' | 'session' | 'event';
  readonly direction: 'in' | 'out';
  /** `waits`: it went out, and a receipt for it is expected. `refused`: it was not taken as it is. `failed`: it did not get there. */
  readonly state: 'done' | 'waits' | 'refused' | 'failed';
  /** One sentence for people. */
  readonly summary: string;
  /** What the channel recognises it by, such as the message id of AS2. */
  readonly transportId?: string | undefined;
  /** What the transport said: headers, path, verdict. No secrets; 16 KB at most. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
  /** Bytes of the answer as they went or came, such as an MDN; 64 KB at most. */
  readonly body?: Uint8Array | undefined;
  readonly documentIds?: readonly string[] | undefined;
  readonly eventId?: string | undefined;
  /** Where an answer goes that is still to be sent, and in which form; due at once. */
  readonly owed?: Readonly<Record<string, unknown>> | undefined;
}
