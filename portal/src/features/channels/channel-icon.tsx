import {
  IconCloudUpload,
  IconFileCertificate,
  IconFolder,
  IconPlugConnected,
  IconTerminal2,
  IconWebhook,
  IconWorld,
} from '@tabler/icons-react';

/** Pictures of channels that have one; the names of channels stand nowhere else in the portal. */
const icons: Readonly<Record<string, typeof IconFolder>> = {
  https: IconWorld,
  folder: IconFolder,
  as2: IconFileCertificate,
  sftp: IconCloudUpload,
  'sftp-server': IconTerminal2,
  webhook: IconWebhook,
};

export function ChannelIcon({ channel, size = 18 }: { readonly channel: string; readonly size?: number }) {
  const Icon = icons[channel] ?? IconPlugConnected;
  return <Icon size={size} stroke={1.6} aria-hidden="true" />;
}
