import { As2Fault } from './as2-fault.ts';
import type { Layers } from './open-message.ts';
import type { WholeSettings } from './settings.ts';

/** Holds a message against what was agreed. @throws As2Fault */
export function enforcePolicy({ signed, encrypted, compressed }: Layers, settings: WholeSettings): void {
  const weak = (what: string) => new As2Fault('insufficient-message-security', what);
  if (settings.inSigned === 'required' && !signed) throw weak('It must be signed.');
  if (settings.inEncrypted === 'required' && !encrypted) throw weak('It must be encrypted.');
  if (signed?.digest === 'sha-1' && !settings.allowSha1) throw weak('Signatures with SHA-1 are not allowed.');
  if (encrypted?.cipher === '3des' && !settings.allow3des) throw weak('Encryption with 3DES is not allowed.');
  const wrong = { required: !compressed, refused: compressed === true, optional: false }[settings.inCompressed];
  if (wrong)
    throw new As2Fault(
      'unexpected-processing-error',
      `It must ${settings.inCompressed === 'refused' ? 'not ' : ''}be compressed.`,
    );
}
