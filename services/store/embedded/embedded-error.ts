export type EmbeddedErrorCode =
  | 'home-unusable'
  | 'home-busy'
  | 'platform-unsupported'
  | 'account-unknown'
  | 'database-init-failed'
  | 'database-start-failed'
  | 'database-stop-failed';

/** A reason why the embedded parts cannot run on this machine; `message` says what happened and what to do about it. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode;

  constructor(code: EmbeddedErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedError';
    this.code = code;
  }
}
