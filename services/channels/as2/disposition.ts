// How a message fared, as an MDN says it (RFC 4130 7.5, RFC 3798 3.2.6, and what is in use beyond).

export const errorModifiers = [
  'authentication-failed',
  'decompression-failed',
  'decryption-failed',
  'duplicate-filename',
  'illegal-filename',
  'insufficient-message-security',
  'integrity-check-failed',
  'invalid-message-id',
  'unexpected-processing-error',
  'unknown-trading-partner',
] as const;
export const failureModifiers = ['sender-equals-receiver', 'unsupported MIC-algorithms', 'unsupported format'] as const;

export type Modifier = (typeof errorModifiers)[number] | (typeof failureModifiers)[number];

export interface Disposition {
  readonly type: 'processed' | 'failed';
  readonly level?: 'error' | 'failure' | 'warning' | undefined;
  readonly modifier?: string | undefined;
}

const isFailure = (modifier: Modifier) => (failureModifiers as readonly string[]).includes(modifier);

export const processed: Disposition = { type: 'processed' };
export const dispositionOf = (modifier: Modifier): Disposition =>
  isFailure(modifier)
    ? { type: 'failed', level: 'failure', modifier }
    : { type: 'processed', level: 'error', modifier };

const levels = { error: 'Error', failure: 'Failure', warning: 'Warning' } as const;

/** Such as `processed/Error: decryption-failed`. */
export const dispositionText = ({ type, level, modifier }: Disposition): string =>
  level ? `${type}/${levels[level]}${modifier === undefined ? '' : `: ${modifier}`}` : type;

// Those that are in use have some thirty characters.
const longestModifier = 200;
const form = /^(processed|failed)\s*(?:\/\s*(error|failure|warning)\s*(?::\s*(.*))?)?$/i;

/**
 * Reads the field `Disposition`: `automatic-action/MDN-sent-automatically; processed/error: decryption-failed`, with or without blanks, in any case.
 * @returns undefined when it says nothing that is known
 */
export function readDisposition(field: string): Disposition | undefined {
  const found = form.exec(field.split(';').slice(1).join(';').trim());
  if (!found) return undefined;
  const [, type, level, modifier] = found;
  return {
    type: type!.toLowerCase() as Disposition['type'],
    level: level?.toLowerCase() as Disposition['level'],
    modifier: modifier?.trim().slice(0, longestModifier) || undefined,
  };
}

/** Whether the partner has the message and goes on with it. */
export const isGood = ({ type, level }: Disposition): boolean =>
  type === 'processed' && (level === undefined || level === 'warning');

/** What each says, for people: of the partner, and of ours. */
export const modifierWords: Readonly<Record<Modifier, string>> = {
  'authentication-failed': 'The signature was made with none of the certificates that are known of the sender.',
  'decompression-failed': 'The compressed data cannot be unpacked, or holds more than is taken.',
  'decryption-failed':
    'The message cannot be decrypted. Encrypt it with the certificate that is in use at the receiver.',
  'duplicate-filename': 'Two files of the message have the same name.',
  'illegal-filename': 'A file has a name that cannot be one.',
  'insufficient-message-security': 'The message is signed or encrypted less than was agreed.',
  'integrity-check-failed': 'The content is not the one that was signed: it was changed on its way.',
  'invalid-message-id':
    'The Message-ID is missing, is given twice, is longer than 970 characters, or has others than those of ASCII.',
  'unexpected-processing-error': 'The message cannot be processed.',
  'unknown-trading-partner': 'The AS2 ids of the message do not belong to two parties that exchange messages here.',
  'sender-equals-receiver': 'The AS2 ids of sender and receiver are the same.',
  'unsupported MIC-algorithms': 'None of the digests that the receipt must have is supported.',
  'unsupported format': 'The message has a form or an algorithm that is not supported.',
};
