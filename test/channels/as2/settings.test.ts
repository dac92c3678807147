import { beforeAll, describe, expect, test } from 'vitest';
import {
  type As2Settings,
  checkSettings,
  clashOf,
  expiriesOf,
  factsOf,
  partnerCertificates,
  usual,
  wholeSettings,
} from '../../../services/channels/as2/settings.ts';
import { openEgress } from '../../../services/channels/egress.ts';
import { readSchema, wrongSettings } from '../../../services/channels/schema.ts';
import { type TestIdentity, testIdentity } from './keys.ts';

const schema = readSchema('as2');
const now = new Date();
const day = 86_400_000;
let present: TestIdentity;
let coming: TestIdentity;
let ended: TestIdentity;
beforeAll(async () => {
  present = await testIdentity('present');
  coming = await testIdentity('coming', new Date(now.getTime() + 30 * day));
  ended = await testIdentity('ended', new Date(now.getTime() - 400 * day), 1);
});
const base = (): As2Settings => ({
  ...{ ourId: 'US', partnerId: 'THEM', url: 'https://edi.partner.example/as2', certificates: present.pem },
});
const wrong = (more: Partial<As2Settings>) =>
  checkSettings({ ...base(), ...more }, { egress: openEgress([]), now: () => now }).map(({ setting }) => setting);

describe('settings of an AS2 endpoint', () => {
  test('every property of the schema has a title, words that help, and its group; what it leaves out is what the code takes', () => {
    for (const [name, one] of Object.entries(schema.properties)) {
      expect([name, one.title, one.description, one['x-group']]).toEqual([name, ...Array(3).fill(expect.any(String))]);
      if (one.default !== undefined)
        expect({ [name]: usual[name as keyof typeof usual] }).toEqual({ [name]: one.default });
    }
    expect(wrongSettings(schema, base())).toEqual([]);
  });

  test.each([
    ['certificates that are none', () => ({ certificates: 'x' }), 'certificates'],
    ['a private key among certificates', () => ({ certificates: present.pem + present.keyPem }), 'certificates'],
    ['no certificate to encrypt for', () => ({ certificates: '' }), 'certificates'],
    ['the same id on both sides', () => ({ partnerId: 'US' }), 'partnerId'],
    ['a user name in the address', () => ({ url: 'https://a:b@partner.example/' }), 'url'],
    ['an address inside of a private network', () => ({ url: 'https://10.0.0.1/as2' }), 'url'],
    ['SHA-1 that is not allowed', () => ({ digest: 'sha-1' as const }), 'digest'],
    ['3DES that is not allowed', () => ({ cipher: '3des' as const }), 'cipher'],
    ['a user without password', () => ({ user: 'x' }), 'password'],
    ['a password without user', () => ({ inPassword: 'long enough' }), 'inUser'],
    ['an authority that is none', () => ({ tlsCertificates: 'x' }), 'tlsCertificates'],
  ])('%s: refused at its setting', (_name, more, setting) => expect(wrong(more())).toContain(setting));

  test('certificates of which none is valid at present are told by name and day on saving, unless ended ones are accepted', () => {
    const says = (certificates: string, more: Partial<As2Settings> = {}) =>
      checkSettings({ ...base(), certificates, ...more }, { egress: openEgress([]), now: () => now }).map(
        ({ setting, message }) => `${setting} ${message}`,
      );
    const plain = { encrypt: false, sign: false };
    for (const more of [{}, plain])
      expect(says(ended.pem + coming.pem, more)).toEqual([
        expect.stringMatching(
          /^certificates has none that is valid at present: CN=ended ended on .+, CN=coming begins on .+\. Add/,
        ),
      ]);
    expect(says(ended.pem + present.pem)).toEqual([]);
    expect(says(ended.pem, { expired: 'accept' })).toEqual([]);
    expect(says(ended.pem, { ...plain, inSigned: 'optional', mdn: 'none' })).toEqual([]);
  });

  test('no certificate is needed where nothing is signed or encrypted', () => {
    const plain = {
      sign: false,
      encrypt: false,
      inSigned: 'optional',
      inEncrypted: 'optional',
      mdnSigned: false,
    } as const;
    expect(wrong({ ...plain, certificates: '' })).toEqual([]);
  });

  test('of several certificates signatures by any count, and the first that is valid is encrypted for', () => {
    const of = (certificates: string, expired: 'refuse' | 'accept' = 'refuse') =>
      partnerCertificates(wholeSettings({ ...base(), certificates, expired }), now);
    const names = (list: readonly { subject: string }[]) => list.map(({ subject }) => subject);
    expect(names(of(ended.pem + present.pem + coming.pem).trusted)).toEqual(['CN=present']);
    expect(of(coming.pem + present.pem).recipient?.subject).toBe('CN=present');
    expect(names(of(ended.pem + present.pem).outOfTime)).toEqual(['CN=ended']);
    expect(of(ended.pem).recipient).toBeUndefined();
    expect(of(ended.pem, 'accept').recipient?.subject).toBe('CN=ended');
  });

  test('fingerprints and ends of all certificates are told', () => {
    const settings = { ...base(), certificates: present.pem + coming.pem };
    expect(factsOf(settings).map(({ value }) => value)).toEqual([
      present.certificate.fingerprint256,
      coming.certificate.fingerprint256,
    ]);
    expect(expiriesOf(settings).map(({ at }) => at)).toEqual([
      present.certificate.validToDate,
      coming.certificate.validToDate,
    ]);
    expect(factsOf({ certificates: present.pem + present.pem })).toHaveLength(1);
  });

  test('an id that was copied with blanks around it is refused, one with a blank inside is not', () => {
    const wrongIds = (partnerId: string) =>
      wrongSettings(schema, { ...base(), partnerId }).map(({ setting }) => setting);
    expect([wrongIds(' THEM'), wrongIds('THEM '), wrongIds('THE M'), wrongIds('T')]).toEqual([
      ...[['partnerId'], ['partnerId'], [], []],
    ]);
  });

  test('two endpoints do not share both ids', () => {
    expect(clashOf(base(), base())).toContain('US and THEM');
    expect(clashOf(base(), { ...base(), ourId: 'US-TEST' })).toBeUndefined();
  });
});
