import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Signer } from '../channels/as2/cms/signed-data.ts';
import { makeIdentity } from '../channels/as2/identity/make-identity.ts';
import { newEd25519 } from '../channels/ssh2.ts';
import type { Environment } from '../store/documents.ts';

// What the partners of the demo have on their side: the carrier an AS2 station with a key and a certificate, the warehouse a key for SFTP.

export interface DemoPartners {
  /** The carrier's identity in PEM, and the port of its station. */
  readonly carrier: { readonly certificate: string; readonly key: string; readonly port: number };
  /** The warehouse's key pair for SSH. */
  readonly warehouse: { readonly publicKey: string; readonly privateKey: string };
}

/** Names of the endpoints at which they exchange. */
export const demoEndpoints = { as2: 'as2', sftp: 'sftp' } as const;

const suffix = { production: '', sandbox: '-TEST' } as const satisfies Record<Environment, string>;

/** How both sides are called in AS2. */
export const as2Ids = (environment: Environment) => ({
  hub: `NORTHGATE${suffix[environment]}`,
  carrier: `BLUEHERON${suffix[environment]}`,
});
export const sftpUser = (environment: Environment) => `quayside${suffix[environment].toLowerCase()}`;

export const stationPath = '/as2';
export const stationUrl = ({ carrier: { port } }: DemoPartners) => `http://127.0.0.1:${port}${stationPath}`;

const fileOf = (home: string) => join(home, 'demo-partners.json');

/** What `makeDemoPartners` kept; undefined where the partners of this home's demo exchange over HTTPS. */
export const readDemoPartners = (home: string): DemoPartners | undefined =>
  existsSync(fileOf(home)) ? (JSON.parse(readFileSync(fileOf(home), 'utf8')) as DemoPartners) : undefined;

/** Keys of both, made at random and kept in the home, readable by its owner only. @param port of the station */
export async function makeDemoPartners(home: string, now: Date, port: number): Promise<DemoPartners> {
  const { publicPart, privatePart } = await makeIdentity({ name: 'Blue Heron Freight', now, bits: 2048 });
  const { public: publicKey, private: privateKey } = newEd25519();
  const made = {
    carrier: { certificate: publicPart, key: privatePart, port },
    warehouse: { publicKey, privateKey },
  };
  writeFileSync(fileOf(home), `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  return made;
}

/** The carrier's identity as AS2 signs with it. */
export const carrierSigner = ({ carrier }: DemoPartners): Signer => ({
  ...{ key: createPrivateKey(carrier.key), certificate: new X509Certificate(carrier.certificate), chain: [] },
});
