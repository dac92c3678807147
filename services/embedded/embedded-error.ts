export type EmbeddedErrorCode =
  | 'home-unusable'
  | 'home-busy'
  | 'platform-unsupported'
  | 'account-unknown'
  | 'database-init-failed'
  | 'database-start-failed'
  | 'database-stop-failed';

/** A reason why the embedded parts cannot run on this machine; `message` says what happened and then the remedy. */
export class EmbeddedError extends Error {
  readonly code: EmbeddedErrorCode;
  /** What the person who started it can do. */
  readonly remedy: string;

  constructor(code: EmbeddedErrorCode, said: string, remedy: string, options?: ErrorOptions) {
    super(`${said} ${remedy}`, options);
    this.remedy = remedy;
    this.name = 'EmbeddedError';
    this.code = code;
  }
}
