/** What is wrong with a cryptographic envelope. */
export type CmsFault =
  /** No BER, or BER that says no such structure. */
  | 'malformed'
  /** Right, as far as we can tell, but an algorithm or a form that we do not speak. */
  | 'unsupported'
  | 'too-large'
  /** The content is not the one that was signed. */
  | 'digest-differs'
  /** No certificate that we know made the signature. */
  | 'signature-wrong'
  /** None of our certificates is named as a recipient. */
  | 'no-recipient'
  /** Everything that goes wrong between the private key and the content: one fault, so that nobody learns from the difference. */
  | 'cannot-decrypt';

/** An envelope that cannot be opened. The partner hears of its fault and never of its message. */
export class CmsError extends Error {
  override readonly name = 'CmsError';
  readonly fault: CmsFault;

  constructor(fault: CmsFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.fault = fault;
  }
}

export const malformed = (message: string): CmsError => new CmsError('malformed', message);
export const unsupported = (message: string): CmsError => new CmsError('unsupported', message);
