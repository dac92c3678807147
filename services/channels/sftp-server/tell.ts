import type { Told } from '../channel.ts';
import { type HostKey, publicLine } from './host-keys.ts';
import type { SftpServerSettings } from './settings.ts';

interface OwnServer {
  readonly baseUrl: string;
  readonly port: number | undefined;
  keys(): Promise<readonly HostKey[]>;
}

/** What everybody must be told to reach the hub's SFTP server: where it is, and how it proves that it is the one. */
export async function ours({ baseUrl, port, keys: read }: OwnServer): Promise<readonly Told[]> {
  if (port === undefined)
    return [
      { label: 'Not yet', value: 'The SFTP server of this hub is off; its operator switches it on with SFTP_PORT.' },
    ];
  const { hostname } = new URL(baseUrl);
  const keys = await read();
  return [
    { label: 'Server', value: hostname },
    { label: 'Port', value: String(port) },
    ...keys.map(({ kind, fingerprint }) => ({
      label: `Host key (${kind === 'rsa' ? 'RSA' : 'Ed25519'})`,
      value: fingerprint,
      help: 'Compare it with what your program shows when it connects for the first time.',
    })),
    {
      label: 'Line for known_hosts',
      value: keys.map((key) => `${port === 22 ? hostname : `[${hostname}]:${port}`} ${publicLine(key)}`).join('\n'),
      multiline: true,
    },
  ];
}

/** What the partner's system must be told to reach the hub's SFTP server. */
export async function tell(
  { user, collectedBy = 'reading' }: SftpServerSettings,
  about: OwnServer,
): Promise<readonly Told[]> {
  const server = await ours(about);
  const { port } = about;
  if (port === undefined) return server;
  const { hostname } = new URL(about.baseUrl);
  const taken =
    collectedBy === 'reading'
      ? 'A document counts as taken when it was read to its end, deleted, or moved to archive.'
      : 'Delete a document when you have it, or move it to archive: only then does it count as taken.';
  return [
    ...server.slice(0, 2),
    { label: 'User name', value: user },
    ...server.slice(2, -1),
    {
      label: 'Folder for documents to us',
      value: '/inbox',
      help: 'A file counts when it is closed; one whose name ends in .tmp, .part or .filepart or begins with a dot, when it is renamed.',
    },
    { label: 'Folder for documents from us', value: '/outbox', help: taken },
    { label: 'Taken documents of the last seven days', value: '/archive' },
    { label: 'Refused documents, each with a text that says why', value: '/errors' },
    ...server.slice(-1),
    {
      label: 'Try it',
      value: `sftp -P ${port} ${user}@${hostname}`,
      help: 'Then: put 945.x12 inbox/',
      multiline: true,
    },
  ];
}
