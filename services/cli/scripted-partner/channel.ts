/** A document that the hub has handed over. */
export interface Received {
  readonly fileName: string;
  readonly text: string;
}

/** How a partner's program exchanges documents with the hub in one environment, from the partner's side. */
export interface PartnerChannel {
  readonly by: 'HTTPS' | 'AS2' | 'SFTP';
  /** @returns what the hub answered, such as a receipt. @throws Error that says what it answered instead */
  send(fileName: string, bytes: Uint8Array): Promise<string>;
  /** What was handed over since it was asked last. */
  collect(): Promise<readonly Received[]>;
  close(): void;
}
