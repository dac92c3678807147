import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Channel, EndpointIdentity } from '../../services/channels/channel.ts';
import { wrongSettings } from '../../services/channels/schema.ts';

/** An endpoint, for channels that look at none. */
export const anEndpoint: EndpointIdentity = { id: 'endpoint', orgId: 'org', environment: 'production', name: 'van' };

/** What a partner sees of a channel: the real protocol from the other side. */
export interface PartnerSide {
  /** Sends files in as few transmissions as the channel can. @returns whether the hub took them. */
  send(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<{ readonly taken: boolean }>;
  /** What the hub has stored so far from this partner, in the order of arrival. */
  stored(): Promise<readonly { readonly fileName: string | null; readonly bytes: Buffer }[]>;
  /** What the partner was told of the last file that it sent, in the way of the channel; undefined where it was told nothing. */
  told(): Promise<'accepted' | 'refused' | undefined>;
  /** Has the hub deliver bytes. @returns the id of the document. */
  deliver(fileName: string, bytes: Uint8Array): Promise<string>;
  /** Has the hub hand over the same document again, as after a crash between handing over and writing that down. */
  deliverAgain(id: string): Promise<void>;
  /** Takes what has arrived at the partner, or waits for it there, without acknowledging it. */
  look(): Promise<readonly { readonly id: string; readonly fileName: string; readonly bytes: Buffer }[]>;
  /** Acknowledges one document, in the way of the channel. */
  acknowledge(id: string): Promise<void>;
  /** Whether the hub holds the document to be delivered. */
  isDelivered(id: string): Promise<boolean>;
  /** Handing over proves already that the partner has the bytes: their server has confirmed them. */
  readonly provesAtOnce?: boolean;
  readonly limitBytes: number;
  /** The settings of the endpoint, and some that lead nowhere, where the channel has any. */
  readonly settings: unknown;
  /** Whose it is; `anEndpoint` unless given. */
  readonly endpoint?: EndpointIdentity;
  readonly wrongSettings?: unknown;
  close(): Promise<void>;
}

/** An interchange that the hub reads. */
const x12 = readFileSync(new URL('../../partners/standard-3pl/samples/945-complete.x12', import.meta.url));
const everyByte = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

/** The guarantees that every channel gives. */
export function channelContract<Transmission, Settings>(
  channel: Channel<Transmission, Settings>,
  open: () => Promise<PartnerSide>,
): void {
  describe(`channel ${channel.name}`, () => {
    let partner: PartnerSide;
    beforeAll(async () => {
      partner = await open();
    });
    afterAll(() => partner.close());

    const newlyStored = async (files: readonly { name: string; bytes: Uint8Array }[]) => {
      const before = (await partner.stored()).length;
      const { taken } = await partner.send(files);
      return { taken, stored: (await partner.stored()).slice(before) };
    };

    test('its settings are described by a schema that takes what an empty form gives, or says what is missing', () => {
      const { schema } = channel;
      expect(wrongSettings(schema, {}).every(({ message }) => message === 'is missing')).toBe(true);
      expect(wrongSettings(schema, { 'no-such-setting': 1 }).map(({ setting }) => setting)).toContain(
        'no-such-setting',
      );
      expect(schema).toMatchObject({ title: expect.any(String), description: expect.any(String) });
    });

    test('bytes arrive exactly as sent: every value, line ends, byte order mark, nothing added', async () => {
      const contents = [
        everyByte,
        Buffer.from('ISA\r\nIEA\n\r'),
        Buffer.from('\ufeffISA'),
        Buffer.from([0]),
        Buffer.concat(Array(4000).fill(everyByte)),
      ];
      for (const [place, bytes] of contents.entries()) {
        const { taken, stored } = await newlyStored([{ name: `bytes-${place}.x12`, bytes }]);
        expect(taken).toBe(true);
        expect(stored.map((s) => s.bytes)).toEqual([bytes]);
      }
    });

    test('a file keeps its name, without any folder', async () => {
      const { stored } = await newlyStored([{ name: '../in/945 Größe.x12', bytes: Buffer.from('ISA named') }]);
      expect(stored.map((s) => s.fileName)).toEqual(['945 Größe.x12']);
    });

    test('several files arrive as many, in their order', async () => {
      const files = ['one', 'two', 'three'].map((name) => ({ name: `${name}.x12`, bytes: Buffer.from(`ISA ${name}`) }));
      const { stored } = await newlyStored(files);
      expect(stored.map((s) => s.fileName)).toEqual(['one.x12', 'two.x12', 'three.x12']);
    });

    test('the same transmission again is not stored again, and the partner is told that it arrived', async () => {
      const file = { name: 'again.x12', bytes: Buffer.from('ISA again') };
      expect(await newlyStored([file])).toMatchObject({ taken: true, stored: [{}] });
      expect(await newlyStored([file])).toEqual({ taken: true, stored: [] });
    });

    test('says how it takes in and gives out, and who sets its endpoints up', () => {
      expect(['mount', 'http', 'listener', 'poll']).toContain(channel.ingress.kind);
      expect(['fetch', 'push']).toContain(channel.outbound);
      expect(['team', 'both']).toContain(channel.setUpBy);
      if (channel.ingress.kind === 'poll') expect(channel.ingress.everyMs).toBeGreaterThan(0);
    });

    test('tells the partner what became of a transmission, once it is stored or refused', async () => {
      await newlyStored([{ name: 'told.x12', bytes: x12 }]);
      expect(await partner.told()).toBe('accepted');
      await newlyStored([{ name: 'told.x12', bytes: x12 }]);
      expect(await partner.told()).toBe('accepted');
      await newlyStored([{ name: 'nothing.x12', bytes: Buffer.alloc(0) }]);
      expect(await partner.told()).toBe('refused');
    });

    test('tries settings and says in sentences what works and what does not, and sends nothing', async () => {
      const before = [await partner.stored(), await partner.look()].map((list) => list.length);
      const { works, says, failed } = await channel.test(partner.settings as Settings, partner.endpoint ?? anEndpoint);
      expect([works, says.every((one) => /\.$/.test(one)), says.length > 0, failed]).toEqual([true, true, true, []]);
      if (partner.wrongSettings !== undefined) {
        const wrong = await channel.test(partner.wrongSettings as Settings, partner.endpoint ?? anEndpoint);
        expect([wrong.works, wrong.failed.length > 0]).toEqual([false, true]);
        for (const { says: said, remedy } of wrong.failed) {
          expect(wrong.says).toContain(said);
          expect(remedy).toMatch(/^[A-Z].{20,}\.$/);
          expect(remedy).not.toBe(said);
        }
      }
      expect([await partner.stored(), await partner.look()].map((list) => list.length)).toEqual(before);
    });

    test('what is no X12 is moved all the same: a channel knows no document', async () => {
      const { stored } = await newlyStored([{ name: 'page.html', bytes: Buffer.from('<html></html>') }]);
      expect(stored).toHaveLength(1);
    });

    test('nothing, and more than the limit, is refused, and nothing of it is stored', async () => {
      expect(await newlyStored([{ name: 'empty.x12', bytes: Buffer.alloc(0) }])).toEqual({ taken: false, stored: [] });
      expect(await newlyStored([{ name: 'big.x12', bytes: Buffer.alloc(partner.limitBytes + 1, 65) }])).toEqual({
        taken: false,
        stored: [],
      });
    });

    test('what the hub delivers reaches the partner byte for byte, once, under its name', async () => {
      const id = await partner.deliver('out.x12', everyByte);
      const arrived = (await partner.look()).filter((a) => a.id === id);
      expect(arrived).toEqual([{ id, fileName: 'out.x12', bytes: everyByte }]);
    });

    test('what is handed over twice reaches the partner once, also when the partner has taken it in between', async () => {
      const id = await partner.deliver('twice.x12', Buffer.from('ISA twice'));
      await partner.deliverAgain(id);
      expect((await partner.look()).filter((one) => one.id === id)).toHaveLength(1);
      await partner.acknowledge(id);
      await partner.deliverAgain(id);
      expect((await partner.look()).map((one) => one.id)).not.toContain(id);
    });

    test('a document is delivered when the partner has acknowledged it, and not before; then it is gone', async () => {
      const id = await partner.deliver('proof.x12', Buffer.from('ISA proof'));
      const isProved = partner.provesAtOnce ?? false;
      expect(await partner.isDelivered(id)).toBe(isProved);
      await partner.look();
      expect(await partner.isDelivered(id)).toBe(isProved);
      await partner.acknowledge(id);
      expect(await partner.isDelivered(id)).toBe(true);
      await partner.acknowledge(id);
      expect((await partner.look()).map((a) => a.id)).not.toContain(id);
    });
  });
}
