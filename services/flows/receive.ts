import type { Context } from './context.ts';

export interface Arrival {
  readonly bytes: Uint8Array;
  readonly fileName?: string;
  /** What makes a repetition recognisable; the SHA-256 of the bytes unless the channel has something better. */
  readonly transportId?: string;
}

export interface Envelope {
  readonly orgId: string;
  readonly environment: 'sandbox' | 'production';
  readonly channel: string;
  /** For the audit trail, such as `API key Quayside WMS`. */
  readonly actor: string;
}

export interface Received {
  readonly id: string;
  readonly duplicate: boolean;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly fileName?: string;
}

/**
 * Takes documents from a channel: bytes, transport id, wake-up, clock and audit are committed before this returns, so the channel may acknowledge.
 * The same transport id again has no effect and answers the first document's id with `duplicate: true`.
 */
export declare function receive(context: Context, envelope: Envelope, arrivals: readonly Arrival[]): Promise<readonly Received[]>;
