// What documents may be exchanged over, as an agreement names it before anybody has set the channel up. A test holds it against the channels that there are.

interface DocumentChannel {
  /** As sentences call it. */
  readonly words: string;
  /** Whose turn it is to set it up: what lies on the hub's machine is the team's. */
  readonly setUpBy: 'partner' | 'team';
}

export const documentChannels = {
  https: { words: 'HTTPS', setUpBy: 'partner' },
  as2: { words: 'AS2', setUpBy: 'partner' },
  sftp: { words: "SFTP to the partner's server", setUpBy: 'partner' },
  'sftp-server': { words: "SFTP to the hub's server", setUpBy: 'partner' },
  folder: { words: 'a folder', setUpBy: 'team' },
} as const satisfies Readonly<Record<string, DocumentChannel>>;

export type DocumentChannelName = keyof typeof documentChannels;
export const documentChannelNames = Object.keys(documentChannels) as readonly DocumentChannelName[];
