import { createPrivateKey, X509Certificate } from 'node:crypto';
import { stationPath } from '../../bin/demo-partners.ts';
import { openStation } from '../../bin/demo-station.ts';
import { makeIdentity } from '../../channels/as2/identity/make-identity.ts';
import type { PartnerChannel, Received } from './channel.ts';
import { type As2Line, sendByAs2 } from './send-by-as2.ts';

/** The AS2 program of a partner: a key pair, and a listener on loopback that takes what the hub sends and answers with signed receipts. */
export interface As2Program {
  /** In PEM: goes into the endpoint's settings, with `url`. */
  readonly certificate: string;
  readonly url: string;
  /** @param ownId how this partner is called in AS2; another one for each environment */
  connect(ownId: string, hub: As2Line['hub']): PartnerChannel;
  close(): Promise<void>;
}

/** A key pair in PEM. */
export interface As2Keys {
  readonly certificate: string;
  readonly key: string;
}

export async function newAs2Keys(company: string): Promise<As2Keys> {
  const { publicPart, privatePart } = await makeIdentity({ name: company, now: new Date(), bits: 2048 });
  return { certificate: publicPart, key: privatePart };
}

/** @param keys made new unless given. @param port any that is free unless given */
export async function openAs2Program(of: {
  readonly company: string;
  readonly keys?: As2Keys;
  readonly port?: number;
}): Promise<As2Program> {
  const keys = of.keys ?? (await newAs2Keys(of.company));
  const signer = { key: createPrivateKey(keys.key), certificate: new X509Certificate(keys.certificate), chain: [] };
  const trusted = new Map<string, X509Certificate>();
  const waiting = new Map<string, Received[]>();
  const station = await openStation({
    port: of.port ?? 0,
    own: () => signer,
    trusted: () => Promise.resolve([...trusted.values()]),
    take: ({ to, fileName, text }) => {
      waiting.set(to, [...(waiting.get(to) ?? []), { fileName, text }]);
    },
  });
  return {
    certificate: keys.certificate,
    url: `http://127.0.0.1:${station.port}${stationPath}`,
    connect: (id, hub) => {
      trusted.set(hub.certificate, new X509Certificate(hub.certificate));
      return {
        by: 'AS2',
        send: async (fileName, bytes) => {
          const { receipt } = await sendByAs2({ own: { id, signer }, hub }, { fileName, bytes });
          return `MDN: ${receipt}`;
        },
        collect: () => {
          const came = waiting.get(id) ?? [];
          waiting.delete(id);
          return Promise.resolve(came);
        },
        close: () => undefined,
      };
    },
    close: () => station.close(),
  };
}
