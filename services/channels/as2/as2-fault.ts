import { CmsError } from './cms/cms-error.ts';
import { type Modifier, modifierWords } from './disposition.ts';
import { MimeError } from './mime/mime-error.ts';

/** A message that cannot be taken. The partner hears of the disposition and of `message`, which gives no secret away. */
export class As2Fault extends Error {
  override readonly name = 'As2Fault';
  readonly modifier: Modifier;

  constructor(modifier: Modifier, more = '', cause?: unknown) {
    super(more === '' ? modifierWords[modifier] : `${modifierWords[modifier]} ${more}`, { cause });
    this.modifier = modifier;
  }
}

const ofSignature = {
  'digest-differs': 'integrity-check-failed',
  'signature-wrong': 'authentication-failed',
  unsupported: 'unsupported format',
} as const;

/** What a fault in an envelope of this kind means to the partner. Everything about decrypting is one and the same; what anybody can see from outside is said. */
export function faultOf(kind: 'signed' | 'encrypted' | 'compressed', error: unknown): unknown {
  if (!(error instanceof CmsError) && !(error instanceof MimeError)) return error;
  const fault = error instanceof CmsError ? error.fault : 'mime';
  if (kind === 'encrypted') {
    const isPublic = fault === 'no-recipient' || fault === 'unsupported';
    return new As2Fault('decryption-failed', isPublic ? error.message : '', error);
  }
  if (kind === 'compressed') return new As2Fault('decompression-failed', error.message, error);
  if (fault === 'mime') return new As2Fault('unexpected-processing-error', error.message, error);
  const modifier = ofSignature[fault as keyof typeof ofSignature] ?? 'authentication-failed';
  return new As2Fault(modifier, modifier === 'authentication-failed' ? '' : error.message, error);
}
