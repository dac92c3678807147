import { createPrivateKey, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { attachmentsOf } from '../../../services/channels/as2/attachments.ts';
import type { As2ExchangeDetail } from '../../../services/channels/as2/exchange-detail.ts';
import { identityOf } from '../../../services/channels/as2/identity/identity.ts';
import { readHeaders } from '../../../services/channels/as2/mime/headers.ts';
import { readParameters } from '../../../services/channels/as2/mime/parameters.ts';
import { type Layers, openMessage } from '../../../services/channels/as2/open-message.ts';
import { judgeReceipt } from '../../../services/channels/as2/receipt.ts';
import { receiptDigest } from '../../../services/channels/as2/request-header.ts';
import { type As2Settings, wholeSettings } from '../../../services/channels/as2/settings.ts';
import { kept, keptIdentity } from './capture.ts';

// What two other implementations sent, as it came: pyas2-lib (Python) and OpenAS2 (Java). `live-pyas2.test.ts` and `live-openas2.test.ts` made it.

const at = new Date('2027-01-01T00:00:00Z');
const hub = keptIdentity('hub');
const recipient = { key: createPrivateKey(hub.privatePart), certificate: new X509Certificate(hub.publicPart) };
const partner = keptIdentity('partner').publicPart;

/** An HTTP message as bytes. */
function entityOf(bytes: Buffer) {
  const { headers, bodyStart } = readHeaders(bytes);
  const type = readParameters(headers.get('content-type') ?? '');
  return { headers, type, body: bytes.subarray(bodyStart) };
}

interface Message {
  readonly request: Buffer;
  readonly bytes: Buffer;
  readonly detail: As2ExchangeDetail;
}
interface Receipt {
  readonly mdn: Buffer;
  readonly detail: As2ExchangeDetail;
  readonly settings: Partial<As2Settings>;
}

const of = <T>(peer: string, kind: string) =>
  kept(peer)
    .filter(({ name }) => name.startsWith(kind))
    .map(({ name, values }) => [name, values as unknown as T] as const);

describe.each(['pyas2', 'openas2'])('%s', (peer) => {
  test('there are messages and receipts of it', () => {
    expect(of(peer, 'message').length).toBeGreaterThan(10);
    expect(of(peer, 'mdn').length).toBeGreaterThan(10);
  });

  test.each(of<Message>(peer, 'message'))(
    'its %s is opened, and its MIC is the one that it took',
    async (_name, message) => {
      const layers: Layers = {};
      const opening = { recipients: [recipient], trusted: [new X509Certificate(partner)], limitBytes: 100_000 };
      const { content, mic } = await openMessage(entityOf(message.request), opening, layers);
      expect(attachmentsOf(content, true)).toEqual([
        { bytes: message.bytes, fileName: expect.stringMatching(/^945/), type: 'application/octet-stream' },
      ]);
      const digests = Object.keys(message.detail.mic ?? {});
      const wants = { mode: 'sync', signed: true, digests: digests as never, digestsUnknown: false } as const;
      const { digest, value } = await mic(receiptDigest(wants, layers.signed?.digest));
      expect({ [digest]: value }).toEqual(message.detail.mic);
      expect(layers.signed?.digest).toBe(message.detail.signature?.digest);
      expect(layers.encrypted?.cipher).toBe(message.detail.encryption?.cipher);
    },
  );

  test.each(of<Receipt>(peer, 'mdn'))(
    'its receipt, %s, is good, and is not for another message or other bytes',
    async (_name, { mdn, detail, settings }) => {
      const against = {
        settings: wholeSettings({ ourId: 'A', partnerId: 'B', url: 'http://x', certificates: partner, ...settings }),
        identities: { current: identity, next: undefined, all: [identity] },
        ...{ at, messageId: detail.messageId! },
      };
      const sentMic = async (digest: string) => detail.mic?.[digest] ?? detail.receivedMic?.split(',')[0];
      const judged = (more: object) => judgeReceipt(entityOf(Buffer.from(mdn)), { ...against, sentMic, ...more });
      expect((await judged({})).state).toBe('good');
      expect((await judged({ messageId: '<other@as2.crossdock>' })).state).toBe('doubtful');
      if (detail.receivedMic) expect((await judged({ sentMic: async () => 'AAAA' })).state).toBe('bad');
      if (settings.mdnSigned !== false) {
        const changed = Buffer.from(mdn);
        changed[changed.indexOf('Original-Message-ID')]! ^= 1;
        expect((await judgeReceipt(entityOf(changed), { ...against, sentMic })).state).not.toBe('good');
      }
    },
  );
});

const identity = identityOf({ ...hub, id: '', kind: '', state: 'current', createdAt: at });
