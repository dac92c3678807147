import type { As2Settings } from '../../../services/channels/as2/settings.ts';

/** The settings that tables of settings change, as they usually are. */
export const usualAgain: Partial<As2Settings> = {
  ...{
    sign: true,
    digest: 'sha-256',
    signaturePadding: 'pkcs1',
    encrypt: true,
    cipher: 'aes256-cbc',
    keyTransport: 'pkcs1',
  },
  ...{ compress: 'none', mdn: 'sync', mdnSigned: true, mdnWithoutMic: false, allowSha1: false, allow3des: false },
  ...{ inSigned: 'required', inEncrypted: 'required' },
};
