import { As2Fault } from './as2-fault.ts';
import type { Digest } from './cms/algorithms.ts';
import { dispositionText, isGood } from './disposition.ts';
import { type As2ExchangeDetail, shownLayers } from './exchange-detail.ts';
import type { Identities } from './identity/identity.ts';
import { isMdn, type ReadMdn, readMdn } from './mdn.ts';
import { writeMic } from './mic.ts';
import type { Entity } from './mime/entity.ts';
import { MimeError } from './mime/mime-error.ts';
import { type Layers, type OpenedMessage, openMessage } from './open-message.ts';
import { partnerCertificates, type WholeSettings } from './settings.ts';

/** What the partner says of a message of ours. */
export interface ReceiptVerdict {
  /** `doubtful`: it is no receipt that proves anything, one way or the other. */
  readonly state: 'good' | 'bad' | 'doubtful';
  /** For people. */
  readonly says: string;
  readonly detail: Partial<As2ExchangeDetail>;
}

/** The digest that was sent with an algorithm; undefined where it is not known any more. */
export type SentMic = (digest: Digest) => Promise<string | undefined>;

export interface HeldAgainst {
  readonly settings: WholeSettings;
  readonly identities: Identities;
  readonly at: Date;
  readonly sentMic: SentMic;
  /** Of the message that it must be for. */
  readonly messageId: string;
}

const longestReceipt = 1024 * 1024;

/** Opens a receipt and holds it against what was sent. */
export async function judgeReceipt(entity: Entity, against: HeldAgainst): Promise<ReceiptVerdict> {
  const { settings, identities, at } = against;
  const layers: Layers = {};
  const { trusted } = partnerCertificates(settings, at);
  try {
    const opening = { recipients: identities.all, trusted, limitBytes: longestReceipt };
    return await judgeOpened(await openMessage(entity, opening, layers), layers, against);
  } catch (error) {
    if (!(error instanceof As2Fault) && !(error instanceof MimeError)) throw error;
    return { state: 'doubtful', says: `The receipt proves nothing: ${error.message}`, detail: shownLayers(layers) };
  }
}

/** The same for one that is open. @throws MimeError */
export async function judgeOpened(
  { content }: Pick<OpenedMessage, 'content'>,
  layers: Layers,
  { settings, sentMic, messageId }: HeldAgainst,
): Promise<ReceiptVerdict> {
  if (!isMdn(content)) return { state: 'doubtful', says: 'The answer of the partner is no receipt.', detail: {} };
  const mdn = readMdn(content);
  const micMatches = mdn.mic && (await sentMic(mdn.mic.digest)) === mdn.mic.value;
  const detail: Partial<As2ExchangeDetail> = {
    ...shownLayers(layers),
    originalMessageId: mdn.messageId,
    ...(mdn.disposition && { disposition: dispositionText(mdn.disposition) }),
    ...(mdn.text !== '' && { says: mdn.text }),
    ...(mdn.mic && { receivedMic: writeMic(mdn.mic), micMatches }),
  };
  const [state, says] = verdictOf(mdn, { micMatches, isFor: sameId(mdn.messageId, messageId), layers, settings });
  return { state, says, detail };
}

const bare = (id: string) => id.trim().replace(/^<(.*)>$/, '$1');
const sameId = (one: string | undefined, other: string) => one !== undefined && bare(one) === bare(other);

function verdictOf(
  { disposition, text }: ReadMdn,
  seen: {
    readonly micMatches: boolean | undefined;
    readonly isFor: boolean;
    readonly layers: Layers;
    readonly settings: WholeSettings;
  },
): readonly [ReceiptVerdict['state'], string] {
  const { micMatches, isFor, layers, settings } = seen;
  if (!isFor) return ['doubtful', 'The receipt is for another message.'];
  if (!disposition) return ['doubtful', 'The receipt has no disposition that is known.'];
  const said = dispositionText(disposition);
  if (!isGood(disposition)) return ['bad', `The partner answers ${said}.${text === '' ? '' : ` It says: ${text}`}`];
  if (settings.mdnSigned && !layers.signed) return ['bad', 'The receipt is not signed, so that it proves nothing.'];
  if (layers.signed?.digest === 'sha-1' && !settings.allowSha1)
    return ['bad', 'The receipt is signed with SHA-1, which is not allowed here.'];
  if (micMatches === false)
    return ['bad', 'The partner got other bytes than were sent: the digest in its receipt (MIC) differs.'];
  if (micMatches === undefined && !settings.mdnWithoutMic)
    return ['bad', 'The receipt does not say which bytes arrived: it has no digest (MIC) that is known.'];
  return ['good', micMatches ? `${said}, the digest (MIC) matches` : `${said}, without a digest (MIC)`];
}
