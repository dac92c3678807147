import { type As2Channel, as2Channel } from './as2/as2-channel.ts';
import type { Channel } from './channel.ts';
import { type FolderSettings, type FolderTransmission, folderChannel } from './folder/folder-channel.ts';
import { type HttpsSettings, type HttpsTransmission, httpsChannel } from './https/https-channel.ts';
import type { Surroundings } from './surroundings.ts';
import { type WebhookSettings, webhookChannel } from './webhook/webhook-channel.ts';

/** What each channel takes in and is set up with. A channel named here without its implementation below does not compile. */
export interface Channels {
  readonly https: Channel<HttpsTransmission, HttpsSettings>;
  readonly folder: Channel<FolderTransmission, FolderSettings>;
  readonly webhook: Channel<never, WebhookSettings>;
  readonly as2: As2Channel;
}

export type ChannelName = keyof Channels;

/** The channels of a hub that runs in these surroundings. */
export const openChannels = (around: Surroundings): Channels => ({
  https: httpsChannel,
  folder: folderChannel(around),
  webhook: webhookChannel(around),
  as2: as2Channel(around),
});

/** Every partner gets an endpoint of this channel: it needs no settings. */
export const usualChannel: ChannelName = 'https';
