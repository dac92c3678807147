import type { Channel } from './channel.ts';
import { type HttpsSettings, type HttpsTransmission, httpsChannel } from './https/https-channel.ts';

/** What each channel takes in and is set up with. A channel named here without its implementation below does not compile. */
export interface Channels {
  readonly https: Channel<HttpsTransmission, HttpsSettings>;
}

export type ChannelName = keyof Channels;

export const channels: Channels = { https: httpsChannel };
