import type { Told } from '../channel.ts';
import { type SftpSettings, serverOf } from './settings.ts';

/** What the operator of the partner's server must be told: who comes, with which key, and what it does there. */
export function tell({
  user,
  publicKey,
  pickUpFrom,
  deliverTo,
  afterPickUp,
  archiveTo,
}: SftpSettings): readonly Told[] {
  const afterwards = afterPickUp === 'archive' ? `moved to ${archiveTo}` : 'deleted';
  const fetched = {
    label: 'Folder that the hub fetches from',
    value: pickUpFrom ?? '',
    help: `Write a file under a name that ends in .tmp and rename it then, or write it in one go. When the hub has it, it is ${afterwards}; the hub needs the right to do so.`,
  };
  const put = {
    label: 'Folder that the hub puts documents in',
    value: deliverTo ?? '',
    help: 'A file comes as crossdock-….tmp and is then renamed: take only files without .tmp. The hub needs the right to write, rename and list there.',
  };
  return [
    { label: 'The hub logs in as', value: user },
    ...(publicKey === undefined
      ? []
      : [{ label: 'Public key of the hub, for authorized_keys', value: publicKey, multiline: true }]),
    ...(pickUpFrom === undefined ? [] : [fetched]),
    ...(deliverTo === undefined ? [] : [put]),
  ];
}

/** What people compare with what the partner says of their server. */
export const facts = (settings: SftpSettings): readonly Told[] => [
  { label: 'Server', value: serverOf(settings) },
  ...(settings.hostKey === undefined ? [] : [{ label: 'Host key that is fixed', value: settings.hostKey }]),
];
