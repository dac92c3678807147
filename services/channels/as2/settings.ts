import type { X509Certificate } from 'node:crypto';
import type { Expiry, Told } from '../channel.ts';
import type { Egress } from '../egress.ts';
import type { WrongSetting } from '../schema.ts';
import { certificatesIn, mayEncrypt, maySign, nameOf, validityOf } from './certificates.ts';
import type { Cipher, Digest } from './cms/algorithms.ts';
import type { KeyTransport } from './cms/enveloped-data.ts';
import type { Padding } from './cms/signed-data.ts';

/** What `specs/channels/as2.schema.json` describes. */
export interface As2Settings {
  readonly ourId: string;
  readonly partnerId: string;
  readonly url: string;
  readonly certificates?: string;
  readonly sign?: boolean;
  readonly digest?: Digest;
  readonly signaturePadding?: Padding;
  readonly encrypt?: boolean;
  readonly cipher?: Cipher;
  readonly keyTransport?: KeyTransport;
  readonly compress?: 'none' | 'before-sign' | 'after-sign';
  readonly inSigned?: 'required' | 'optional';
  readonly inEncrypted?: 'required' | 'optional';
  readonly inCompressed?: 'optional' | 'required' | 'refused';
  readonly allowSha1?: boolean;
  readonly allow3des?: boolean;
  readonly expired?: 'refuse' | 'accept';
  readonly mdn?: 'sync' | 'async' | 'none';
  readonly mdnSigned?: boolean;
  readonly mdnWithoutMic?: boolean;
  readonly mdnMinutes?: number;
  readonly receiptHosts?: string;
  readonly contentType?: string;
  readonly subject?: string;
  readonly fileNames?: boolean;
  readonly user?: string;
  readonly password?: string;
  readonly inUser?: string;
  readonly inPassword?: string;
  readonly tlsCertificates?: string;
  readonly answerSeconds?: number;
}

/** The same with every usual value filled in. */
export type WholeSettings = typeof usual & As2Settings;

// As the schema says; a test compares them.
export const usual = {
  ...{ certificates: '', sign: true, digest: 'sha-256' as Digest, signaturePadding: 'pkcs1' as Padding, encrypt: true },
  ...{ cipher: 'aes256-cbc' as Cipher, keyTransport: 'pkcs1' as KeyTransport },
  ...{ compress: 'none' as 'none' | 'before-sign' | 'after-sign', inSigned: 'required' as 'required' | 'optional' },
  ...{ inEncrypted: 'required' as 'required' | 'optional' },
  ...{ inCompressed: 'optional' as 'optional' | 'required' | 'refused', allowSha1: false, allow3des: false },
  ...{ expired: 'refuse' as 'refuse' | 'accept', mdn: 'sync' as 'sync' | 'async' | 'none', mdnSigned: true },
  ...{ mdnWithoutMic: false, mdnMinutes: 60, receiptHosts: '', subject: 'EDI', fileNames: true, answerSeconds: 120 },
};

export const wholeSettings = (settings: As2Settings): WholeSettings => ({ ...usual, ...settings });

/** The certificates of the partner that count at this moment: signatures by any of them; what is encrypted is for `recipient`. */
export function partnerCertificates(
  { certificates, expired }: Pick<WholeSettings, 'certificates' | 'expired'>,
  at: Date,
): {
  readonly trusted: readonly X509Certificate[];
  readonly recipient: X509Certificate | undefined;
  /** Those that do not count because they have ended or not begun. */
  readonly outOfTime: readonly X509Certificate[];
} {
  const all = certificatesIn(certificates);
  const isInTime = (one: X509Certificate) => {
    const { from, until } = validityOf(one);
    return from <= at && at <= until;
  };
  const counted = expired === 'accept' ? all : all.filter(isInTime);
  const encrypting = counted.filter(mayEncrypt);
  return {
    trusted: counted.filter(maySign),
    recipient: encrypting.find(isInTime) ?? encrypting[0],
    outOfTime: all.filter((one) => !isInTime(one)),
  };
}

/** What does not fit beyond the schema. */
export function checkSettings(
  given: As2Settings,
  { egress, now }: { readonly egress: Pick<Egress, 'faultOf'>; readonly now: () => Date },
): readonly WrongSetting[] {
  const settings = wholeSettings(given);
  const wrong: WrongSetting[] = [];
  const refuse = (setting: keyof As2Settings, message: string) => void wrong.push({ setting, message });
  const partners = readable(settings.certificates);
  if (!partners) refuse('certificates', 'holds something that is no certificate in PEM (-----BEGIN CERTIFICATE-----)');
  if (!readable(settings.tlsCertificates ?? ''))
    refuse('tlsCertificates', 'holds something that is no certificate in PEM (-----BEGIN CERTIFICATE-----)');
  if (settings.ourId === settings.partnerId) refuse('partnerId', 'is the same as our AS2 id; each side needs its own');
  if (!URL.canParse(settings.url)) refuse('url', 'is no address');
  else {
    const { username, hostname } = new URL(settings.url);
    const fault = egress.faultOf(hostname);
    if (username !== '') refuse('url', 'holds a user name; use the settings for it');
    if (fault !== undefined) refuse('url', fault);
  }
  if (partners) checkCertificates(settings, { partners, at: now() }, refuse);
  if (settings.digest === 'sha-1' && !settings.allowSha1) refuse('digest', 'is sha-1, which is not allowed here');
  if (settings.cipher === '3des' && !settings.allow3des) refuse('cipher', 'is 3des, which is not allowed here');
  if ((settings.user === undefined) !== (settings.password === undefined))
    refuse(settings.user === undefined ? 'user' : 'password', 'is missing; user name and password go together');
  if ((settings.inUser === undefined) !== (settings.inPassword === undefined))
    refuse(settings.inUser === undefined ? 'inUser' : 'inPassword', 'is missing; user name and password go together');
  return wrong;
}

function checkCertificates(
  settings: WholeSettings,
  { partners, at }: { readonly partners: readonly X509Certificate[]; readonly at: Date },
  refuse: (setting: 'certificates', message: string) => void,
): void {
  const { encrypt, inSigned, mdn, mdnSigned } = settings;
  const { trusted, recipient, outOfTime } = partnerCertificates(settings, at);
  // What is there and does not count at present is told by its name: nothing would go out, or come in.
  const ended = outOfTime.map((one) => `${nameOf(one)} ${timeOf(one, at)}`).join(', ');
  const why = (isThere: boolean, otherwise: string) =>
    isThere
      ? `has none that is valid at present: ${ended}. Add the present one of the partner, or accept certificates that have ended`
      : otherwise;
  if (encrypt && !recipient)
    refuse(
      'certificates',
      why(
        partners.some(mayEncrypt),
        'has none with an RSA key that may encrypt; it is needed to encrypt for the partner',
      ),
    );
  else if (trusted.length === 0 && (inSigned === 'required' || (mdn !== 'none' && mdnSigned)))
    refuse(
      'certificates',
      why(partners.some(maySign), 'has none that may sign; it is needed to check what the partner signs'),
    );
  const weak = partners.find(({ publicKey: { asymmetricKeyDetails, asymmetricKeyType } }) => {
    const bits = asymmetricKeyDetails?.modulusLength ?? 0;
    return asymmetricKeyType === 'rsa' && (bits < 1024 || bits > 8192);
  });
  if (weak) refuse('certificates', `has one with a key of a size that is not taken: ${nameOf(weak)}`);
}

function timeOf(one: X509Certificate, at: Date): string {
  const { from, until } = validityOf(one);
  return until < at ? `ended on ${dayOf(until)}` : `begins on ${dayOf(from)}`;
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);

function readable(pem: string): readonly X509Certificate[] | undefined {
  try {
    return certificatesIn(pem);
  } catch {
    return undefined;
  }
}

/** Whose certificates they are and how long they are good, for people to compare. */
export function factsOf({ certificates = '' }: Pick<As2Settings, 'certificates'>): readonly Told[] {
  return certificatesIn(certificates).map((one, place) => {
    const { from, until } = validityOf(one);
    return {
      label: `Certificate ${place + 1} of the partner`,
      value: one.fingerprint256,
      help: `SHA-256 of ${nameOf(one)}, valid ${dayOf(from)} to ${dayOf(until)}`,
    };
  });
}

export const expiriesOf = ({ certificates = '' }: As2Settings): readonly Expiry[] =>
  certificatesIn(certificates).map((one) => ({
    what: `The certificate ${nameOf(one)} (${one.fingerprint256.slice(0, 11)}…)`,
    at: validityOf(one).until,
  }));

export const clashOf = (one: As2Settings, other: As2Settings): string | undefined =>
  one.ourId === other.ourId && one.partnerId === other.partnerId
    ? `Another endpoint exchanges messages between ${one.ourId} and ${one.partnerId} already; one of the two ids must be another.`
    : undefined;
