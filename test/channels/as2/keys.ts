import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { makeIdentity } from '../../../services/channels/as2/identity/make-identity.ts';
import type { HubKey } from '../../../services/channels/hub-keys.ts';

export interface TestIdentity {
  readonly key: KeyObject;
  readonly certificate: X509Certificate;
  readonly chain: readonly X509Certificate[];
  readonly pem: string;
  readonly keyPem: string;
}

/** A self-signed identity of a partner. */
export async function testIdentity(name: string, at = new Date(), years = 3): Promise<TestIdentity> {
  return identityFrom(await makeIdentity({ name, now: at, bits: 2048, years }));
}

export const identityFrom = ({
  publicPart,
  privatePart,
}: Pick<HubKey, 'publicPart' | 'privatePart'>): TestIdentity => ({
  ...{ key: createPrivateKey(privatePart), certificate: new X509Certificate(publicPart), chain: [] },
  ...{ pem: publicPart, keyPem: privatePart },
});
