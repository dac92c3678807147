import { type As2Channel, as2Channel } from './as2/as2-channel.ts';
import type { Channel } from './channel.ts';
import { type FolderSettings, type FolderTransmission, folderChannel } from './folder/folder-channel.ts';
import { type HttpsSettings, type HttpsTransmission, httpsChannel } from './https/https-channel.ts';
import { type SftpSettings, type SftpTransmission, sftpChannel } from './sftp/sftp-channel.ts';
import { type SftpServerSettings, sftpServerChannel } from './sftp-server/sftp-server-channel.ts';
import type { Surroundings } from './surroundings.ts';
import { type WebhookSettings, webhookChannel } from './webhook/webhook-channel.ts';

/** What each channel takes in and is set up with. A channel named here without its implementation below does not compile. */
export interface Channels {
  readonly https: Channel<HttpsTransmission, HttpsSettings>;
  readonly folder: Channel<FolderTransmission, FolderSettings>;
  readonly as2: As2Channel;
  readonly sftp: Channel<SftpTransmission, SftpSettings>;
  readonly 'sftp-server': Channel<never, SftpServerSettings>;
  readonly webhook: Channel<never, WebhookSettings>;
}

export type ChannelName = keyof Channels;

/** The channels of a hub that runs in these surroundings. */
export const openChannels = (around: Surroundings): Channels => ({
  https: httpsChannel,
  folder: folderChannel(around),
  as2: as2Channel(around),
  sftp: sftpChannel(around),
  'sftp-server': sftpServerChannel(around),
  webhook: webhookChannel(around),
});

/** Every partner gets an endpoint of this channel: it needs no settings. */
export const usualChannel: ChannelName = 'https';
