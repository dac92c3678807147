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
  | { readonly state: 'delivered'; readonly detail?: string }
  | { readonly state: 'waits'; readonly detail: string };

/**
 * A way to move bytes between a partner and the hub. Each passes `test/channels/contract.ts`.
 * @typeParam Transmission what the outside hands in: an HTTP request, an AS2 message, a closed file.
 * @typeParam Settings what `specs/channels/<name>.schema.json` describes.
 */
export interface Channel<Transmission, Settings> {
  readonly name: string;
  /**
   * Opens an envelope: decrypts, verifies, unpacks. In the order of the transmission, one arrival at least, none of them empty.
   * @throws CodedError when there is nothing in it, too much, or it cannot be opened; then nothing of it may be kept.
   */
  open(transmission: Transmission): Promise<readonly Arrival[]>;
  /**
   * Hands bytes over to the partner. Doing it twice reaches the partner once.
   * @throws CodedError with `retry: later` when the partner cannot be reached.
   */
  deliver(outgoing: Outgoing, settings: Settings): Promise<Handover>;
}
